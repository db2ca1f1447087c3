"""Make the engine's environment: aside, tried out, and put in its place only when it works."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ..errors import UserError
from ..quantities import size
from ..translation import tr
from . import causes, folders, uv
from .check import greet
from .environment import Environment, environments, python_in, write_record
from .installation import Installation, Report
from .lock import only_one
from .plan import Plan
from .running import runs_from


def make(
    plan: Plan,
    *,
    report: Callable[[Report], None],
    cancelled: Callable[[], bool],
    check: Callable[[Path, Callable[[], bool]], object] = greet,
) -> Environment:
    """Make an environment; nothing is left of one that was cancelled or failed.

    Args:
        plan: what to make.
        report: told how far it has come, in the calling thread.
        cancelled: asked about ten times a second.
        check: tries the finished environment's Python, and raises a UserError if it is no good.

    Raises:
        Cancelled: it was ended.
        UserError: it failed; the sentence tells the cause.
    """
    try:
        plan.folder.mkdir(parents=True, exist_ok=True)
        with only_one(plan.folder):
            folders.sweep(plan.folder)
            _require_space(plan)
            made = _make_aside(plan, report, cancelled, check)
            _remove_others(made)
            return made
    except OSError as error:
        raise causes.error_of_system(error) from error
    finally:
        folders.delete_if_empty(plan.pythons_folder, plan.folder, plan.folder.parent)


def _make_aside(
    plan: Plan,
    report: Callable[[Report], None],
    cancelled: Callable[[], bool],
    check: Callable[[Path, Callable[[], bool]], object],
) -> Environment:
    had_pythons = plan.pythons_folder.exists()
    staging = folders.staging(plan.folder)
    try:
        tool = uv.Uv(_uv(plan, staging, report, cancelled), staging, plan.pythons_folder)
        installation = Installation(plan, tool, staging / "environment", report, cancelled)
        settled = installation.run()
        report(Report(tr("Trying out the engine"), 0.95))
        check(python_in(installation.folder), cancelled)
        return _put_in_place(settled, installation.folder, staging)
    finally:
        folders.delete(staging)
        if not had_pythons and not environments(plan.folder):
            folders.delete(plan.pythons_folder)


def _uv(plan: Plan, staging: Path, report: Callable[[Report], None], cancelled: Callable[[], bool]) -> Path:
    report(Report(tr("Looking for uv, the program that installs"), 0.0))
    found = uv.find(staging)
    return uv.fetch(staging, wheels=plan.wheels, cancelled=cancelled) if found is None else found


def _put_in_place(plan: Plan, made: Path, staging: Path) -> Environment:
    lock, accelerator = plan.target.name.rsplit("-", 1)
    environment = Environment.now(plan.target, lock, accelerator, folders.size_of(made))
    write_record(environment, made)
    if plan.target.exists():
        plan.target.rename(staging / "before")
    made.rename(plan.target)
    return environment


def _remove_others(made: Environment) -> None:
    """Environments of an earlier lock; those that still run somewhere go the next time."""
    for other in environments(made.folder.parent):
        if other.folder != made.folder and not runs_from(other.folder):
            folders.take_away(other.folder)


def _require_space(plan: Plan) -> None:
    if plan.free < plan.weight.disk:
        raise UserError(
            tr(
                "The engine needs {} on the disk of {} and {} are free: make room, or choose another data folder."
            ).format(size(plan.weight.disk), plan.folder, size(plan.free))
        )
