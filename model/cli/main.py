"""The command ``phrasegon``: its subcommands, and how it ends."""

from __future__ import annotations

import errno
import logging
import signal
import sys
import threading
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import FrameType

import click

from ...protocol.version import version
from ..errors import PhrasegonError
from .batch import batch
from .bench import bench
from .evaluate import evaluate
from .fetch import fetch
from .models import models
from .segment import segment
from .snap import snap
from .status import BAD_INPUT, SIGNALLED, STOPPED


@click.group(
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120},
    epilog="Exit status: 0, or 2 with one sentence on standard error if something given is wrong, or 3 if something "
    "is missing in the result, or 130 after Ctrl-C.",
)
@click.version_option(version(), prog_name="phrasegon")
@click.pass_context
def phrasegon(context: click.Context) -> None:
    """Type a phrase, get georeferenced polygons from aerial and satellite imagery."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


for _command in (segment, snap, batch, models, fetch, evaluate, bench):
    phrasegon.add_command(_command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave.

    The exit status is 0 if all went well, 2 with one sentence for bad input, 3 if something is missing in the result,
    130 after Ctrl-C, 143 if terminated.
    """
    with _quiet_libraries(), _tidy_end():
        status = _status(arguments)
    sys.exit(status)


@contextmanager
def _quiet_libraries() -> Iterator[None]:
    """Libraries' warnings and logs speak to programmers; what a user should know is printed by the commands."""
    with warnings.catch_warnings():
        if not sys.warnoptions:
            warnings.simplefilter("ignore")
            logging.disable(logging.ERROR)
        try:
            yield
        finally:
            logging.disable(logging.NOTSET)


@contextmanager
def _tidy_end() -> Iterator[None]:
    """Let a request to end reach the code as Ctrl-C does, so that what is half written is taken away first."""
    names = ("SIGTERM", "SIGHUP") if threading.current_thread() is threading.main_thread() else ()
    numbers = [getattr(signal, name) for name in names if hasattr(signal, name)]
    ours = [number for number in numbers if signal.getsignal(number) is signal.SIG_DFL]  # nohup ignores one
    for number in ours:
        signal.signal(number, _leave)
    try:
        yield
    finally:
        for number in ours:
            signal.signal(number, signal.SIG_DFL)


def _leave(number: int, _: FrameType | None) -> None:
    sys.exit(SIGNALLED + number)


def _status(arguments: Sequence[str] | None) -> int:
    for argument in sys.argv[1:] if arguments is None else arguments:
        legible = argument.encode(errors="replace").decode()
        if legible != argument:  # neither GDAL nor a vocabulary takes it
            return _refuse(f"{legible!r} holds bytes that are no text: write it, or name the file, in UTF-8.")
    try:
        status = phrasegon.main(arguments, prog_name="phrasegon", standalone_mode=False)
    except PhrasegonError as error:
        return _refuse(str(error))
    except click.ClickException as error:
        return _refuse(error.format_message())
    except OSError as error:
        if error.errno != errno.ENAMETOOLONG:
            raise
        return _refuse(f"The name {error.filename} is too long for a file: give a shorter one.")
    except (click.Abort, KeyboardInterrupt):
        return STOPPED
    return int(status or 0)


def _refuse(sentence: str) -> int:
    click.echo(" ".join(sentence.split()), err=True)
    return BAD_INPUT
