import json

from hypothesis import given
from hypothesis import strategies as st

from mockforge.recall.fields import fields_of
from tests.worlds import API, request


def test_another_id_is_the_same_address():
    one = fields_of(request(url=f"{API}/orders/41"))
    other = fields_of(request(url=f"{API}/orders/907"))

    assert one.address == other.address
    assert one.shape == other.shape
    assert one.values != other.values


def test_a_template_tells_that_a_word_is_a_name():
    one = fields_of(request(url=f"{API}/users/ada"), "/users/{user}")
    other = fields_of(request(url=f"{API}/users/bob"), "/users/{user}")

    assert one.address == other.address


def test_words_choose_and_prose_is_read():
    body = json.dumps({"kind": "Refund", "note": "they do not fit me", "on": True})

    found = fields_of(request("POST", f"{API}/tickets", body.encode()))

    assert found.chosen == {"body.kind": "refund", "body.on": "True"}
    assert any("fit" in name for name in found.text)
    assert not any("note = " in name for name in found.values)


def test_a_single_word_that_is_searched_for_is_read_too():
    found = fields_of(request(url=f"{API}/items?q=shoes&sort=price"))

    assert "query.q" not in found.chosen
    assert found.chosen == {"query.sort": "price"}
    assert found.text


def test_items_have_no_numbers():
    body = json.dumps({"items": [{"id": 1}, {"id": 2}]}).encode()

    found = fields_of(request("POST", f"{API}/o", body))

    assert "body.items.[].id" in found.shape


def test_markup_is_read_where_nothing_says_that_it_is():
    asked = request("POST", f"{API}/o", b"<a><Action>DELETE</Action></a>")
    asked = type(asked)("POST", "https", "api.example", "/o", (), asked.body)

    assert "delete" in fields_of(asked).chosen.values()


def test_the_operation_in_the_head_counts():
    one = request("POST", headers=(("X-Amz-Target", "Db.Put"),))
    other = request("POST", headers=(("X-Amz-Target", "Db.Get"),))

    assert fields_of(one).address != fields_of(other).address


def test_what_was_said_last_says_most():
    def talk(*said):
        messages = [{"role": "user", "content": each} for each in said]
        return request("POST", f"{API}/c", json.dumps({"messages": messages}).encode())

    found = fields_of(talk("tell me about green apples", "where do whales sleep"))

    assert found.text["word whal"] > found.text["word green"]


@given(st.binary(max_size=80), st.text(max_size=30))
def test_anything_is_read(body, target):
    asked = request("POST", f"{API}/", body)
    path = "/" + target.encode("ascii", "backslashreplace").decode()
    fields_of(type(asked)("POST", "https", "a", path, asked.headers, body))
