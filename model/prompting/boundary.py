"""A mask's outline moved to where the colours change: the mask boundary optimisation of PSLG-SAM.

After arXiv 2506.10503, with GrabCut (Rother et al. 2004) from OpenCV. What the paper leaves open was chosen by trial on
labelled imagery. It helps only masks that are a good deal off, and harms good ones: docs/pslg-sam.md.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage
from skimage.color import rgb2lab
from skimage.segmentation import find_boundaries

from ..errors import ModelError
from .box import Box
from .seeds import Seeds, seeds_of
from .window import Window

MIN_AREA = 64
"""Pixels; a smaller mask has no inside to learn colours from."""
BAND = 0.03
"""Half the width of the band in which the outline may move, over the square root of the mask's area."""
WIDEST_BAND = 12
MARGIN = 8
LONGEST = 384
"""Side in pixels that a window is shrunk to."""
SEED = 20250612
STEPS = 3
SETTLED = 0.005
"""A step that changes a smaller share of the mask is the last one."""
MIN_IOU = 0.85
"""Between the mask and the proposal; beyond it the cut has left the object."""
MIN_GAIN = 1.3
"""How much stronger the colours must change along the new outline than along the old one."""

_EDGE_SIGMA = 1.0

Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Proposal:
    """A mask beside the one it was made from, in a window of the tile, bool (h, w) each.

    Attributes:
        window: where on the tile.
        picture: colours, uint8 (h, w, 3).
        before: the mask that was given.
        after: the mask whose outline has moved.
    """

    window: Window
    picture: NDArray[np.uint8]
    before: Mask
    after: Mask

    def acceptable(self) -> bool:
        """Whether the new mask is much like the old one, and its outline clearly on stronger edges."""
        overlap = float(np.count_nonzero(self.before & self.after) / np.count_nonzero(self.before | self.after))
        edges = _edges(self.picture)
        old, new = (float(edges[find_boundaries(mask)].mean()) for mask in (self.before, self.after))
        return overlap >= MIN_IOU and new >= MIN_GAIN * old

    def on_tile(self, mask: Mask) -> Mask:
        """The tile's mask (H, W) with what the window proposes in its place."""
        moved = mask.copy()
        moved[self.window.on_tile] = self.window.back(self.after)
        return moved


def optimise_boundary(tile: NDArray[np.uint8], mask: Mask, box: Box) -> Mask:
    """Move the outline of a mask to the edges of the picture, where there is reason to.

    Args:
        tile: colours, (3, H, W), 0..255.
        mask: (H, W).
        box: that the mask was asked for by, in pixels of the tile.

    Returns:
        bool (H, W); the mask itself where nothing better was found.

    Raises:
        ModelError: OpenCV is not installed.
    """
    proposal = propose_boundary(tile, mask, box)
    return proposal.on_tile(mask) if proposal and proposal.acceptable() else mask


def propose_boundary(tile: NDArray[np.uint8], mask: Mask, box: Box) -> Proposal | None:
    """The outline that the colours alone would give, good or not; None where the mask is too small to tell.

    Takes what :func:`optimise_boundary` takes and raises what it raises.
    """
    area = np.count_nonzero(mask)
    if area < MIN_AREA:
        return None
    radius = min(max(round(BAND * math.sqrt(area)), 1), WIDEST_BAND)
    margin = MARGIN + 2 * radius
    window = Window.around(_bounds(mask).joined(box).grown(margin, margin), mask.shape, LONGEST)
    picture = window.view(tile.transpose(1, 2, 0)).round().astype(np.uint8)
    before = np.asarray(window.view(mask[..., None])[..., 0] >= 0.5, np.bool_)
    seeds = seeds_of(before, max(1, round(radius / max(window.scale))))
    if seeds is None:
        return None
    after = _grab_cut(picture, before, seeds)
    return Proposal(window, picture, before, after)


def _bounds(mask: Mask) -> Box:
    rows, columns = (np.flatnonzero(mask.any(axis=axis)) for axis in (1, 0))
    return Box(float(columns[0]), float(rows[0]), float(columns[-1] + 1), float(rows[-1] + 1))


def _grab_cut(picture: NDArray[np.uint8], mask: Mask, seeds: Seeds) -> Mask:
    """The cut between foreground and background that two mixtures of five colours each settle on."""
    cv2 = _opencv()
    state = np.where(mask, cv2.GC_PR_FGD, cv2.GC_PR_BGD).astype(np.uint8)
    state[seeds.foreground] = cv2.GC_FGD
    state[seeds.background] = cv2.GC_BGD
    models = [np.zeros((1, 65)), np.zeros((1, 65))]
    # The mixtures start from a clustering that draws from OpenCV's own generator.
    cv2.setRNGSeed(SEED)
    for step in range(STEPS):
        before = _is_foreground(state)
        mode = cv2.GC_EVAL if step else cv2.GC_INIT_WITH_MASK
        cv2.grabCut(picture, state, None, *models, 1, mode)
        after = _is_foreground(state)
        if np.count_nonzero(after != before) < SETTLED * np.count_nonzero(mask):
            break
    return after


def _is_foreground(state: NDArray[np.uint8]) -> Mask:
    """GrabCut's two kinds of foreground are its odd numbers."""
    return np.asarray(state & 1, np.bool_)


def _edges(picture: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Strength of the change of colour at each pixel, in units of CIE Lab a pixel, (h, w)."""
    channels = np.moveaxis(rgb2lab(picture), 2, 0)
    gradients = [ndimage.gaussian_gradient_magnitude(channel, _EDGE_SIGMA) for channel in channels]
    return np.asarray(np.linalg.norm(gradients, axis=0), np.float64)


def _opencv() -> Any:
    try:
        import cv2
    except ImportError as error:
        raise ModelError(
            "Optimising boundaries needs OpenCV, which is not installed; "
            "install the package opencv-python-headless beside Phrasegon, or leave the option off."
        ) from error
    return cv2
