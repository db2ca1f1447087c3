"""A registry on this computer that begins to send a wheel and never goes on."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from .tiny import NAME


class StallingIndex(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, wheel: bytes) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.wheel = wheel
        self.asked_for_the_wheel = threading.Event()
        self.closing = threading.Event()
        self.url = f"http://127.0.0.1:{self.server_port}/simple"


class Handler(BaseHTTPRequestHandler):
    server: StallingIndex

    def do_GET(self) -> None:
        if self.path.endswith(".whl"):
            self._answer("application/octet-stream", self.server.wheel, len(self.server.wheel) // 2)
            self.server.asked_for_the_wheel.set()
            self.server.closing.wait()
        elif self.path.endswith(".metadata"):
            self.send_error(404)
        else:
            page = f'<a href="{self.server.url}/{NAME}">{NAME}</a>'.encode()
            self._answer("text/html", page, len(page))

    do_HEAD = do_GET

    def _answer(self, kind: str, content: bytes, sent: int) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content[:sent])
        self.wfile.flush()

    def log_message(self, *_) -> None:
        pass


@contextmanager
def stalling(wheel: bytes):
    with StallingIndex(wheel) as index:
        thread = threading.Thread(target=index.serve_forever)
        thread.start()
        yield index
        index.closing.set()
        index.shutdown()
        thread.join()
