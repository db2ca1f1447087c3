"""Why the engine's environment could not be made, in words: found in what uv, pip and the operating system say."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..errors import UserError
from ..translation import tr

_Sentence = Callable[[], str]


def _disk_full() -> str:
    return tr("The disk is full: make room, or choose a data folder on another disk.")


def _hash() -> str:
    return tr(
        "A package is not the one that Phrasegon was tested with (its hash differs), so it was not installed: try "
        "again, and if it stays, ask who looks after your network or your folder of wheels."
    )


def _blocked() -> str:
    return tr(
        "Antivirus software or a rule of your organisation blocked a program that the engine needs: ask for "
        "Phrasegon's data folder to be allowed."
    )


def _proxy() -> str:
    return tr(
        "The proxy did not let the download through: check the proxy in QGIS's options under Network, its name and "
        "password too."
    )


def _certificate() -> str:
    return tr(
        "The download server's certificate is not trusted here, as happens behind a firewall that reads along: ask for "
        "its certificate to be installed on this computer, or use a folder of wheels."
    )


def _network() -> str:
    return tr("The packages cannot be reached: connect to the network, or use a folder of wheels.")


def _permission() -> str:
    return tr(
        "Phrasegon may not write into its data folder: choose another data folder, or change who may write there."
    )


def _python() -> str:
    return tr("No suitable Python was found: install Python 3.11 on this computer, or name an existing one.")


def _unfit() -> str:
    return tr(
        "A package is not made for this computer's operating system or Python: update the operating system, or name "
        "an existing Python that has the packages."
    )


def _wheels() -> str:
    return tr("The folder of wheels lacks a package or has another version of it; Details names it.")


def _build() -> str:
    return tr("A package could not be built; Details tells what its build said.")


def _unknown() -> str:
    return tr("Setting up the engine failed; Details tells what was said.")


# The first that fits counts. A full disk or a blocked file often shows as something else further down.
_CAUSES: tuple[tuple[str, _Sentence], ...] = (
    (r"no space left|not enough space|disk quota exceeded|os error (28|112|122)\b|errno (28|122)\b", _disk_full),
    (r"hash mismatch|do not match the hashes|hashes are required|no hashes", _hash),
    (
        r"os error (225|1260|4551)\b|winerror (225|1260|4551)\b|contains a virus|group policy|application control",
        _blocked,
    ),
    (r"\b407\b|proxy|tunnel error|unsuccessful tunnel", _proxy),
    (r"certificate|unknownissuer|ssl error", _certificate),
    (r"not found in the provided package locations|find-links|only .* is available", _wheels),
    (
        r"no interpreter found|no (python )?download found|no python at|python downloads? .*(disabled|not allowed)",
        _python,
    ),
    (r"no usable wheels|no wheels with a matching|matching (python|platform)", _unfit),
    (r"dns error|failed to lookup|name resolution|error sending request|connection (refused|reset|aborted)", _network),
    (r"timed out|timeout|unreachable|network connectivity is disabled|offline|request failed", _network),
    (r"could not find a version|no matching distribution|no solution found", _network),
    (r"permission denied|access is denied|read-only file system|not permitted|os error (1|5|13|30)\b", _permission),
    (r"failed to build|build backend", _build),
)


def error_of(output: str) -> UserError:
    """What to tell the user about a program's last words.

    Args:
        output: what uv, pip or Python said; becomes the detail.
    """
    return UserError(_cause(output)(), output)


def error_of_system(error: OSError) -> UserError:
    """What to tell the user about an error of the operating system."""
    said = f"{error} (os error {getattr(error, 'winerror', None) or error.errno})"
    cause = _cause(said)
    return UserError(cause(), said)


def _cause(text: str) -> _Sentence:
    lower = text.lower()
    return next((sentence for pattern, sentence in _CAUSES if re.search(pattern, lower)), _unknown)
