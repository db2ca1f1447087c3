"""RS2-SAM 2, after arXiv 2503.07266."""

from .config import PRESETS, RS2SAM2Config
from .network import PADDING_ID, RS2SAM2, Output

__all__ = ["PADDING_ID", "PRESETS", "RS2SAM2", "Output", "RS2SAM2Config"]
