"""Models offered and fetched."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from ...protocol import Answer, Fetch, Fetched, Offer, Progress, Quote
from ..errors import WeightsError
from ..networks.rs2sam2 import PRESETS
from ..networks.rs2sam2.checkpoint import check_tensors
from ..weights import fetch as weights
from ..weights.catalogue import find


def quote(quote: Quote, report: Callable[[Answer], None]) -> Offer:
    """Answer what fetching a model would mean; nothing is downloaded.

    Raises:
        PhrasegonError: no such model, or its source cannot be reached.
    """
    report(Progress("fetching"))
    offer = weights.quote(quote.model)
    return Offer(
        model=offer.name,
        source=find(quote.model).source,
        revision=offer.revision,
        licence=offer.licence,
        total_bytes=offer.total_bytes,
        folder=str(offer.target),
    )


def fetch(fetch: Fetch, report: Callable[[Answer], None]) -> Fetched:
    """Get a model that was offered, or take the one in a file.

    Raises:
        PhrasegonError: it cannot be had.
    """
    if fetch.file is None and fetch.revision is None:
        raise WeightsError(f"The download of {fetch.model} was not offered yet: ask for the offer first.")
    report(Progress("fetching"))
    checkpoint = weights.fetch(
        fetch.model,
        confirm=lambda offer: offer.revision == fetch.revision,
        file=None if fetch.file is None else Path(fetch.file),
        revision=fetch.revision,
        progress=lambda done, total: report(Progress("fetching", done, total)),
        check=partial(check_tensors, PRESETS[find(fetch.model).preset]),
    )
    return Fetched(fetch.model, checkpoint.sha256)
