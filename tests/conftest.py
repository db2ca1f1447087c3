"""The plugin's tests run in QGIS's Python and all others in the engine's; each Python collects what it can run."""

from __future__ import annotations

import os
from importlib.util import find_spec

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

collect_ignore = ["model", "packaging", "test_package.py"] if find_spec("qgis") else ["gui", "plugin"]
