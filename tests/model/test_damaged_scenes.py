"""Damaged scenes through the command line and the real nano, one of every kind of damage; benchmarks/ has 500."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "mutated_scenes.py"
SEED, COUNT = 7, 19


def test_a_damaged_scene_ends_in_a_result_or_a_sentence(tmp_path):
    report = tmp_path / "report.json"
    options = ["--seed", SEED, "--count", COUNT, "--report", report, "--keep", tmp_path / "kept"]
    command = [sys.executable, SCRIPT, *options]
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    cases = json.loads(report.read_text())["cases"]
    assert len({case["damage"] for case in cases}) == len(cases) == COUNT
    assert {case["kind"] for case in cases} <= {"result", "part", "sentence"}
    assert not any(case["noise"] for case in cases)
    assert not (tmp_path / "kept").exists()
