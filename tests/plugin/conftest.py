"""A real QGIS without a window, the part of its interface that a plugin sees, and the real engine.

Settings, data folder and engine are the test run's own.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsProject, QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QEventLoop, QSettings

from phrasegon.plugin.log import close_log, log
from phrasegon.plugin.runtime.engine import Engine
from phrasegon.plugin.runtime.python import engine_python

from .interface import Interface
from .layers.imagery import Server

ROOT = Path(__file__).resolve().parents[2]
ENGINE_PYTHON = ROOT / ".venv" / "bin" / "python"


@pytest.fixture(scope="session", autouse=True)
def surroundings(tmp_path_factory):
    """What Phrasegon finds outside: nothing of the developer's."""
    folder = tmp_path_factory.mktemp("surroundings")
    QCoreApplication.setOrganizationName("Phrasegon tests")
    QCoreApplication.setApplicationName("Phrasegon tests")
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder / "settings"))
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("PHRASEGON_HOME", str(folder / "home"))
        environment.setenv("GDAL_PAM_ENABLED", "NO")  # QGIS would write statistics beside the sample scenes
        environment.setenv("PHRASEGON_ENGINE_PYTHON", os.environ.get("PHRASEGON_ENGINE_PYTHON", str(ENGINE_PYTHON)))
        yield folder
        close_log()


@pytest.fixture(autouse=True)
def fresh_settings(surroundings):
    """No test finds what another one has set."""
    QgsSettings().remove("phrasegon")
    yield
    QgsSettings().remove("phrasegon")


@pytest.fixture(scope="session")
def application(surroundings):
    """QGIS with its Processing framework."""
    application = QgsApplication([], True, str(surroundings / "profile"))
    application.initQgis()
    sys.path.append(str(Path(QgsApplication.pkgDataPath()) / "python" / "plugins"))
    from processing.core.Processing import Processing

    Processing.initialize()
    yield application
    QgsProject.instance().clear()
    Processing.deinitialize()
    application.exitQgis()


@pytest.fixture
def interface(application):
    """What a plugin gets from the desktop program."""
    interface = Interface()
    interface.window.show()
    yield interface
    QgsProject.instance().clear()
    interface.close()
    QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))


@pytest.fixture(scope="session")
def engine(application):
    """The real engine with the embedded nano, one for all tests that do not harm it."""
    engine = Engine(engine_python, log)
    yield engine
    engine.stop()


@pytest.fixture(scope="session")
def sam2(surroundings):
    """The smallest SAM 2.1 is installed, with random weights."""
    script = [str(ROOT / "tests" / "sam2_at_random.py"), os.environ["PHRASEGON_HOME"]]
    subprocess.run([os.environ["PHRASEGON_ENGINE_PYTHON"], *script], check=True)


@pytest.fixture
def wait_until(application):
    """Let Qt work until something is so; the test fails where it does not come so far."""

    def wait(condition, seconds=60):
        deadline = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > deadline:
                pytest.fail(f"waited {seconds} s in vain")
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            time.sleep(0.005)

    return wait


@pytest.fixture(scope="session")
def server_folder(tmp_path_factory):
    return tmp_path_factory.mktemp("served")


@pytest.fixture(scope="session")
def running_server(server_folder):
    server = Server(server_folder)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def server(running_server):
    running_server.delay, running_server.broken = 0.0, False
    running_server.asked.clear()
    return running_server
