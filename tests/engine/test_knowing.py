"""Knowing: what was learned of answers, and whose fields are whose."""

import json

import pytest

from mockforge.engine.knowing import Knowing, names_of
from mockforge.engine.things import Things
from mockforge.provenance import Source
from mockforge.sources.inventing import Invented
from mockforge.stages.reality.options import MixingOptions
from tests.engine.mixing import ask, learned_of, told, weighing
from tests.worlds import API, exchange, request

BOTH = (Source.UPSTREAM, Source.RECORDED)


def rooms(numbers, **fields):
    """Return recorded reads of rooms, each field a function of the number."""
    return [
        about(number, {name: of(number) for name, of in fields.items()})
        for number in numbers
    ]


def about(number, fields):
    value = {"id": number, "temperature": number + 0.5, **fields}
    return exchange(url=f"{API}/rooms/{number}", answer=json.dumps(value).encode())


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("$", ()),
        ("$.email", ("email",)),
        ("$.items[*].price", ("items", "price")),
        ("$.items[0].price", ("items", "price")),
    ],
)
def test_a_path_is_names_without_items(path, names):
    assert names_of(path) == names


def test_answers_are_known_by_endpoint_and_status():
    (learned,) = learned_of(rooms(range(4)))
    thing = Things([learned]).of(request(url=f"{API}/rooms/9"))

    known = Knowing([learned])(thing, 200, BOTH)

    assert known is not None
    assert known.node is not None
    assert isinstance(known.schema, dict)
    assert known.schema["type"] == "object"
    other = Knowing([learned])(thing, 404, BOTH)
    assert other is not None
    assert other.node is None


def test_the_first_rule_of_a_field_counts():
    rules = [
        MixingOptions(path="$.email", source="recorded", entity="user"),
        MixingOptions(path="$.email", source="upstream"),
        MixingOptions(path="$.email", source="synthetic"),
    ]
    thing = Things().of(request(url=f"{API}/a"))

    known = Knowing((), rules)(thing, 200, BOTH)

    assert known is not None
    assert known.rules == {("email",): Source.UPSTREAM}


VIEWS = (31, 7, 58, 12, 90, 44, 23, 71)


async def blended(exchanges, said, *, learned=True, seeds=range(8), **options):
    """Return what the first room is, half the upstream's, by each of some seeds."""
    found = []
    for seed in seeds:
        engine = await weighing(
            0.85, *exchanges, learned=learned, seed=seed, makers=[], **options
        )
        answer, _ = await ask(engine, "GET", "/rooms/0", says=told(said))
        found.append(json.loads(answer.response.body))
    return found


async def test_whole_numbers_are_averaged_once_they_are_known_to_be_measures():
    exchanges = rooms(range(8), views=VIEWS.__getitem__)
    said = {"id": 0, "temperature": 0.5, "views": 41}

    known = await blended(exchanges, said)
    unknown = await blended(exchanges, said, learned=False)

    assert {each["views"] for each in known} == {36}
    assert {each["views"] for each in unknown} == {31, 41}


async def test_numbers_that_are_known_to_be_choices_are_not():
    exchanges = rooms(range(12), floor=lambda n: 1 + n % 2 * 8)
    said = {"id": 0, "temperature": 0.5, "floor": 9}

    assert {each["floor"] for each in await blended(exchanges, said)} == {1, 9}


async def test_texts_that_are_known_to_be_minted_go_with_the_id():
    # Nothing but what was seen of it says that `at` and `mark` are of one thing.
    minted = [f"{number * 7919:012d}-{number}" for number in range(1, 13)]
    exchanges = rooms(range(12), w=lambda n: "open", mark=lambda n: minted[n], name=str)
    said = {
        "id": 0,
        "temperature": 0.5,
        "w": "open",
        "mark": "000000999999-9",
        "name": "x",
    }

    for each in await blended(exchanges, said):
        assert (each["mark"], each["name"]) in (
            (minted[0], "0"),
            ("000000999999-9", "x"),
        )


async def test_what_would_not_be_valid_by_what_was_learned_is_not_mixed():
    exchanges = rooms(range(12), w=lambda n: "open")
    said = {"id": 0, "temperature": "cold", "w": "shut"}

    for each in await blended(exchanges, said):
        # The upstream may say what it likes, but nothing is made of it.
        assert each == said or each["temperature"] == 0.5


async def test_things_are_found_by_the_field_that_is_known_to_name_them():
    (learned,) = learned_of(shop())
    thing = Things([learned]).of(request(url=f"{API}/v1/crates/c-3"))
    known = Knowing([learned])(thing, 200, BOTH)

    assert known is not None
    assert known.ids == ("tag",)


def shop():
    """Return a session with crates that have no id but a tag."""
    found = []
    for number in range(1, 6):
        crate = {"load": number + 0.5, "tag": f"c-{number}", "w": "x"}
        body = json.dumps({"load": crate["load"]}).encode()
        raw = json.dumps(crate).encode()
        found += [
            exchange("POST", f"{API}/v1/crates", body, answer=raw, status=201),
            exchange(url=f"{API}/v1/crates/c-{number}", answer=raw),
        ]
        every = [json.loads(one.response.body) for one in found[::2]]
        listed = {"crates": every, "count": len(every)}
        found.append(
            exchange(url=f"{API}/v1/crates", answer=json.dumps(listed).encode())
        )
        found.pop() if number < 5 else None
    return found


@pytest.mark.parametrize("name", ["crate", "crates", "Crate"])
async def test_a_rule_for_a_kind_counts_where_its_things_are_and_nowhere_else(name):
    mixing = [{"entity": name, "path": "$.load", "source": "recorded"}]
    for seed in range(6):
        engine = await weighing(
            0.95, *shop(), learned=True, seed=seed, makers=[], field_mixing=mixing
        )
        crate = {"load": 99.5, "tag": "c-2", "w": "y"}
        said = {"crates": [crate], "count": 1}
        one, _ = await ask(engine, "GET", "/v1/crates/c-2", says=told(crate))
        every, _ = await ask(engine, "GET", "/v1/crates", says=told(said))

        assert json.loads(one.response.body)["load"] == 2.5
        (found,) = [
            each
            for each in json.loads(every.response.body)["crates"]
            if each["tag"] == "c-2"
        ]
        assert found["load"] == 2.5


RULES = [
    ({"path": "$.items[*].price", "source": "recorded"}, "recorded"),
    ({"path": "$.items[0].price", "source": "recorded"}, "recorded"),
    ({"path": "items.price", "source": "upstream"}, "upstream"),
    ({"path": "$.items", "source": "recorded"}, "recorded"),
    ({"source": "recorded"}, "recorded"),
    ({"path": "$.items[*].price", "source": "synthetic"}, None),
    ({"entity": "robot", "path": "$.items[*].price", "source": "recorded"}, None),
]


@pytest.mark.parametrize(("rule", "whose"), RULES, ids=[str(rule) for rule, _ in RULES])
@pytest.mark.parametrize("strategy", ["field_level", "body_blend"])
async def test_rules_count_by_path_kind_and_source_wherever_answers_are_mixed(
    rule, whose, strategy
):
    def shown(side, price):
        return {"items": [{"id": 1, "price": price, "w": side}], "total": 1}

    mine = exchange(url=f"{API}/things", answer=json.dumps(shown("r", 1.5)).encode())
    prices = {"recorded": 1.5, "upstream": 9.5}
    found = set()
    for seed in range(12):
        engine = await weighing(
            0.85,
            mine,
            makers=[],
            seed=seed,
            field_mixing=[rule],
            merge_strategy=strategy,
        )
        answer, _ = await ask(engine, "GET", "/things", says=told(shown("u", 9.5)))
        found.add(json.loads(answer.response.body)["items"][0]["price"])

    assert found == ({prices[whose]} if whose else {1.5, 9.5})


@pytest.mark.parametrize(
    ("ratio", "sources"), [(0.5, ("record", "maker")), (0.85, ("upstream", "record"))]
)
async def test_numbers_are_averaged_texts_chosen_and_objects_merged(ratio, sources):
    """Spec: numbers by weighted average, the others by weight, objects in depth."""
    values = {
        side: {"id": "1", "load": n + 0.5, "w": side, "on": n > 2, "in": {"v": side}}
        for n, side in enumerate(("maker", "record", "upstream"), 1)
    }

    class Maker:
        def claims(self, asked, session):
            return False

        def answer(self, asked, session, now):
            return Invented(told(values["maker"]))

        def note(self, asked, response, session, now):
            pass

    record = json.dumps(values["record"]).encode()
    seen: dict[str, set[object]] = {"w": set(), "on": set(), "v": set()}
    for seed in range(16):
        engine = await weighing(
            ratio,
            exchange(url=f"{API}/a/1", answer=record),
            makers=[Maker()],
            seed=seed,
        )
        answer, _ = await ask(engine, "GET", "/a/1", says=told(values["upstream"]))
        found = json.loads(answer.response.body)
        load = [
            {"maker": 1.5, "record": 2.5, "upstream": 3.5}[side] for side in sources
        ]
        assert found["load"] == sum(load) / 2
        seen["w"].add(found["w"])
        seen["on"].add(found["on"])
        seen["v"].add(found["in"]["v"])

    assert seen["w"] == seen["v"] == {*sources}
    assert seen["on"] == {values[side]["on"] for side in sources}
