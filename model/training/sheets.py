"""Sheets of pictures for the documents, as files that stay small."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

_QUALITIES = (88, 80, 70, 60)


def save_sheet(sheet: Image.Image, path: Path, largest: int) -> None:
    """Write a JPEG below ``largest`` bytes, at the best quality that stays below; it appears only when whole."""
    part = path.with_name(f".{path.name}.part")
    for quality in _QUALITIES:
        sheet.save(part, "JPEG", quality=quality, optimize=True)
        if part.stat().st_size < largest:
            break
    part.replace(path)
