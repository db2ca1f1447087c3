"""The fold with what most runs leave alone: threshold, clean-up, overlap, tiles without the object."""

from __future__ import annotations

from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QFormLayout, QVBoxLayout, QWidget

from ..translation import tr
from .cleanup import Cleanup
from .form import add_row, caption, name_control, new_form, plain, say
from .sliding import SlidingNumber

_PER_CENT = 100.0
_MARGIN = 6
"""Pixels; a dock of 300 has to hold the longest text and a scroll bar."""


class AdvancedBox(QgsCollapsibleGroupBox):
    """Threshold, clean-up, overlap, and whether tiles without the object count.

    Signals:
        cleanup_changed: polygons would be made in another way of the same probabilities.
        changed: what needs another run.
    """

    cleanup_changed = pyqtSignal()
    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Advanced"), parent)
        self.setObjectName("phrasegonAdvanced")
        self.setSaveCollapsedState(False)
        self.live = caption("phrasegonLiveHint")
        self.threshold = SlidingNumber(1.0, 1.0, 2)
        self.min_area = SlidingNumber(500.0, 99999.0, 1, power=2.0)
        self.fill_holes = SlidingNumber(500.0, 99999.0, 1, power=2.0)
        self.simplify = SlidingNumber(5.0, 999.0, 2, power=2.0)
        self.separate = QCheckBox(tr("Separate touching o&bjects"))
        self.orthogonalise = QCheckBox(tr("S&quare the corners"))
        self.overlap = SlidingNumber(75.0, 75.0, 0)
        self.presence = QCheckBox(tr("&Leave out empty tiles"))
        self.presence.setChecked(True)
        self.overlap.number.setSuffix(tr(" %"))
        self.threshold.value, self.overlap.value = 0.5, 25.0
        self.threshold.number.setRange(0.01, 0.99)
        self._lay_out()
        self.set_units(metres=True)
        self._align()
        for slider in (self.threshold, self.min_area, self.fill_holes, self.simplify):
            slider.changed.connect(self.cleanup_changed)
        for box in (self.separate, self.orthogonalise):
            box.toggled.connect(self.cleanup_changed)
        self.overlap.changed.connect(self.changed)
        self.presence.toggled.connect(self.changed)
        self.setCollapsed(True)

    @property
    def cleanup(self) -> Cleanup:
        """How probabilities become polygons."""
        return Cleanup(
            threshold=self.threshold.value,
            min_area=self.min_area.value,
            fill_holes=self.fill_holes.value,
            simplify=self.simplify.value,
            separate=self.separate.isChecked(),
            orthogonalise=self.orthogonalise.isChecked(),
        )

    @cleanup.setter
    def cleanup(self, cleanup: Cleanup) -> None:
        self.threshold.value, self.simplify.value = cleanup.threshold, cleanup.simplify
        self.min_area.value, self.fill_holes.value = cleanup.min_area, cleanup.fill_holes
        self.separate.setChecked(cleanup.separate)
        self.orthogonalise.setChecked(cleanup.orthogonalise)

    @property
    def overlap_share(self) -> float:
        """Part of a tile's side that it shares with its neighbour."""
        return self.overlap.value / _PER_CENT

    def set_units(self, *, metres: bool) -> None:
        """Count areas and lengths in metres, or in pixels where the raster has no CRS."""
        for areas in (self.min_area, self.fill_holes):
            areas.number.setSuffix(tr(" m²") if metres else tr(" px²"))
        self.simplify.number.setSuffix(tr(" m") if metres else tr(" px"))

    def set_live(self, text: str) -> None:
        """Say that changes act on a result at once; empty: they do not."""
        say(self.live, text)

    def _align(self) -> None:
        rows = (self.threshold, self.min_area, self.fill_holes, self.simplify, self.overlap)
        width = max(row.number.minimumSizeHint().width() for row in rows)
        for row in rows:
            row.number.setFixedWidth(width)

    def _lay_out(self) -> None:
        form = new_form()
        self._add(form, tr("Threshold"), self.threshold, "phrasegonThreshold")
        self.threshold.setToolTip(tr("Probability from which a pixel counts as found: lower finds more."))
        self._add(form, tr("Min. area"), self.min_area, "phrasegonMinArea")
        self.min_area.setToolTip(tr("Polygons smaller than this are left out."))
        self._add(form, tr("Fill holes"), self.fill_holes, "phrasegonFillHoles")
        self.fill_holes.setToolTip(tr("Holes smaller than this are filled."))
        self._add(form, tr("Simplify"), self.simplify, "phrasegonSimplify")
        self.simplify.setToolTip(tr("So far an edge may move to get simpler."))
        tip = tr(
            "Cut a region apart where it is narrow: for houses that share a wall, tree crowns, parked cars; "
            "not for roads, water or vegetation."
        )
        name_control(self.separate, "phrasegonSeparate", plain(self.separate.text()), tip)
        form.addRow(self.separate)
        tip = tr("Turn edges to each polygon's main direction and its perpendicular, as of buildings.")
        name_control(self.orthogonalise, "phrasegonOrthogonalise", plain(self.orthogonalise.text()), tip)
        form.addRow(self.orthogonalise)
        self._add(form, tr("Overlap"), self.overlap, "phrasegonOverlap")
        self.overlap.setToolTip(tr("How much of its side a tile shares with its neighbour: more is slower."))
        tip = tr(
            "Every network marks something even where nothing is. Tiles that hardly hold the object count as empty, "
            "where the model can tell."
        )
        name_control(self.presence, "phrasegonPresence", plain(self.presence.text()), tip)
        form.addRow(self.presence)
        body = QWidget()  # the fold hides and shows its children; those of a child are left alone
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.live)
        column.addLayout(form)
        fold = QVBoxLayout(self)
        fold.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        fold.addWidget(body)

    def _add(self, form: QFormLayout, text: str, field: SlidingNumber, name: str) -> None:
        add_row(form, text, field.number, name, field=field)
        field.set_names(name, plain(text))
