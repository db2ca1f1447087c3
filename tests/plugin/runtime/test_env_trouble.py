"""What goes wrong when an environment is made, really gone wrong, and the words for it."""

from __future__ import annotations

import dataclasses
import os
import subprocess
from contextlib import contextmanager
from pathlib import Path

import pytest
from qgis.core import QgsSettings

from phrasegon.plugin.errors import Remedy, UserError
from phrasegon.plugin.runtime import build, causes, interpreter, uv
from phrasegon.plugin.runtime.check import greet
from phrasegon.plugin.runtime.python import choose_python, engine_python

from ..tiny import NAME, make_tiny, make_wheel, write_table

ROOT = Path(__file__).resolve().parents[3]
NOBODY_LISTENS = "http://127.0.0.1:9"
needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount")


@pytest.fixture
def tiny(application, tmp_path, monkeypatch):
    own = ROOT / ".venv-uv" / "bin"  # where make puts uv if the computer has none
    monkeypatch.setenv("PATH", f"{os.environ['PATH']}{os.pathsep}{own}")
    monkeypatch.setenv("UV_HTTP_RETRIES", "0")
    return make_tiny(tmp_path)


def failure_of(plan, check=lambda python, cancelled: None):
    with pytest.raises(UserError) as raised:
        build.make(plan, report=lambda report: None, cancelled=lambda: False, check=check)
    return raised.value


def test_no_network(tiny, monkeypatch):
    monkeypatch.setenv("UV_OFFLINE", "1")
    error = failure_of(tiny.plan(wheels=False))
    assert "connect to the network" in error.sentence
    assert "phrasegon-tiny" in error.detail
    assert not tiny.home.exists()


def test_nobody_answers(tiny, monkeypatch):
    monkeypatch.setenv("UV_DEFAULT_INDEX", NOBODY_LISTENS)
    assert "connect to the network" in failure_of(tiny.plan(wheels=False)).sentence
    assert not tiny.home.exists()


def test_a_proxy_that_does_not_answer(tiny, monkeypatch):
    monkeypatch.setenv("HTTPS_PROXY", NOBODY_LISTENS)
    assert "proxy" in failure_of(tiny.plan(wheels=False)).sentence
    assert not tiny.home.exists()


def test_the_proxy_of_qgis_is_the_one_that_is_used(tiny):
    settings = QgsSettings()
    values = {"proxyEnabled": True, "proxyType": "HttpProxy", "proxyHost": "127.0.0.1", "proxyPort": "9"}
    for name, value in values.items():
        settings.setValue(f"proxy/{name}", value)
    try:
        assert "proxy" in failure_of(tiny.plan(wheels=False)).sentence
    finally:
        settings.remove("proxy")


def test_a_package_that_is_not_the_one_of_the_lock(tiny):
    make_wheel(tiny.wheels / NAME, {"phrasegon_extra.py": b"surprise = True\n"})
    error = failure_of(tiny.plan())
    assert "its hash differs" in error.sentence
    assert not tiny.home.exists()


def test_a_folder_of_wheels_that_lacks_one(tiny):
    (tiny.wheels / NAME).unlink()
    error = failure_of(tiny.plan())
    assert "folder of wheels lacks a package" in error.sentence
    assert "phrasegon-tiny" in error.detail
    assert not tiny.home.exists()


def test_a_folder_of_wheels_that_is_not_there(tiny):
    plan = tiny.plan()
    (tiny.wheels / NAME).unlink()
    tiny.wheels.rmdir()
    assert "folder of wheels" in failure_of(plan).sentence


def test_no_suitable_python(tiny):
    plan = dataclasses.replace(tiny.plan(), pythons=((3, 98), (3, 99)))
    assert "No suitable Python" in failure_of(plan).sentence
    assert not tiny.home.exists()


def test_too_little_space_is_said_before_anything_is_done(tiny):
    write_table(tiny.table, disk=10**15)
    error = failure_of(tiny.plan())
    assert "1.0 PB" in error.sentence
    assert not tiny.home.exists()


@needs_root
def test_the_disk_fills_up(tiny):
    tiny.change({"phrasegon_large.bin": os.urandom(4_000_000)})
    with mounted(tiny.home, "size=2M"):
        error = failure_of(tiny.plan())
        assert "The disk is full" in error.sentence
        assert list(tiny.home.iterdir()) == []


@needs_root
def test_a_disk_that_may_not_be_written(tiny):
    with mounted(tiny.home, "size=2M,ro"):
        assert "may not write" in failure_of(tiny.plan()).sentence


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written(tiny):
    tiny.home.mkdir(mode=0o500)
    assert "may not write" in failure_of(tiny.plan()).sentence


def test_a_data_folder_that_is_a_file(tiny):
    tiny.home.write_text("in the way")
    assert failure_of(tiny.plan()).sentence
    assert tiny.home.read_text() == "in the way"


def test_an_environment_without_the_engines_packages_is_told_so(tiny):
    tiny.change({"phrasegon_tiny.pth": b""})
    error = failure_of(tiny.plan(), check=greet)
    assert "lacks the module" in error.sentence
    assert not tiny.home.exists()


def test_a_python_at_hand_is_tried_out(application):
    assert greet(ROOT / ".venv" / "bin" / "python").torch
    with pytest.raises(UserError, match="lacks the module"):
        greet(Path("/usr/bin/python3"))
    with pytest.raises(UserError, match="There is no Python at"):
        greet(Path("/nowhere/python"))
    with pytest.raises(UserError, match="does not answer as a Python"):
        greet(Path("/bin/echo"))
    with pytest.raises(UserError, match="cannot be started"):
        greet(Path("/etc/passwd"))


def test_a_python_that_is_gone_and_none_at_all_are_told_with_a_remedy(application, tmp_path, monkeypatch):
    monkeypatch.delenv("PHRASEGON_ENGINE_PYTHON")
    monkeypatch.setenv("PHRASEGON_HOME", str(tmp_path))
    with pytest.raises(UserError, match="not been set up") as none:
        engine_python()
    choose_python(tmp_path / "gone")
    with pytest.raises(UserError, match="not there any more") as gone:
        engine_python()
    assert none.value.remedy is gone.value.remedy is Remedy.INSTALL
    choose_python(None)
    with pytest.raises(UserError, match="not been set up"):
        engine_python()


@pytest.mark.skipif(interpreter.with_pip() is None, reason="no Python of this computer has pip")
def test_uv_is_fetched_where_there_is_none(application, tmp_path):
    program = uv.fetch(tmp_path)
    said = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout
    locked = (ROOT / "requirements" / "uv.txt").read_text()
    assert f"uv=={said.split()[1]} " in locked


@pytest.mark.skipif(interpreter.with_pip() is None, reason="no Python of this computer has pip")
def test_a_uv_that_cannot_be_had_from_the_folder_of_wheels(application, tmp_path):
    with pytest.raises(UserError, match="cannot be reached"):
        uv.fetch(tmp_path, wheels=tmp_path)


# What Windows, macOS and other networks say; the numbers are those of their documentation.
SAID = {
    "The operation completed because the file contains a virus. (os error 225)": "Antivirus",
    "This program is blocked by group policy. (os error 1260)": "Antivirus",
    "An Application Control policy has blocked this file. (os error 4551)": "Antivirus",
    "There is not enough space on the disk. (os error 112)": "disk is full",
    "Access is denied. (os error 5)": "may not write",
    "invalid peer certificate: UnknownIssuer": "certificate",
    "unsuccessful tunnel: 407 Proxy Authentication Required": "proxy",
    "dns error: failed to lookup address information": "connect to the network",
    "operation timed out": "connect to the network",
    "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE": "hash differs",
    "error: No interpreter found for Python 3.12 in managed installations or search path": "No suitable Python",
    "Because torch==2.15.0 has no usable wheels": "operating system",
    "Because torch==2.15.0 has no wheels with a matching platform tag (e.g., `macosx_13_0_x86_64`)": "operating system",
    "Failed to build `sam2==1.1.0`": "could not be built",
    "something new": "Details tells",
}


@pytest.mark.parametrize("said", SAID)
def test_the_words_for_what_is_said_elsewhere(said):
    error = causes.error_of(said)
    assert SAID[said] in error.sentence
    assert error.detail == said


def test_errors_of_the_operating_system_have_words_too():
    assert "disk is full" in causes.error_of_system(OSError(28, "No space left on device")).sentence
    assert "may not write" in causes.error_of_system(PermissionError(13, "Permission denied")).sentence


@contextmanager
def mounted(folder, options):
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", folder], check=True)
