"""What a user may choose for a run, checked before anything is opened."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..errors import OptionError, PhraseError

MAX_OVERLAP = 0.75
"""Beyond it every pixel is computed more than sixteen times, for no visible gain."""


@dataclass(frozen=True)
class Options:
    """Choices of one run; all have the value that suits most scenes.

    Attributes:
        aoi: vector file whose polygons limit the run.
        bounds: x0, y0, x1, y1 in the scene's CRS (pixels where it has none) that limit the run; not together with
            ``aoi``.
        gsd: metres a pixel to work at; None: the scene's own, kept within what the model was trained for.
        threshold: probability from which a pixel counts as found, 0..1.
        overlap: part of a tile's side that it shares with its neighbour, 0..0.75.
        min_area: polygons smaller than this are dropped, m2 (pixels where the scene has no CRS, as below).
        fill_holes: holes smaller than this are filled, m2.
        simplify: how far an edge may move, m.
        separate: cut regions apart where they are narrow, as houses that share a wall.
        orthogonalise: turn edges to each polygon's main direction and its perpendicular.
        presence: leave out tiles that hardly hold the object, where the model is calibrated to tell.
        least_score: for a model that finds boxes: all boxes of a tile of at least this score count, 0..1; None: the
            best one, whatever its score.
        probability: GeoTIFF to keep the probability in; several phrases: one file each, see ``kept_paths``.
        bands: numbers of the bands to look at, counted from 1: one (grey) or three (red, green, blue); None: as the
            file declares them.
        stretch: least and greatest value of each band, which become black and white; None: found from the raster.

    Raises:
        OptionError: a value lies outside its range, or two of them contradict each other.
    """

    aoi: str | Path | None = None
    bounds: tuple[float, float, float, float] | None = None
    gsd: float | None = None
    threshold: float = 0.5
    overlap: float = 0.25
    min_area: float = 0.0
    fill_holes: float = 0.0
    simplify: float = 0.0
    separate: bool = False
    orthogonalise: bool = False
    presence: bool = True
    least_score: float | None = None
    probability: str | Path | None = None
    bands: tuple[int, ...] | None = None
    stretch: tuple[tuple[float, float], ...] | None = None

    def __post_init__(self) -> None:
        """Check every value."""
        if not 0 <= self.threshold <= 1:
            raise OptionError(f"The threshold must lie between 0 and 1, not {self.threshold:g}.")
        if not 0 <= self.overlap <= MAX_OVERLAP:
            raise OptionError(f"The overlap must lie between 0 and {MAX_OVERLAP:g} of a tile, not {self.overlap:g}.")
        if self.least_score is not None and not 0 <= self.least_score <= 1:
            raise OptionError(f"The least score of a box must lie between 0 and 1, not {self.least_score:g}.")
        if self.gsd is not None and not 0 < self.gsd < math.inf:
            raise OptionError(f"The ground sample distance must be greater than 0 metres a pixel, not {self.gsd:g}.")
        for name, value in (
            ("minimum area", self.min_area),
            ("area of holes to fill", self.fill_holes),
            ("distance to simplify by", self.simplify),
        ):
            if not 0 <= value < math.inf:
                raise OptionError(f"The {name} must be 0 or more, not {value:g}.")
        self._check_area()
        self._check_look()

    def _check_area(self) -> None:
        if self.bounds is None:
            return
        if self.aoi is not None:
            raise OptionError("Give either an area of interest or bounds, not both.")
        x0, y0, x1, y1 = self.bounds
        if not (all(map(math.isfinite, self.bounds)) and x0 < x1 and y0 < y1):
            raise OptionError(
                f"Bounds are the lower and then the upper corner, X0 Y0 X1 Y1; {x0:g} {y0:g} {x1:g} {y1:g} "
                "do not enclose an area."
            )

    def _check_look(self) -> None:
        if self.bands is not None and len(self.bands) not in (1, 3):
            raise OptionError(f"Choose one band (grey) or three (red, green and blue), not {len(self.bands)}.")
        for low, high in self.stretch or ():
            if not (math.isfinite(low) and math.isfinite(high) and low <= high):
                raise OptionError(
                    f"The contrast goes from the darker to the brighter value, not from {low:g} to {high:g}."
                )


@dataclass(frozen=True)
class Search:
    """What is looked for, and where.

    Attributes:
        scene: path of the raster, or another name GDAL opens.
        phrases: what to look for, as ``checked_phrases`` gives them.
        options: how.
    """

    scene: str | Path
    phrases: tuple[str, ...]
    options: Options


def checked_phrases(phrases: str | Sequence[str]) -> tuple[str, ...]:
    """The phrases with single spaces, each once, in the order given.

    Raises:
        PhraseError: there is none, or one is blank or all invisible.
    """
    given = [phrases] if isinstance(phrases, str) else list(phrases)
    tidy = [" ".join(phrase.split()) for phrase in given]
    if not tidy or not all(any(letter.isprintable() for letter in phrase) for phrase in tidy):
        raise PhraseError('The phrase is empty: say what to look for, such as "the tin roofs".')
    return tuple(dict.fromkeys(tidy))
