"""Found polygons paired with labelled ones."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray

MIN_IOU = 0.5
"""Intersection over union from which a found polygon is taken for a labelled one."""


def count_matches(found: NDArray[np.object_], labelled: NDArray[np.object_]) -> int:
    """Number of pairs with an IoU of at least ``MIN_IOU``, each polygon in one pair at most, best pairs first."""
    first, second = shapely.STRtree(labelled).query(found)
    small, large = np.sort([shapely.area(found[first]), shapely.area(labelled[second])], axis=0)
    # Their IoU is at most that share; a label of all parts of a scene would be cut with every found polygon otherwise.
    alike = small >= MIN_IOU * large
    first, second = first[alike], second[alike]
    shared = shapely.area(shapely.intersection(found[first], labelled[second]))
    iou = shared / (shapely.area(found[first]) + shapely.area(labelled[second]) - shared)
    taken_found: set[int] = set()
    taken_labelled: set[int] = set()
    for pair in np.argsort(-iou, kind="stable"):
        if iou[pair] < MIN_IOU:
            break
        if first[pair] not in taken_found and second[pair] not in taken_labelled:
            taken_found.add(first[pair])
            taken_labelled.add(second[pair])
    return len(taken_found)
