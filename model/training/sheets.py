"""Sheets of pictures for the documents, as files that stay small."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from ..scene.aside import file_aside

_QUALITIES = (88, 80, 70, 60)


def save_sheet(sheet: Image.Image, path: Path, largest: int) -> None:
    """Write a JPEG below ``largest`` bytes, at the best quality that stays below; it appears only when whole."""
    with file_aside(path) as staged:
        for quality in _QUALITIES:
            sheet.save(staged, "JPEG", quality=quality, optimize=True)
            if staged.stat().st_size < largest:
                break
