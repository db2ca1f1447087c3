"""The dock's widgets and their order; what they do to each other is decided elsewhere."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ..settings import Settings
from .advanced import AdvancedBox
from .area import AreaChoice
from .detail import DetailChoice
from .form import new_form
from .model import ModelChoice
from .notice import Notice
from .output import OutputChoice
from .phrases import PhraseField
from .progress import ProgressPanel
from .raster import RasterChoice


class DockView(QWidget):
    """Choices in a scrolling column, and below them, always in sight, the button and what is under way.

    Args:
        settings: what was chosen last.
        parent: the dock.
    """

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("phrasegonView")
        column = QWidget()
        self.notice = Notice(column)
        self.phrases = PhraseField(column)
        self.raster = RasterChoice(column)
        self.area = AreaChoice(column)
        self.model = ModelChoice(column, settings.model, settings.device)
        self.detail = DetailChoice(column)
        self.output = OutputChoice(column)
        self.advanced = AdvancedBox(column)
        self.progress = ProgressPanel(self)
        self._scroll = self._scrolling(column)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self.progress)
        self.progress.adjust.connect(self.show_advanced)
        self._order_tabs()

    def show_advanced(self) -> None:
        """Lead the user to the threshold."""
        self.advanced.setCollapsed(False)
        self.layout().activate()
        self._scroll.ensureWidgetVisible(self.advanced.orthogonalise)
        self._scroll.ensureWidgetVisible(self.advanced.threshold)
        self.advanced.threshold.slider.setFocus(Qt.FocusReason.OtherFocusReason)

    def inputs(self) -> list[QWidget]:
        """All that the user can reach with the tabulator, from top to bottom."""
        advanced, line = self.advanced, self.output.widget.lineEdit()
        sliding = (advanced.threshold, advanced.min_area, advanced.fill_holes, advanced.simplify)
        pairs: list[QWidget] = [control for each in sliding for control in (each.slider, each.number)]
        return [
            *(self.notice.button, self.phrases.box, *self.phrases.tile_offer.buttons, self.raster.box),
            *(self.area.kind, self.area.layers, self.area.selected, self.detail.box),
            *(self.model.models, self.model.fetch, self.model.devices, self.model.prepared.button),
            *(line, *self.output.buttons, advanced, *pairs, advanced.separate, advanced.orthogonalise),
            *(advanced.overlap.slider, advanced.overlap.number, advanced.presence),
            *(self.progress.adjust_button, self.progress.button),
        ]

    def _scrolling(self, column: QWidget) -> QScrollArea:
        form = new_form()
        for part in (self.raster, self.area, self.detail, self.model, self.output):
            part.add_to(form)
        layout = QVBoxLayout(column)
        layout.addWidget(self.notice)
        layout.addWidget(self.phrases)
        layout.addLayout(form)
        layout.addWidget(self.advanced)
        layout.addStretch(1)
        scroll = QScrollArea()
        scroll.setObjectName("phrasegonScroll")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(column)
        return scroll

    def _order_tabs(self) -> None:
        inputs = self.inputs()
        for before, after in zip(inputs, inputs[1:]):
            QWidget.setTabOrder(before, after)
