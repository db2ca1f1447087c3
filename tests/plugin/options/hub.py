"""A Hugging Face Hub of one repository on this machine, whose weights are none."""

from __future__ import annotations

import hashlib
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

COMMIT = "c" * 40
REPOSITORY = "ReeF2025/RS2-SAM2"
FILES = {"rrsisd/model.safetensors": bytes(3_000_000), "rrsisd/sentencepiece.bpe.model": b"no vocabulary"}


class Hub(ThreadingHTTPServer):
    """Serves ``FILES``; while ``stalled`` is set, it sends half of a file and waits.

    Attributes:
        address: what HF_ENDPOINT should name.
        downloads: names of the files that were asked for.
        stalled: see above.
    """

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.address = f"http://127.0.0.1:{self.server_port}"
        self.downloads = []
        self.stalled = threading.Event()
        self.go_on = threading.Event()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        path = self.path.split("?")[0]
        name = path.partition(f"/resolve/{COMMIT}/")[2]
        if path.startswith(f"/api/models/{REPOSITORY}"):
            self._reply(json.dumps(_info()).encode())
        elif name in FILES:
            self.server.downloads.append(name)
            self._send(FILES[name])
        else:
            self._reply(b"", 404)

    def log_message(self, *_):
        """Keep the test's output clean."""

    def _send(self, content):
        if not self.server.stalled.is_set():
            self._reply(content)
            return
        self._head(len(content), 200)
        self.wfile.write(content[: len(content) // 2])
        self.wfile.flush()
        self.server.go_on.wait(60)
        self.close_connection = True

    def _reply(self, content, status=200):
        self._head(len(content), status)
        self.wfile.write(content)

    def _head(self, length, status):
        self.send_response(status)
        self.send_header("Content-Length", str(length))
        self.end_headers()


def _info():
    siblings = [
        {
            "rfilename": name,
            "size": len(content),
            "blobId": "0" * 40,
            "lfs": {"size": len(content), "sha256": hashlib.sha256(content).hexdigest(), "pointerSize": 134},
        }
        for name, content in FILES.items()
    ]
    return {"id": REPOSITORY, "sha": COMMIT, "siblings": siblings, "cardData": {"license": "cc-by-4.0"}}
