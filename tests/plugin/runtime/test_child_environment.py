from __future__ import annotations

import os

import pytest
from qgis.core import QgsApplication, QgsSettings

from phrasegon.plugin.runtime.engine import Engine
from phrasegon.plugin.runtime.environ import child_environment
from phrasegon.plugin.runtime.python import engine_python
from phrasegon.protocol import Hello

from .processes import environment

OF_QGIS = {
    "PYTHONHOME": "/nowhere",
    "PYTHONPATH": "/nowhere",
    "PYTHONEXECUTABLE": "/nowhere/python",
    "PROJ_LIB": "/nowhere",
    "PROJ_DATA": "/nowhere",
    "GDAL_DATA": "/nowhere",
    "GDAL_DRIVER_PATH": "/nowhere",
    "QT_PLUGIN_PATH": "/nowhere",
    "QT_QPA_PLATFORM_PLUGIN_PATH": "/nowhere",
}


@pytest.fixture
def prefix(application):
    """QGIS somewhere else, as in an AppImage."""
    before = QgsApplication.prefixPath()
    QgsApplication.setPrefixPath("/opt/QGIS 3/usr")
    yield "/opt/QGIS 3"
    QgsApplication.setPrefixPath(before)


@pytest.fixture
def variables():
    """Sets environment variables, and sets them back."""
    with pytest.MonkeyPatch.context() as patch:
        yield patch.setenv


def environment_of_an_engine():
    engine = Engine(engine_python, lambda line: None)
    try:
        engine.ask(Hello("1"))
        return environment(engine.pid)
    finally:
        engine.stop()


def test_a_running_engine_has_nothing_of_qgis_and_knows_the_data_folder(application, variables):
    for name, value in OF_QGIS.items():
        variables(name, value)
    variables("PHRASEGON_TEST", "stays")
    found = environment_of_an_engine()
    assert not [name for name in found if name.startswith(("PYTHON", "PROJ_", "GDAL_", "QT_"))]
    assert found["PHRASEGON_HOME"] == os.environ["PHRASEGON_HOME"]
    assert found["PHRASEGON_TEST"] == "stays"
    assert found["PATH"] == os.environ["PATH"]


def test_the_proxy_of_qgis_reaches_the_engine(application):
    settings = QgsSettings()
    for name, value in {"Enabled": True, "Type": "HttpProxy", "Host": "proxy.example", "Port": "3128"}.items():
        settings.setValue(f"proxy/proxy{name}", value)
    try:
        found = environment_of_an_engine()
    finally:
        settings.remove("proxy")
    assert found["HTTPS_PROXY"] == "http://proxy.example:3128"


def test_library_folders_stay_where_the_user_set_them(application, variables):
    variables("LD_LIBRARY_PATH", "/opt/cuda/lib64")
    assert child_environment()["LD_LIBRARY_PATH"] == "/opt/cuda/lib64"


def test_library_folders_go_where_qgis_set_them(prefix, variables):
    variables("LD_LIBRARY_PATH", os.pathsep.join([f"{prefix}/usr/lib", "/opt/cuda/lib64", f"{prefix}/lib"]))
    assert child_environment()["LD_LIBRARY_PATH"] == "/opt/cuda/lib64"


def test_a_variable_of_qgis_library_folders_alone_is_gone(prefix, variables):
    variables("LD_LIBRARY_PATH", f"{prefix}/usr/lib")
    assert "LD_LIBRARY_PATH" not in child_environment()
