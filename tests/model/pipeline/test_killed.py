"""A run that is killed at drawn moments, again and again, and taken up by the same command."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

BANEPA = Path(__file__).resolve().parents[3] / "resources" / "sample" / "banepa.tif"
KILLS = 30

SCRIPT = """
import json, os, random, signal, sys, time
from pathlib import Path

import geopandas, pyarrow, torch
import phrasegon.model.pipeline.journal as journal
import phrasegon.model.segmenters.registry
from phrasegon.model.cli import main

torch.set_num_threads(1)  # a pool of threads does not survive a fork
scene, folder, kills = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
output, kept = folder / "out.fgb", folder / "p.tif"
arguments = ["segment", scene, "buildings", "-o", str(output), "--probability", str(kept), "--overlap", "0.5"]


def attempt(seconds=None):
    '''The exit status of a run in a process of its own, None if it was killed after so many seconds.'''
    child = os.fork()
    if child == 0:
        try:
            main([*arguments, "--resume"])
        except SystemExit as left:
            os._exit(left.code)
        finally:
            os._exit(70)
    if seconds is not None:
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return None if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)


def products():
    found = [path.read_bytes() for path in (output, kept)]
    for path in (output, kept):
        path.unlink()
    return found


start = time.monotonic()
status = attempt()
took = time.monotonic() - start
expected = products()
chance, killed, finished, same, done = random.Random(5), 0, [], [], [[]]
while killed < kills:
    end = attempt(chance.uniform(0, took))
    if end is None:
        killed += 1
        over = output.exists() and not (folder / "out.fgb.run").exists()  # but for leaving
        done[-1].append(99 if over else journal.tiles_done(folder / "out.fgb.run")[0])
    else:
        finished.append(end)
    if end is not None or over:
        same.append(products() == expected)
        done.append([])
finished.append(attempt())
same.append(products() == expected)
print(json.dumps({"first": status, "finished": finished, "same": same, "done": done}))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no fork and no SIGKILL")
def test_killed_at_thirty_drawn_moments_it_ends_with_the_same_bytes(tmp_path):
    command = [sys.executable, "-c", SCRIPT, str(BANEPA), str(tmp_path), str(KILLS)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    told = json.loads(ran.stdout.splitlines()[-1])
    assert told["first"] == 0
    assert set(told["finished"]) == {0}
    assert all(told["same"])
    assert sum(map(len, told["done"])) == KILLS
    assert max(max(run, default=0) for run in told["done"]) > 0
    for run in told["done"]:
        assert run == sorted(run)  # what was finished once is never computed again
    assert list(tmp_path.iterdir()) == []
