"""What the plugin repository scans an upload with finds nothing that stops it, and next to nothing that it warns of."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest

CRITICAL = {
    *("B102", "B103", "B105", "B106", "B107", "B111", "B201", "B202", "B301", "B302", "B304", "B305", "B306", "B307"),
    *("B312", "B321", "B323", "B401", "B402", "B412", "B413", "B501", "B502", "B503", "B505", "B506", "B507", "B601"),
    *("B602", "B604", "B605", "B609", "B610", "B611", "B612", "B613", "B615", "B701"),
}
"""The 38 rules of bandit that block an upload, whatever severity bandit itself gives them."""
NOTED = {"B404", "B603"}
"""subprocess is imported, and called with a list: the engine is a process of its own."""
SYNTAX = "E9,F821,F823,F831"


def run(tool, *arguments, folder):
    command = [sys.executable, "-m", *tool, *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=300)


def bandit(folder):
    done = run(["bandit"], "-r", ".", "-f", "json", "--quiet", folder=folder)
    report = json.loads(done.stdout)
    assert report["errors"] == []
    assert report["metrics"]["_totals"]["loc"] > 0
    return {(issue["test_id"], issue["filename"], issue["line_number"]) for issue in report["results"]}


def secrets(folder):
    done = run(["detect_secrets"], "scan", "--all-files", "--exclude-files", r"metadata\.txt", ".", folder=folder)
    report = json.loads(done.stdout)
    return [(name, one["type"], one["line_number"]) for name, found in report["results"].items() for one in found]


def flake8(folder):
    return run(["flake8"], "--isolated", "--max-line-length=120", f"--select={SYNTAX}", ".", folder=folder)


def test_there_are_38_rules_that_block():
    assert len(CRITICAL) == 38


def test_bandit_finds_nothing_that_blocks_and_nothing_that_is_not_explained(unpacked):
    found = bandit(unpacked)
    assert not {issue for issue in found if issue[0] in CRITICAL}
    assert not {issue for issue in found if issue[0] not in NOTED}


def test_no_rule_that_blocks_is_silenced(unpacked):
    for path in unpacked.rglob("*.py"):
        for excuse in re.findall(r"#\s*nosec\b(.*)", path.read_text(encoding="utf-8")):
            silenced = set(re.findall(r"B\d{3}", excuse))
            assert silenced, f"{path}: a bare nosec silences every rule"
            assert not silenced & CRITICAL, path


def test_detect_secrets_finds_nothing(unpacked):
    assert secrets(unpacked) == []


def test_flake8_finds_nothing_that_blocks(unpacked):
    done = flake8(unpacked)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("import pickle; pickle.load(open('x', 'rb'))", "B301"),
        ("import subprocess; subprocess.run('ls', shell=True)", "B602"),
        ("password = 'hunter2-hunter2'", "B105"),
    ],
)
def test_the_scan_sees_what_would_block(tmp_path, line, rule):
    (tmp_path / "bad.py").write_text(line + "\n", encoding="utf-8")
    assert rule in {issue[0] for issue in bandit(tmp_path)} & CRITICAL


def test_the_scan_sees_secrets_and_undefined_names(tmp_path):
    key = "AKIA" + "QYLPMN5HHHFPZAM2"
    (tmp_path / "bad.py").write_text(f"key = '{key}'\nundefined\n", encoding="utf-8")
    assert "AWS Access Key" in {kind for _, kind, _ in secrets(tmp_path)}
    assert "F821" in flake8(tmp_path).stdout
