import pytest

from mockforge.learning.resources.origins import Observation, learn_origins, tail

START = 1_760_000_000.0


def origin(*pairs, counts=False, before=()):
    """Return the origin of the field `x` told beside each of some sources."""
    olds = list(before) or [None] * len(pairs)
    found = learn_origins(
        [
            Observation(sources, {("x",): value}, START + n, {("x",): old})
            for n, ((sources, value), old) in enumerate(zip(pairs, olds, strict=True))
        ],
        counts=counts,
    )
    return found["x",]


NAME = ("body", "name")


@pytest.mark.parametrize(
    ("pairs", "kind"),
    [
        ([({NAME: "ann"}, "ann"), ({NAME: "bob"}, "bob")], "copied"),
        ([({NAME: "Ann B"}, "ann-b"), ({NAME: "Bob C"}, "bob-c")], "copied"),
        ([({NAME: "ann"}, "new"), ({NAME: "bob"}, "new")], "constant"),
        ([({NAME: "ann"}, "/u/ann"), ({NAME: "bob"}, "/u/bob")], "text"),
        ([({}, "2025-10-09T08:53:20Z"), ({}, "2025-10-09T08:53:21Z")], "now"),
        ([({}, START + 0.5), ({}, START + 1.5)], "now"),
        ([({}, "7d444840-9dc0-41d1-b245-5ffdce74fad2")], "minted"),
        ([({NAME: [1, 2]}, 2), ({NAME: [1]}, 1)], "count"),
        ([({}, "red"), ({}, "blue"), ({}, "red")], "seen"),
    ],
)
def test_where_values_come_from(pairs, kind):
    assert origin(*pairs).kind == kind


def test_numbers_go_up_where_that_is_asked_for():
    found = origin(({}, "INV-0007"), ({}, "INV-0008"), counts=True)

    assert (found.kind, found.step, found.value) == ("counter", 1, "INV-0007")


def test_a_write_adds_to_what_was():
    found = origin(({}, 2), ({}, 5), before=(1, 4))

    assert (found.kind, found.step) == ("plus", 1)


def test_a_copy_has_a_default_where_nothing_was_sent():
    found = origin(({("body", "x"): 5}, 5), ({}, 1), ({("body", "x"): 9}, 9))

    assert (found.kind, found.value) == ("copied", 1)


def test_the_number_at_the_end_of_a_name():
    assert tail("INV-0007") == ("INV-", 7)
    assert tail(12) == ("", 12)
    assert tail(True) is None
    assert tail("none") is None
