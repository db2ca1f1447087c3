"""What is said about a plan, for computers other than this one too."""

from __future__ import annotations

import dataclasses

import pytest
from qgis.PyQt.QtCore import QLocale

from phrasegon.plugin.install.words import plan_text, size
from phrasegon.plugin.runtime.choice import choose
from phrasegon.plugin.runtime.environment import REQUIREMENTS
from phrasegon.plugin.runtime.machine import Machine
from phrasegon.plugin.runtime.plan import Plan
from phrasegon.plugin.runtime.sizes import Weight

CARD = "GeForce <RTX>"
BARE = Machine("linux-x86_64")
OLD_CARD = Machine("linux-x86_64", CARD, 470)


@pytest.fixture(autouse=True)
def english(application):
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def plan_for(tmp_path):
    def make(machine, *, fallback=False, **changes):
        best, registrys = choose(machine, REQUIREMENTS)
        plan = Plan(
            folder=tmp_path / "environments",
            lock=REQUIREMENTS,
            machine=machine,
            torch=registrys if fallback else best,
            otherwise=None,
            weight=Weight(3_240_000_000, 6_250_000_000),
            pythons=((3, 10), (3, 14)),
        )
        return dataclasses.replace(plan, **changes)

    return make


def test_sizes_are_written_as_people_do():
    assert size(3_240_000_000) == "3.2 GB"
    QLocale.setDefault(QLocale("de_DE"))
    assert size(3_240_000_000) == "3,2 GB"


def test_how_much_and_where(plan_for, tmp_path):
    text = plan_text(plan_for(Machine("macos-arm64")))
    assert str(tmp_path / "environments") in text
    assert "About 3.2 GB are downloaded. About 6.3 GB are needed" in text
    assert "Apple chip" in text
    assert "not enough" not in text


def test_too_little_space(plan_for):
    assert "not enough" in plan_text(plan_for(BARE, weight=Weight(1, 10**15)))


def test_a_build_whose_hash_is_not_known_is_said_to_be_one(plan_for):
    hashed = "Every package is checked against the hash that Phrasegon was tested with."
    assert hashed in plan_text(plan_for(BARE, fallback=True))
    text = plan_text(plan_for(BARE))
    assert hashed not in text
    assert "except torch" in text


def test_the_heavier_build_is_said_to_be_heavier_only_where_a_lighter_one_was_wanted(plan_for, tmp_path):
    assert "lighter build of torch cannot be reached" in plan_text(plan_for(BARE, fallback=True))
    assert "lighter" not in plan_text(plan_for(BARE))
    assert "lighter" not in plan_text(plan_for(BARE, fallback=True, wheels=tmp_path))
    assert "lighter" not in plan_text(plan_for(Machine("windows-x86_64")))


def test_what_is_not_known_before_uv_is_there(plan_for):
    _, registrys = choose(BARE, REQUIREMENTS)
    text = plan_text(plan_for(BARE, otherwise=registrys))
    assert "At most 3.2 GB" in text
    assert "Where torch's own index cannot be reached" in text


def test_the_card_is_named_and_is_no_html(plan_for):
    for plan in (plan_for(OLD_CARD), plan_for(Machine("linux-x86_64", CARD, 999))):
        assert "run on the graphics card GeForce &lt;RTX&gt;." in plan_text(plan)
    assert "cannot be had from here" in plan_text(plan_for(OLD_CARD, fallback=True))
