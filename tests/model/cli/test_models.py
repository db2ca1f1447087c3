"""``phrasegon models``."""

from __future__ import annotations

from phrasegon.model.weights.catalogue import Model, entries


def test_models_lists_the_catalogue(run):
    status, out, err = run("models")
    assert (status, err) == (0, "")
    for entry in entries().values():
        (line,) = [line for line in out.splitlines() if f" {entry.name} " in line]
        assert entry.licence in line
        assert entry.trained_on in line
        assert f" {'yes' if entry.ships else 'no'} " in line
        assert (" a part " in line) == (not isinstance(entry, Model))


def test_models_refuses_what_it_does_not_know(refused):
    assert "--colour" in refused("models", "--colour")
