"""Errors as they reach the user of QGIS."""

from __future__ import annotations

from enum import Enum


class Remedy(Enum):
    """What a button beside the message may do about it."""

    INSTALL = "install"
    """Open the window that makes the engine's environment."""
    RESTART = "restart"
    """Start the engine again and go on with the run that it was working on."""
    OPTIONS = "options"
    """Open Phrasegon's page of QGIS's options."""


class UserError(Exception):
    """Something that the user can mend.

    Args:
        sentence: translated; says what to do next.
        detail: for the log and the window behind *Details*, such as the end of a program's output; may be empty.
        remedy: what a button may do about it; None: nothing but the log.
    """

    def __init__(self, sentence: str, detail: str = "", remedy: Remedy | None = None) -> None:
        super().__init__(sentence)
        self.sentence, self.detail, self.remedy = sentence, detail, remedy


class Cancelled(Exception):  # noqa: N818 (an end that was asked for is no error)
    """The user ended what was under way; nothing is left to be said."""
