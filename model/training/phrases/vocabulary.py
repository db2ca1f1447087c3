"""Every phrase the generator can say, to train a vocabulary on."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from . import attribute, colour, position, relation, size, words


def corpus() -> list[str]:
    """All phrases without repeats, sorted."""
    return sorted({*words.class_phrases(), *_sizes(), *_colours(), *_positions(), *_relations(), *_attributes()})


def _sizes() -> Iterator[str]:
    for name in size.SIZED:
        for templates in size.SUPERLATIVES.values():
            yield from (t.format(word) for t, word in product(templates, words.WORDS[name].one))
        for templates in size.ADJECTIVES.values():
            yield from (t.format(word) for t, word in product(templates, words.WORDS[name].many))


def _colours() -> Iterator[str]:
    for name, rules in colour.COLOURS.items():
        yield from (t.format(c=c) for t, c in product((*colour.TEMPLATES[name], *colour.SINGLE[name]), rules))
    for name, templates in product(colour.SHADED, colour.SHADES.values()):
        yield from (t.format(word) for t, word in product(templates, words.WORDS[name].many))


def _positions() -> Iterator[str]:
    for entry, templates in product(words.WORDS.values(), position.TEMPLATES.values()):
        named = [form.format(word) for form, word in product(position.FORMS, entry.many)]
        named += [f"the {word}" for word in entry.one]
        yield from (t.format(name) for t, name in product(templates, named))


def _relations() -> Iterator[str]:
    distant = (*relation.NEAR, *relation.FAR)
    for templates, partners in ((distant, relation.PARTNERS), (relation.AROUND, relation.SURROUNDINGS)):
        for name, others in partners.items():
            pairs = product(templates, words.WORDS[name].many, (w for other in others for w in words.WORDS[other].many))
            yield from (t.format(a=a, b=b) for t, a, b in pairs)
    yield from (t.format(w) for t, name in product(relation.ALONE, relation.LONELY) for w in words.WORDS[name].many)
    for name in relation.LARGEST:
        pairs = product(relation.BESIDE, words.WORDS[name].many, words.WORDS[name].one)
        yield from (t.format(a=a, b=b) for t, a, b in pairs)


def _attributes() -> Iterator[str]:
    yield from (text for values in attribute.TAGS.values() for texts in values.values() for text in texts)
