"""How one text holds several phrases, in the dock and in Processing alike."""

from __future__ import annotations

import re


def phrases_in(text: str) -> tuple[str, ...]:
    """The phrases of a text, each once: they are separated by semicolons or stand on lines of their own."""
    tidy = (" ".join(part.split()) for part in re.split(r"[;\n]", text))
    return tuple(dict.fromkeys(phrase for phrase in tidy if phrase))
