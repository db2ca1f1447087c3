"""How the command ends."""

from __future__ import annotations

BAD_INPUT = 2
PARTLY = 3
"""There is a result, and something that is missing in it was told."""
STOPPED = 130
SIGNALLED = 128
"""Added to a signal's number, as shells do."""
