"""SAM 2.1 for single pictures, after arXiv 2408.00714."""

from .config import PRESETS, SAM2Config
from .network import SAM2, Maps

__all__ = ["PRESETS", "SAM2", "Maps", "SAM2Config"]
