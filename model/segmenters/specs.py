"""What is told of a segmenter, from its entry in the catalogue and from how it was loaded."""

from __future__ import annotations

import torch

from ..weights.catalogue import Calibration, Model
from ..weights.store import Checkpoint
from .interface import SegmenterSpec


def spec_of(
    model: Model,
    checkpoint: Checkpoint,
    device: torch.device,
    precision: torch.dtype,
    calibration: Calibration | None,
    *,
    caches_image: bool,
) -> SegmenterSpec:
    """Describe a segmenter.

    Args:
        model: entry of the catalogue.
        checkpoint: the files it was loaded from.
        device: where it runs.
        precision: of its arithmetic.
        calibration: of its outputs, if any.
        caches_image: whether its ``encode_image`` does work that a second phrase can reuse.
    """
    return SegmenterSpec(
        name=model.name,
        tile=model.tile,
        gsd_range=model.gsd_range,
        licence=model.licence,
        source=model.source,
        weights_sha256=checkpoint.identity,
        caches_image=caches_image,
        device=device.type,
        precision=str(precision).removeprefix("torch."),
        presence_gate=calibration.presence_gate if calibration is not None and model.knows_absence else None,
    )
