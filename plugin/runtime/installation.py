"""The work of uv: a virtual environment, and into it the packages of the lock."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ..translation import tr
from . import causes, folders
from .environment import python_in
from .plan import Plan, has_torch, torch_of
from .process import Finished
from .requirements import is_torch, select
from .uv import Uv

_DOWNLOADING = re.compile(r"^Downloading (\S+) \(")
_DOWNLOADED = re.compile(r"^ Downloaded (\S+)")
_EVERY_S = 1.0
_FIRST, _LAST = 0.05, 0.9
"""Part of the whole at which the downloads begin and end."""
_PREFERRED_PYTHON = "3.11"


@dataclass(frozen=True)
class Report:
    """How far the work has come.

    Attributes:
        text: what is being done, translated.
        fraction: of the whole, 0..1.
    """

    text: str
    fraction: float


class Installation:
    """One environment being filled.

    Args:
        plan: what to install.
        tool: uv; its folder takes the temporary files.
        folder: where to make the environment; must not exist.
        report: told how far it has come.
        cancelled: asked about ten times a second.
    """

    def __init__(
        self, plan: Plan, tool: Uv, folder: Path, report: Callable[[Report], None], cancelled: Callable[[], bool]
    ) -> None:
        self.plan, self.tool, self.folder, self.report, self.cancelled = plan, tool, folder, report, cancelled

    def run(self) -> Plan:
        """Do it; returns the plan as it was carried out in the end.

        Raises:
            Cancelled: it was ended.
            UserError: it failed.
        """
        self.report(Report(tr("Making an empty environment"), 0.02))
        self._make_empty()
        self._settle_on_torch()
        torch = self.plan.torch
        sources = self.plan.sources
        self._install(
            select(self.plan.lock, lambda name: name not in sources and not (torch.backend and is_torch(name)))
        )
        if torch.backend:
            self._install(torch_of(self.plan.lock), "--torch-backend", torch.backend, hashed=False)
        self._install(
            select(self.plan.lock, lambda name: name in sources), "--no-build-isolation", title=tr("Building")
        )
        return self.plan

    def _make_empty(self) -> None:
        failures = []
        for request, preference in self._pythons():
            done = self.tool.run(
                *("venv", "--relocatable", "--no-project", "--python", request, str(self.folder)),
                cancelled=self.cancelled,
                UV_PYTHON_PREFERENCE=preference,
                UV_PYTHON_DOWNLOADS="never" if self.plan.wheels else "automatic",
            )
            if done.status == 0:
                return
            failures.append(done.output)
        raise causes.error_of(failures[0])

    def _pythons(self) -> list[tuple[str, str]]:
        """What to ask uv for, and where it may look; on Windows and macOS a Python of its own comes first."""
        oldest, newest = self.plan.pythons
        any_that_fits = f">={oldest[0]}.{oldest[1]},<{newest[0]}.{newest[1] + 1}"
        if self.plan.wheels or self.plan.machine.platform.startswith("linux"):
            return [(any_that_fits, "system")]
        system, processor = self.plan.machine.platform.replace("arm64", "aarch64").split("-")
        return [(f"cpython-{_PREFERRED_PYTHON}-{system}-{processor}", "only-managed"), (any_that_fits, "only-system")]

    def _settle_on_torch(self) -> None:
        plan = self.plan
        if plan.otherwise is not None:
            reached = has_torch(self.tool, plan.torch, plan.lock, str(python_in(self.folder)), self.cancelled)
            self.plan = plan.with_torch(plan.torch if reached else plan.otherwise)

    def _install(self, wanted: str, *options: str, hashed: bool = True, title: str = "") -> None:
        if not wanted:
            return
        meter = self._meter(title or tr("Installing packages"))
        listed = self.tool.folder / "requirements.txt"
        listed.write_text(wanted, encoding="utf-8")
        command = ["pip", "install", "--python", str(python_in(self.folder)), "--requirements", str(listed), *options]
        command += ["--require-hashes", "--no-deps"] if hashed else []
        offline = {}
        if self.plan.wheels is not None:
            command += ["--no-index", "--find-links", str(self.plan.wheels)]
            offline = {"UV_OFFLINE": "1"}
        _require(self.tool.run(*command, listen=meter, cancelled=self.cancelled, SAM2_BUILD_CUDA="0", **offline))

    def _meter(self, title: str) -> Callable[[str], None]:
        """Judge the progress by what uv says it downloads, and by how its folder of downloads grows."""
        under_way: list[str] = []
        next_look = 0.0

        def listen(line: str) -> None:
            nonlocal next_look
            begun, ended = _DOWNLOADING.match(line), _DOWNLOADED.match(line)
            if begun:
                under_way.append(begun[1])
            if ended and ended[1] in under_way:
                under_way.remove(ended[1])
            if time.monotonic() >= next_look:
                self.report(self._downloads(under_way, title))
                next_look = time.monotonic() + _EVERY_S

        return listen

    def _downloads(self, under_way: list[str], title: str) -> Report:
        part = min(1.0, folders.size_of(self.tool.cache) / max(1, self.plan.weight.disk))
        text = tr("Downloading {}").format(", ".join(under_way[:3])) if under_way else title
        return Report(text, _FIRST + part * (_LAST - _FIRST))


def _require(done: Finished) -> None:
    if done.status:
        raise causes.error_of(done.output)
