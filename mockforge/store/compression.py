"""Small packed values: zstd, against what came before in the same group.

Header blocks of one API differ in a date and an id, and its bodies share their
keys. Compressed one by one they cannot use that; compressed against a dictionary
made of earlier values they can. Measured with tests/bench/writer.py: a 420-byte
response head takes 330 bytes alone and 85 with a dictionary, a 1.9 KB order 860
and 570, for the same CPU.

A packed value begins with one byte:

* 0  the bytes as they are
* 1  a zstd frame
* 2  two bytes of dictionary number (little endian), then a zstd frame
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import zstandard

LEVEL = 3
PLAIN, ZSTD, AGAINST = 0, 1, 2

# A frame costs some 10 bytes by itself; below this nothing is won.
WORTH = 48
# A dictionary helps the start of a value; a long one makes its own.
LONG = 64 << 10
# New dictionaries a group may start. An API has few kinds of heads, and a group
# whose values share nothing must not grow the table for ever.
GENERATIONS = 8
GROUPS = 64
NUMBERS = 1 << 16


@dataclass(slots=True)
class Group:
    """Values that resemble each other, and what they are compressed against now."""

    name: str
    room: int
    """Most bytes a dictionary of this group holds."""
    number: int = 0
    content: bytes = b""
    generation: int = 0
    compressor: zstandard.ZstdCompressor | None = None


@dataclass(slots=True)
class Packer:
    """Compresses values; for one thread, as zstandard's objects are.

    Dictionaries made on the way are in *fresh* until the caller has stored them.
    """

    groups: dict[str, Group] = field(default_factory=dict)
    numbers: int = 0
    """The highest dictionary number in use."""
    fresh: list[tuple[int, str, bytes]] = field(default_factory=list)
    """Dictionaries not stored yet: number, group, content."""
    _plain: zstandard.ZstdCompressor = field(
        default_factory=lambda: zstandard.ZstdCompressor(level=LEVEL)
    )

    def adopt(self, number: int, name: str, content: bytes) -> None:
        """Go on with a dictionary that is stored already; numbers must rise."""
        self.numbers = max(self.numbers, number)
        group = self.groups.setdefault(name, Group(name, len(content)))
        group.generation += 1
        group.number, group.content = number, content
        group.compressor = _compressor(content)

    def pack(self, data: bytes | memoryview, name: str = "", room: int = 0) -> bytes:
        """Return *data* packed.

        Args:
            data: What to pack.
            name: Its group; empty for values that resemble nothing.
            room: Most bytes a dictionary of the group may hold; 0 for none.
        """
        if len(data) < WORTH:
            return b"\x00" + bytes(data)
        if room and len(data) <= LONG:
            packed = self._against(bytes(data), name, room)
        else:
            packed = b"\x01" + self._plain.compress(data)
        return packed if len(packed) <= len(data) else b"\x00" + bytes(data)

    def _against(self, data: bytes, name: str, room: int) -> bytes:
        group = self.groups.get(name)
        if group is None:
            if len(self.groups) >= GROUPS:
                return b"\x01" + self._plain.compress(data)
            group = self.groups[name] = Group(name, room)
        group.room = room
        if group.compressor is None:
            self._grow(group, data)
        packed = _framed(group, data)
        # Half is what a first value of a new kind leaves; a known kind does better.
        if len(packed) * 2 > len(data) and self._grow(group, data):
            packed = _framed(group, data)
        return packed

    def _grow(self, group: Group, data: bytes) -> bool:
        """Start the group's next dictionary, with *data* in it, if it may have one."""
        if group.generation >= GENERATIONS or self.numbers + 1 >= NUMBERS:
            return False
        self.numbers += 1
        group.generation += 1
        group.number = self.numbers
        # The end of a dictionary is the cheapest to point into.
        group.content = (group.content + data)[-group.room :]
        group.compressor = _compressor(group.content)
        self.fresh.append((group.number, group.name, group.content))
        return True


class Unpacker:
    """Decompresses values; for one thread, as zstandard's objects are."""

    def __init__(self, dictionaries: Mapping[int, bytes]) -> None:
        self._dictionaries = dictionaries
        self._decompressors: dict[int, zstandard.ZstdDecompressor] = {}
        self._plain = zstandard.ZstdDecompressor()

    def unpack(self, packed: bytes) -> bytes:
        """Return what was packed.

        Raises:
            ValueError: If *packed* is damaged, or its dictionary is missing.
        """
        if not packed:
            raise ValueError("a packed value is empty")
        form = packed[0]
        try:
            if form == PLAIN:
                return packed[1:]
            if form == ZSTD:
                return self._plain.decompress(memoryview(packed)[1:])
            if form == AGAINST:
                number = packed[1] | packed[2] << 8
                return self._decompressor(number).decompress(memoryview(packed)[3:])
        except (zstandard.ZstdError, IndexError) as error:
            raise ValueError(f"a packed value is damaged: {error}") from error
        raise ValueError(f"a packed value cannot begin with {form}")

    def _decompressor(self, number: int) -> zstandard.ZstdDecompressor:
        known = self._decompressors.get(number)
        if known is None:
            content = self._dictionaries.get(number)
            if content is None:
                raise ValueError(f"dictionary {number} is missing")
            known = zstandard.ZstdDecompressor(dict_data=_dictionary(content))
            self._decompressors[number] = known
        return known


def _framed(group: Group, data: bytes) -> bytes:
    assert group.compressor is not None
    head = b"\x02" + group.number.to_bytes(2, "little")
    return head + group.compressor.compress(data)


def _compressor(content: bytes) -> zstandard.ZstdCompressor:
    dictionary = _dictionary(content)
    dictionary.precompute_compress(level=LEVEL)
    return zstandard.ZstdCompressor(level=LEVEL, dict_data=dictionary)


def _dictionary(content: bytes) -> zstandard.ZstdCompressionDict:
    return zstandard.ZstdCompressionDict(
        content, dict_type=zstandard.DICT_TYPE_RAWCONTENT
    )
