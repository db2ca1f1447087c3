"""Workers brought together: processes of this machine, or a cluster that is there already."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from distributed import Client, LocalCluster

from ..errors import ModelError, OptionError

_PATIENCE_SECONDS = 60


@dataclass(frozen=True)
class Gathering:
    """Which workers are wanted.

    Attributes:
        workers: so many processes of this machine; None: those of ``scheduler``.
        scheduler: address of a Dask scheduler, such as ``tcp://10.0.0.1:8786``.

    Raises:
        OptionError: both or neither are wanted.
    """

    workers: int | None = None
    scheduler: str | None = None

    def __post_init__(self) -> None:
        """Check that it is one of the two."""
        if (self.workers is None) == (self.scheduler is None):
            raise OptionError("Give either a number of workers on this machine or the address of a scheduler.")

    @property
    def threads(self) -> int | None:
        """Threads that the network of each worker gets; None: as somebody else has set it up."""
        return None if self.workers is None else max(1, (os.cpu_count() or 1) // self.workers)


@contextmanager
def gathered(wanted: Gathering) -> Iterator[Client]:
    """A client of the workers; those of this machine end with the block.

    Raises:
        ModelError: the scheduler does not answer, or nobody works for it.
    """
    with ExitStack() as stack:
        address = wanted.scheduler
        if address is None:
            # One thread each: a worker's network takes all the threads it is given for one block.
            address = stack.enter_context(
                LocalCluster(n_workers=wanted.workers, threads_per_worker=1, dashboard_address="127.0.0.1:0")
            )
        try:
            client = stack.enter_context(Client(address, timeout=_PATIENCE_SECONDS))
        except (OSError, ValueError) as error:
            raise ModelError(
                f"The scheduler {address} does not answer: give the address that it printed when it was started."
            ) from error
        try:
            client.wait_for_workers(1, timeout=_PATIENCE_SECONDS)
        except TimeoutError as error:
            raise ModelError(f"The scheduler {address} has no workers: start some with `dask worker`.") from error
        yield client
