"""Memory that is freed stays at hand."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

SCRIPT = """
import resource
import torch
from phrasegon.model.segmenters.registry import load_segmenter

torch.set_num_threads(1)
load_segmenter("rs2sam2-nano", device="cpu")

def work():
    for _ in range(20):
        parts = [torch.empty(4_000_000).fill_(1.0) for _ in range(6)]  # 16 MB each
        del parts

work()
before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
work()
print(resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="glibc's allocator")
def test_a_network_does_not_get_its_memory_from_the_system_again_and_again():
    stingy = {**os.environ, "MALLOC_TRIM_THRESHOLD_": "65536"}  # as Dask sets it for its workers
    ran = subprocess.run([sys.executable, "-c", SCRIPT], env=stingy, capture_output=True, text=True, check=True)
    assert int(ran.stdout) < 20 * 6 * 4_000_000 * 4 / 4096 / 10  # a tenth of the pages
