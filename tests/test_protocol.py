"""Messages survive the wire unchanged; lines that are no message are refused with the reason."""

from __future__ import annotations

import ast
import dataclasses
import json
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phrasegon import protocol
from phrasegon.protocol import Failure, Message, Progress, ProtocolError, Request, Result, decode, encode

finite = st.floats(allow_nan=False, allow_infinity=False)
texts = st.tuples() | st.lists(st.text(), max_size=4).map(tuple)
requests = st.builds(
    Request,
    scene=st.text(),
    phrases=texts,
    output=st.text(),
    model=st.text(),
    weights=st.none() | st.text(),
    device=st.text(),
    aoi=st.none() | st.text(),
    bounds=st.none() | st.tuples(finite, finite, finite, finite),
    gsd=st.none() | finite,
    threshold=finite,
    overlap=finite,
    min_area=finite,
    fill_holes=finite,
    simplify=finite,
    orthogonalise=st.booleans(),
    probability=st.none() | st.text(),
)
progresses = st.builds(Progress, st.text(), st.integers(), st.integers(), st.none() | finite)
results = st.builds(Result, st.text(), st.integers(), texts, texts)
failures = st.builds(Failure, st.text(), st.text())
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | finite | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


@given(requests | progresses | results | failures)
def test_a_message_survives_the_wire_on_one_line(message: Message) -> None:
    line = encode(message)
    assert len(line.splitlines()) == 1
    assert line.isascii()
    assert decode(line) == message
    assert decode(line + "\n") == message


def test_fields_that_are_left_out_take_their_defaults() -> None:
    line = '{"kind": "request", "version": 1, "scene": "a.tif", "phrases": ["the pool"], "output": "a.gpkg"}'
    assert decode(line) == Request("a.tif", ("the pool",), "a.gpkg")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"kind": "wish"}, "'wish'"),
        ({"kind": None}, "None"),
        ({"kind": ["request"]}, "request"),
        ({"version": 2}, "version 2"),
        ({"version": True}, "version True"),
        ({"colour": "red"}, "'colour'"),
        ({"scene": 3}, "'scene'"),
        ({"phrases": "the pool"}, "'phrases'"),
        ({"phrases": [1]}, "'phrases'"),
        ({"bounds": [1, 2, 3]}, "'bounds'"),
        ({"threshold": "0.5"}, "'threshold'"),
        ({"threshold": True}, "'threshold'"),
        ({"gsd": 10**400}, "'gsd'"),
        ({"orthogonalise": 1}, "'orthogonalise'"),
    ],
)
def test_a_wrong_message_is_refused_with_the_reason(change: dict[str, object], says: str) -> None:
    content = json.loads(encode(Request("a.tif", ("the pool",), "a.gpkg"))) | change
    with pytest.raises(ProtocolError, match=says):
        decode(json.dumps(content))


@pytest.mark.parametrize("field", ["kind", "version", "scene", "phrases", "output"])
def test_a_missing_field_is_named(field: str) -> None:
    content = json.loads(encode(Request("a.tif", ("the pool",), "a.gpkg")))
    del content[field]
    with pytest.raises(ProtocolError, match=field):
        decode(json.dumps(content))


@pytest.mark.parametrize("line", ["", "hello", "[]", "3", '{"kind": "request"', "[" * 100_000])
def test_a_line_that_is_not_an_object_is_refused(line: str) -> None:
    with pytest.raises(ProtocolError):
        decode(line)


@given(st.sampled_from(sorted(protocol._KINDS)), st.dictionaries(st.text(), json_values, max_size=3))
def test_nothing_but_a_protocol_error_comes_of_a_foreign_object(kind: str, content: dict[str, object]) -> None:
    with pytest.raises(ProtocolError):
        decode(json.dumps({"kind": kind, "version": protocol.VERSION, **content, "": 0}))


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_numbers_that_json_does_not_know_are_never_sent_nor_read(number: float) -> None:
    with pytest.raises(ValueError, match="JSON"):
        encode(Progress("segmenting", 1, 2, number))
    with pytest.raises(ProtocolError):
        decode(json.dumps({"kind": "progress", "version": 1, "stage": "segmenting", "eta_s": number}))


def test_messages_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Failure("SceneError", "Gone.").message = "changed"  # type: ignore[misc]


def test_the_file_loads_in_the_python_of_any_supported_qgis() -> None:
    """Python 3.9 syntax, and nothing imported but the standard library."""
    tree = ast.parse(Path(protocol.__file__).read_text(encoding="utf-8"), feature_version=(3, 9))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in imported} <= sys.stdlib_module_names
