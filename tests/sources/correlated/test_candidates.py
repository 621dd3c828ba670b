"""What a request may stand for is read once, and only where it may be."""

from mockforge.sources.correlated import candidates as module
from mockforge.sources.correlated.candidates import Candidates
from mockforge.sources.correlated.minted import Spots
from tests.sources.correlated.living_worlds import THEN, Taken
from tests.worlds import API, recorded, recording, request

ONE = "7c9e6679-7425-40de-944b-e07fc1f90ae7"
TWO = "0b0cb0e3-5ee0-4f3c-a9d7-6c3ae2d1f3aa"
OTHER = "4f9c0c40-2d2f-4c51-8c33-2b6a9a7b1c11"


async def candidates(*exchanges):
    """Return candidates of *exchanges*, and what counts how many were read."""
    source = await recorded(recording(*exchanges))
    shelf, read = source.shelves[0], []
    load = shelf.recording.load

    async def counted(ids):
        read.extend(ids)
        return await load(ids)

    shelf.recording.load = counted
    return Candidates(shelf, source._keys), read


async def found(one, target, minted, scope=None):
    """Return the ids of what may be meant by a PUT of *target*."""
    live = Spots.of(request("PUT", API + target), minted)
    pool = await one.find(live, minted, THEN, scope)
    return pool and [row.id for row in pool.rows]


def kept():
    """Things kept under ids of the client, and others."""
    taken = Taken()
    for target in (
        *(f"/a/{ONE}/x", f"/a/{TWO}/x", f"/a/{ONE}/x"),
        *(f"/a/{ONE}/y", f"/b/{ONE}/x", f"/q?id={ONE}&n=1", f"/q?id={TWO}&n=2"),
    ):
        taken.took("PUT", target, None, {})
    taken.took("GET", f"/a/{ONE}/x", None, {})
    return taken.exchanges


async def test_segments_of_the_path_are_left_out():
    one, read = await candidates(*kept())
    path = {("path", 1)}
    assert await found(one, f"/a/{OTHER}/x", path) == [1, 2]
    assert read == [1, 2]
    assert await found(one, f"/a/{OTHER}/y", path) == [4]
    assert await found(one, f"/a/{OTHER}/z", path) is None
    assert await found(one, "/a/7/x", path) is None


async def test_what_was_read_is_not_read_again():
    one, read = await candidates(*kept())
    for _ in range(3):
        assert await found(one, f"/q?id={OTHER}&n=1", {("query", "id")}) == [6]
    assert await found(one, f"/q?id={OTHER}&n=3", {("query", "id")}) is None
    assert read == [6, 7]


async def test_only_the_origin_that_is_named_counts():
    one, _ = await candidates(*kept())
    origin = request(url="https://elsewhere.example/").origin
    assert await found(one, f"/a/{OTHER}/x", {("path", 1)}, origin) is None


async def test_memory_is_bounded(monkeypatch):
    monkeypatch.setattr(module, "HELD", 10)
    monkeypatch.setattr(module, "MOST", 1)
    one, read = await candidates(*kept())
    assert await found(one, f"/a/{OTHER}/x", {("path", 1)}) == [1]
    await found(one, f"/q?id={OTHER}&n=1", {("query", "id")})
    await found(one, f"/a/{OTHER}/x", {("path", 1)})
    assert read == [1, 6, 1]


async def test_nothing_is_read_for_what_is_not_compared():
    one, read = await candidates(*kept())
    asked = request("PUT", f"{API}/a/{ONE}/z", headers=[("X-Request-Id", OTHER)])
    live = Spots.of(asked, {("header", "x-request-id")})
    assert live is not None
    assert await one.find(live, {("header", "x-request-id")}, THEN, None) is None
    assert read == []
