"""The version stands in metadata.txt alone, where QGIS looks for it; everything else is in pyproject.toml."""

from __future__ import annotations

from configparser import ConfigParser
from pathlib import Path

from setuptools import setup

metadata = ConfigParser(interpolation=None)
metadata.read_string((Path(__file__).parent / "metadata.txt").read_text(encoding="utf-8"))
setup(version=metadata["general"]["version"])
