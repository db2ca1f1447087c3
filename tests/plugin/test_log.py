from __future__ import annotations

import threading

import pytest
from qgis.core import Qgis, QgsApplication

from phrasegon.plugin.log import LARGEST_BYTES, OLD_FILES, TAG, close_log, log, log_file
from phrasegon.plugin.runtime.home import VARIABLE


@pytest.fixture
def folder(application, tmp_path):
    """A data folder of the test's own."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv(VARIABLE, str(tmp_path / "data"))
        yield tmp_path / "data" / "log"
        close_log()


@pytest.fixture
def in_qgis(application):
    """What QGIS's message log has heard."""
    heard = []

    def hear(text, tag, level):
        heard.append((text, tag, level))

    QgsApplication.messageLog().messageReceived[str, str, Qgis.MessageLevel].connect(hear)
    yield heard
    QgsApplication.messageLog().messageReceived[str, str, Qgis.MessageLevel].disconnect(hear)


def test_a_line_reaches_qgis_and_the_file(folder, in_qgis):
    log("Bäume found", Qgis.MessageLevel.Warning)
    assert in_qgis == [("Bäume found", TAG, Qgis.MessageLevel.Warning)]
    assert log_file().parent == folder
    line = log_file().read_text(encoding="utf-8")
    assert line.endswith(" WARNING Bäume found\n")


def test_the_file_does_not_grow_for_ever(folder):
    line = "x" * (LARGEST_BYTES // 4)
    for _ in range(4 * (OLD_FILES + 3)):
        log(line)
    files = sorted(folder.iterdir())
    assert [path.name for path in files] == ["phrasegon.log", *(f"phrasegon.log.{n + 1}" for n in range(OLD_FILES))]
    assert max(path.stat().st_size for path in files) <= LARGEST_BYTES


def test_it_follows_the_data_folder(folder, tmp_path):
    log("here")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv(VARIABLE, str(tmp_path / "other"))
        log("there")
        assert "there" in log_file().read_text(encoding="utf-8")
    assert "there" not in log_file().read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_made_stops_nothing(application, tmp_path, in_qgis, capfd):
    (tmp_path / "data").write_text("a file where the folder should be")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv(VARIABLE, str(tmp_path / "data"))
        log("all the same")
    close_log()
    assert [text for text, *_ in in_qgis] == ["all the same"]
    assert "Traceback" not in capfd.readouterr().err


def test_lines_of_many_threads_stay_whole(folder):
    def write(number):
        for _ in range(50):
            log(f"{number}" * 100)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    texts = [line.rpartition(" ")[2] for line in log_file().read_text(encoding="utf-8").splitlines()]
    assert sorted(texts) == sorted(f"{number}" * 100 for number in range(4) for _ in range(50))
