from mockforge.cli.values import plain
from mockforge.learning.bindings import learn_bindings
from tests.learning.talks import Talk


def said(told, change=str):
    talk = Talk()
    talk.say("GET /a/{id}", "/a/4711", told=told)
    rows = plain(learn_bindings(talk.samples), change)
    return {row["value"]: row["from"] for row in rows}


def test_a_text_that_is_always_the_same_is_not_shown():
    found = said({"key": "9f8a7b6c5d4e3f2a", "state": "open", "limit": 100})

    assert found["body.$.state"] == "always the same text"
    assert found["body.$.limit"] == "always '100'"
    assert "9f8a" not in str(found)


def test_what_is_shown_has_stand_ins():
    found = said({"text": "order 4711 of me"}, lambda text: text.replace("me", "***"))

    assert found["body.$.text"] == '"order {request path[1]} of ***"'
