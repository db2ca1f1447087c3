"""What can be wrong with a GeoTIFF: each kind of damage takes a sound file and a random generator."""

from __future__ import annotations

import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

Files = dict[str, bytes]
"""A file's content under the empty suffix, and what lies beside it under the suffixes of its name."""
Mutation = Callable[[bytes, np.random.Generator], Files]

_WIDTHS = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 16: 8, 17: 8, 18: 8}
"""Bytes of a value of each type."""
_DOUBLE = 12
_SIZES = (256, 257, 278, 322, 323)
_LAYOUT = (258, 259, 262, 266, 274, 277, 284, 317, 320, 338, 339, 347, 530, 532)
_BLOCKS = (273, 279, 324, 325)
_PLACE = (33550, 33922, 34264)
_SYSTEM = (34735, 34736, 34737)
_TEXTS = (270, 305, 306, 42112, 42113)
_UNUSED = 65_000

_ABSURD_SIZES = (0, 1, 2, 7, 255, 1000, 30_000, 65_535, 1_000_000, 40_000_000, 2**31 - 1, 2**31, 2**32 - 1)
_ABSURD_OFFSETS = (0, 1, 4, 8, 2**16, 2**31 - 1, 2**31, 2**32 - 2, 2**32 - 1, 2**40, 2**63, 2**64 - 1)
_ABSURD_NUMBERS = (np.nan, np.inf, -np.inf, 0.0, -0.0, -1.0, 1e-320, 1e-30, 1e-9, 1e9, 1e30, 1e308, -1e308)
_CODES = (0, 1, 2, 3, 1024, 4326, 4978, 4979, 3857, 2056, 5773, 3855, 9001, 9102, 9122, 32_767, 32_661, 65_535)
_WORDS = (b"", b"nan", b"inf", b"1e999", b"-1e400", b"\xff\xfe\xc3\x28", b"<GDALMetadata>", b"%s%n", b"\x00", b"0x")


@dataclass(frozen=True)
class _Entry:
    """An entry of a directory: where it stands, what it says of itself, and where its values stand."""

    at: int
    tag: int
    kind: int
    count: int
    values_at: int


class _Tiff:
    """A TIFF whose directories can be damaged in place."""

    def __init__(self, content: bytes) -> None:
        self.content = bytearray(content)
        self._order = "<" if content[:2] == b"II" else ">"
        self._big = self.read("H", 2) == 43
        self._offset, self._entry_size = ("Q", 20) if self._big else ("I", 12)
        self.links = [8 if self._big else 4]
        self.entries: list[_Entry] = []
        while (at := self.read(self._offset, self.links[-1])) != 0:
            self._read_directory(at)

    def read(self, form: str, at: int) -> int:
        """The number of a form at a place."""
        number: int = struct.unpack_from(self._order + form, self.content, at)[0]
        return number

    def write(self, form: str, at: int, number: float) -> None:
        """Put a number at a place, as far as it fits in."""
        if form not in "fd":
            number = int(number) % 2 ** (8 * struct.calcsize(form))
        struct.pack_into(self._order + form, self.content, at, number)

    def link(self, at: int, target: int) -> None:
        """Let an offset of a directory point elsewhere."""
        self.write(self._offset, at, target)

    def find(self, tags: Sequence[int]) -> list[_Entry]:
        """The entries with one of some tags, of all directories."""
        return [entry for entry in self.entries if entry.tag in tags]

    def set_number(self, entry: _Entry, number: int) -> None:
        """Let an entry hold one number, as wide as entries can hold it."""
        self.write("H", entry.at + 2, 16 if self._big else 4)
        self.write(self._offset, entry.at + 4, 1)
        self.write(self._offset, entry.at + (12 if self._big else 8), number)

    def set_value(self, entry: _Entry, index: int, number: float) -> None:
        """Replace one of an entry's values."""
        width = _WIDTHS[entry.kind]
        form = "d" if entry.kind == _DOUBLE else {1: "B", 2: "H", 4: "I", 8: "Q"}[width]
        self.write(form, entry.values_at + index * width, number)

    def set_count(self, entry: _Entry, count: int) -> None:
        """Let an entry claim to have so many values."""
        self.write(self._offset, entry.at + 4, count)

    def _read_directory(self, at: int) -> None:
        head, count = (8, self.read("Q", at)) if self._big else (2, self.read("H", at))
        for entry_at in range(at + head, at + head + count * self._entry_size, self._entry_size):
            tag, kind = self.read("H", entry_at), self.read("H", entry_at + 2)
            values = self.read(self._offset, entry_at + 4)
            field = entry_at + (12 if self._big else 8)
            inline = values * _WIDTHS[kind] <= struct.calcsize(self._offset)
            place = field if inline else self.read(self._offset, field)
            self.entries.append(_Entry(entry_at, tag, kind, values, place))
        self.links.append(at + head + count * self._entry_size)


def _pick(rng: np.random.Generator, entries: Sequence[_Entry]) -> _Entry:
    """One entry, of the first directory more often than of those of masks and overviews."""
    return entries[int(len(entries) * rng.random() ** 2)]


def _truncated(content: bytes, rng: np.random.Generator) -> Files:
    return {"": content[: rng.integers(len(content))]}


def _shortened(content: bytes, rng: np.random.Generator) -> Files:
    return {"": content[: len(content) - int(2 ** rng.uniform(0, 12))]}


def _flipped(content: bytes, rng: np.random.Generator, start: int, end: int) -> Files:
    flipped = bytearray(content)
    for place in rng.integers(start, end, rng.integers(1, 9)):
        flipped[place] ^= int(rng.integers(1, 256))
    return {"": bytes(flipped)}


def _flipped_directory(content: bytes, rng: np.random.Generator) -> Files:
    entry = _pick(rng, _Tiff(content).entries)
    return _flipped(content, rng, entry.at, min(entry.at + 60, len(content)))


def _flipped_anywhere(content: bytes, rng: np.random.Generator) -> Files:
    return _flipped(content, rng, 0, len(content))


def _flipped_block(content: bytes, rng: np.random.Generator) -> Files:
    """The first bytes of a block, which tell its codec how to read on."""
    tiff = _Tiff(content)
    entry = _pick(rng, tiff.find((273, 324)))
    width = _WIDTHS[entry.kind]
    at = tiff.read({2: "H", 4: "I", 8: "Q"}[width], entry.values_at + int(rng.integers(entry.count)) * width)
    return _flipped(content, rng, at, min(at + 64, len(content))) if at else _flipped_anywhere(content, rng)


def _overwritten(content: bytes, rng: np.random.Generator) -> Files:
    length, damaged = int(2 ** rng.uniform(4, 16)), bytearray(content)
    start = int(rng.integers(max(1, len(content) - length)))
    filling = (bytes(length), b"\xff" * length, rng.bytes(length))[rng.integers(3)]
    damaged[start : start + length] = filling
    return {"": bytes(damaged[: len(content)])}


def _shifted(content: bytes, rng: np.random.Generator) -> Files:
    """Bytes are missing or too many, as after a transfer that took the file for text."""
    at, length = int(rng.integers(len(content))), int(rng.integers(1, 64))
    return {"": content[:at] + (content[at + length :] if rng.random() < 0.5 else rng.bytes(length) + content[at:])}


def _copied(content: bytes, rng: np.random.Generator) -> Files:
    """A piece of the file stands in another place too."""
    length = int(2 ** rng.uniform(4, 14))
    source, target = rng.integers(max(1, len(content) - length), size=2)
    damaged = bytearray(content)
    damaged[target : target + length] = content[source : source + length]
    return {"": bytes(damaged[: len(content)])}


def _absurd_size(content: bytes, rng: np.random.Generator) -> Files:
    tiff = _Tiff(content)
    for entry in {_pick(rng, tiff.find(_SIZES)) for _ in range(rng.integers(1, 3))}:
        tiff.set_number(entry, int(rng.choice(_ABSURD_SIZES)))
    return {"": bytes(tiff.content)}


def _wrong_layout(content: bytes, rng: np.random.Generator) -> Files:
    tiff = _Tiff(content)
    for entry in {_pick(rng, tiff.find(_LAYOUT)) for _ in range(rng.integers(1, 3))}:
        number = int(rng.integers(70)) if rng.random() < 0.7 else int(rng.integers(2**16))
        if rng.random() < 0.5:
            tiff.set_number(entry, number)
        else:
            tiff.set_value(entry, int(rng.integers(entry.count)), number)
    return {"": bytes(tiff.content)}


def _wrong_blocks(content: bytes, rng: np.random.Generator) -> Files:
    tiff = _Tiff(content)
    entry = _pick(rng, tiff.find(_BLOCKS))
    number = int(rng.choice(np.array([*_ABSURD_OFFSETS, len(content) - 1, rng.integers(len(content))], object)))
    places = range(entry.count) if rng.random() < 0.3 else rng.integers(entry.count, size=rng.integers(1, 4))
    for place in places:
        tiff.set_value(entry, int(place), number)
    return {"": bytes(tiff.content)}


def _wrong_entry(content: bytes, rng: np.random.Generator) -> Files:
    tiff = _Tiff(content)
    entry = _pick(rng, tiff.entries)
    damage = rng.integers(3)
    if damage == 0:
        tiff.write("H", entry.at, int(rng.choice([other.tag for other in tiff.entries])))
    elif damage == 1:
        tiff.write("H", entry.at + 2, int(rng.integers(20)))
    else:
        tiff.set_count(entry, int(rng.choice(np.array(_ABSURD_OFFSETS, object))))
    return {"": bytes(tiff.content)}


def _dropped_entry(content: bytes, rng: np.random.Generator) -> Files:
    tiff = _Tiff(content)
    tiff.write("H", _pick(rng, tiff.entries).at, _UNUSED)
    return {"": bytes(tiff.content)}


def _wrong_link(content: bytes, rng: np.random.Generator) -> Files:
    tiff = _Tiff(content)
    targets = [*_ABSURD_OFFSETS, *(link - 8 for link in tiff.links), int(rng.integers(len(content)))]
    at = tiff.links[int(rng.integers(len(tiff.links)))]
    if rng.random() < 0.4:
        targets = [tiff.read("Q" if tiff.links[0] == 8 else "I", tiff.links[0])]  # round in a circle
        at = tiff.links[-1]
    tiff.link(at, int(rng.choice(np.array(targets, object))))
    return {"": bytes(tiff.content)}


def _wrong_values(content: bytes, rng: np.random.Generator, tags: Sequence[int], numbers: Sequence[float]) -> Files:
    tiff = _Tiff(content)
    entries = tiff.find(tags) or tiff.entries
    for _ in range(rng.integers(1, 4)):
        entry = entries[rng.integers(len(entries))]
        number = float(rng.choice(numbers))
        fits = entry.kind == _DOUBLE or np.isfinite(number)
        tiff.set_value(entry, int(rng.integers(entry.count)), number if fits else 0)
    return {"": bytes(tiff.content)}


def _wrong_text(content: bytes, rng: np.random.Generator) -> Files:
    tiff = _Tiff(content)
    texts = tiff.find(_TEXTS) or tiff.find((34737,)) or tiff.entries
    entry = texts[rng.integers(len(texts))]
    length = entry.count * _WIDTHS[entry.kind]
    word = _WORDS[rng.integers(len(_WORDS))].ljust(length, b"\0" if rng.random() < 0.7 else b"9")[:length]
    tiff.content[entry.values_at : entry.values_at + length] = word
    return {"": bytes(tiff.content)}


def _wrong_neighbour(content: bytes, rng: np.random.Generator) -> Files:
    """What GDAL reads beside a raster is damaged, while the raster itself is sound."""
    numbers = [str(number) for number in rng.choice(_ABSURD_NUMBERS, 6)]
    system = ("EPSG:4978", "nonsense", "", "LOCAL_CS[", 'GEOGCS["x",DATUM["y",SPHEROID["z",0,0]]]')[rng.integers(5)]
    described = (
        f"<PAMDataset><SRS>{system}</SRS><GeoTransform>{', '.join(numbers)}</GeoTransform>"
        f'<PAMRasterBand band="1"><NoDataValue>{numbers[0]}</NoDataValue></PAMRasterBand></PAMDataset>'
    ).encode()
    beside = (
        {".aux.xml": described},
        {".aux.xml": described[: rng.integers(len(described))]},
        {".aux.xml": rng.bytes(200)},
        {".ovr": rng.bytes(200)},
        {".ovr": content[: rng.integers(len(content))]},
        {".ovr": _absurd_size(content, rng)[""]},
        {".msk": rng.bytes(200)},
        {".msk": _absurd_size(content, rng)[""]},
        {".tfw": "\n".join(numbers).encode()},
    )
    return {"": content, **beside[rng.integers(len(beside))]}


MUTATIONS: dict[str, Mutation] = {
    "truncated": _truncated,
    "end missing": _shortened,
    "start flipped": lambda content, rng: _flipped(content, rng, 0, 16),
    "directory flipped": _flipped_directory,
    "bytes flipped": _flipped_anywhere,
    "block flipped": _flipped_block,
    "overwritten": _overwritten,
    "shifted": _shifted,
    "copied over": _copied,
    "absurd size": _absurd_size,
    "wrong layout": _wrong_layout,
    "wrong blocks": _wrong_blocks,
    "wrong entry": _wrong_entry,
    "entry dropped": _dropped_entry,
    "wrong link": _wrong_link,
    "wrong place": lambda content, rng: _wrong_values(content, rng, _PLACE, _ABSURD_NUMBERS),
    "wrong system": lambda content, rng: _wrong_values(content, rng, _SYSTEM, _CODES),
    "wrong text": _wrong_text,
    "wrong neighbour": _wrong_neighbour,
}
"""Every kind of damage by its name."""
