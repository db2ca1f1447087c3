"""Who computes, as the options of a command say."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from .console import remark

if TYPE_CHECKING:
    from ...protocol import Request
    from ..pipeline.crew import Crew


@contextmanager
def crew_for(request: Request, workers: int | None, scheduler: str | None) -> Iterator[Crew | None]:
    """Workers for a request, their dashboard told of; None where this process does it all.

    Raises:
        PhrasegonError: there are none.
    """
    if workers is None and scheduler is None:
        yield None
        return
    from ..cluster import ClusterCrew, Gathering, gathered

    wanted = Gathering(workers, scheduler)
    with gathered(wanted) as client:
        remark(f"the workers' dashboard: {client.dashboard_link}")
        yield ClusterCrew(client, request.model, request.weights, request.device, wanted.threads)
