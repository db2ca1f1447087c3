"""Environments that are really made, by uv."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from phrasegon.plugin.errors import Cancelled, UserError
from phrasegon.plugin.runtime import build, removal
from phrasegon.plugin.runtime.check import greet
from phrasegon.plugin.runtime.environment import REQUIREMENTS, current, environments, update_needed
from phrasegon.plugin.runtime.plan import make_plan
from phrasegon.plugin.runtime.requirements import select
from phrasegon.protocol import Welcome

from ..tiny import NAME, make_tiny, write_table
from ..tiny_index import stalling

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def tiny(application, tmp_path, monkeypatch):
    own = ROOT / ".venv-uv" / "bin"  # where make puts uv if the computer has none
    monkeypatch.setenv("PATH", f"{os.environ['PATH']}{os.pathsep}{own}")
    return make_tiny(tmp_path)


@pytest.fixture
def stalling_index(tiny):
    with stalling((tiny.wheels / NAME).read_bytes()) as index:
        yield index


def make(plan, *, cancelled=lambda: False, check=lambda python, cancelled: None, reports=None):
    heard = [] if reports is None else reports
    return build.make(plan, report=heard.append, cancelled=cancelled, check=check)


def left_in(folder):
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def python_says(python, code):
    return subprocess.run([python, "-I", "-c", code], capture_output=True, text=True, check=True).stdout.strip()


def test_made_from_wheels_the_real_engine_runs_in_it(tiny):
    welcomes, reports = [], []
    made = make(tiny.plan(), check=lambda python, cancelled: welcomes.append(greet(python, cancelled)), reports=reports)
    assert isinstance(welcomes[0], Welcome)
    assert python_says(made.python, "import phrasegon_tiny; print(phrasegon_tiny.answer)") == "42"
    assert greet(made.python).torch == welcomes[0].torch
    assert environments(tiny.environments) == [made]
    assert made.size > 0
    assert left_in(tiny.home) == ["environments"]
    assert left_in(tiny.environments) == [made.folder.name]
    fractions = [report.fraction for report in reports]
    assert fractions == sorted(fractions)
    assert all(report.text for report in reports)


def test_made_from_the_registry_with_hashes_and_packages_built_from_source(tiny):
    wanted = {"iopath", "portalocker", "setuptools", "tqdm", "typing-extensions"}
    tiny.lock.write_text(select(REQUIREMENTS, lambda name: name in wanted), encoding="utf-8")
    write_table(tiny.table, sources=("iopath", "sam2"))
    made = make(tiny.plan(wheels=False))
    assert python_says(made.python, "import iopath, tqdm; print('there')") == "there"
    assert left_in(tiny.environments) == [made.folder.name]


def test_it_can_be_moved_as_a_whole(tiny, tmp_path):
    made = make(tiny.plan())
    moved = shutil.move(made.folder, tmp_path / "elsewhere")
    assert python_says(moved / "bin" / "python", "import phrasegon_tiny; print(phrasegon_tiny.answer)") == "42"


def test_cancelled_in_the_middle_of_a_download_nothing_is_left(tiny, stalling_index, monkeypatch):
    monkeypatch.setenv("UV_DEFAULT_INDEX", stalling_index.url)
    with pytest.raises(Cancelled):
        make(tiny.plan(wheels=False), cancelled=stalling_index.asked_for_the_wheel.is_set)
    assert stalling_index.asked_for_the_wheel.is_set()
    assert not tiny.home.exists()
    assert not [line for line in processes() if str(tiny.home) in line]


def test_an_engine_that_does_not_run_is_not_put_in_place(tiny):
    def refuse(python, cancelled):
        assert python.exists()
        raise UserError("It does not run.")

    with pytest.raises(UserError, match="does not run"):
        make(tiny.plan(), check=refuse)
    assert not tiny.home.exists()


def test_a_failure_leaves_the_environment_that_was_there(tiny):
    made = make(tiny.plan())
    (tiny.wheels / NAME).unlink()
    with pytest.raises(UserError):
        make(tiny.plan())
    assert current(tiny.environments, tiny.lock) == made
    assert python_says(made.python, "import phrasegon_tiny; print(phrasegon_tiny.answer)") == "42"


def test_made_again_it_replaces_the_one_before(tiny):
    before = make(tiny.plan())
    (before.folder / "old").touch()
    after = make(tiny.plan())
    assert after.folder == before.folder
    assert not (after.folder / "old").exists()
    assert after.made > before.made


def test_a_new_lock_asks_for_an_update_and_the_update_removes_the_old_one(tiny):
    old = make(tiny.plan())
    assert not update_needed(tiny.environments, tiny.lock)
    tiny.lock.write_text(f"{tiny.lock.read_text()}# another version of a package\n")
    assert update_needed(tiny.environments, tiny.lock)
    assert current(tiny.environments, tiny.lock) == old, "it serves until it is updated"
    new = make(tiny.plan())
    assert not update_needed(tiny.environments, tiny.lock)
    assert environments(tiny.environments) == [new]
    assert not old.folder.exists()


def test_an_old_environment_that_still_runs_elsewhere_stays_until_the_next_time(tiny):
    old = make(tiny.plan())
    with running(old.python):
        tiny.lock.write_text(f"{tiny.lock.read_text()}# another version of a package\n")
        new = make(tiny.plan())
        assert environments(tiny.environments) == [new, old]
    make(tiny.plan())
    assert [environment.folder for environment in environments(tiny.environments)] == [new.folder]


def test_what_a_killed_process_left_is_swept_away(tiny):
    leftover = tiny.environments / ".part-0badcafe" / "cache"
    leftover.mkdir(parents=True)
    (leftover / "half a wheel").touch()
    made = make(tiny.plan())
    assert left_in(tiny.environments) == [made.folder.name]


def test_after_qgis_was_killed_its_download_is_ended_and_swept_away(tiny, stalling_index):
    script = f"""
from pathlib import Path
from phrasegon.plugin.runtime import build
from phrasegon.plugin.runtime.plan import make_plan
folder, lock, table = map(Path, {[str(path) for path in (tiny.environments, tiny.lock, tiny.table)]!r})
plan = make_plan(folder=folder, lock=lock, table=table)
build.make(plan, report=lambda report: None, cancelled=lambda: False)
"""
    variables = {**os.environ, "UV_DEFAULT_INDEX": stalling_index.url}
    with subprocess.Popen([sys.executable, "-c", script], env=variables) as killed:
        assert stalling_index.asked_for_the_wheel.wait(60)
        killed.kill()
    (part,) = tiny.environments.glob(".part-*")
    assert [line for line in processes() if str(part) in line], "uv knows nothing of it yet"
    made = make(tiny.plan())
    assert not [line for line in processes() if str(part) in line]
    assert left_in(tiny.environments) == [made.folder.name]


def test_while_another_process_builds_it_is_refused_and_the_lock_of_a_dead_one_is_taken_over(tiny):
    tiny.environments.mkdir(parents=True)
    script = "import sys; from pathlib import Path; from phrasegon.plugin.runtime.lock import only_one\n"
    script += "with only_one(Path(sys.argv[1])): print('held', flush=True); sys.stdin.read()"
    command = [sys.executable, "-c", script, str(tiny.environments)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout.readline() == "held\n"
        with pytest.raises(UserError, match="Another window of QGIS") as refused:
            make(tiny.plan())
        assert str(other.pid) in refused.value.detail
        with pytest.raises(UserError, match="Another window of QGIS"):
            removal.remove(tiny.environments)
        other.kill()
        other.wait()
        assert (tiny.environments / ".lock").exists()
        made = make(tiny.plan())
    assert left_in(tiny.environments) == [made.folder.name]


def test_two_threads_of_one_process_exclude_each_other_too(tiny):
    refusals = []

    def meanwhile(python, cancelled):
        with pytest.raises(UserError, match="Another window of QGIS"):
            make(tiny.plan())
        refusals.append(python)

    make(tiny.plan(), check=meanwhile)
    assert refusals


def test_removal_takes_everything_away(tiny):
    make(tiny.plan())
    (tiny.home / "pythons" / "cpython").mkdir(parents=True)
    removal.remove(tiny.environments)
    assert not tiny.home.exists()
    removal.remove(tiny.environments)


def test_removal_leaves_models_alone(tiny):
    make(tiny.plan())
    (tiny.home / "models").mkdir()
    removal.remove(tiny.environments)
    assert left_in(tiny.home) == ["models"]


def test_an_engine_that_runs_is_not_removed(tiny):
    made = make(tiny.plan())
    with running(made.python), pytest.raises(UserError, match="The engine is running"):
        removal.remove(tiny.environments)
    assert environments(tiny.environments) == [made]


def test_a_computer_that_no_packages_are_made_for_is_told_so(tiny):
    tiny.table.write_text('{"sources": [], "platforms": {}}')
    with pytest.raises(UserError, match="not made for this computer"):
        make_plan(folder=tiny.environments, lock=tiny.lock, table=tiny.table)


class running:  # noqa: N801 (reads as a statement)
    def __init__(self, python):
        self.command = [python, "-I", "-c", "import sys; print('runs', flush=True); sys.stdin.read()"]

    def __enter__(self):
        self.process = subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout.readline() == "runs\n"

    def __exit__(self, *_):
        self.process.communicate()


def processes():
    return subprocess.run(
        ["ps", "-A", "-ww", "-o", "args="], capture_output=True, text=True, check=True
    ).stdout.splitlines()
