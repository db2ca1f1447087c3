"""The engine runs from what was installed, and from nothing else of the tree."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from phrasegon.packaging.archive import ROOT
from phrasegon.protocol import Hello, Progress, Request, Result, Shutdown, Welcome, decode, encode

SCENE = ROOT / "resources" / "sample" / "claremont.tif"


@pytest.fixture
def engine(unpacked, tmp_path):
    """Commands in, answers out; the engine's process ends with the test."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environment["PHRASEGON_HOME"] = str(tmp_path / "home")
    with subprocess.Popen(
        [sys.executable, "-I", "-B", "-X", "utf8", str(unpacked / "model" / "engine" / "__main__.py")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=tmp_path,
        env=environment,
        encoding="utf-8",
    ) as process:

        def ask(command):
            process.stdin.write(encode(command) + "\n")
            process.stdin.flush()
            for line in process.stdout:
                _, answer = decode(line)
                if not isinstance(answer, Progress):
                    return answer
            return process.wait()

        yield ask
        process.kill()


def test_the_installed_engine_welcomes_and_segments(engine, unpacked, tmp_path):
    welcome = engine(Hello(plugin="test"))
    assert isinstance(welcome, Welcome)
    assert "rs2sam2-nano" in {model.name for model in welcome.models if model.installed}
    output = tmp_path / "Bäume hier.gpkg"
    result = engine(Request(scene=str(SCENE), phrases=("trees",), output=str(output), device="cpu"))
    assert isinstance(result, Result), result
    assert result.polygons > 0
    assert output.stat().st_size > 0
    assert engine(Shutdown()) == 0
    assert not list(unpacked.rglob("__pycache__"))
