import json

import pytest

from mockforge.learning.patterns.keys import LARGEST, TRIES, Keys


def given(keys, number, thread, *values, endpoint="POST /login"):
    keys.gave(number, thread, endpoint, values)


def of(keys, session, *credentials):
    return keys.thread(session, lambda: credentials)


def test_the_answer_that_gave_a_session_its_first_key_is_of_it():
    """Which of many clients at one address it was, nothing else tells."""
    keys = Keys()
    assert of(keys, "addr:1") == ("addr:1", None)
    given(keys, 7, "addr:1", "token-0001")

    assert of(keys, "auth:a", "token-0001") == ("auth:a", 7)
    assert of(keys, "auth:a", "token-0001") == ("auth:a", None)


def test_a_new_key_for_an_old_one_goes_on_in_the_same_thread():
    keys = Keys()
    of(keys, "auth:a", "token-0001")
    given(keys, 9, "auth:a", "token-0002")

    assert of(keys, "auth:b", "token-0002") == ("auth:a", None)


def test_a_key_is_not_carried_from_one_scope_to_another():
    keys = Keys()
    given(keys, 9, "w1/addr:1", "token-0001")

    assert of(keys, "w2/auth:b", "token-0001") == ("w2/auth:b", None)


def test_answers_that_never_give_a_key_are_not_read_for_ever():
    keys = Keys()
    for number in range(TRIES):
        assert keys.may_give("GET /a", "GET", 200, 10, "addr:1")
        given(keys, number, "addr:1", f"value-{number}", endpoint="GET /a")

    assert not keys.may_give("GET /a", "GET", 200, 10, "addr:1")
    assert keys.may_give("POST /login", "POST", 200, 10, "addr:1")


@pytest.mark.parametrize(
    "told",
    [
        ("POST", 401, 10, "addr:1"),
        ("POST", 200, LARGEST + 1, "addr:1"),
        ("GET", 200, 10, "auth:a"),
        ("POST", 0, 10, "addr:1"),
    ],
)
def test_some_answers_are_not_read(told):
    assert not Keys().may_give("POST /login", *told)


def test_keys_come_back_from_json_without_the_credentials():
    keys = Keys()
    of(keys, "auth:a", "token-0001")
    given(keys, 9, "addr:1", "token-0002")
    told = json.dumps(keys.to_json())

    again = Keys.from_json(json.loads(told))

    assert "token" not in told
    assert of(again, "auth:b", "token-0002") == ("auth:b", 9)
    assert of(again, "auth:a") == ("auth:a", None)


@pytest.mark.parametrize("told", [None, [], [1, 2, 3], [[], [], []], {"a": 1}])
def test_what_is_not_keys_is_refused(told):
    with pytest.raises(ValueError, match=r"keys|unpack"):
        Keys.from_json(told)
