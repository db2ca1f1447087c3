"""Phrasegon: type a phrase, get georeferenced polygons.

The package is both a QGIS plugin folder and an installed library, so importing it loads neither torch nor qgis.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .model.pipeline import segment

__all__ = ["classFactory", "segment"]


def classFactory(iface: Any) -> Any:  # noqa: N802 (the name QGIS looks for)
    """Return the plugin object that QGIS drives."""
    from .plugin.main import PhrasegonPlugin

    return PhrasegonPlugin(iface)


def __getattr__(name: str) -> Any:
    if name == "segment":
        from .model.pipeline import segment

        return segment
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
