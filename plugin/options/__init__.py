"""Phrasegon's page of QGIS's options."""

from __future__ import annotations

from .page import PAGE, OptionsFactory

__all__ = ["PAGE", "OptionsFactory"]
