"""A network that stays loaded until another one is asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

Network = TypeVar("Network")


class LastLoaded(Generic[Network]):
    """Holds the network that was asked for last."""

    def __init__(self) -> None:
        self._key: tuple[str, ...] = ()
        self._network: Network | None = None

    def get(self, key: tuple[str, ...], load: Callable[[], Network]) -> Network:
        """The network of a key: the one that is held if it is the same, else the loaded one.

        Args:
            key: all that tells a network from others: its weights, its device and how it is asked.
            load: makes it; what it raises is passed on, and nothing is held then.
        """
        if self._network is None or key != self._key:
            self._network = None  # its memory is free before the next one needs it
            self._network = load()
            self._key = key
        return self._network
