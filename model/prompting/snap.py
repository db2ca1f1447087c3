"""Snap to the object: from a rough box or polygon to the mask of what is in it.

The second stage of PSLG-SAM (arXiv 2506.10503) by itself. It needs no training: SAM 2 is asked by the box and, where
colours tell the object from its surroundings, by one point on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from sam2.utils.amg import calculate_stability_score
from shapely.geometry.base import BaseGeometry
from torch import Tensor

from .boundary import optimise_boundary as with_better_boundary
from .box import Box
from .foreground import Point, foreground_point
from .picture import normalised

STABILITY_OFFSET = 1.0
"""Of the logit: a stable mask hardly changes when its threshold moves by so much."""
TOGETHER = 16
"""Prompts that go through the network at once."""


class PromptedNetwork(Protocol):
    """A network that segments what boxes and points show it, as SAM 2 does."""

    @property
    def image_size(self) -> int:
        """Side of the picture that it takes, in pixels."""
        ...

    def encode_image(self, picture: Tensor) -> Any:
        """Everything about a normalised picture (1, 3, S, S) that does not depend on a prompt."""
        ...

    def prompt(self, maps: Any, boxes: Tensor, points: Tensor | None) -> tuple[Tensor, Tensor]:
        """Three masks a prompt.

        Args:
            maps: what ``encode_image`` gave.
            boxes: left, top, right, bottom in pixels of the picture, (N, 4).
            points: x and y of a point on each object, (N, 2), or None.

        Returns:
            logits (N, 3, h, w), 0 at the boundary, and their predicted IoU with the object, (N, 3), 0..1.
        """
        ...


@dataclass(frozen=True)
class Snapped:
    """An object on a tile.

    Attributes:
        mask: its pixels, bool (H, W).
        predicted_iou: what the network expects of the mask's overlap with the object, 0..1.
        stability: overlap of the mask at a stricter with that at a looser threshold, 0..1.
        point: that the network was given beside the box, if any.
    """

    mask: NDArray[np.bool_]
    predicted_iou: float
    stability: float
    point: Point | None

    @property
    def score(self) -> float:
        """Trust in the mask, 0..1; a caller that has a score for the box multiplies it with this one."""
        return self.predicted_iou * self.stability


@dataclass(frozen=True)
class _Prompt:
    index: int
    box: Box
    point: Point | None


def snap(
    network: PromptedNetwork,
    tile: NDArray[np.uint8],
    shapes: Sequence[Box | BaseGeometry],
    *,
    use_point: bool = True,
    optimise_boundary: bool = False,
) -> list[Snapped | None]:
    """The object in each of several boxes or polygons on one tile.

    Args:
        network: on its device, ready for inference.
        tile: colours, (3, H, W), 0..255.
        shapes: in pixels of the tile; a polygon stands for its bounds.
        use_point: whether the network is also given a point, where one can be trusted.
        optimise_boundary: whether outlines are moved to the edges of the picture afterwards; helps poor masks only.

    Returns:
        one entry a shape, in order; None where a shape lies outside the tile or the network sees nothing in it.

    Raises:
        ModelError: boundaries shall be optimised and OpenCV is not installed.
    """
    prompts = list(_prompts(tile, shapes, use_point=use_point))
    results: list[Snapped | None] = [None] * len(shapes)
    if not prompts:
        return results
    with torch.inference_mode():
        maps = network.encode_image(normalised(tile, network.image_size))
        for group in _groups(prompts):
            for prompt, snapped in zip(group, _ask(network, maps, group, tile.shape[1:]), strict=True):
                results[prompt.index] = snapped if snapped.mask.any() else None
    if optimise_boundary:
        for prompt in prompts:
            if (found := results[prompt.index]) is not None:
                mask = with_better_boundary(tile, found.mask, prompt.box)
                results[prompt.index] = replace(found, mask=mask)
    return results


def _prompts(tile: NDArray[np.uint8], shapes: Sequence[Box | BaseGeometry], *, use_point: bool) -> Iterator[_Prompt]:
    height, width = tile.shape[1:]
    for index, shape in enumerate(shapes):
        box = (shape if isinstance(shape, Box) else Box.around(shape)).clipped(height, width)
        if box is not None:
            yield _Prompt(index, box, foreground_point(tile, box) if use_point else None)


def _groups(prompts: Sequence[_Prompt]) -> Iterator[list[_Prompt]]:
    """Prompts of one kind: to the network a point that is not there is not the same as no point."""
    for pointed in (True, False):
        alike = [prompt for prompt in prompts if (prompt.point is not None) == pointed]
        for start in range(0, len(alike), TOGETHER):
            yield alike[start : start + TOGETHER]


def _ask(network: PromptedNetwork, maps: Any, prompts: Sequence[_Prompt], size: tuple[int, ...]) -> Iterator[Snapped]:
    """The mask with the highest predicted IoU for each prompt, at the size of the tile (H, W)."""
    height, width = size
    scale = torch.tensor([network.image_size / width, network.image_size / height])
    corners = [[(box.left, box.top), (box.right, box.bottom)] for box in (prompt.box for prompt in prompts)]
    points = [(prompt.point.x, prompt.point.y) for prompt in prompts if prompt.point is not None]
    logits, predicted = network.prompt(
        maps, (torch.tensor(corners) * scale).flatten(1), torch.tensor(points) * scale if points else None
    )
    for prompt, masks, ious in zip(prompts, logits, predicted, strict=True):
        best = int(ious.argmax())
        chosen = masks[best].float()
        stability = calculate_stability_score(chosen[None], 0.0, STABILITY_OFFSET).nan_to_num()
        full = F.interpolate(chosen[None, None], (height, width), mode="bilinear", align_corners=False)
        yield Snapped((full[0, 0] > 0).cpu().numpy(), float(ious[best]), float(stability), prompt.point)
