"""The package as a whole: what it weighs to import, what it promises to QGIS, what it installs and ships."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from configparser import ConfigParser
from importlib.metadata import entry_points, version
from pathlib import Path

import pytest
import rasterio

ROOT = Path(__file__).parents[1]
QGIS_SIDE = [ROOT / "__init__.py", *sorted((ROOT / "protocol").rglob("*.py")), *sorted((ROOT / "plugin").rglob("*.py"))]
LOCKS = [ROOT / "requirements" / name for name in ("engine.txt", "dev.txt", "uv.txt")]
SAMPLES = sorted((ROOT / "resources" / "sample").glob("*.tif"))


@pytest.fixture
def metadata():
    parser = ConfigParser(interpolation=None)
    parser.read_string((ROOT / "metadata.txt").read_text(encoding="utf-8"))
    return parser["general"]


def modules_after(statement):
    """Names of the modules that a statement loads in a fresh Python."""
    code = (
        "import sys, json; before = set(sys.modules)\n"
        f"{statement}\n"
        "print(json.dumps(sorted(set(sys.modules) - before)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def test_importing_the_package_loads_next_to_nothing():
    loaded = modules_after("import phrasegon")
    foreign = {name for name in loaded if name.partition(".")[0] not in sys.stdlib_module_names}
    assert foreign == {"phrasegon"}
    assert len(loaded) <= 10, loaded


def test_the_protocol_needs_the_standard_library_alone():
    loaded = modules_after("import phrasegon.protocol")
    foreign = {name for name in loaded if name.partition(".")[0] not in sys.stdlib_module_names}
    assert {name for name in foreign if not name.startswith("phrasegon.protocol")} == {"phrasegon"}


def test_segment_is_the_package_s_front_door():
    assert "phrasegon.model.pipeline" in modules_after("from phrasegon import segment")


def test_an_unknown_name_is_an_attribute_error():
    import phrasegon

    with pytest.raises(AttributeError, match="polygonise"):
        phrasegon.polygonise  # noqa: B018


def test_the_version_stands_in_the_manifest_alone(metadata):
    assert version("phrasegon") == metadata["version"]
    assert re.fullmatch(r"\d+\.\d+\.\d+", metadata["version"])
    assert f"## [{metadata['version']}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_command_is_installed():
    (command,) = entry_points(group="console_scripts", name="phrasegon")
    assert callable(command.load())


@pytest.mark.parametrize(
    "key",
    ["name", "description", "version", "qgisMinimumVersion", "author", "email", "about", "tracker", "repository"],
)
def test_the_manifest_has_what_the_plugin_repository_requires(metadata, key):
    assert metadata[key].strip()


def test_the_manifest_keeps_the_plugin_repository_s_rules(metadata):
    assert "plugin" not in metadata["name"].lower()
    assert "/" not in metadata["author"]
    assert not re.search(r"<[a-z/]", metadata["about"] + metadata["description"])
    assert metadata["category"] in {"Raster", "Vector", "Database", "Mesh", "Web"}
    assert re.fullmatch(r"[\w.+-]+@[\w.-]+\.\w+", metadata["email"])
    assert all(metadata[key].startswith("https://") for key in ("homepage", "tracker", "repository"))
    assert metadata["qgisMaximumVersion"] == "4.99"  # QGIS 4 lists the plugin only then
    assert (ROOT / metadata["icon"]).is_file()
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").lstrip().startswith("GNU GENERAL PUBLIC LICENSE")


@pytest.mark.parametrize("path", QGIS_SIDE, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_qgis_loads_is_python_39_and_speaks_to_qt_through_qgis(path):
    tree = ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 9))
    imported = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    imported += [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    assert not [name for name in imported if re.match(r"PyQt|PySide|sip\b", name)]
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Call) and is_translation_of_an_f_string(node)]


def is_translation_of_an_f_string(call):
    name = getattr(call.func, "id", getattr(call.func, "attr", ""))
    return name in {"tr", "translate"} and any(isinstance(argument, ast.JoinedStr) for argument in call.args)


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_every_locked_package_has_a_version_and_hashes(lock):
    text = lock.read_text(encoding="utf-8")
    packages = re.split(r"\n(?=[a-z0-9])", re.sub(r"^\s*#.*\n", "", text, flags=re.MULTILINE))
    assert packages
    for package in packages:
        assert re.match(r"[a-z0-9][a-z0-9._-]*==\S+", package), package
        assert "--hash=sha256:" in package, package


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_a_lock_names_no_server_and_no_folder(lock):
    text = lock.read_text(encoding="utf-8")
    assert not re.search(r"://|--index-url|--extra-index-url|--find-links|(?<![\w.])/\w+/", text)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_a_sample_scene_is_small_georeferenced_and_credited(path):
    with rasterio.open(path) as scene:
        assert scene.crs
        assert scene.count >= 3
        assert scene.checksum(1)
    assert path.stat().st_size < 600_000
    assert f"## {path.name}" in (path.parent / "LICENSES.md").read_text(encoding="utf-8")


def test_there_are_sample_scenes():
    assert len(SAMPLES) == 2
