"""Whether a probability of 0.7 is right in seven of ten cases."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

BINS = 10
BLUE = "#1f6fb2"
SIDE, MARGIN = 300, 40
"""Of the drawn diagram and of the room for its axes, in its own units."""


@dataclass
class Reliability:
    """Pixels by the probability that they were given.

    Attributes:
        pixels: how many in each of ten equal bins of probability.
        given: sum of their probabilities.
        true: how many of them are the object.
    """

    pixels: NDArray[np.float64] = field(default_factory=lambda: np.zeros(BINS))
    given: NDArray[np.float64] = field(default_factory=lambda: np.zeros(BINS))
    true: NDArray[np.float64] = field(default_factory=lambda: np.zeros(BINS))

    def add(self, probability: NDArray[np.float32], wanted: NDArray[np.bool_]) -> None:
        """Count pixels, (n,) each; probabilities 0..1."""
        bins = np.minimum((probability * BINS).astype(int), BINS - 1)
        self.pixels += np.bincount(bins, minlength=BINS)
        self.given += np.bincount(bins, weights=probability, minlength=BINS)
        self.true += np.bincount(bins, weights=wanted, minlength=BINS)

    @property
    def rows(self) -> list[tuple[float, float, float]]:
        """Mean probability given, share that is true, and share of all pixels, for each bin that holds any."""
        total = self.pixels.sum()
        return [
            (float(given / count), float(true / count), float(count / total))
            for count, given, true in zip(self.pixels, self.given, self.true, strict=True)
            if count
        ]

    @property
    def error(self) -> float:
        """Expected calibration error: mean distance of the two, weighted by pixels, 0..1."""
        return sum(abs(given - true) * share for given, true, share in self.rows)


def diagram(
    reliability: Reliability, given_as: str = "probability given", true_as: str = "share that is the object"
) -> str:
    """The reliability diagram as SVG: the share that is true over the probability given, beside the diagonal."""
    points = " ".join(f"{_x(given):.1f},{_y(true):.1f}" for given, true, _ in reliability.rows)
    dots = "".join(
        f'<circle cx="{_x(given):.1f}" cy="{_y(true):.1f}" r="{3 + 9 * share**0.5:.1f}" fill="{BLUE}"/>'
        for given, true, share in reliability.rows
    )
    ticks = "".join(
        f'<text x="{_x(value):.1f}" y="{_y(0) + 16:.1f}" text-anchor="middle">{value:.1f}</text>'
        f'<text x="{_x(0) - 6:.1f}" y="{_y(value) + 4:.1f}" text-anchor="end">{value:.1f}</text>'
        for value in (0.0, 0.5, 1.0)
    )
    whole = SIDE + 2 * MARGIN
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}" font-family="sans-serif">'
        f'<rect width="{whole}" height="{whole}" fill="white"/>'
        f'<rect x="{MARGIN}" y="{MARGIN}" width="{SIDE}" height="{SIDE}" fill="none" stroke="#888"/>'
        f'<line x1="{_x(0)}" y1="{_y(0)}" x2="{_x(1)}" y2="{_y(1)}" stroke="#888" stroke-dasharray="4"/>'
        f'<polyline points="{points}" fill="none" stroke="{BLUE}"/>{dots}{ticks}'
        f'<text x="{whole / 2}" y="{whole - 8}" text-anchor="middle">{given_as}</text>'
        f'<text transform="translate(12 {whole / 2}) rotate(-90)" text-anchor="middle">{true_as}</text>'
        f"</svg>\n"
    )


def _x(value: float) -> float:
    return MARGIN + SIDE * value


def _y(value: float) -> float:
    return MARGIN + SIDE * (1 - value)
