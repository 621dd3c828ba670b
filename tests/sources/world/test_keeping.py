from mockforge.sources.world.keeping import Keeping
from mockforge.store.database import connect
from mockforge.store.reader import open_reader
from tests.sources.world.journeys import Step
from tests.sources.world.lessons import both, world_of
from tests.sources.world.toyapi import Api, Type

API = Api((Type("users", ids="uuid"),))
CREATE = Step("create", "users", 0, (("name", "xylo"),))
LIST = Step("list", "users")


async def reader_at(path):
    async with await connect(path, create=True):
        pass
    return await open_reader(path)


async def test_a_world_goes_on_where_it_was_kept(tmp_path):
    reader = await reader_at(tmp_path / "r.db")
    before = world_of(API, mode="recording")
    first = Keeping(before, reader)
    await first.open()
    _, client = both(API, before)
    client.take(CREATE)
    told = client.take(LIST)
    await first.close()

    after = world_of(API, mode="recording")
    second = Keeping(after, reader)
    await second.open()
    _, again = both(API, after, "another session")
    again.ids = client.ids
    found = again.take(LIST)
    await second.close()
    await reader.close()

    assert "xylo" in str(told)
    assert found == told


async def test_a_world_is_kept_while_it_goes_on(tmp_path):
    reader = await reader_at(tmp_path / "r.db")
    world = world_of(API, mode="recording")
    keeping = Keeping(world, reader)
    _, client = both(API, world)
    client.take(CREATE)

    await keeping.save()

    other = world_of(API, mode="recording")
    await Keeping(other, reader).open()
    assert other.to_json() == world.to_json()
    await reader.close()


def test_what_another_version_kept_is_left_out():
    world = world_of(API, mode="recording")
    cases: list = [None, [], {"version": 0}, {"version": 1, "realms": {"": {}}}]
    for told in cases:
        world.restore(told)

    assert world.to_json()["realms"] == {}
