"""Polygons made anew, such as with another threshold, in the layers that are there already."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from qgis.core import QgsDataProvider, QgsFeatureRequest, QgsPointXY, QgsRectangle, QgsVectorLayer

from ...protocol import Result, Revision
from ..errors import UserError
from ..translation import tr
from .metadata import document, revised
from .results import Shown, add_layer, refresh_nothing
from .vector import address, phrase_filter

_MOST_SELECTED = 500
"""So many selected polygons are looked for again; more would keep the user waiting."""


def swap(shown: Shown, result: Result, revision: Revision, *, temporary: bool = True) -> None:
    """Let the layers of a run show a revision. Main thread only.

    Style, name, place, visibility, filter and selection stay as the user left them. A layer that the user has removed
    stays away; a phrase for which there were no polygons gets a layer as soon as there are. The file that was shown
    before is removed if it was temporary.

    Args:
        shown: the run.
        result: of the revision.
        revision: what was asked for.
        temporary: whether the revision's file goes when the next is shown; False: it is the user's.

    Raises:
        UserError: a layer is being edited, or the file cannot be read; nothing has changed then.
    """
    check_not_edited(shown)
    shown.origin = revised(shown.origin, revision, result)
    for phrase, count, name in zip(revision.phrases, result.counts, result.layers):
        layer = shown.layer(phrase)
        if layer is not None:
            _show_anew(shown, layer, phrase, name)
        elif count and phrase not in shown.identifiers:
            add_layer(shown, phrase, name)
    refresh_nothing(shown)
    _remove_old(shown, Path(result.output) if temporary else None, Path(result.output))


def check_not_edited(shown: Shown) -> None:
    """Make sure that no layer of the run is in edit mode.

    Raises:
        UserError: one is.
    """
    for layer in shown.layers:
        if layer.isEditable():
            raise UserError(
                tr("“{}” is being edited: save or discard the edits first, then change the threshold.").format(
                    layer.name()
                )
            )


def _show_anew(shown: Shown, layer: QgsVectorLayer, phrase: str, name: str) -> None:
    output = shown.origin.result.output
    ours = phrase_filter(output, phrase, shown.origin.request.phrases)
    theirs = _users_filter(layer.subsetString(), shown.filters[phrase])
    marks, before = list(_marks(layer)), layer.source()
    layer.removeSelection()
    crs = layer.crs()
    options = QgsDataProvider.ProviderOptions()
    layer.setDataSource(address(output, name, ours), layer.name(), "ogr", options, False)
    if not layer.isValid():
        layer.setDataSource(before, layer.name(), "ogr", options, False)
        raise UserError(tr("The revised polygons in {} cannot be read: run the phrase again.").format(output))
    if theirs:
        layer.setSubsetString(f"({ours}) AND ({theirs})" if ours else theirs)
    shown.filters[phrase] = ours
    if not layer.crs().isValid():
        layer.setCrs(crs)
    _select(layer, marks)
    document(layer, phrase, shown.origin)
    layer.triggerRepaint()


def _users_filter(current: str, ours: str) -> str:
    """What the user has added to the filter that picks out the phrase."""
    if current == ours:
        return ""
    head = f"({ours}) AND ("
    return current[len(head) : -1] if ours and current.startswith(head) else current


def _marks(layer: QgsVectorLayer) -> Iterator[QgsPointXY]:
    """A point in each selected polygon: its number means nothing in another file."""
    if layer.selectedFeatureCount() > _MOST_SELECTED:
        return
    for feature in layer.getSelectedFeatures():
        point = feature.geometry().pointOnSurface()
        if not point.isEmpty():
            yield point.asPoint()


def _select(layer: QgsVectorLayer, marks: list[QgsPointXY]) -> None:
    found = []
    for mark in marks:
        request = QgsFeatureRequest(QgsRectangle(mark, mark)).setNoAttributes()
        found += [feature.id() for feature in layer.getFeatures(request) if feature.geometry().contains(mark)]
    if found:
        layer.selectByIds(found)


def _remove_old(shown: Shown, temporary: Path | None, now: Path) -> None:
    old, shown.temporary = shown.temporary, temporary
    if old is not None and old != now:
        shown.leftovers.append(old)
    shown.leftovers = [path for path in shown.leftovers if not _removed(path)]


def _removed(path: Path) -> bool:
    """Whether the file is gone; on Windows it stays as long as something has it open."""
    try:
        for each in (path, *(Path(f"{path}{end}") for end in ("-wal", "-shm", "-journal"))):
            each.unlink(missing_ok=True)
    except OSError:
        return False
    return True
