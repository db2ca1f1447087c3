from __future__ import annotations

import pytest

from phrasegon.plugin.dock.cost import Size, duration_text, memory_text, tiles, time_text, working_gsd
from phrasegon.protocol import Device, Model

NANO = Model("nano", "Nano", True, "GPL", "imagery", 512, (0.12, 5.0), 1_500_000_000)


@pytest.mark.parametrize(
    ("width", "height", "gsd", "overlap", "count"),
    [
        (100, 100, 1.0, 0.25, 1),
        (512, 512, 1.0, 0.25, 1),
        (513, 512, 1.0, 0.25, 2),
        (896, 896, 1.0, 0.25, 4),
        (896, 896, 0.5, 0.25, 25),
        (1024, 512, None, 0.0, 2),
    ],
)
def test_tiles_are_counted_as_the_engine_lays_them(width, height, gsd, overlap, count):
    assert tiles(Size(width, height, gsd), gsd, 512, overlap) == count


@pytest.mark.parametrize(
    ("native", "asked", "working"),
    [(0.6, None, 0.6), (0.05, None, 0.12), (20.0, None, 10.0), (8.0, None, 5.0), (0.6, 2.0, 2.0), (None, None, None)],
)
def test_the_working_resolution_stays_within_what_the_model_has_learnt(native, asked, working):
    assert working_gsd(Size(100, 100, native), asked, NANO.gsd_range) == working


def test_too_little_memory_is_said():
    enough = memory_text(NANO, Device("cpu", "CPU", 4_000_000_000, 8_000_000_000))
    short = memory_text(NANO, Device("cpu", "CPU", 1_000_000_000, 8_000_000_000))
    assert "1.5" in enough
    assert "4.0" in enough
    assert "only 1.0" in short


def test_the_time_comes_from_the_last_pace():
    assert "50 s" in time_text(25, 2.0)
    assert "25" in time_text(25, None)


@pytest.mark.parametrize(
    ("seconds", "text"), [(0.2, "less than a second"), (42.1, "43 s"), (150, "2 min"), (7300, "2 h 2 min")]
)
def test_durations_are_said_as_people_say_them(seconds, text):
    assert duration_text(seconds) == text
