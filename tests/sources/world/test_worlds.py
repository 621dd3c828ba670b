"""A world learned from one journey answers another as the API does."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mockforge.http import Request, Response
from mockforge.sources.world import World
from tests.sources.world.journeys import Step
from tests.sources.world.lessons import both, learned, recorded, world_of
from tests.sources.world.toyapi import ENVELOPES, IDS, PAGINGS, Api, Type

BOUNDED = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
NAMES = [f"{word}{n}" for word in ("xylo", "yarn", "zinc", "wool") for n in range(5)]


@st.composite
def apis(draw):
    """Return an API of one or two types, the second perhaps below the first."""
    style = draw(st.sampled_from(["rest", "rpc", "rpc path"]))
    notation = draw(st.sampled_from(["json", "xml"])) if style == "rest" else "json"
    pagings = [each for each in PAGINGS if style == "rest" or each != "link"]

    def type_of(name, parent):
        return Type(
            name,
            parent,
            draw(st.sampled_from(IDS)),
            draw(st.sampled_from(ENVELOPES)),
            draw(st.sampled_from(pagings)),
            draw(st.sampled_from(["PATCH", "PUT"])),
            *(draw(st.booleans()) for _ in range(4)),
        )

    types = [type_of("users", None)]
    if draw(st.booleans()):
        types.append(type_of("orders", draw(st.sampled_from([None, "users"]))))
    return Api(tuple(types), style, notation, draw(st.sampled_from(["named", "plain"])))


@st.composite
def steps(draw, api):
    kind = draw(st.sampled_from(api.types))
    what = draw(
        st.sampled_from(
            ["create"] * 4 + ["list"] * 3 + ["get", "update", "delete", "unknown"]
        )
    )
    return Step(
        what,
        kind.name,
        draw(st.integers(0, 7)),
        draw(_fields(what)),
        draw(_query(what, kind)),
    )


def _fields(what):
    size = st.tuples(st.just("size"), st.integers(1, 60))
    name = st.tuples(st.just("name"), st.sampled_from(NAMES))
    if what == "create":
        return st.one_of(st.tuples(name), st.tuples(name, size), st.tuples(size))
    if what == "update":
        states = st.tuples(st.just("state"), st.sampled_from(["open", "done"]))
        wrong = st.just((("size", "huge"),))
        return st.one_of(st.tuples(states), st.tuples(name, size), wrong)
    return st.just(())


def _query(what, kind):
    if what != "list":
        return st.just(())
    found = [st.just(()), st.tuples(_one("state", st.sampled_from(["open", "done"])))]
    if kind.paging == "page":
        found.append(st.tuples(_one("page", st.integers(1, 4))))
    elif kind.paging == "offset":
        found.append(st.tuples(_one("offset", st.integers(0, 5))))
    elif kind.paging != "none":
        found.append(st.tuples(_one("follow", st.just(1))))
    return st.one_of(found)


def _one(name, values):
    return st.tuples(st.just(name), values)


@pytest.mark.timeout(600)
@given(st.data())
@BOUNDED
def test_another_journey_is_answered_as_by_the_api_itself(data):
    """Statuses, reads after writes, lists and totals, what is gone: all are equal."""
    api = data.draw(apis())
    real, invented = both(api, world_of(api))

    for _ in range(data.draw(st.integers(5, 25))):
        step = data.draw(steps(api))
        assert invented.take(step) == real.take(step), step


@pytest.mark.parametrize("style", ["rest", "rpc"])
def test_sessions_have_worlds_of_their_own_or_one(style):
    api = Api((Type("users", ids="uuid"),), style)
    alone, shared = world_of(api), world_of(api, mode="shared")

    for world, expected in ((alone, 0), (shared, 1)):
        _, first = both(api, world, "first")
        _, second = both(api, world, "second")
        first.take(Step("create", "users", 0, (("name", "xylo"),)))
        _, told = second.take(Step("list", "users"))
        assert told.count("xylo") == expected


def test_a_world_ends_with_its_session():
    api = Api((Type("users", ids="uuid"),))
    world = World(learned(recorded(api)), idle=60.0)
    _, client = both(api, world)
    asked = client.request(Step("create", "users", 0, (("name", "xylo"),)))
    listing = client.request(Step("list", "users"))
    world.answer(asked, "live", 1000.0)

    soon = world.answer(listing, "live", 1050.0)
    late = world.answer(listing, "live", 1200.0)

    assert soon is not None
    assert late is not None
    assert b"xylo" in soon.response.body
    assert b"xylo" not in late.response.body


def test_the_same_seed_makes_the_same_ids():
    api = Api((Type("users", ids="token"),))
    told = []
    for seed in (1, 1, 2):
        _, client = both(api, world_of(api, seed=seed))
        client.take(Step("create", "users", 0, (("name", "xylo"),)))
        told.append(client.ids["users"])

    assert told[0] == told[1] != told[2]


def test_what_was_recorded_is_claimed_once_the_world_has_moved():
    api = Api((Type("users", ids="counter"),))
    steps = [Step("create", "users", 0, (("name", name),)) for name in NAMES[:2]]
    steps += [Step("get", "users"), Step("list", "users")]
    exchanges = recorded(api, steps)
    world = World(learned(exchanges))
    for each in exchanges[:2]:
        world.note(each.request, each.response, "live", each.started)
    one, all_of_them = exchanges[2].request, exchanges[3].request
    before = world.claims(one, "live"), world.claims(all_of_them, "live")

    _, client = both(api, world)
    client.take(Step("create", "users", 0, (("name", "another"),)))

    assert before == (False, False)
    assert (world.claims(one, "live"), world.claims(all_of_them, "live")) == (
        False,
        True,
    )


def test_a_recorded_journey_is_never_claimed():
    api = Api((Type("users", ids="uuid"), Type("orders", "users", paging="cursor")))
    world = world_of(api)

    for each in recorded(api):
        assert not world.claims(each.request, "again"), each.request
        world.note(each.request, each.response, "again", each.started)


def test_what_others_answered_is_known_to_the_world():
    api = Api((Type("users", ids="uuid", paging="cursor"),))
    world = world_of(api)
    real, invented = both(api, world)
    steps = [Step("create", "users", 0, (("name", name),)) for name in NAMES[:3]]
    steps += [Step("update", "users", 1, (("state", "open"),)), Step("delete", "users")]
    told = real.handle

    def watched(request):
        response = told(request)
        world.note(request, response, "live", 1_760_000_000.0)
        return response

    real.handle = watched
    for step in steps:
        real.take(step)
    real.handle, invented.ids = told, real.ids

    for step in (Step("list", "users"), *(Step("get", "users", n) for n in range(3))):
        assert invented.take(step) == real.take(step)


@pytest.mark.parametrize(
    "exchanges",
    [[], recorded(Api((Type("users"),)))[:1]],
    ids=["nothing", "one exchange"],
)
def test_a_world_that_knows_too_little_says_nothing(exchanges):
    world = World(learned(exchanges))
    asked = Request("GET", "http", "api.test", "/users/1")

    assert world.answer(asked, "live", 0.0) is None
    assert not world.claims(asked, "live")
    world.note(asked, Response(200, (), b"{"), "live", 0.0)
