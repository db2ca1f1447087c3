"""The real ``qgis_process``, in a home and a profile of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from qgis.core import QgsVectorLayer

from phrasegon.plugin.runtime.python import engine_python

ROOT = Path(__file__).resolve().parents[3]
ENGINE = str(ROOT / "model" / "engine" / "__main__.py")


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    folder = tmp_path_factory.mktemp("home")
    folder.chmod(0o700)
    (folder / "plugins").mkdir()
    (folder / "plugins" / "phrasegon").symlink_to(ROOT)
    return folder


@pytest.fixture(scope="module")
def surrounded(home):
    """The program, and the variables that keep it in its home."""
    # Debian's wrapper hands it an option that it does not know.
    program = shutil.which("qgis_process.bin") or shutil.which("qgis_process")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "XDG_", "QGIS"))}
    environment = {
        **kept,
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(home),
        "TMPDIR": str(home),
        "QGIS_CUSTOM_CONFIG_PATH": str(home / "config"),
        "QGIS_PLUGINPATH": str(home / "plugins"),
        "QT_QPA_PLATFORM": "offscreen",
        "PHRASEGON_HOME": str(home / "phrasegon"),
        "PHRASEGON_ENGINE_PYTHON": str(engine_python()),
    }
    return program, environment


@pytest.fixture(scope="module")
def qgis_process(surrounded, home):
    """Runs it and gives how it ended; the plugin has been switched on."""
    program, environment = surrounded

    def run(*arguments, folder=home, **changed):
        return subprocess.run(
            [program, *arguments],
            cwd=folder,
            env={**environment, **changed},
            capture_output=True,
            text=True,
            timeout=200,
            check=False,
        )

    enabled = run("plugins", "enable", "phrasegon")
    assert enabled.returncode == 0, enabled.stdout + enabled.stderr
    return run


def engines(home):
    """Processes of the engine that were started from this home."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            command, variables = (process / "cmdline").read_bytes(), (process / "environ").read_bytes()
        except OSError:  # it has ended, or is another user's
            continue
        if ENGINE.encode() in command and f"PHRASEGON_HOME={home / 'phrasegon'}".encode() in variables:
            found.append(process.name)
    return found


def test_the_algorithms_are_listed(qgis_process):
    listed = qgis_process("list").stdout
    for name in ("segment", "polygons", "evaluate"):
        assert f"phrasegon:{name}" in listed


def test_help_names_every_parameter(qgis_process):
    said = qgis_process("help", "phrasegon:segment").stdout
    for name in ("INPUT", "PHRASE", "EXTENT", "AREA", "MODEL", "GSD", "THRESHOLD", "PRESENCE", "OUTPUT", "PROBABILITY"):
        assert f"\n{name}: " in said


def test_a_run_gives_what_the_command_line_gives(
    qgis_process, home, scene, tmp_path, rows_of, command_line, wait_until
):
    output, kept = tmp_path / "found.gpkg", tmp_path / "kept.tif"
    values = [f"INPUT={scene}", "PHRASE=trees;swimming pools", f"OUTPUT={output}", f"PROBABILITY={kept}", "GSD=0.7"]
    done = qgis_process("run", "phrasegon:segment", "--", *values)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert rows_of(output) == command_line(scene, "trees", "swimming pools", "--gsd", "0.7")
    assert f"COUNT:\t{QgsVectorLayer(str(output)).featureCount()}" in done.stdout
    wait_until(lambda: not engines(home))  # it hears of the end, and needs a moment for its own


def test_files_may_be_named_from_the_folder_at_hand(qgis_process, home, scene, tmp_path, rows_of, wait_until):
    values = ["INPUT=claremont.tif", "PHRASE=trees", "OUTPUT=found.gpkg", "PROBABILITY=kept.tif"]
    done = qgis_process("run", "phrasegon:segment", "--", *values, folder=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr

    values = ["INPUT=kept.tif", "PHRASE=trees", "MODEL=rs2sam2-nano", "OUTPUT=again.gpkg"]
    done = qgis_process("run", "phrasegon:polygons", "--", *values, folder=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert rows_of(tmp_path / "again.gpkg") == rows_of(tmp_path / "found.gpkg")

    values = ["INPUT=again.gpkg", "REFERENCE=found.gpkg", "RASTER=claremont.tif", "REPORT=report.html"]
    done = qgis_process("run", "phrasegon:evaluate", "--", *values, folder=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "IOU:\t1" in done.stdout
    assert (tmp_path / "report.html").is_file()
    wait_until(lambda: not engines(home))  # it hears of the end, and needs a moment for its own
    assert list(home.glob("phrasegon-*")) == []


def test_a_missing_file_is_a_sentence_and_an_exit_status(qgis_process, home, tmp_path, wait_until):
    output = tmp_path / "found.gpkg"
    done = qgis_process(
        *("run", "phrasegon:segment", "--"),
        *(f"INPUT={tmp_path / 'gone.tif'}", "PHRASE=trees", f"OUTPUT={output}"),
    )
    assert done.returncode != 0
    assert f"{tmp_path / 'gone.tif'} cannot be opened" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert not output.exists()
    wait_until(lambda: not engines(home))  # it hears of the end, and needs a moment for its own


def test_without_an_engine_it_says_so(qgis_process, scene, tmp_path):
    output = tmp_path / "found.gpkg"
    values = [f"INPUT={scene}", "PHRASE=trees", f"OUTPUT={output}"]
    done = qgis_process("run", "phrasegon:segment", "--", *values, PHRASEGON_ENGINE_PYTHON="")
    assert done.returncode != 0
    assert "has not been set up on this computer yet" in done.stdout + done.stderr
    assert not output.exists()


def test_what_fails_in_the_engine_is_a_sentence_and_leaves_no_engine(qgis_process, home, scene, tmp_path, wait_until):
    values = [f"INPUT={scene}", "PHRASE=trees", "GSD=0.001", f"OUTPUT={tmp_path / 'found.gpkg'}"]
    done = qgis_process("run", "phrasegon:segment", "--", *values)
    assert done.returncode != 0
    assert "too fine" in done.stdout + done.stderr
    wait_until(lambda: not engines(home))  # it hears of the end, and needs a moment for its own


@pytest.mark.usefixtures("qgis_process")
def test_a_killed_qgis_process_takes_its_engine_along(surrounded, home, scene, tmp_path, wait_until):
    program, environment = surrounded
    output = tmp_path / "found.gpkg"
    command = [program, "run", "phrasegon:segment", "--", f"INPUT={scene}", "PHRASE=trees", f"OUTPUT={output}"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        wait_until(lambda: engines(home))
        process.kill()
    wait_until(lambda: not engines(home))
    assert not output.exists()
