"""The one door between QGIS and the engine: what they say to each other, one JSON line a message.

Standard library only and Python 3.9, because this package is loaded by both halves: by QGIS's own Python and by the
engine's. Imagery and results pass as files; a message only names them.
"""

from __future__ import annotations

from .answers import (
    Device,
    Failure,
    Fetched,
    Model,
    Offer,
    Part,
    Prepared,
    Preview,
    Progress,
    Recalled,
    Remark,
    Result,
    Scores,
    Snapped,
    Welcome,
)
from .commands import Cancel, Evaluation, Fetch, Hello, Preparation, Quote, Recall, Request, Revision, Shutdown, Snap
from .wire import ANSWERS, COMMANDS, VERSION, Answer, Command, Message, ProtocolError, decode, encode

__all__ = [
    "ANSWERS",
    "COMMANDS",
    "VERSION",
    "Answer",
    "Cancel",
    "Command",
    "Device",
    "Evaluation",
    "Failure",
    "Fetch",
    "Fetched",
    "Hello",
    "Message",
    "Model",
    "Offer",
    "Part",
    "Preparation",
    "Prepared",
    "Preview",
    "Progress",
    "ProtocolError",
    "Quote",
    "Recall",
    "Recalled",
    "Remark",
    "Request",
    "Result",
    "Revision",
    "Scores",
    "Shutdown",
    "Snap",
    "Snapped",
    "Welcome",
    "decode",
    "encode",
]
