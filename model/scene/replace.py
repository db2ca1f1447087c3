"""Putting finished files in the place of older ones, all of them or none."""

from __future__ import annotations

from pathlib import Path

_SIDECARS = {
    # Indexes and descriptions of the old shapefile would be taken for the new one's.
    ".shp": (".shx", ".dbf", ".prj", ".cpg", ".qpj", ".qix", ".sbn", ".sbx", ".idm", ".ind", ".shp.xml"),
}
_APPENDED = {
    # SQLite would play the journal of the old database back into the new one.
    ".gpkg": ("-journal", "-wal", "-shm"),
}


def replace_files(draft: Path, path: Path) -> None:
    """Moves the draft, and all that lies beside it in its folder, to ``path``'s folder in the place of what is there.

    The file itself comes last, in one step: at every moment there is either the old one or the new one.

    Args:
        draft: the finished file, alone with its sidecars in a folder on the file system of ``path``, under its name.
        path: where it shall stand.

    Raises:
        OSError: a file cannot be moved; then everything is as before.
    """
    new = [file for file in sorted(draft.parent.iterdir()) if file != draft]
    attic = draft.parent / "replaced"
    attic.mkdir()
    moves = [(old, attic / old.name) for old in _standing_beside(path)]
    moves += [(file, path.parent / file.name) for file in new]
    done = []
    try:
        for source, target in [*moves, (draft, path)]:
            source.replace(target)
            done.append((source, target))
    except OSError:
        for source, target in reversed(done):
            target.replace(source)
        raise


def _standing_beside(path: Path) -> list[Path]:
    """The files that belong to the one that stands at the path now."""
    suffix = path.suffix.lower()
    names = [path.stem + sidecar for sidecar in _SIDECARS.get(suffix, ())]
    names += [path.name + appended for appended in _APPENDED.get(suffix, ())]
    return [path.parent / name for name in names if (path.parent / name).is_file()]
