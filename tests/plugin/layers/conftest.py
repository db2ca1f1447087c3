"""A project, and a server of imagery."""

from __future__ import annotations

import threading

import pytest
from qgis.core import QgsProject

from .imagery import Server


@pytest.fixture
def project(application):
    project = QgsProject.instance()
    project.clear()
    yield project
    project.clear()


@pytest.fixture(scope="session")
def server_folder(tmp_path_factory):
    return tmp_path_factory.mktemp("served")


@pytest.fixture(scope="session")
def running_server(server_folder):
    server = Server(server_folder)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def server(running_server):
    running_server.delay, running_server.broken = 0.0, False
    running_server.asked.clear()
    return running_server


@pytest.fixture
def never():
    """Nobody cancels."""
    return lambda: False
