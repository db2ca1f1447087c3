"""Exhibits show what was found beside the truth, and fit their file."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from phrasegon.model.training.gallery import EXHIBITS, LARGEST_BYTES, Exhibit, sheets, strip
from phrasegon.model.training.sheets import save_sheet
from phrasegon.model.training.sources import load_showable
from phrasegon.model.training.sources.picture import UNKNOWN, legend, make_picture


@pytest.fixture
def picture():
    """Bright in its left half; the class is marked in the upper left quarter, the lower right one is unknown."""
    image = np.full((64, 64, 3), 40, np.uint8)
    image[:, :32] = 230
    codes = np.zeros((64, 64), np.uint8)
    codes[:32, :32], codes[32:, 32:] = 1, UNKNOWN
    legends = {"building": legend((1,))}
    return make_picture(
        source="made",
        place="here",
        image=image,
        codes=codes,
        gsd=0.5,
        gsd_range=(0.5, 0.5),
        legends=legends,
        exhaustive=frozenset(legends),
    )


def test_three_panels_show_the_picture_the_found_and_the_truth(brightness, picture):
    shown = np.asarray(strip(brightness, picture, Exhibit("here", (0.5, 0.5), 64, 0.5, "building", "bright")), int)
    plain, found, truth = (shown[26:, start : start + 320] for start in (0, 328, 656))
    upper, lower, right, unknown = np.s_[80, 80], np.s_[240, 80], np.s_[80, 240], np.s_[240, 240]
    assert [plain[at].tolist() for at in (upper, lower, right)] == [[230] * 3, [230] * 3, [40] * 3]
    assert found[upper].tolist() == found[lower].tolist() != plain[upper].tolist()
    assert found[right].tolist() == found[unknown].tolist() == [40] * 3
    assert truth[upper].tolist() != plain[upper].tolist()
    assert (truth[lower].tolist(), truth[right].tolist()) == ([230] * 3, [40] * 3)
    assert 40 < truth[unknown].mean() < 128


def test_a_sheet_that_is_full_of_detail_stays_below_its_size(tmp_path):
    noise = np.random.default_rng(1).integers(0, 255, (346, 976, 3), np.uint8)
    sheet, rest = sheets([Image.fromarray(noise)] * 2 + [Image.new("RGB", (976, 346))] * 4)
    assert (sheet.width, sheet.height) == (976, 5 * 354)
    assert (rest.width, rest.height) == (976, 354)
    save_sheet(sheet, tmp_path / "sheet.jpg", LARGEST_BYTES)
    assert (tmp_path / "sheet.jpg").stat().st_size < 400_000
    assert [path.name for path in tmp_path.iterdir()] == ["sheet.jpg"]


def test_every_exhibit_is_on_held_out_ground_and_has_its_class_labelled(data_root):
    places = {picture.place: picture for picture in load_showable(data_root)}
    assert len(EXHIBITS) >= 12
    assert [exhibit for exhibit in EXHIBITS if exhibit.name not in places[exhibit.place].legends] == []
