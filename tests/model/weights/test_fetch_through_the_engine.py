"""A model fetched by the engine's process, from a Hub on this machine."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from phrasegon.model.engine import __main__ as bootstrap
from phrasegon.protocol import Failure, Fetch, Offer, Progress, Quote, decode, encode


@pytest.fixture
def ask(hub, tmp_path):
    environment = os.environ | {"HF_ENDPOINT": hub.address, "PHRASEGON_HOME": str(tmp_path / "home")}
    command = [sys.executable, "-I", "-X", "utf8", bootstrap.__file__]
    with subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as engine:

        def ask_it(command):
            engine.stdin.write(encode(command, 1).encode() + b"\n")
            engine.stdin.flush()
            heard = []
            while not heard or isinstance(heard[-1], Progress):
                heard.append(decode(engine.stdout.readline().decode())[1])
            return heard

        yield ask_it
        engine.stdin.close()


def test_an_offer_names_what_would_come_and_a_wrong_file_is_refused(ask, hub, tmp_path):
    weights, tokenizer = b"no weights " * 1000, b"no vocabulary"
    hub.hold({"rrsisd/model.safetensors": weights, "rrsisd/beit3.spm": tokenizer})
    offer = ask(Quote("rs2sam2-rrsisd"))[-1]
    assert isinstance(offer, Offer)
    assert offer.total_bytes == len(weights) + len(tokenizer)
    assert offer.folder == str(tmp_path / "home" / "models" / "rs2sam2-rrsisd")
    assert hub.downloads == []
    *steps, failure = ask(Fetch("rs2sam2-rrsisd", revision=offer.revision))
    assert {step.stage for step in steps} == {"fetching"}
    assert (steps[-1].tiles_done, steps[-1].tiles_total) == (offer.total_bytes, offer.total_bytes)
    assert isinstance(failure, Failure)
    assert failure.error == "WeightsError"
    assert not (tmp_path / "home" / "models" / "rs2sam2-rrsisd" / "record.json").exists()


def test_a_hub_that_does_not_hold_the_model_is_told_of(ask, hub):
    assert ask(Quote("rs2sam2-rrsisd"))[-1].error == "WeightsError"
    assert ask(Fetch("rs2sam2-rrsisd", file="/nowhere/model.bin"))[-1].error == "WeightsError"
