"""What pyproject.toml cannot say.

The version stands in metadata.txt alone, where QGIS looks for it, and the repository's root is itself the package.
"""

from __future__ import annotations

from configparser import ConfigParser
from pathlib import Path

from setuptools import find_packages, setup

metadata = ConfigParser(interpolation=None)
metadata.read_string((Path(__file__).parent / "metadata.txt").read_text(encoding="utf-8"))

setup(
    version=metadata["general"]["version"],
    package_dir={"phrasegon": "."},
    packages=[
        "phrasegon",
        *(f"phrasegon.{name}" for name in find_packages(include=["model*", "plugin*", "protocol*"])),
    ],
)
