"""The errors a user can mend. The text of each is one sentence that says what to do next."""

from __future__ import annotations


class PhrasegonError(Exception):
    """Root of all errors that come from what the user gave; anything else that is raised is a defect."""


class SceneError(PhrasegonError):
    """The raster cannot be read, or the area asked for does not lie in it."""


class PhraseError(PhrasegonError):
    """The phrase is empty or cannot be understood."""


class ModelError(PhrasegonError):
    """No such model, or it cannot run on the device asked for."""


class WeightsError(PhrasegonError):
    """A weight file is missing, damaged, or not the one expected."""


class OptionError(PhrasegonError):
    """An option lies outside its range."""


class OutputError(PhrasegonError):
    """The result cannot be written where it was asked for."""
