"""Build dist/phrasegon-<version>.zip, which QGIS installs; ``make plugin`` runs it.

What is named here is shipped and nothing else. The same tree gives the same bytes.
"""

from __future__ import annotations

import re
import sys
from configparser import ConfigParser
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

ROOT = Path(__file__).resolve().parents[1]
NAME = "phrasegon"
LARGEST_BYTES = 25_000_000
"""What the plugin repository takes."""
ENGINE = ("engine", "evaluation", "networks", "pipeline", "prompting", "scene", "segmenters", "weights")
SHIPPED = (
    *("__init__.py", "LICENSE", "plugin/**/*.py", "protocol/**/*.py", "i18n/*.qm", "docs/manual.md"),
    *("model/*.py", "model/weights/*.toml", *(f"model/{name}/**/*.py" for name in ENGINE)),
    *("resources/icons/*.svg", "resources/styles/*.qml", "resources/weights/*"),
    *("requirements/engine.txt", "requirements/uv.txt", "requirements/sizes.json"),
)
"""Patterns of what QGIS and the engine read at run time; the manifest and the manual's pictures join them."""


class ArchiveError(Exception):
    """The tree cannot be shipped; the message says why."""


def shipped_files(root: Path) -> list[Path]:
    """Return what goes into the archive as it stands."""
    files = {path for pattern in SHIPPED for path in root.glob(pattern) if path.is_file()}
    manual = root / "docs" / "manual.md"
    if manual in files:
        pictures = re.findall(r"\]\((images/[^)\s]+)\)", manual.read_text(encoding="utf-8"))
        files |= {path for path in (manual.parent / picture for picture in pictures) if path.is_file()}
    return list(files)


def manifest(root: Path) -> str:
    """Return metadata.txt with the changelog of its version, which is kept in CHANGELOG.md alone."""
    text = (root / "metadata.txt").read_text(encoding="utf-8")
    changes = changes_of(version_of(text), (root / "CHANGELOG.md").read_text(encoding="utf-8"))
    indented = "\n ".join(changes.replace("%", "%%").splitlines())  # QGIS and the repository interpolate
    return f"{text.rstrip()}\nchangelog={indented}\n"


def version_of(text: str) -> str:
    """Return the version that a metadata.txt names."""
    parser = ConfigParser()
    parser.read_string(text)
    return parser["general"]["version"]


def changes_of(version: str, changelog: str) -> str:
    """Return a version's entry of a changelog in the manner of Keep a Changelog, without blank lines and markup.

    Raises:
        ArchiveError: there is no entry.
    """
    entry = re.search(rf"^## \[{re.escape(version)}\][^\n]*\n(.+?)(?=^## |\Z)", changelog, re.MULTILINE | re.DOTALL)
    if entry is None:
        raise ArchiveError(f"CHANGELOG.md has no entry for version {version}.")
    lines = re.sub(r"\n {2,}", " ", entry[1].replace("### ", "").replace("`", "")).splitlines()
    return "\n".join([f"Version {version}", *filter(str.strip, lines)])


def build(root: Path, folder: Path) -> Path:
    """Write the archive into a folder and return it.

    Raises:
        ArchiveError: the version has no changelog, or the archive is too large.
    """
    text = manifest(root)
    target = folder / f"{NAME}-{version_of(text)}.zip"
    contents = {path.relative_to(root).as_posix(): path.read_bytes() for path in shipped_files(root)}
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_suffix(".part")
    with ZipFile(unfinished, "w") as archive:
        for name, content in sorted({**contents, "metadata.txt": text.encode()}.items()):
            entry = ZipInfo(f"{NAME}/{name}", date_time=(1980, 1, 1, 0, 0, 0))
            entry.create_system, entry.external_attr = 3, 0o644 << 16  # as on Unix, wherever it is built
            archive.writestr(entry, content, ZIP_DEFLATED, compresslevel=9)
    size = unfinished.stat().st_size
    if size >= LARGEST_BYTES:
        unfinished.unlink()
        raise ArchiveError(f"{target.name} would have {size:,} bytes; it must stay below {LARGEST_BYTES:,}.")
    return unfinished.replace(target)


if __name__ == "__main__":
    try:
        built = build(ROOT, ROOT / "dist")
    except (ArchiveError, OSError) as error:
        sys.exit(f"The plugin was not built: {error}")
    sys.stdout.write(f"{built.relative_to(ROOT)}: {built.stat().st_size:,} bytes\n")
