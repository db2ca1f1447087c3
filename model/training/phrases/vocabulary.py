"""Every phrase the generator can say, to train a vocabulary on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

from . import attribute, colour, count, distance, languages, layout, position, reference, relation, shape, size, words


def corpus() -> list[str]:
    """All phrases without repeats, sorted."""
    makers = (_sizes, _colours, _positions, _counts, _shapes, _relations, _attributes)
    return sorted({*words.phrases(), *languages.phrases(_adjectives()), *(text for make in makers for text in make())})


def _adjectives() -> dict[str, tuple[str, ...]]:
    """What the classes are described by in every language."""
    return {
        name: (
            *(size.ADJECTIVES if name in size.SIZED else ()),
            *colour.COLOURS.get(name, ()),
            *(colour.SHADES if name in colour.SHADED else ()),
        )
        for name in words.WORDS
    }


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


def _counts() -> Iterator[str]:
    numbers = [number for said in count.NUMBERS.values() for number in said]
    for name in count.COUNTED:
        named = product(count.TEMPLATES, numbers, count.countable(name))
        yield from (t.format(n=number, a=word) for t, number, word in named)


def _shapes() -> Iterator[str]:
    for name, shapes in shape.SHAPES.items():
        said = [word for words_of in shapes.values() for word in words_of]
        yield from (t.format(s=s, a=a) for t, s, a in product(shape.TEMPLATES, said, words.WORDS[name].many))
        yield from (t.format(s=s, a=a) for t, s, a in product(shape.SINGLE, said, words.WORDS[name].one))


def _relations() -> Iterator[str]:
    near = (*distance.NEAR, *distance.FAR, *distance.NEAREST, *distance.FARTHEST)
    for name, others in relation.PARTNERS.items():
        for other in others:
            lines = distance.ALONG if other in distance.LINES else ()
            sides = layout.BESIDE if words.WORDS[other].one else ()
            yield from _related(name, (*near, *lines, *sides), (*words.WORDS[other].one, *words.WORDS[other].many))
            if other in relation.PAIRED:
                yield from _related(name, layout.BETWEEN, _pairs(layout.TWO[0], other))
    for name, others in relation.SURROUNDINGS.items():
        nouns = [word for other in others for word in (*words.WORDS[other].one, *words.WORDS[other].many)]
        yield from _related(name, (*layout.AROUND, *layout.INSIDE), nouns)
    for name in reference.LARGEST:
        largest = [reference.LARGEST_WORD.format(word) for word in words.WORDS[name].one]
        yield from _related(name, (*near, *layout.BESIDE), largest)
        yield from _related(name, layout.BETWEEN, _pairs(layout.TWO[1], name))
    yield from (t.format(w) for t, name in product(distance.ALONE, distance.LONELY) for w in words.WORDS[name].many)


def _related(name: str, templates: Iterable[str], nouns: Iterable[str]) -> Iterator[str]:
    named = (*words.WORDS[name].many, *(f"the {word}" for word in words.WORDS[name].one))
    yield from (t.format(a=a, b=b) for t, a, b in product(templates, named, nouns))


def _pairs(template: str, name: str) -> list[str]:
    return [template.format(word) for word in count.countable(name)]


def _attributes() -> Iterator[str]:
    yield from (text for values in attribute.TAGS.values() for texts in values.values() for text in texts)
