"""A project."""

from __future__ import annotations

import pytest
from qgis.core import QgsProject


@pytest.fixture
def project(application):
    project = QgsProject.instance()
    project.clear()
    yield project
    project.clear()


@pytest.fixture
def never():
    """Nobody cancels."""
    return lambda: False
