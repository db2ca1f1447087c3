"""What making the engine's environment would mean, told before anything is done."""

from __future__ import annotations

import dataclasses
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ..errors import UserError
from ..translation import tr
from . import folders, requirements, uv
from .choice import Torch, choose
from .environment import REQUIREMENTS, environments_folder, lock_hash
from .machine import Machine, this_machine
from .sizes import TABLE, Weight, platform


@dataclass(frozen=True)
class Plan:
    """An environment to be made.

    Attributes:
        folder: folder of all environments.
        lock: requirements file with hashes.
        machine: the computer.
        torch: the build of torch.
        otherwise: the build to take if torch's own index turns out not to be reachable; None: that is known already.
        weight: bytes to download and on disk, at most.
        pythons: oldest and newest Python that will do.
        sources: packages that are built on this computer.
        wheels: folder of wheels to install from, without network; None: from the registry.
    """

    folder: Path
    lock: Path
    machine: Machine
    torch: Torch
    otherwise: Torch | None
    weight: Weight
    pythons: tuple[tuple[int, int], tuple[int, int]]
    sources: frozenset[str] = frozenset()
    wheels: Path | None = None

    @property
    def target(self) -> Path:
        """Where the environment will lie."""
        return self.folder / f"{lock_hash(self.lock)}-{self.torch.accelerator.value}"

    @property
    def pythons_folder(self) -> Path:
        """Where a Python that has to be fetched will lie."""
        return self.folder.with_name("pythons")

    @property
    def free(self) -> int:
        """Bytes that are free there now."""
        return folders.free_space(self.folder)

    @property
    def is_heavier_than_need_be(self) -> bool:
        """Whether a lighter build of torch would do on this computer, if it could be had."""
        lighter, _ = choose(self.machine, self.lock)
        return lighter.accelerator is self.torch.accelerator and lighter.backend != self.torch.backend

    def with_torch(self, torch: Torch) -> Plan:
        """The same plan, settled on a build of torch."""
        return dataclasses.replace(self, torch=torch, otherwise=None)


def make_plan(
    *,
    wheels: Path | None = None,
    folder: Path | None = None,
    lock: Path = REQUIREMENTS,
    table: Path = TABLE,
    cancelled: Callable[[], bool] = lambda: False,
) -> Plan:
    """Look at the computer and decide; nothing is installed and next to nothing downloaded.

    Takes up to some seconds: the graphics card's driver is asked, and whether torch's own index can be reached.

    Args:
        wheels: folder of wheels to install from; None: from the registry.
        folder: folder of all environments; None: in the data folder.
        lock: requirements file with hashes.
        table: what its packages weigh.
        cancelled: asked about ten times a second.

    Raises:
        Cancelled: it was ended.
        UserError: the packages are not made for this computer.
    """
    machine = this_machine()
    entry = platform(machine.platform, table)
    if entry is None:
        raise UserError(
            tr(
                "The engine's packages are not made for this computer ({}): name an existing Python that has them."
            ).format(machine.platform)
        )
    best, registrys = choose(machine, lock)
    otherwise = None
    if wheels is not None:
        best = registrys
    elif best.backend:
        reached = _ask_for_torch(best, lock, cancelled)
        best, otherwise = (registrys, None) if reached is False else (best, None if reached else registrys)
    options = [torch for torch in (best, otherwise) if torch is not None]
    return Plan(
        folder=folder or environments_folder(),
        lock=lock,
        machine=machine,
        torch=best,
        otherwise=otherwise,
        weight=max((entry.weight(torch.backend) for torch in options), key=lambda weight: weight.download),
        pythons=entry.pythons,
        sources=entry.sources,
        wheels=wheels,
    )


def has_torch(tool: uv.Uv, torch: Torch, lock: Path, python: str, cancelled: Callable[[], bool]) -> bool:
    """Whether torch's own index can be reached and has the lock's version.

    Args:
        tool: a uv.
        torch: the build that is asked for.
        lock: requirements file.
        python: an interpreter, or what uv finds one by.
        cancelled: asked about ten times a second.

    Raises:
        Cancelled: it was ended.
        UserError: uv cannot be started.
    """
    wanted = tool.folder / "torch.txt"
    wanted.write_text(torch_of(lock), encoding="utf-8")
    command = ["pip", "install", "--dry-run", "--no-deps", "--torch-backend", torch.backend, "--python", python]
    command += ["--target", str(tool.folder / "nowhere"), "--requirements", str(wanted)]
    return tool.run(*command, cancelled=cancelled, UV_HTTP_RETRIES="1", UV_PYTHON_DOWNLOADS="never").status == 0


def torch_of(lock: Path) -> str:
    """The lock's versions of torch, without hashes: torch's own index has other files than the registry."""
    return requirements.without_hashes(requirements.select(lock, lambda name: name in ("torch", "torchvision")))


def _ask_for_torch(torch: Torch, lock: Path, cancelled: Callable[[], bool]) -> bool | None:
    """None: it cannot be told before uv is there."""
    with tempfile.TemporaryDirectory(prefix="phrasegon-") as name:
        folder = Path(name)
        program = uv.find(folder)
        if program is None:
            return None
        tool = uv.Uv(program, folder, folder / "pythons")
        return has_torch(tool, torch, lock, ">=3.10", cancelled)
