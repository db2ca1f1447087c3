"""Relations of a made-up town, judged anew by the boxes it was laid out from."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pytest
import shapely

from phrasegon.model.training.crops import SEAM, Crop
from phrasegon.model.training.phrases import Phrase, Questions
from phrasegon.model.training.sources.picture import legend

SIZE = 128
ROAD = (0, 100, SIZE, 104)
GREEN = (0, 0, 70, 96)
LEGENDS = {"building": legend((1,)), "road": legend((2,)), "swimming pool": legend((3,)), "vegetation": legend((4,))}
ROUNDS = 20

Box = tuple[int, int, int, int]


@dataclass(frozen=True)
class Town:
    """Buildings and pools around a road, some of them in a green patch."""

    crop: Crop
    boxes: dict[str, list[Box]]


@pytest.fixture
def town(make_crop: Callable[..., Crop], rows_of_boxes: Callable[[int], list[Box]], seed: int) -> Town:
    laid = [box for box in rows_of_boxes(seed) if gap(box, ROAD) > 0]
    pools, buildings = laid[: 1 + seed % 2], laid[1 + seed % 2 :]
    codes, instances = np.zeros((SIZE, SIZE), np.uint8), np.zeros((SIZE, SIZE), np.uint16)
    for code, boxes in ((4, [GREEN]), (2, [ROAD]), (3, pools), (1, buildings)):
        for box in boxes:
            at = np.s_[box[0] : box[2], box[1] : box[3]]
            codes[at] = code
            if code != 4:
                instances[at] = instances.max() + 1
    boxes = {"building": buildings, "swimming pool": pools, "road": [ROAD], "vegetation": [GREEN]}
    return Town(make_crop(codes, LEGENDS, instances=instances), boxes)


def gap(one: Box, other: Box) -> float:
    """Pixels between two boxes."""
    return shapely.distance(polygon(one), polygon(other))


def polygon(box: Box) -> shapely.Polygon:
    return shapely.box(box[1], box[0], box[3], box[2])


def middle(box: Box) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def area(box: Box) -> int:
    return (box[2] - box[0]) * (box[3] - box[1])


def references(town: Town, phrase: Phrase) -> list[Box]:
    """What the phrase relates its objects to, read from its words."""
    said = re.split(rf" (?:{'|'.join(SENTENCES)}) ", phrase.text)[-1]
    if "largest" in said:
        count = 2 if "two" in said else 1
        return sorted(town.boxes[phrase.target], key=area)[-count:]
    kinds = {"pool": "swimming pool", "road": "road", "street": "road"}
    kinds |= dict.fromkeys(("building", "house", "roof", "built structures"), "building")
    return town.boxes[next((name for word, name in kinds.items() if word in said), "vegetation")]


def is_near(box: Box, others: list[Box], _: list[Box]) -> bool:
    """Within 4 m, which are 8 pixels; what lies between that and 20 pixels is nowhere told."""
    return min(gap(box, other) for other in others) < 14


def is_nearest(box: Box, others: list[Box], kin: list[Box]) -> bool:
    def away(one: Box) -> float:
        return min(gap(one, other) for other in others)

    return away(box) == min(away(one) for one in kin if one not in others)


def is_farthest(box: Box, others: list[Box], kin: list[Box]) -> bool:
    def away(one: Box) -> float:
        return min(gap(one, other) for other in others)

    return away(box) == max(away(one) for one in kin)


def is_between(box: Box, others: list[Box], _: list[Box]) -> bool:
    row, column = middle(box)
    hull = shapely.convex_hull(shapely.union_all([polygon(other) for other in others]))
    return bool(shapely.contains_xy(hull, column, row)) and box not in others


def is_in(box: Box, others: list[Box], _: list[Box]) -> bool:
    return any(shapely.intersects(polygon(box), polygon(other)) for other in others)


SENTENCES: dict[str, Callable[[Box, list[Box], list[Box]], bool]] = {
    r"(next to|near|beside|close to|by|along|alongside) the": is_near,
    r"(far|away) from the": lambda *said: not is_near(*said),
    r"(nearest|closest) to the": is_nearest,
    r"farthest from the": is_farthest,
    r"left of the": lambda box, others, _: middle(box)[1] < others[0][1],
    r"right of the": lambda box, others, _: middle(box)[1] > others[0][3],
    r"above the": lambda box, others, _: middle(box)[0] < others[0][0],
    r"below the": lambda box, others, _: middle(box)[0] > others[0][2],
    r"between the": is_between,
    r"surrounded by|in the middle of|(in|inside|within) the": is_in,
}


def sentence(text: str) -> str:
    said = [pattern for pattern in SENTENCES if re.search(rf" ({pattern}) ", text)]
    # "surrounded by the" holds a "by the".
    return said[-1]


def values(town: Town, phrase: Phrase) -> list[tuple[Box, int]]:
    """Each object of the asked class with its value in the mask, the same all over it but for the seams at its rim."""
    found, rim = [], SEAM // 2
    for box in town.boxes[phrase.target]:
        whole = phrase.mask[box[0] : box[2], box[1] : box[3]]
        inside = np.unique(whole[rim:-rim, rim:-rim])
        assert len(inside) == 1
        assert np.isin(whole, (0, inside[0])).all()
        found.append((box, int(inside[0])))
    return found


def drawn(town: Town, seed: int, *, absent: bool) -> list[Phrase]:
    made = []
    for number in range(ROUNDS):
        questions = Questions(town.crop, np.random.default_rng((seed, number)))
        for name in ("building", "swimming pool"):
            made.append(questions.absent(name) if absent else questions.present(name, "relation"))
    told = [phrase for phrase in made if phrase and any(re.search(f" ({said}) ", phrase.text) for said in SENTENCES)]
    # Absent ones may be of position too: "in the upper half".
    place = re.compile("(upper|lower|left|right|top|bottom)( half| part| corner| side)?$")
    return [phrase for phrase in told if not place.search(phrase.text)]


def test_relations_are_true_of_the_chosen_and_false_of_the_others(town: Town, seed: int) -> None:
    phrases = drawn(town, seed, absent=False)
    assert phrases
    for phrase in phrases:
        holds, others, kin = SENTENCES[sentence(phrase.text)], references(town, phrase), town.boxes[phrase.target]
        told = values(town, phrase)
        assert any(value == 1 for _, value in told)
        assert any(value == 0 for _, value in told)
        for box, value in told:
            if value != 255:
                meant = holds(box, others, kin) and ("largest" not in phrase.text or box not in others)
                assert meant == (value == 1), (phrase.text, box, others)


def test_the_singular_is_said_of_one_object_alone(town: Town, seed: int) -> None:
    for phrase in drawn(town, seed, absent=False):
        told = [value for _, value in values(town, phrase)]
        if re.match(r"the (building|house|swimming pool|pool)\b(?!s)", phrase.text):
            assert told.count(1) == 1
            assert 255 not in told


def test_a_relation_is_absent_where_it_holds_for_none(town: Town, seed: int) -> None:
    for phrase in drawn(town, seed, absent=True):
        holds, others = SENTENCES[sentence(phrase.text)], references(town, phrase)
        kin = town.boxes[phrase.target]
        assert phrase.kind == "absent"
        assert not phrase.mask.any()
        assert not any(holds(box, others, kin) for box in kin), phrase.text


def test_every_sentence_is_said_somewhere(make_crop: Callable[..., Crop]) -> None:
    codes, instances = np.zeros((SIZE, SIZE), np.uint8), np.zeros((SIZE, SIZE), np.uint16)
    laid: list[tuple[int, Box]] = [
        (2, ROAD), (4, (0, 0, 40, 40)), (1, (12, 12, 24, 24)), (1, (50, 10, 80, 38)), (1, (50, 66, 78, 94)),
        (1, (54, 46, 62, 54)), (1, (96, 46, 106, 54)), (1, (104, 8, 114, 18)), (1, (104, 86, 112, 96)),
        (3, (84, 46, 92, 54)),
    ]  # fmt: skip
    for number, (code, box) in enumerate(laid, 1):
        at = np.s_[box[0] : box[2], box[1] : box[3]]
        codes[at] = code
        instances[at] = number if code != 4 else 0
    crop = make_crop(codes, LEGENDS, instances=instances)
    phrases = [Questions(crop, np.random.default_rng(seed)).present("building", "relation") for seed in range(200)]
    texts = [phrase.text for phrase in phrases if phrase]
    assert {sentence(text) for text in texts if re.search(rf" ({'|'.join(SENTENCES)}) ", text)} == set(SENTENCES)
