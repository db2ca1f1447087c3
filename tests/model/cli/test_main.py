"""``phrasegon`` itself: version, help, and what is no command."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import phrasegon


def test_version_and_help(run):
    version = next(line for line in (Path(phrasegon.__file__).parent / "metadata.txt").read_text().splitlines()
                   if line.startswith("version=")).removeprefix("version=")  # fmt: skip
    assert run("--version") == (0, f"phrasegon, version {version}\n", "")
    for arguments in ((), ("--help",), ("segment", "--help"), ("bench", "--help")):
        status, out, err = run(*arguments)
        assert (status, err) == (0, "")
        assert out.startswith("Usage: phrasegon")


@pytest.mark.parametrize(
    ("command", "without"),
    [
        ("--help", {"torch", "numpy", "rasterio", "geopandas", "shapely"}),
        ("models", {"torch", "rasterio", "geopandas"}),
    ],
)
def test_what_only_tells_loads_nothing_heavy(command, without):
    code = (
        "import sys; from phrasegon.model.cli import main\n"
        f"try: main(['{command}'])\n"
        f"except SystemExit: print(sorted({without!r} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["segmnt"], "segmnt"),
        (["--colour"], "--colour"),
    ],
)
def test_what_is_no_command_is_refused_in_one_sentence(refused, arguments, says):
    sentence = refused(*arguments)
    assert says in sentence
    assert sentence.endswith((".", "?", ")"))
