"""How the classes and their simplest attributes are called in German, Spanish, French and Portuguese."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

SHARE = 0.12
"""How often a phrase that can be said in another language than English is."""


@dataclass(frozen=True)
class Noun:
    """One name of a class.

    Attributes:
        one: a single object; empty for a substance such as water.
        many: all of it.
        feminine: which form of an adjective it takes.
    """

    one: str
    many: str
    feminine: bool = False


@dataclass(frozen=True)
class Language:
    """What is needed to speak of all objects, of one, or of those of a size or colour.

    Attributes:
        nouns: names of each class, the commonest first.
        adjectives: English adjective -> its two plural forms. Where ``gendered``, those are masculine and feminine;
            else the form without and the form after an article.
        before: adjectives that stand before the noun.
        frames: sentences for a plural with the first form, and those with the second.
        gendered: whether the noun's gender decides on the form.
    """

    nouns: Mapping[str, tuple[Noun, ...]]
    adjectives: Mapping[str, tuple[str, str]]
    before: frozenset[str]
    frames: tuple[tuple[str, ...], tuple[str, ...]]
    gendered: bool = True

    def forms(self, noun: Noun) -> tuple[int, ...]:
        """Forms of an adjective that can go with the noun."""
        return (int(noun.feminine),) if self.gendered else (0, 1)

    def described(self, noun: Noun, adjective: str, form: int) -> str:
        """Noun and adjective in their order."""
        word = self.adjectives[adjective][form]
        return f"{word} {noun.many}" if adjective in self.before else f"{noun.many} {word}"


def _substances(*names: str) -> tuple[Noun, ...]:
    return tuple(Noun("", name) for name in names)


GERMAN = Language(
    nouns={
        "building": (Noun("gebäude", "gebäude"), Noun("haus", "häuser"), Noun("dach", "dächer")),
        "built-up area": (
            Noun("bebaute fläche", "bebaute flächen"),
            Noun("siedlung", "siedlungen"),
            Noun("wohngebiet", "wohngebiete"),
        ),
        "road": (Noun("straße", "straßen"),),
        "water": _substances("wasser", "gewässer", "wasserflächen"),
        "bare land": _substances("offener boden", "kahle flächen", "brachland"),
        "vegetation": _substances("vegetation", "pflanzen", "grünflächen"),
        "low vegetation": _substances("gras", "rasen", "wiesen", "niedrige vegetation"),
        "tree": (Noun("baum", "bäume"), Noun("baumkrone", "baumkronen")),
        "swimming pool": (
            Noun("schwimmbecken", "schwimmbecken"),
            Noun("pool", "pools"),
            Noun("schwimmbad", "schwimmbäder"),
        ),
        "field": (Noun("feld", "felder"), Noun("acker", "äcker")),
        "car": (Noun("auto", "autos"), Noun("fahrzeug", "fahrzeuge")),
        "storage tank": (Noun("tank", "tanks"), Noun("lagertank", "lagertanks")),
        "tennis court": (Noun("tennisplatz", "tennisplätze"),),
    },
    adjectives={
        "large": ("große", "großen"),
        "small": ("kleine", "kleinen"),
        "red": ("rote", "roten"),
        "blue": ("blaue", "blauen"),
        "green": ("grüne", "grünen"),
        "white": ("weiße", "weißen"),
        "grey": ("graue", "grauen"),
        "brown": ("braune", "braunen"),
        "dark": ("dunkle", "dunklen"),
        "bright": ("helle", "hellen"),
    },
    before=frozenset(("large", "small", "red", "blue", "green", "white", "grey", "brown", "dark", "bright")),
    frames=(("{}",), ("die {}", "alle {}")),
    gendered=False,
)

SPANISH = Language(
    nouns={
        "building": (
            Noun("edificio", "edificios"),
            Noun("casa", "casas", feminine=True),
            Noun("techo", "techos"),
            Noun("tejado", "tejados"),
        ),
        "built-up area": (
            Noun("zona edificada", "zonas edificadas", feminine=True),
            Noun("zona urbana", "zonas urbanas", feminine=True),
        ),
        "road": (Noun("carretera", "carreteras", feminine=True), Noun("calle", "calles", feminine=True)),
        "water": _substances("agua", "cuerpos de agua"),
        "bare land": _substances("suelo desnudo", "tierra desnuda", "terreno baldío"),
        "vegetation": _substances("vegetación", "plantas", "zonas verdes"),
        "low vegetation": _substances("césped", "hierba", "pasto", "vegetación baja"),
        "tree": (Noun("árbol", "árboles"), Noun("copa de árbol", "copas de árboles", feminine=True)),
        "swimming pool": (Noun("piscina", "piscinas", feminine=True), Noun("alberca", "albercas", feminine=True)),
        "field": (
            Noun("campo", "campos"),
            Noun("cultivo", "cultivos"),
            Noun("parcela agrícola", "parcelas agrícolas", feminine=True),
        ),
        "car": (
            Noun("coche", "coches"),
            Noun("carro", "carros"),
            Noun("auto", "autos"),
            Noun("vehículo", "vehículos"),
        ),
        "storage tank": (
            Noun("tanque", "tanques"),
            Noun("tanque de almacenamiento", "tanques de almacenamiento"),
        ),
        "tennis court": (
            Noun("pista de tenis", "pistas de tenis", feminine=True),
            Noun("cancha de tenis", "canchas de tenis", feminine=True),
        ),
    },
    adjectives={
        "large": ("grandes", "grandes"),
        "small": ("pequeños", "pequeñas"),
        "red": ("rojos", "rojas"),
        "blue": ("azules", "azules"),
        "green": ("verdes", "verdes"),
        "white": ("blancos", "blancas"),
        "grey": ("grises", "grises"),
        "brown": ("marrones", "marrones"),
        "dark": ("oscuros", "oscuras"),
        "bright": ("claros", "claras"),
    },
    before=frozenset(),
    frames=(("{}", "los {}", "todos los {}"), ("{}", "las {}", "todas las {}")),
)

FRENCH = Language(
    nouns={
        "building": (
            Noun("bâtiment", "bâtiments"),
            Noun("maison", "maisons", feminine=True),
            Noun("toit", "toits"),
            Noun("immeuble", "immeubles"),
        ),
        "built-up area": (
            Noun("zone bâtie", "zones bâties", feminine=True),
            Noun("zone urbaine", "zones urbaines", feminine=True),
        ),
        "road": (Noun("route", "routes", feminine=True), Noun("rue", "rues", feminine=True)),
        "water": _substances("eau", "plans d'eau"),
        "bare land": _substances("sol nu", "terre nue", "terrain nu"),
        "vegetation": _substances("végétation", "plantes", "espaces verts", "verdure"),
        "low vegetation": _substances("herbe", "pelouse", "pelouses", "gazon", "végétation basse"),
        "tree": (Noun("arbre", "arbres"), Noun("couronne d'arbre", "couronnes d'arbres", feminine=True)),
        "swimming pool": (Noun("piscine", "piscines", feminine=True),),
        "field": (Noun("champ", "champs"), Noun("parcelle agricole", "parcelles agricoles", feminine=True)),
        "car": (Noun("voiture", "voitures", feminine=True), Noun("véhicule", "véhicules")),
        "storage tank": (Noun("réservoir", "réservoirs"), Noun("citerne", "citernes", feminine=True)),
        "tennis court": (Noun("court de tennis", "courts de tennis"), Noun("terrain de tennis", "terrains de tennis")),
    },
    adjectives={
        "large": ("grands", "grandes"),
        "small": ("petits", "petites"),
        "red": ("rouges", "rouges"),
        "blue": ("bleus", "bleues"),
        "green": ("verts", "vertes"),
        "white": ("blancs", "blanches"),
        "grey": ("gris", "grises"),
        "brown": ("bruns", "brunes"),
        "dark": ("sombres", "sombres"),
        "bright": ("clairs", "claires"),
    },
    before=frozenset(("large", "small")),
    frames=(("{}", "les {}", "tous les {}"), ("{}", "les {}", "toutes les {}")),
)

PORTUGUESE = Language(
    nouns={
        "building": (
            Noun("edifício", "edifícios"),
            Noun("prédio", "prédios"),
            Noun("casa", "casas", feminine=True),
            Noun("telhado", "telhados"),
        ),
        "built-up area": (
            Noun("área construída", "áreas construídas", feminine=True),
            Noun("área urbana", "áreas urbanas", feminine=True),
        ),
        "road": (Noun("estrada", "estradas", feminine=True), Noun("rua", "ruas", feminine=True)),
        "water": _substances("água", "corpos de água"),
        "bare land": _substances("solo exposto", "solo nu", "terra nua"),
        "vegetation": _substances("vegetação", "plantas", "áreas verdes"),
        "low vegetation": _substances("relva", "grama", "gramado", "vegetação baixa"),
        "tree": (
            Noun("árvore", "árvores", feminine=True),
            Noun("copa de árvore", "copas de árvores", feminine=True),
        ),
        "swimming pool": (Noun("piscina", "piscinas", feminine=True),),
        "field": (
            Noun("campo", "campos"),
            Noun("campo agrícola", "campos agrícolas"),
            Noun("plantação", "plantações", feminine=True),
        ),
        "car": (Noun("carro", "carros"), Noun("veículo", "veículos"), Noun("automóvel", "automóveis")),
        "storage tank": (
            Noun("tanque", "tanques"),
            Noun("tanque de armazenamento", "tanques de armazenamento"),
        ),
        "tennis court": (
            Noun("quadra de tênis", "quadras de tênis", feminine=True),
            Noun("campo de ténis", "campos de ténis"),
        ),
    },
    adjectives={
        "large": ("grandes", "grandes"),
        "small": ("pequenos", "pequenas"),
        "red": ("vermelhos", "vermelhas"),
        "blue": ("azuis", "azuis"),
        "green": ("verdes", "verdes"),
        "white": ("brancos", "brancas"),
        "grey": ("cinzentos", "cinzentas"),
        "brown": ("marrons", "marrons"),
        "dark": ("escuros", "escuras"),
        "bright": ("claros", "claras"),
    },
    before=frozenset(),
    frames=(("{}", "os {}", "todos os {}"), ("{}", "as {}", "todas as {}")),
)

LANGUAGES = (GERMAN, SPANISH, FRENCH, PORTUGUESE)


def is_foreign(rng: np.random.Generator) -> bool:
    """Whether the next phrase is said in another language."""
    return bool(rng.random() < SHARE)


def everything(name: str, rng: np.random.Generator) -> str:
    """A phrase for all of the class, in any of the languages."""
    language = LANGUAGES[int(rng.integers(len(LANGUAGES)))]
    return str(rng.choice(list(_everything(language, name))))


def single(name: str, rng: np.random.Generator) -> str:
    """A name of one object of the class, in any of the languages.

    Raises:
        ValueError: the class is a substance.
    """
    language = LANGUAGES[int(rng.integers(len(LANGUAGES)))]
    return str(rng.choice([noun.one for noun in language.nouns[name] if noun.one]))


def described(name: str, adjective: str, rng: np.random.Generator) -> str:
    """A phrase for all objects of the class with an attribute, in any of the languages.

    Raises:
        KeyError: the languages lack the adjective.
    """
    language = LANGUAGES[int(rng.integers(len(LANGUAGES)))]
    return str(rng.choice(list(_described(language, name, adjective))))


def phrases(described_by: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Every phrase that the functions above can give.

    Args:
        described_by: class -> the adjectives it is asked with.
    """
    for language in LANGUAGES:
        for name, nouns in language.nouns.items():
            yield from _everything(language, name)
            yield from (noun.one for noun in nouns if noun.one)
            for adjective in described_by.get(name, ()):
                yield from _described(language, name, adjective)


def _everything(language: Language, name: str) -> Iterator[str]:
    for noun in language.nouns[name]:
        if noun.one:
            yield from (frame.format(noun.many) for form in language.forms(noun) for frame in language.frames[form])
        else:
            yield noun.many


def _described(language: Language, name: str, adjective: str) -> Iterator[str]:
    for noun in language.nouns[name]:
        for form in language.forms(noun):
            text = language.described(noun, adjective, form)
            yield from (frame.format(text) for frame in language.frames[form])
