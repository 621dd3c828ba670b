"""A tag is the same as long as what it is of, and with it nothing is told again."""

import itertools
import json
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.sources.rebound import Rebound
from tests.sources.rebound import sides
from tests.sources.rebound.documents import document_server, documents

LEARNED = sides.Learned(sides.record(document_server(), documents))
ANSWERING = Rebound(LEARNED, seed=7)
SESSIONS = itertools.count()
PARTS = st.dictionaries(
    st.from_regex(r"[1-9]\.[0-9]{2}", fullmatch=True),
    st.integers(100, 999),
    min_size=1,
    max_size=3,
)


def put(player, parts):
    sent = {name: {"label": f"x{name}", "size": size} for name, size in parts.items()}
    return player("PUT", "/boxes/amber-77", {"parts": sent, "marks": {}})


@settings(max_examples=20, deadline=None)
@given(PARTS, PARTS)
def test_a_client_that_shows_the_tag_is_told_only_of_changes(one, other):
    player = sides.Player(LEARNED, session=f"live {next(SESSIONS)}")
    player.rebound = ANSWERING
    put(player, one)
    first = player("GET", "/boxes/amber-77")
    tag = first.header("ETag")
    again = player("GET", "/boxes/amber-77")
    unchanged = player("GET", "/boxes/amber-77", If_None_Match=tag)
    weak = player("GET", "/boxes/amber-77", If_None_Match=f'"other", W/{tag}')
    put(player, other)
    changed = player("GET", "/boxes/amber-77", If_None_Match=tag)
    now = player("GET", "/boxes/amber-77", If_None_Match=changed.header("ETag") or "")

    assert (again.body, again.header("ETag")) == (first.body, tag)
    assert [unchanged.status, weak.status] == [304, 304]
    assert (unchanged.body, unchanged.header("ETag")) == (b"", tag)
    is_new = json.loads(changed.body or b"null") != json.loads(first.body)
    if changed.status == 200 and is_new:
        assert changed.header("ETag") != tag
    assert now.status == 304


def test_a_server_that_knows_no_tags_tells_everything_again():
    plain = document_server()

    def without(asked):
        asked = sides.request(asked.method, asked.target, json.loads(asked.body or "0"))
        return plain(asked)

    player = sides.Player(sides.Learned(sides.record(without, documents)))
    sides.run(documents, player, Random(2))

    assert 304 not in {answer.status for _, answer, _ in player.told}
