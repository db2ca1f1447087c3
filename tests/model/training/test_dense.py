"""Every label of a crop at once."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
import torch

from phrasegon.model.training.crops import Crop
from phrasegon.model.training.dense import dense_labels, patch_loss, pixel_loss
from phrasegon.model.training.sources import CLASSES, IGNORE
from phrasegon.model.training.sources.picture import legend

BUILDING, ROAD, TREE = (CLASSES.index(name) for name in ("building", "road", "tree"))


@pytest.fixture
def crop(make_crop: Callable[..., Crop]) -> Crop:
    """Buildings (1) on the left, an unlabelled strip on the right; roads (2) are known not to occur."""
    codes = np.zeros((64, 64), np.uint8)
    codes[:, :16] = 1
    codes[:, 48:] = 255
    return make_crop(codes, {"building": legend((1,)), "road": legend((2,), unlabelled=0)})


def test_labels_are_those_of_the_crop_at_a_quarter_of_its_side(crop: Crop) -> None:
    labels = dense_labels(crop)
    assert labels.shape == (len(CLASSES), 16, 16)
    assert (labels[BUILDING, :, :4] == 1).all()
    assert (labels[BUILDING, :, 4:12] == 0).all()
    assert (labels[BUILDING, :, 12:] == IGNORE).all()
    assert (labels[ROAD] == 0).all()


def test_a_stride_of_one_gives_every_pixel(crop: Crop) -> None:
    labels = dense_labels(crop, 1)
    assert labels.shape == (len(CLASSES), 64, 64)
    assert (labels[BUILDING, :, :16] == 1).all()
    assert (labels[BUILDING, :, 16:48] == 0).all()


def test_houses_that_share_a_wall_are_parted(make_crop: Callable[..., Crop]) -> None:
    codes = np.ones((64, 64), np.uint8)
    instances = np.where(np.arange(64) < 32, 1, 2).astype(np.uint16) * np.ones((64, 1), np.uint16)
    labels = dense_labels(make_crop(codes, {"building": legend((1,))}, instances=instances))
    assert (labels[BUILDING].any(axis=0) == (np.arange(16) != 7)).all()


def test_a_class_that_the_picture_does_not_know_is_ignored(crop: Crop) -> None:
    assert (dense_labels(crop)[TREE] == IGNORE).all()


def test_losses_fall_towards_the_truth_and_do_not_see_the_unknown(crop: Crop) -> None:
    labels = torch.from_numpy(dense_labels(crop))[None]
    right = torch.where(labels == 1, 9.0, -9.0)
    elsewhere = torch.where(labels == IGNORE, 50.0, right)
    for loss in (pixel_loss, patch_loss):
        assert loss(right, labels) < 0.1 < loss(-right, labels)
    assert pixel_loss(elsewhere, labels) == pixel_loss(right, labels)


def test_a_batch_that_knows_nothing_costs_nothing() -> None:
    labels = torch.full((2, len(CLASSES), 8, 8), IGNORE, dtype=torch.uint8)
    logits = torch.randn(2, len(CLASSES), 8, 8)
    assert pixel_loss(logits, labels) == 0
    assert patch_loss(logits, labels) == 0
