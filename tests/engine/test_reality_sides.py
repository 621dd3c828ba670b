"""Which side answers what follows from what a client wrote on one of them."""

import json

import pytest

from mockforge.http import Response
from mockforge.sources.inventing import Invented
from tests.engine.mixing import Maker, ask, told, weighing


@pytest.mark.parametrize("seed", range(6))
async def test_a_short_id_leads_to_whoever_gave_it(seed):
    # Both sides have a thing of this number, and nothing was learned of either.
    engine = await weighing(0.85, makers=[Numbering()], seed=seed)
    made, _ = await ask(engine, "POST", "/runs/create", b"{}", says=numbered)
    path = "/runs/get?run_id=1"
    found = [(await ask(engine, "GET", path, says=numbered))[0] for _ in range(3)]
    found.append((await ask(engine, "POST", "/runs/end", RUN, says=numbered))[0])

    sides = {json.loads(answer.response.body)["of"] for answer in (made, *found)}
    assert len(sides) == 1


RUN = b'{"run_id": "1"}'


def numbered(asked):
    """Answer as an upstream that counts from 1."""
    return told({"run_id": "1", "of": "upstream"})


class Numbering(Maker):
    """Counts from 1 too."""

    def answer(self, asked, session, now):
        return Invented(told({"run_id": "1", "of": "maker"}))


@pytest.mark.parametrize("seed", range(6))
async def test_a_list_that_cannot_be_mixed_is_of_the_side_that_was_written_to(seed):
    shop = Shop()
    engine = await weighing(0.85, makers=[Plain()], seed=seed)
    made, _ = await ask(engine, "POST", "/orders", b"{}", says=shop)
    name = json.loads(made.response.body)["id"]

    def says(asked):
        return plain(shop.kept)

    listed, _ = await ask(engine, "GET", "/orders", says=says)

    assert name in listed.response.body.decode().split()


def plain(names):
    """Return a list that is no JSON."""
    head = ((b"Content-Type", b"text/plain"),)
    return Response(200, head, " ".join(names).encode())


class Plain(Maker):
    """Lists what it made in plain text."""

    def answer(self, asked, session, now):
        if asked.method == "GET":
            return Invented(plain([one["id"] for one in self.kept.values()]))
        return super().answer(asked, session, now)


class Shop:
    """An upstream that keeps what is posted to it."""

    def __init__(self):
        self.kept = {}

    def __call__(self, asked):
        name = f"real-{len(self.kept)}"
        self.kept[name] = {"id": name, "of": "upstream"}
        return told(self.kept[name], 201)


class Paging(Maker):
    """Lists from two pages, and knows its own cursors alone."""

    def answer(self, asked, session, now):
        return Invented(page("made", asked))


def page(side, asked):
    """Return a page of a list of numbers; a cursor of the other side is refused."""
    cursor = dict(asked.query).get("cursor", f"{side}-0")
    known, _, number = cursor.partition("-")
    if known != side:
        return told({"error": "no such cursor"}, 400)
    items = [{"id": int(number)}]
    return told({"items": items, "next_cursor": f"{side}-{int(number) + 1}"})


@pytest.mark.parametrize("strategy", ["field_level", "weighted", "body_blend"])
@pytest.mark.parametrize("seed", range(4))
async def test_a_list_is_read_on_where_it_was_begun(seed, strategy):
    engine = await weighing(0.85, makers=[Paging()], seed=seed, merge_strategy=strategy)
    path = "/numbers"
    for number in range(4):
        answer, _ = await ask(engine, "GET", path, says=lambda a: page("real", a))
        body = json.loads(answer.response.body)
        assert body["items"] == [{"id": number}]
        path = f"/numbers?cursor={body['next_cursor']}"
