"""Whether a Python can run the engine: the engine is started in it and greeted."""

from __future__ import annotations

from collections.abc import Callable
from configparser import ConfigParser
from pathlib import Path

from ...protocol import Hello, Welcome
from ..errors import UserError
from ..translation import tr
from .engine import Engine
from .environment import ROOT


def greet(python: Path, cancelled: Callable[[], bool] = lambda: False) -> Welcome:
    """Start the engine in a Python, hear what it has, and end it.

    Args:
        python: the interpreter.
        cancelled: asked about ten times a second.

    Raises:
        Cancelled: it was ended.
        UserError: the engine does not run in this Python; the sentence tells why.
    """
    if not python.is_file():
        raise UserError(tr("There is no Python at {}.").format(python))
    said: list[str] = []
    engine = Engine(lambda: python, said.append)
    try:
        answer = engine.ask(Hello(plugin=version()), cancelled=cancelled)
    except OSError as error:
        raise UserError(tr("{} is no Python that can be started.").format(python), str(error)) from error
    finally:
        engine.stop()
    if not isinstance(answer, Welcome):
        raise UserError(tr("{} answers, but not as Phrasegon's engine.").format(python), "\n".join(said))
    return answer


def version() -> str:
    """The plugin's own version."""
    metadata = ConfigParser(interpolation=None)
    metadata.read_string((ROOT / "metadata.txt").read_text(encoding="utf-8"))
    return metadata["general"]["version"]
