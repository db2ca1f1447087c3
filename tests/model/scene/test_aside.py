from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from phrasegon.model.scene.aside import file_aside, folder_aside

HANGS_IN_ONE = """
import sys, time
from pathlib import Path
from phrasegon.model.scene.aside import folder_aside
with folder_aside(Path(sys.argv[1])) as folder:
    (folder / "half.tif").write_bytes(b"half")
    print(folder, flush=True)
    time.sleep(60)
"""


@pytest.fixture
def other(tmp_path):
    """Another process with a folder of its own in the same place."""
    process = subprocess.Popen([sys.executable, "-c", HANGS_IN_ONE, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline().strip().startswith(str(tmp_path))
    yield process
    process.kill()
    process.communicate()


def test_it_goes_with_the_block_and_lies_in_its_place(tmp_path):
    with folder_aside(tmp_path) as folder:
        assert folder.parent == tmp_path
        assert folder.name.startswith(".")
        (folder / "draft").write_text("half")
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_process_left_is_removed(tmp_path, other):
    other.send_signal(signal.SIGKILL)
    other.wait()
    assert len(list(tmp_path.iterdir())) == 1
    with folder_aside(tmp_path) as folder:
        assert list(tmp_path.iterdir()) == [folder]


def test_what_belongs_to_others_stays(tmp_path, other):
    (tmp_path / ".phrasegon-elsewhere-1-x").mkdir()
    before = set(tmp_path.iterdir())
    with folder_aside(tmp_path) as folder:
        assert set(tmp_path.iterdir()) == {*before, folder}
    assert set(tmp_path.iterdir()) == before


def test_a_file_takes_its_place_when_it_is_whole(tmp_path):
    path = tmp_path / "kept.txt"
    path.write_text("old")
    with file_aside(path) as staged:
        staged.write_text("new")
        assert path.read_text() == "old"
    assert path.read_text() == "new"
    assert list(tmp_path.iterdir()) == [path]


def half_written(path):
    with file_aside(path) as staged:
        staged.write_text("half")
        raise RuntimeError("interrupted")


def test_a_file_that_fails_leaves_the_old_one(tmp_path):
    path = tmp_path / "kept.txt"
    path.write_text("old")
    with pytest.raises(RuntimeError, match="interrupted"):
        half_written(path)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]
