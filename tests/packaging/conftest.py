"""The built archive, and what is in it."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from phrasegon.packaging.archive import ROOT, build


@pytest.fixture(scope="session")
def archive(tmp_path_factory) -> Path:
    return build(ROOT, tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="session")
def unpacked(archive, tmp_path_factory) -> Path:
    """The plugin's folder, as QGIS has it after an installation, where the path is no easy one."""
    folder = tmp_path_factory.mktemp("Größe é plugins")
    with ZipFile(archive) as opened:
        opened.extractall(folder)
    return folder / "phrasegon"
