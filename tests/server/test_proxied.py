from mockforge.clock import VirtualClock
from mockforge.config import Config
from mockforge.learning.patterns.telling import Filter
from mockforge.recordings.online import learning
from mockforge.server.proxied import Proxied
from tests.recordings import traffic


async def test_a_proxy_tells_what_it_learned_by_now(tmp_path):
    path, config = tmp_path / "a.db", Config()
    await traffic.write(path, [])
    async with learning(path, config) as online:
        assert online is not None
        known = Proxied(
            online,
            config.drift_learning,
            name="a",
            clock=VirtualClock(5.0),
            told=str.upper,
        )
        await traffic.write(path, traffic.orders(30))

        found = await known.known()

        assert [each.recording for each in found] == ["a"]
        assert found[0].patterns.count == 30
        assert found[0].told("x") == "X"
        assert (known.is_enabled, known.applied, known.now()) == (True, {}, 5.0)

        await known.reset(Filter(kind="latency"))
        kinds = {row.kind for row in (await known.known())[0].patterns.shown()}
        assert kinds == {"errors", "sequences", "frequency"}

        await known.switch(False)
        assert not online.is_enabled
