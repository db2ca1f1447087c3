"""Which Phrasegon this is."""

from __future__ import annotations

from configparser import ConfigParser
from functools import cache
from pathlib import Path


@cache
def version() -> str:
    """The version in metadata.txt, such as ``0.3.0``."""
    metadata = ConfigParser(interpolation=None)
    metadata.read(Path(__file__).parents[1] / "metadata.txt", encoding="utf-8")
    return metadata["general"]["version"]
