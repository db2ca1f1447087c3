"""From a rough box or polygon to the object in it, without training: the second stage of PSLG-SAM."""

from .boundary import Proposal, optimise_boundary, propose_boundary
from .box import Box
from .foreground import MIN_CONFIDENCE, Point, Steps, find_point, foreground_point
from .snap import PromptedNetwork, Snapped, snap

__all__ = [
    "MIN_CONFIDENCE",
    "Box",
    "Point",
    "PromptedNetwork",
    "Proposal",
    "Snapped",
    "Steps",
    "find_point",
    "foreground_point",
    "optimise_boundary",
    "propose_boundary",
    "snap",
]
