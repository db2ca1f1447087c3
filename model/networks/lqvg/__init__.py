"""LQVG, the first stage of PSLG-SAM."""

from .config import PRESETS, LQVGConfig, TextConfig
from .network import LQVG
from .roberta import PADDING_ID
from .states import Boxes, Features, Words

__all__ = ["LQVG", "PADDING_ID", "PRESETS", "Boxes", "Features", "LQVGConfig", "TextConfig", "Words"]
