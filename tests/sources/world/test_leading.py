"""Leading on: pages of a world have the links that recorded pages have."""

from tests.learning.resources.told import LIFE, START, user
from tests.sources.world.spoken import ask, request, world_of

ANN, BOB = user(7, "ann", state="new"), user(8, "bob", state="new")


def link(**pages):
    """Return a Link header with the pages of one item, by relation."""
    parts = [f'</users?page={page}&n=1>; rel="{name}"' for name, page in pages.items()]
    return ((b"Link", ", ".join(parts).encode()),)


def test_all_relations_lead_to_their_pages():
    recorded = [
        ("GET /users?n=1", None, 200, [ANN], link(first=1, next=2, last=2)),
        ("GET /users?n=1&page=2", None, 200, [BOB], link(first=1, prev=1, last=2)),
    ]
    world = world_of(*LIFE[:4], *recorded)
    for name in "abc":
        ask(world, "POST /users", {"name": name})

    told = [
        world.answer(request(f"GET /users?n=1&page={page}"), "live", START).response
        for page in (1, 2, 3)
    ]

    for page, answer in enumerate(told, 1):
        wanted = {"first": 1, "prev": page - 1, "next": page + 1, "last": 3}
        pages = {n: p for n, p in wanted.items() if 1 <= p <= 3}
        assert answer.header("link") == link(**pages)[0][1].decode()
