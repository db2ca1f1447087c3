"""Models offered and fetched."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ...protocol import Answer, Fetch, Fetched, Offer, Progress, Quote
from ..errors import WeightsError
from ..segmenters.systems import conversion
from ..weights import fetch as weights
from ..weights.catalogue import find_entry
from ..weights.store import missing


def quote(quote: Quote, report: Callable[[Answer], None]) -> Offer:
    """Answer what fetching a model would mean; nothing is downloaded.

    Where only parts of a model are missing, the first of them is offered in its place.

    Raises:
        PhrasegonError: no such model, or its source cannot be reached.
    """
    report(Progress("fetching"))
    wanted = next(iter(missing(quote.model)), quote.model)
    offer = weights.quote(wanted)
    return Offer(
        model=offer.name,
        source=find_entry(wanted).source,
        revision=offer.revision,
        licence=offer.licence,
        total_bytes=offer.total_bytes,
        folder=str(offer.target),
    )


def fetch(fetch: Fetch, report: Callable[[Answer], None]) -> Fetched:
    """Get a model or a part that was offered, or take the one in a file.

    Raises:
        PhrasegonError: it cannot be had.
    """
    if fetch.file is None and fetch.revision is None:
        raise WeightsError(f"The download of {fetch.model} was not offered yet: ask for the offer first.")
    report(Progress("fetching"))
    check, arrange = conversion(find_entry(fetch.model))
    checkpoint = weights.fetch(
        fetch.model,
        confirm=None if fetch.revision is None else lambda offer: offer.revision == fetch.revision,
        file=None if fetch.file is None else Path(fetch.file),
        revision=fetch.revision,
        progress=lambda done, total: report(Progress("fetching", done, total)),
        check=check,
        arrange=arrange,
    )
    return Fetched(fetch.model, checkpoint.sha256)
