"""The road with workers of a real cluster on this machine."""

from __future__ import annotations

import os
import signal
import sys
from dataclasses import replace
from pathlib import Path

import geopandas
import pytest
import torch

from phrasegon.model.cli import main
from phrasegon.model.cluster import ClusterCrew, Gathering, gathered
from phrasegon.model.errors import ModelError, OptionError, SceneError, WeightsError
from phrasegon.model.pipeline import run
from phrasegon.protocol import Progress, Request

BANEPA = Path(__file__).resolve().parents[3] / "resources" / "sample" / "banepa.tif"


@pytest.fixture(scope="module")
def client():
    with gathered(Gathering(workers=2)) as client:
        yield client


@pytest.fixture
def crew(client):
    return ClusterCrew(client, "rs2sam2-nano", None, "cpu", threads=1)


def many_tiles(folder: Path) -> Request:
    """Dozens of tiles in four blocks."""
    return Request(
        str(BANEPA),
        ("buildings",),
        str(folder / "out.fgb"),
        gsd=0.1,
        overlap=0.7,
        device="cpu",
        probability=str(folder / "p.tif"),
    )


@pytest.fixture
def request_tiles(tmp_path) -> Request:
    return many_tiles(tmp_path)


@pytest.fixture(scope="module")
def alone(tmp_path_factory):
    """What one process gives for it, with as many threads as a worker has."""
    folder = tmp_path_factory.mktemp("alone")
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        return run(many_tiles(folder)), products(folder)
    finally:
        torch.set_num_threads(threads)


def products(folder):
    return {path.name: path.read_bytes() for path in Path(folder).iterdir() if path.suffix in (".fgb", ".tif")}


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_a_killed_worker_changes_nothing(client, crew, request_tiles, alone, tmp_path):
    expected, files = alone
    killed = []

    def kill_one(progress: Progress) -> None:
        if progress.stage == "segmenting" and 0 < progress.tiles_done < progress.tiles_total and not killed:
            killed.append(next(iter(client.run(os.getpid).values())))
            os.kill(killed[0], signal.SIGKILL)

    result = run(request_tiles, kill_one, crew=crew)
    assert killed
    assert result.tiles == expected.tiles > 40
    assert result.polygons == expected.polygons > 0
    assert products(tmp_path) == files


def test_a_run_that_was_broken_off_goes_on_with_workers(crew, request_tiles, alone, tmp_path):
    _, files = alone
    kept = replace(request_tiles, journal=str(tmp_path / "journal"))
    starts = []

    def stop(progress: Progress) -> None:
        if progress.stage == "segmenting" and progress.tiles_done > 16:
            raise KeyboardInterrupt

    def note(progress: Progress) -> None:
        if progress.stage == "segmenting":
            starts.append(progress.tiles_done)

    with pytest.raises(KeyboardInterrupt):
        run(kept, stop, crew=crew)
    run(kept, note, crew=crew)
    assert starts[0] > 8
    assert products(tmp_path) == files


def test_what_a_worker_cannot_use_is_told_in_its_words(client, crew, request_tiles, tmp_path):
    with pytest.raises(ModelError, match="install the same one everywhere"):
        run(request_tiles, crew=_With(crew, version="0.0.1"))
    with pytest.raises(WeightsError, match="give it the same file"):
        run(request_tiles, crew=_With(crew, weights_sha256="0" * 64))
    with pytest.raises(SceneError, match=r"There is no file .*elsewhere\.tif"):
        run(request_tiles, crew=_With(crew, search=_elsewhere(request_tiles)))
    assert list(tmp_path.iterdir()) == []


class _With:
    """A crew whose workers are told something else."""

    def __init__(self, crew, **changes) -> None:
        self._crew, self._changes = crew, changes

    def compute(self, segmenter, errand):
        answers = ClusterCrew._answers

        def changed(first):
            return answers(self._crew, replace(self._job(segmenter, errand), **self._changes), errand, first)

        return changed

    def _job(self, segmenter, errand):
        from phrasegon.model.cluster.worker import Job
        from phrasegon.protocol.version import version

        sha256 = segmenter.spec.weights_sha256
        return Job(errand.search, "rs2sam2-nano", None, "cpu", sha256, errand.size, 1, version())


def _elsewhere(request):
    from phrasegon.model.pipeline.options import Options, Search

    return Search("elsewhere.tif", request.phrases, Options(gsd=request.gsd, overlap=request.overlap))


def test_the_command_shares_its_work_and_tells_of_the_dashboard(tmp_path, capsys, client):
    arguments = ["segment", str(BANEPA), "buildings", "--device", "cpu", "-o"]
    with pytest.raises(SystemExit) as left:
        main([*arguments, str(tmp_path / "a.fgb"), "--scheduler", client.scheduler.address])
    assert left.value.code == 0
    assert "the workers' dashboard: http://127.0.0.1:" in capsys.readouterr().err
    with pytest.raises(SystemExit) as left:
        main([*arguments, str(tmp_path / "b.fgb")])
    one, other = (geopandas.read_file(tmp_path / name) for name in ("a.fgb", "b.fgb"))
    assert one.union_all().symmetric_difference(other.union_all()).area <= 1e-3 * other.union_all().area


def test_a_batch_shares_the_blocks_of_its_scenes(tmp_path, capsys, client):
    (tmp_path / "phrases.txt").write_text("buildings\ntrees\n")
    scenes = [str(path) for path in sorted(BANEPA.parent.glob("*.tif"))]
    command = ["batch", *scenes, "--phrases", str(tmp_path / "phrases.txt"), "--device", "cpu", "-o"]
    with pytest.raises(SystemExit) as left:
        main([*command, str(tmp_path / "many"), "--scheduler", client.scheduler.address])
    assert left.value.code == 0, capsys.readouterr().err
    with pytest.raises(SystemExit):
        main([*command, str(tmp_path / "one")])
    many, one = (geopandas.read_parquet(tmp_path / name / "polygons") for name in ("many", "one"))
    assert sorted(many["id"]) == sorted(one["id"])
    assert len(set(many["scene"])) == len(scenes) > 1


def test_an_address_where_nobody_is_is_told_of(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("phrasegon.model.cluster.gathering._PATIENCE_SECONDS", 2)
    for address in ("tcp://127.0.0.1:9", "nonsense"):
        with pytest.raises(SystemExit) as left:
            main(["segment", str(BANEPA), "buildings", "-o", str(tmp_path / "o.fgb"), "--scheduler", address])
        assert left.value.code == 2
        assert "does not answer: give the address" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_it_is_either_workers_or_a_scheduler():
    for workers, scheduler in ((2, "tcp://127.0.0.1:9"), (None, None)):
        with pytest.raises(OptionError, match="either a number of workers"):
            Gathering(workers, scheduler)
