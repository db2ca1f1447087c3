"""What is decided before anything is done."""

from __future__ import annotations

import json
import os
import re

import pytest
from qgis.core import QgsSettings

from phrasegon.plugin.runtime import uv
from phrasegon.plugin.runtime.choice import Accelerator, Reason, choose
from phrasegon.plugin.runtime.environment import REQUIREMENTS, lock_hash
from phrasegon.plugin.runtime.home import data_folder, default_folder
from phrasegon.plugin.runtime.machine import Machine, this_machine
from phrasegon.plugin.runtime.plan import make_plan, torch_of
from phrasegon.plugin.runtime.proxy import proxy_variables
from phrasegon.plugin.runtime.requirements import is_torch, major, select, without_hashes
from phrasegon.plugin.runtime.sizes import TABLE, TORCH_OF_ITS_OWN, platform

LOCK = """# made
cuda-toolkit==13.0.3 ; python_full_version < '3.11' and sys_platform == 'linux' \\
    --hash=sha256:00 \\
    --hash=sha256:01
    # via torch
cuda-toolkit==13.2.2 ; python_full_version >= '3.11' and sys_platform == 'linux' \\
    --hash=sha256:02
click==8.5.1 \\
    --hash=sha256:03
    # via
    #   rasterio
torch==2.15.0 \\
    --hash=sha256:04
torchvision==0.29.2 \\
    --hash=sha256:05
"""


@pytest.fixture
def lock(tmp_path):
    path = tmp_path / "engine.txt"
    path.write_text(LOCK, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("machine", "best", "otherwise"),
    [
        (Machine("linux-x86_64"), (Accelerator.CPU, "cpu"), (Accelerator.CPU, "")),
        (Machine("linux-x86_64", "RTX", 580), (Accelerator.CUDA, ""), (Accelerator.CUDA, "")),
        (Machine("linux-x86_64", "RTX", 550), (Accelerator.CUDA, "auto"), (Accelerator.CPU, "")),
        (Machine("windows-x86_64"), (Accelerator.CPU, ""), (Accelerator.CPU, "")),
        (Machine("windows-x86_64", "RTX", 580), (Accelerator.CUDA, "auto"), (Accelerator.CPU, "")),
        (Machine("macos-arm64"), (Accelerator.APPLE, ""), (Accelerator.APPLE, "")),
    ],
)
def test_the_build_of_torch_suits_the_machine(machine, best, otherwise, lock):
    chosen = [(torch.accelerator, torch.backend) for torch in choose(machine, lock)]
    assert chosen == [best, otherwise]


def test_a_card_that_the_registrys_build_cannot_use_is_named_as_the_reason(lock):
    best, otherwise = choose(Machine("windows-x86_64", "RTX", 580), lock)
    assert best.reason is Reason.CARD_NEEDS_OTHER_INDEX
    assert otherwise.reason is Reason.CARD_WITHOUT_BUILD


def test_the_lock_is_taken_apart(lock):
    assert select(lock, lambda name: name == "click") == (
        "click==8.5.1 \\\n    --hash=sha256:03\n    # via\n    #   rasterio\n"
    )
    assert select(lock, is_torch).count("==") == 4 + 2  # two markers have one too
    assert select(lock, lambda name: True) == LOCK.partition("\n")[2]
    assert select(lock, lambda name: False) == ""
    assert major(lock, "cuda-toolkit") == 13
    assert major(lock, "cuda-tool") is None


def test_versions_without_hashes_keep_their_markers(lock):
    assert without_hashes(select(lock, lambda name: name == "cuda-toolkit")) == (
        "cuda-toolkit==13.0.3 ; python_full_version < '3.11' and sys_platform == 'linux'\n    # via torch\n"
        "cuda-toolkit==13.2.2 ; python_full_version >= '3.11' and sys_platform == 'linux'\n"
    )
    assert torch_of(lock) == "torch==2.15.0\ntorchvision==0.29.2\n"


def test_line_ends_are_no_new_lock(lock, tmp_path):
    other = tmp_path / "windows.txt"
    other.write_bytes(LOCK.replace("\n", "\r\n").encode())
    assert lock_hash(other) == lock_hash(lock)
    other.write_text(LOCK.replace("8.5.1", "8.5.2"))
    assert lock_hash(other) != lock_hash(lock)


@pytest.mark.parametrize("key", ["linux-x86_64", "linux-aarch64", "windows-x86_64", "macos-arm64"])
def test_the_table_of_sizes_fits_the_lock(key):
    entry = platform(key)
    assert entry.all.disk > entry.all.download > entry.torch.download > 50_000_000
    assert entry.torch.disk < entry.all.disk
    assert (3, 10) <= entry.pythons[0] <= (3, 11) <= entry.pythons[1]
    locked = set(re.findall(r"^([a-z0-9-]+)==", REQUIREMENTS.read_text(encoding="utf-8"), re.MULTILINE))
    assert entry.sources <= locked


def test_torch_of_its_own_index_makes_linux_lighter_and_windows_heavier():
    linux, windows = platform("linux-x86_64"), platform("windows-x86_64")
    assert linux.weight("cpu").download == linux.all.download - linux.torch.download + TORCH_OF_ITS_OWN["cpu"].download
    assert linux.weight("cpu").download < linux.weight("").download / 4
    assert windows.weight("auto").disk > windows.weight("").disk


def test_the_table_names_no_hosts():
    assert "http" not in TABLE.read_text(encoding="utf-8")
    assert set(json.loads(TABLE.read_text(encoding="utf-8"))) == {"platforms", "sources"}


def test_the_plan_for_this_computer(application, tmp_path):
    plan = make_plan(folder=tmp_path / "not there yet" / "environments")
    machine = this_machine()
    assert plan.machine == machine
    assert plan.torch in choose(machine, REQUIREMENTS)
    entry = platform(machine.platform)
    # Where no uv is at hand yet, nobody knows which build it will be, and the heavier one is told.
    possible = [plan.torch] if plan.otherwise is None else [plan.torch, plan.otherwise]
    assert plan.weight.download == max(entry.weight(torch.backend).download for torch in possible)
    assert plan.target.parent == plan.folder
    assert plan.target.name.startswith(lock_hash())
    assert plan.free > 0
    assert not plan.folder.parent.exists(), "a plan makes nothing"


def test_a_card_is_found_by_asking_its_driver(application, tmp_path, monkeypatch):
    program = tmp_path / "nvidia-smi"
    program.write_text("#!/bin/sh\necho '999.65.06, NVIDIA Test Card'\necho '999.65.06, another one'\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    machine = this_machine()
    assert (machine.card, machine.driver) == ("NVIDIA Test Card", 999)
    plan = make_plan(folder=tmp_path / "environments")
    assert (plan.torch.accelerator, plan.torch.backend) == (Accelerator.CUDA, "")
    assert plan.target.name.endswith("-cuda")
    program.write_text(
        "#!/bin/sh\necho 'NVIDIA-SMI has failed because it could not communicate with the driver.'\nexit 9\n"
    )
    assert this_machine().card == ""


def test_from_wheels_only_what_the_lock_holds_is_taken(application, tmp_path):
    plan = make_plan(wheels=tmp_path, folder=tmp_path / "environments")
    assert plan.torch.backend == ""
    assert plan.otherwise is None


def test_before_uv_is_there_nobody_knows_whether_torchs_own_index_can_be_reached(application, tmp_path, monkeypatch):
    best, registrys = choose(this_machine(), REQUIREMENTS)
    if best == registrys:
        pytest.skip("torch's own index is not asked on this computer")
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.setenv("HOME", str(tmp_path))
    if uv.find(tmp_path) is not None:
        pytest.skip("uv lies in one of its usual places")
    plan = make_plan(folder=tmp_path / "environments")
    assert (plan.torch, plan.otherwise) == (best, registrys)
    assert plan.weight.download == max(platform(plan.machine.platform).weight(b).download for b in ("cpu", ""))


def test_the_data_folder(application, tmp_path, monkeypatch):
    monkeypatch.setenv("PHRASEGON_HOME", str(tmp_path))
    assert data_folder() == tmp_path
    monkeypatch.delenv("PHRASEGON_HOME")
    QgsSettings().setValue("phrasegon/data_folder", str(tmp_path / "chosen"))
    assert data_folder() == tmp_path / "chosen"
    QgsSettings().remove("phrasegon/data_folder")
    assert data_folder() == default_folder()
    assert default_folder().name == "phrasegon"


def test_the_proxy_of_qgis(application):
    settings = QgsSettings()
    assert proxy_variables() == {}
    try:
        settings.setValue("proxy/proxyEnabled", True)
        settings.setValue("proxy/proxyType", "DefaultProxy")
        assert proxy_variables() == {}, "the system's own proxy is found without us"
        settings.setValue("proxy/proxyType", "HttpProxy")
        settings.setValue("proxy/proxyHost", "proxy.example")
        settings.setValue("proxy/proxyPort", "3128")
        assert proxy_variables()["HTTPS_PROXY"] == "http://proxy.example:3128"
        settings.setValue("proxy/proxyUser", "an ana/lyst")
        settings.setValue("proxy/proxyPassword", "p@ss")
        assert proxy_variables()["https_proxy"] == "http://an%20ana%2Flyst:p%40ss@proxy.example:3128"
    finally:
        settings.remove("proxy")
