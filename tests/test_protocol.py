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
from phrasegon.protocol import (
    Device,
    Failure,
    Message,
    Model,
    Part,
    Progress,
    ProtocolError,
    Recall,
    Recalled,
    Remark,
    Request,
    Result,
    Revision,
    Snap,
    Snapped,
    Welcome,
    decode,
    encode,
    wire,
)

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
    separate=st.booleans(),
    orthogonalise=st.booleans(),
    probability=st.none() | st.text(),
    bands=st.none() | st.lists(st.integers(), max_size=3).map(tuple),
    stretch=st.none() | st.lists(st.tuples(finite, finite), max_size=3).map(tuple),
    preview=st.none() | st.text(),
    journal=st.none() | st.text(),
)
revisions = st.builds(Revision, texts, texts, st.text(), threshold=finite, separate=st.booleans())
devices = st.builds(Device, st.text(), st.text(), st.integers(), st.integers())
models = st.builds(
    Model,
    *(st.text(), st.text(), st.booleans(), st.text(), st.text(), st.integers()),
    st.tuples(finite, finite),
    st.integers(),
    texts,
    st.booleans(),
)
parts = st.builds(Part, st.text(), st.text(), st.booleans(), st.text(), st.text(), st.integers())
welcomes = st.builds(
    Welcome,
    *(st.text(), st.text(), st.text()),
    st.lists(devices, max_size=2).map(tuple),
    st.lists(models, max_size=2).map(tuple),
    texts,
    st.lists(parts, max_size=2).map(tuple),
)
progresses = st.builds(Progress, st.text(), st.integers(), st.integers(), st.none() | finite)
remarks = st.builds(Remark, st.text(), st.text(), texts)
results = st.builds(Result, st.text(), st.integers(), texts, st.lists(remarks, max_size=2).map(tuple))
snaps = st.builds(
    Snap,
    *(st.text(), st.text(), st.text(), st.text(), st.text(), st.booleans(), st.booleans()),
    st.none() | st.tuples(finite, finite, finite, finite),
    st.none() | finite,
) | st.builds(Snapped, st.text(), st.integers(), st.integers(), st.lists(remarks, max_size=2).map(tuple), texts)
recalls = st.builds(Recall, st.text()) | st.builds(Recalled, st.integers(), st.integers())
failures = st.builds(Failure, st.text(), st.text(), st.text(), st.integers())
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | finite | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


@given(requests | revisions | welcomes | progresses | results | snaps | recalls | failures, st.integers())
def test_a_message_survives_the_wire_on_one_line(message: Message, job: int) -> None:
    line = encode(message, job)
    assert len(line.splitlines()) == 1
    assert line.isascii()
    assert decode(line) == (job, message)
    assert decode(line + "\n") == (job, message)


def test_fields_that_are_left_out_take_their_defaults() -> None:
    line = '{"kind": "request", "version": 3, "job": 7, "scene": "a.tif", "phrases": ["the pool"], "output": "a.gpkg"}'
    assert decode(line) == (7, Request("a.tif", ("the pool",), "a.gpkg"))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"kind": "wish"}, "'wish'"),
        ({"kind": None}, "None"),
        ({"kind": ["request"]}, "request"),
        ({"version": 1}, "version 1"),
        ({"version": True}, "version True"),
        ({"job": None}, "number of its job"),
        ({"colour": "red"}, "'colour'"),
        ({"scene": 3}, "'scene'"),
        ({"phrases": "the pool"}, "'phrases'"),
        ({"phrases": [1]}, "'phrases'"),
        ({"bounds": [1, 2, 3]}, "'bounds'"),
        ({"bands": [1.5]}, "'bands'"),
        ({"stretch": [[0]]}, "'stretch'"),
        ({"threshold": "0.5"}, "'threshold'"),
        ({"threshold": True}, "'threshold'"),
        ({"gsd": 10**400}, "'gsd'"),
        ({"separate": "yes"}, "'separate'"),
        ({"orthogonalise": 1}, "'orthogonalise'"),
    ],
)
def test_a_wrong_message_is_refused_with_the_reason(change: dict[str, object], says: str) -> None:
    content = json.loads(encode(Request("a.tif", ("the pool",), "a.gpkg"))) | change
    with pytest.raises(ProtocolError, match=says):
        decode(json.dumps(content))


@pytest.mark.parametrize("field", ["kind", "version", "job", "scene", "phrases", "output"])
def test_a_missing_field_is_named(field: str) -> None:
    content = json.loads(encode(Request("a.tif", ("the pool",), "a.gpkg")))
    del content[field]
    with pytest.raises(ProtocolError, match=field):
        decode(json.dumps(content))


@pytest.mark.parametrize("line", ["", "hello", "[]", "3", '{"kind": "request"', "[" * 100_000])
def test_a_line_that_is_not_an_object_is_refused(line: str) -> None:
    with pytest.raises(ProtocolError):
        decode(line)


@given(st.sampled_from(sorted(wire._KINDS)), st.dictionaries(st.text(), json_values, max_size=3))
def test_nothing_but_a_protocol_error_comes_of_a_foreign_object(kind: str, content: dict[str, object]) -> None:
    with pytest.raises(ProtocolError):
        decode(json.dumps({"kind": kind, "version": protocol.VERSION, **content, "": 0}))


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_numbers_that_json_does_not_know_are_never_sent_nor_read(number: float) -> None:
    with pytest.raises(ValueError, match="JSON"):
        encode(Progress("segmenting", 1, 2, number))
    with pytest.raises(ProtocolError):
        decode(
            json.dumps(
                {"kind": "progress", "version": protocol.VERSION, "job": 0, "stage": "segmenting", "eta_s": number}
            )
        )


def test_messages_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Failure("SceneError", "Gone.").message = "changed"  # type: ignore[misc]


def test_the_file_loads_in_the_python_of_any_supported_qgis() -> None:
    """Python 3.9 syntax, and nothing imported but the standard library."""
    for path in Path(protocol.__file__).parent.glob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 9))
        imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
        imported |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) if not node.level}
        assert {name.split(".")[0] for name in imported} <= sys.stdlib_module_names


@pytest.mark.parametrize("inner", [[3], [{"name": "cpu"}], [{"name": "cpu", "title": "", "free_bytes": 1, "total": 2}]])
def test_what_lies_inside_a_message_is_checked_too(inner: list[object]) -> None:
    content = json.loads(encode(Welcome("", "", "", (), (), ()))) | {"devices": inner}
    with pytest.raises(ProtocolError):
        decode(json.dumps(content))
