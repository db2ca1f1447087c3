"""The report counts as the pipeline would decide."""

from __future__ import annotations

import numpy as np
import pytest

from phrasegon.model.training.dataset import IGNORE, Example
from phrasegon.model.training.report import familiar, measure


def example(phrase: str, mask: np.ndarray, kind: str = "class") -> Example:
    """A picture that is bright in its left half."""
    image = np.zeros((3, 32, 32), np.uint8)
    image[:, :, :16] = 230
    return Example(image, phrase, mask, kind != "absent", kind, "building", "made", 0.5, None)


@pytest.fixture
def left_half() -> np.ndarray:
    mask = np.zeros((32, 32), np.uint8)
    mask[:, :16] = 1
    return mask


def test_iou_is_pooled_over_the_pixels_of_a_class(brightness, left_half: np.ndarray) -> None:
    quarter = left_half.copy()
    quarter[16:] = 0
    report = measure(brightness, [example("bright", left_half), example("bright", quarter)])
    assert report.classes == {"building": pytest.approx((512 + 256) / (512 + 512))}
    assert report.kinds == {"class": pytest.approx((1 + 0.5) / 2)}


def test_ignored_pixels_do_not_count(brightness, left_half: np.ndarray) -> None:
    partly = left_half.copy()
    partly[16:, :16] = IGNORE
    assert measure(brightness, [example("bright", partly)]).classes == {"building": 1.0}


def test_an_absent_phrase_stays_empty_only_if_no_pixel_is_found(brightness) -> None:
    nothing = np.zeros((32, 32), np.uint8)
    phrases = ["bright", "bright dragon", "bright dragon", "bright dragon"]
    report = measure(brightness, [example(phrase, nothing, "absent") for phrase in phrases])
    assert report.absent_empty == 0.75
    assert report.examples == {"absent": 4}


def test_a_phrase_is_measured_beside_its_class_alone(brightness, left_half: np.ndarray) -> None:
    # The stand-in marks what is bright unless a dragon is spoken of, so a lesser mask gains nothing by its phrase.
    quarter = left_half.copy()
    quarter[16:] = 0
    report = measure(brightness, [example("upper bright", quarter, "position"), example("bright", left_half)])
    assert report.kinds["position"] == report.asked_for_class["position"] == pytest.approx(0.5)
    assert set(report.asked_for_class) == {"position"}


def test_a_model_is_asked_only_what_it_has_words_for(brightness, left_half: np.ndarray) -> None:
    known, unknown = example("bright", left_half), example("bright zebra", left_half)
    assert familiar(brightness, [known, unknown, known]) == [known, known]


def test_area_that_presence_takes_away_is_counted(brightness, left_half: np.ndarray) -> None:
    report = measure(brightness, [example("bright", left_half), example("bright dragon", left_half)])
    assert report.area_lost == pytest.approx(0.5)
