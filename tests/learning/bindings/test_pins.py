from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.bodies.document import shown
from mockforge.errors import ConfigError
from mockforge.learning.bindings import Pins, learn_bindings, read_pins
from tests.learning.talks import Talk

TEXT = """
# what only we know
ignore POST /orders/{id}/lines body.$.meta.client_time   # a clock
keep   GET /search query.ts
ignore * header.x-nonce
ignore POST / [header.x-amz-target=DynamoDB.PutItem] body.$.items[*]['a.b']
keep put /docs/{name} path[1]
"""


def test_lines_are_read():
    pins = read_pins(TEXT, "shop.pins")

    assert [(pin.verb, pin.endpoint, pin.path, pin.line) for pin in pins.lines] == [
        ("ignore", "POST /orders/{id}/lines", ("body", "meta", "client_time"), 3),
        ("keep", "GET /search", ("query", "ts"), 4),
        ("ignore", "*", ("header", "x-nonce"), 5),
        (
            "ignore",
            "POST / [header.x-amz-target=DynamoDB.PutItem]",
            ("body", "items", "*", "a.b"),
            6,
        ),
        ("keep", "PUT /docs/{name}", ("path", 1), 7),
    ]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("ignor GET /a query.b", ["'ignor'", "did you mean 'ignore'?", "next: write"]),
        ("use GET /a query.b", ["'use'", "it is ignore or keep"]),
        ("keep GET", ["too short"]),
        ("keep search query.ts", ["'search' is not an endpoint", "--endpoints"]),
        ("keep GET /a qury.ts", ["'qury.ts'", "did you mean 'query.ts'?"]),
        ("keep GET /a query", ["does not say which", "query.name"]),
        ("keep GET /a path.id", ["does not say which", "path[1]"]),
        ("keep GET /a body.$..b", ["'body.$..b'", "after 'body.$'"]),
    ],
)
def test_a_wrong_line_is_told_with_its_number_and_the_nearest_right_one(line, words):
    with pytest.raises(ConfigError) as caught:
        read_pins(f"\n{line}\n", "shop.pins")

    told = str(caught.value)
    assert "shop.pins:2" in told
    for word in words:
        assert word in told


names = st.text("abcXYZ_-019", min_size=1, max_size=8)
paths = st.one_of(
    st.tuples(st.sampled_from(["query", "header", "cookie"]), names),
    st.tuples(st.just("path"), st.integers(0, 30)),
    st.lists(names | st.just("*"), max_size=5).map(lambda steps: ("body", *steps)),
)


@given(paths)
def test_what_is_shown_can_be_written(path):
    (pin,) = read_pins(f"keep GET /a {shown(path)}", "x").lines

    assert pin.path == path


@given(st.text(max_size=60))
def test_any_text_is_pins_or_a_clear_error(text):
    with suppress(ConfigError):
        read_pins(text, "x")


def test_pins_overrule_what_was_learned():
    talk = Talk()
    for _ in range(3):
        talk.say("POST /orders/{order}", asked={"key": talk.uuid(), "colour": "red"})
    learned = learn_bindings(talk.samples)
    key = "POST /orders/{order}"
    pins = read_pins(
        f"keep POST /orders/{{id}} body.$.key\nignore {key} body.$.colour", "x"
    )

    pinned = learned.pinned(pins, [key])

    assert learned.volatile(key) == {("body", "key")}
    assert pinned.minted_by_client(key) == {("body", "colour")}
    assert pinned.fields[key]["body", "colour"].why == (
        f"pinned: ignore {key} body.$.colour",
    )


def test_the_later_line_wins_and_strays_are_known():
    pins = read_pins("ignore GET /a query.b\nkeep /a query.b\nkeep GET /z query.b", "x")

    assert pins.of("GET /a")["query", "b"].verb == "keep"
    assert [pin.line for pin in pins.strays(["GET /a"])] == [3]
    assert not Pins()
