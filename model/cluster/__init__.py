"""The same road with its network on many machines, through Dask."""

from __future__ import annotations

from .crew import ClusterCrew
from .gathering import Gathering, gathered

__all__ = ["ClusterCrew", "Gathering", "gathered"]
