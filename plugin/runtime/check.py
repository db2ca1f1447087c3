"""Whether a Python can run the engine: the engine is started in it and greeted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ...protocol import Hello, Welcome
from ...protocol.version import version
from ..errors import UserError
from ..translation import tr
from .engine import Engine, EngineFailed


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
    except EngineFailed as error:
        if error.failure.error == "ProtocolError":
            raise _no_engine(python, error.detail) from error
        raise
    finally:
        engine.stop()
    if not isinstance(answer, Welcome):
        raise _no_engine(python, "\n".join(said))
    return answer


def _no_engine(python: Path, detail: str) -> UserError:
    return UserError(tr("{} does not answer as a Python with Phrasegon's engine would.").format(python), detail)
