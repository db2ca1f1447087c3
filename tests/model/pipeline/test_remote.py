"""Rasters that are no files of this machine keep their names."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from dataclasses import replace

import geopandas
import pytest

from phrasegon.model.errors import SceneError
from phrasegon.model.pipeline import run
from phrasegon.protocol import Request

SERVER = """
import re, sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

content = Path(sys.argv[1]).read_bytes()

class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_HEAD(self):
        self.do_GET()

    def do_GET(self):
        asked = re.fullmatch(r"bytes=(\\d+)-(\\d+)", self.headers.get("Range", ""))
        if not self.path.endswith("/scene.tif"):
            self.answer(404, b"")
        elif asked is None:
            self.answer(200, content)
        else:
            start, end = int(asked[1]), min(int(asked[2]) + 1, len(content))
            self.answer(206, content[start:end], {"Content-Range": f"bytes {start}-{end - 1}/{len(content)}"})

    def answer(self, status, body, headers={}):
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), "Accept-Ranges": "bytes", **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    def log_message(self, *_):
        pass

server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
print(server.server_port, flush=True)
server.serve_forever()
"""
"""A server of one file, in parts too. A process of its own: GDAL lets no other thread run while it opens a file."""


@pytest.fixture
def address(monkeypatch, request_file):
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with subprocess.Popen([sys.executable, "-c", SERVER, request_file.scene], stdout=subprocess.PIPE) as server:
        yield f"http://127.0.0.1:{int(server.stdout.readline())}"
        server.kill()


@pytest.fixture
def request_file(write_scene, blobs, tmp_path) -> Request:
    return Request(str(write_scene(blobs)), ("bright",), str(tmp_path / "out.gpkg"), journal=str(tmp_path / "journal"))


def outlines(request, segmenter):
    return geopandas.read_file(run(request, load=lambda *_: segmenter).output).geometry


def test_an_address_is_read_like_the_file(address, request_file, brightness, tmp_path):
    there = replace(request_file, scene=f"/vsicurl/{address}/scene.tif", probability=str(tmp_path / "p.tif"))
    assert outlines(there, brightness).equals(outlines(request_file, brightness))


def test_a_file_in_an_archive_is_read_like_the_file(request_file, brightness, tmp_path):
    with zipfile.ZipFile(tmp_path / "scenes.zip", "w") as archive:
        archive.write(tmp_path / "scene.tif", "scene.tif")
    there = replace(request_file, scene=f"/vsizip/{tmp_path}/scenes.zip/scene.tif")
    assert outlines(there, brightness).equals(outlines(request_file, brightness))


def test_an_address_that_does_not_answer_is_told_of(address, request_file, brightness):
    for scene in (f"/vsicurl/{address}/other.tif", "/vsicurl/http://127.0.0.1:9/scene.tif"):
        with pytest.raises(SceneError, match="check the address and the connection"):
            run(replace(request_file, scene=scene), load=lambda *_: brightness)
