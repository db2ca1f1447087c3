"""``phrasegon models``."""

from __future__ import annotations

from phrasegon.model.weights.catalogue import catalogue


def test_models_lists_the_catalogue(run):
    status, out, err = run("models")
    assert (status, err) == (0, "")
    for model in catalogue().values():
        (line,) = [line for line in out.splitlines() if f" {model.name} " in line]
        assert model.licence in line
        assert model.trained_on in line
        assert f" {'yes' if model.hub is None else 'no'} " in line


def test_models_refuses_what_it_does_not_know(refused):
    assert "--colour" in refused("models", "--colour")
