"""The file that holds a batch's phrases."""

from __future__ import annotations

import sys
from pathlib import Path

from ..errors import PhraseError
from ..pipeline.options import checked_phrases


def read_phrases(file: str) -> tuple[str, ...]:
    """The phrases of a file, each once: one a line in UTF-8; blank lines and those that begin with # do not count.

    Args:
        file: its path; ``-`` is standard input.

    Raises:
        PhraseError: it cannot be read, or holds no phrase.
    """
    name = "Standard input" if file == "-" else file
    try:
        content = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        lines = content.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise PhraseError(f"{name} is no text in UTF-8: save it as such, with one phrase a line.") from error
    except OSError as error:
        raise PhraseError(f"{name} cannot be read ({error.strerror}): give a text file of phrases.") from error
    phrases = [line for line in map(str.strip, lines) if line and not line.startswith("#")]
    if not phrases:
        raise PhraseError(f"{name} holds no phrase: write one a line, without # before it.")
    return checked_phrases(phrases)
