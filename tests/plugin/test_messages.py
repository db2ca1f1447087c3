from __future__ import annotations

import pytest
from qgis.core import Qgis
from qgis.PyQt.QtCore import QObject, QUrl, pyqtSlot
from qgis.PyQt.QtGui import QDesktopServices, QGuiApplication
from qgis.PyQt.QtWidgets import QPushButton

from phrasegon.plugin.details import DetailsDialog
from phrasegon.plugin.errors import Remedy, UserError
from phrasegon.plugin.log import log_file
from phrasegon.plugin.messages import Messages


@pytest.fixture
def messages(interface):
    messages = Messages(interface)
    yield messages
    messages.close()


class Opener(QObject):
    """Takes files in place of the desktop's programs."""

    def __init__(self):
        super().__init__()
        self.opened = []

    @pyqtSlot(QUrl)
    def take(self, url):
        self.opened.append(url)


@pytest.fixture
def opener(application):
    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener.take)
    yield opener
    QDesktopServices.unsetUrlHandler("file")


def buttons(interface):
    return {each.objectName(): each for each in interface.bar.currentItem().findChildren(QPushButton)}


def test_an_error_is_one_sentence_that_stays(messages, interface):
    messages.error(UserError("The raster <a> & b cannot be used.", "Traceback ..."))
    item = interface.bar.currentItem()
    assert item.level() == Qgis.MessageLevel.Critical
    assert item.duration() == 0
    assert item.text() == "The raster &lt;a&gt; &amp; b cannot be used."
    assert "Traceback" not in item.text()
    assert set(buttons(interface)) == {"phrasegonDetails", "phrasegonOpenLog"}


def test_an_error_without_detail_has_no_button_for_it(messages, interface):
    messages.error(UserError("The phrase is empty."))
    assert set(buttons(interface)) == {"phrasegonOpenLog"}


def test_details_can_be_selected_and_copied(messages, interface):
    messages.error(UserError("It failed.", "line 1\nline 2"))
    buttons(interface)["phrasegonDetails"].click()
    (dialog,) = interface.window.findChildren(DetailsDialog)
    assert dialog.isVisible()
    assert not dialog.isModal()
    assert dialog.text.toPlainText() == "line 1\nline 2"
    assert dialog.text.isReadOnly()
    dialog.findChild(QPushButton, "phrasegonCopy").click()
    assert QGuiApplication.clipboard().text() == "It failed.\n\nline 1\nline 2"


def test_the_log_can_be_opened_and_holds_the_detail(messages, interface, opener):
    messages.error(UserError("It failed.", "because of this"))
    buttons(interface)["phrasegonOpenLog"].click()
    assert opener.opened == [QUrl.fromLocalFile(str(log_file()))]
    assert "because of this" in log_file().read_text(encoding="utf-8")


def test_the_remedy_is_a_button_that_acts_and_takes_the_message_away(messages, interface):
    done = []
    messages.on(Remedy.RESTART, lambda: done.append(Remedy.RESTART))
    messages.error(UserError("The engine ended.", "signal 9", Remedy.RESTART))
    assert set(buttons(interface)) == {"phrasegonRestart", "phrasegonDetails", "phrasegonOpenLog"}
    buttons(interface)["phrasegonRestart"].click()
    assert done == [Remedy.RESTART]
    assert interface.bar.items() == []


def test_a_remedy_that_nobody_has_is_no_button(messages, interface):
    messages.error(UserError("The engine ended.", "", Remedy.RESTART))
    assert set(buttons(interface)) == {"phrasegonOpenLog"}


def test_a_button_that_outlives_the_plugin_does_nothing(messages, interface):
    done = []
    messages.on(Remedy.RESTART, lambda: done.append(Remedy.RESTART))
    messages.error(UserError("The engine ended.", "", Remedy.RESTART))
    button = buttons(interface)["phrasegonRestart"]
    messages.close()
    button.click()
    assert done == []


@pytest.mark.parametrize(
    ("name", "level", "stays"),
    [
        ("warning", Qgis.MessageLevel.Warning, True),
        ("info", Qgis.MessageLevel.Info, False),
        ("success", Qgis.MessageLevel.Success, False),
    ],
)
def test_what_may_be_missed_goes_by_itself(messages, interface, name, level, stays):
    getattr(messages, name)("Three polygons.")
    item = interface.bar.currentItem()
    assert (item.level(), item.text(), item.duration() == 0) == (level, "Three polygons.", stays)
    assert buttons(interface) == {}


def test_without_a_window_the_log_hears_it(application):
    messages = Messages()
    messages.on(Remedy.INSTALL, lambda: None)
    messages.error(UserError("No window.", "no detail", Remedy.INSTALL))
    messages.warning("Take care.")
    text = log_file().read_text(encoding="utf-8")
    assert "ERROR No window.\nno detail\n" in text
    assert "WARNING Take care.\n" in text
