from mockforge.learning.resources.attaching import words_of
from mockforge.learning.resources.calls import with_calls
from tests.learning.resources.told import CALLS, read


def test_the_words_of_a_name_are_singular_and_small():
    assert words_of("POST /api/ListUsers.byName") >= {"list", "user", "by", "name"}


def test_what_makes_and_what_ends_are_put_to_the_kind_that_is_read():
    (found,) = with_calls([], *read(*CALLS))

    assert found.sites["POST /api/user.add"] == ()
    assert found.slots["POST /api/user.drop"] == ("body", "id")
