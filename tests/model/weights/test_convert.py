from __future__ import annotations

import contextlib
import json
import os
import pickle
from argparse import Namespace
from pathlib import Path

import pytest
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from safetensors.torch import save_file

from phrasegon.model.errors import WeightsError
from phrasegon.model.weights.convert import convert
from phrasegon.model.weights.store import load_state_dict


def assert_same(found: dict[str, torch.Tensor], expected: dict[str, torch.Tensor]) -> None:
    assert found.keys() == expected.keys()
    for name, tensor in expected.items():
        assert found[name].dtype == tensor.dtype
        assert torch.equal(found[name], tensor)


def assert_refused(source: Path, match: str) -> None:
    target = source.parent / "out" / "model.safetensors"
    with pytest.raises(WeightsError, match=match) as caught:
        convert(source, target)
    assert str(caught.value).count(". ") == 0  # one sentence
    assert not target.parent.exists() or not list(target.parent.iterdir())


def test_safetensors(tmp_path, tensors):
    save_file(tensors, tmp_path / "model.safetensors")
    convert(tmp_path / "model.safetensors", tmp_path / "new" / "weights.safetensors")
    assert_same(load_state_dict(tmp_path / "new" / "weights.safetensors"), tensors)
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["weights.safetensors"]


@pytest.mark.parametrize("suffix", [".bin", ".pt", ".pth"])
@pytest.mark.parametrize("wrapper", [None, "state_dict", "model_state_dict", "model", "module"])
def test_pickles(tmp_path, tensors, suffix, wrapper):
    content = tensors if wrapper is None else {wrapper: tensors, "epoch": 3, "optimizer": {"lr": 1e-4}}
    torch.save(content, tmp_path / f"model{suffix}")
    convert(tmp_path / f"model{suffix}", tmp_path / "weights.safetensors")
    assert_same(load_state_dict(tmp_path / "weights.safetensors"), tensors)


def test_what_a_training_script_of_old_has_written(tmp_path, tensors):
    """As LQVG's: before PyTorch 1.6's format, with the command line beside the tensors."""
    arguments = Namespace(lr=1e-4, coco_path="data", milestones=[40], resume=None)
    content = {"model": tensors, "optimizer": {"state": {0: {"step": 1}}}, "epoch": 69, "args": arguments}
    torch.save(content, tmp_path / "checkpoint.pth", _use_new_zipfile_serialization=False)
    convert(tmp_path / "checkpoint.pth", tmp_path / "weights.safetensors")
    assert_same(load_state_dict(tmp_path / "weights.safetensors"), tensors)


def test_of_classes_beside_tensors_a_command_line_alone_is_taken(tmp_path, tensors):
    torch.save({"model": tensors, "args": Path("data")}, tmp_path / "checkpoint.pth")
    assert_refused(tmp_path / "checkpoint.pth", "could run code")


@pytest.mark.parametrize("prefix", ["module.", "evf_model.", "module.evf_model."])
def test_prefixes_of_training_are_dropped(tmp_path, tensors, prefix):
    torch.save({prefix + name: tensor for name, tensor in tensors.items()}, tmp_path / "model.pth")
    convert(tmp_path / "model.pth", tmp_path / "weights.safetensors")
    assert_same(load_state_dict(tmp_path / "weights.safetensors"), tensors)


def test_a_prefix_of_some_names_only_belongs_to_them(tmp_path):
    tensors = {"module.a": torch.ones(1), "b": torch.ones(2)}
    torch.save(tensors, tmp_path / "model.pth")
    convert(tmp_path / "model.pth", tmp_path / "weights.safetensors")
    assert_same(load_state_dict(tmp_path / "weights.safetensors"), tensors)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(views=st.lists(st.tuples(st.integers(0, 60), st.integers(0, 40), st.integers(1, 3)), min_size=1, max_size=6))
def test_tensors_that_share_memory_come_apart(tmp_path, views):
    whole = torch.arange(100.0)
    tensors = {
        f"view{number}": whole[start : start + length : step] for number, (start, length, step) in enumerate(views)
    }
    tensors["square"] = whole.reshape(10, 10).T
    torch.save(tensors, tmp_path / "model.pth")
    convert(tmp_path / "model.pth", tmp_path / "weights.safetensors")
    assert_same(load_state_dict(tmp_path / "weights.safetensors"), tensors)


def test_parameters_lose_their_gradient_flag(tmp_path):
    torch.save({"w": torch.nn.Parameter(torch.ones(2))}, tmp_path / "model.pth")
    convert(tmp_path / "model.pth", tmp_path / "weights.safetensors")
    assert_same(load_state_dict(tmp_path / "weights.safetensors"), {"w": torch.ones(2)})


def shard(folder: Path, tensors: dict[str, torch.Tensor]) -> Path:
    names = {}
    for number, (name, tensor) in enumerate(tensors.items(), start=1):
        part = f"model-{number:05}-of-{len(tensors):05}.safetensors"
        save_file({name: tensor}, folder / part)
        names[name] = part
    index = folder / "model.safetensors.index.json"
    index.write_text(json.dumps({"metadata": {}, "weight_map": names}))
    return index


def test_a_sharded_set_becomes_one_file(tmp_path, tensors):
    convert(shard(tmp_path, tensors), tmp_path / "weights.safetensors")
    assert_same(load_state_dict(tmp_path / "weights.safetensors"), tensors)


def test_a_sharded_set_with_a_part_missing(tmp_path, tensors):
    index = shard(tmp_path, tensors)
    (tmp_path / "model-00002-of-00003.safetensors").unlink()
    assert_refused(index, "model-00002-of-00003.safetensors is missing")


def test_an_index_cannot_reach_outside_its_folder(tmp_path):
    index = tmp_path / "model.safetensors.index.json"
    index.write_text(json.dumps({"weight_map": {"a": "../secret.safetensors"}}))
    assert_refused(index, "outside its own folder")


class Payload:
    def __reduce__(self):
        return os.mkdir, (os.environ["PAYLOAD"],)


@pytest.mark.filterwarnings("ignore:Detected pickle protocol")
@pytest.mark.parametrize("by", ["torch", "old torch", "pickle"])
def test_code_in_a_pickle_is_never_run(tmp_path, monkeypatch, by):
    monkeypatch.setenv("PAYLOAD", str(tmp_path / "was-run"))
    source = tmp_path / "model.bin"
    content = {"head.weight": torch.ones(2), "evil": Payload()}
    if by == "torch":
        torch.save(content, source)
    elif by == "old torch":
        torch.save(content, source, _use_new_zipfile_serialization=False)
    else:
        source.write_bytes(pickle.dumps(content))
    assert_refused(source, "could run code")
    assert not (tmp_path / "was-run").exists()


@pytest.mark.filterwarnings("ignore:Detected pickle protocol")
@pytest.mark.parametrize("name", ["model.bin", "model.safetensors", "model.safetensors.index.json"])
@pytest.mark.parametrize("content", [b"", b"<!doctype html><html>Not found</html>", b"\x80\x04N.", b"{}", b"[1]"])
def test_what_is_no_checkpoint(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    assert_refused(tmp_path / name, "get it again|right file")


def save_old(tensors: dict[str, torch.Tensor], path: Path) -> None:
    torch.save(tensors, path, _use_new_zipfile_serialization=False)


WRITERS = {".bin": torch.save, ".pth": save_old, ".safetensors": save_file}


@pytest.mark.parametrize("suffix", WRITERS)
@pytest.mark.parametrize("kept", [0.2, 0.5, 0.9, 0.999])
def test_a_truncated_file(tmp_path, tensors, suffix, kept):
    source = tmp_path / f"model{suffix}"
    WRITERS[suffix](tensors, source)
    os.truncate(source, int(source.stat().st_size * kept))
    assert_refused(source, "damaged")


@pytest.mark.filterwarnings("ignore:Detected pickle protocol")
@pytest.mark.parametrize("suffix", [".bin", ".pth"])
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(place=st.floats(0, 1, exclude_max=True), byte=st.integers(0, 255))
def test_a_flipped_byte_is_refused_or_harmless(tmp_path, tensors, suffix, place, byte):
    source = tmp_path / f"model{suffix}"
    WRITERS[suffix](tensors, source)
    content = bytearray(source.read_bytes())
    content[int(place * len(content))] = byte
    source.write_bytes(content)
    target = tmp_path / "weights.safetensors"
    target.unlink(missing_ok=True)
    with contextlib.suppress(WeightsError):
        convert(source, target)
    assert {path.name for path in tmp_path.iterdir()} <= {source.name, "weights.safetensors"}
    if target.exists():
        load_state_dict(target)


@pytest.mark.filterwarnings("ignore:Validating sparse tensor")
@pytest.mark.parametrize(
    "content",
    [{}, [torch.ones(1)], torch.ones(1), {"epoch": 3}, {1: torch.ones(1)}, {"a": torch.ones(2).to_sparse()}],
)
def test_what_holds_no_plain_tensors_by_name(tmp_path, content):
    torch.save(content, tmp_path / "model.pt")
    assert_refused(tmp_path / "model.pt", "check that it is a")


def test_other_kinds_of_file_and_missing_files(tmp_path):
    (tmp_path / "model.zip").write_bytes(b"PK")
    assert_refused(tmp_path / "model.zip", "no checkpoint: give a .safetensors")
    assert_refused(tmp_path / "absent.bin", "There is no file .*absent.bin")


def test_the_caller_sees_all_shapes_and_may_refuse(tmp_path, tensors):
    save_file(tensors, tmp_path / "model.safetensors")
    seen = {}

    def check(shapes):
        seen.update(shapes)
        raise WeightsError("head.weight has another shape.")

    with pytest.raises(WeightsError, match="another shape"):
        convert(tmp_path / "model.safetensors", tmp_path / "weights.safetensors", check=check)
    assert seen == {"head.weight": (4, 3), "head.bias": (4,), "steps": ()}
    assert not (tmp_path / "weights.safetensors").exists()


def test_the_network_makes_its_own_tensors_of_the_checked_ones(tmp_path, tensors):
    torch.save(tensors, tmp_path / "model.pth")
    checked = []

    def arrange(released):
        assert checked == [released.keys()]
        return {"head": torch.cat([released["head.weight"].T, released["head.bias"].float()[None]])}

    convert(
        tmp_path / "model.pth",
        tmp_path / "weights.safetensors",
        check=lambda shapes: checked.append(shapes.keys()),
        arrange=arrange,
    )
    expected = torch.cat([tensors["head.weight"].T, tensors["head.bias"].float()[None]])
    assert_same(load_state_dict(tmp_path / "weights.safetensors"), {"head": expected})


def test_a_failed_conversion_leaves_the_old_file(tmp_path, tensors):
    save_file(tensors, tmp_path / "weights.safetensors")
    (tmp_path / "model.safetensors").write_bytes(b"garbage")
    with pytest.raises(WeightsError):
        convert(tmp_path / "model.safetensors", tmp_path / "weights.safetensors")
    assert_same(load_state_dict(tmp_path / "weights.safetensors"), tensors)
    assert {path.name for path in tmp_path.iterdir()} >= {"weights.safetensors", "model.safetensors"}
