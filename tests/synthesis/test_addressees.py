"""Who something is sent to has a name; who writes has one, or mail, or a phone."""

import pytest

from mockforge.synthesis.addressees import is_place, messaging
from mockforge.synthesis.roles import role_of
from tests.synthesis.asks import ask, several, thing

TEXTS = {"type": "array", "items": {"type": "string"}, "minItems": 2}


@pytest.mark.parametrize("name", ["shipping", "billing_address", "shipTo", "delivery"])
def test_a_parcel_goes_to_who_bought(name):
    inner = thing("name street city zip country")
    schema = thing("id customerName customerEmail", **{name: inner})

    made = ask("/orders/{id}", "/orders/5", schema)

    assert made[name]["name"] == made["customerName"]


def test_mail_is_from_and_to_addresses():
    schema = thing("id from subject html", to=TEXTS, cc=TEXTS)

    made = ask("/emails/{id}", "/emails/4", schema)

    told = [made["from"], *made["to"], *made["cc"]]
    assert all("@" in one for one in told)
    assert len(set(told)) == len(told)


def test_text_messages_are_from_and_to_phones():
    rows = ask("/sms", "/sms", several(thing("sid from to body numSegments:i")),
               count=3)  # fmt: skip

    assert all(row[name].startswith("+") for row in rows for name in ("from", "to"))


def test_those_who_chat_have_names():
    rows = ask("/chats/{id}/messages", "/chats/1/messages",
               several(thing("id from to text")), count=6)  # fmt: skip

    assert len({row[name] for row in rows for name in ("from", "to")}) == 2


def test_times_stay_times():
    told = thing("from:dt to:dt price:n")

    assert messaging(role_of("from"), {}, told) == role_of("from")


def test_places_are_told_by_their_members():
    assert is_place(thing("lat:n lng:n"))
    assert is_place(thing("street zip"))
    assert not is_place(thing("name phone"))


def test_who_drives_is_of_where_it_is():
    schema = thing("id", driver=thing("name phone"),
                   pickup=thing("address city country"))  # fmt: skip
    dials = {"Germany": "+49", "France": "+33", "United States": "+1"}

    for seed in range(20):
        made = ask("/rides/{id}", "/rides/1", schema, seed=seed)
        country = made["pickup"]["country"]
        assert made["driver"]["phone"].startswith(dials.get(country, "+"))


def test_lists_of_people_have_each_once():
    schema = thing("id", attendeeEmails=TEXTS, guestNames=TEXTS, invitees=TEXTS)

    made = ask("/events/{id}", "/events/1", schema)

    for name in ("attendeeEmails", "guestNames", "invitees"):
        assert len(set(made[name])) == len(made[name])
    assert all("@" in one for one in made["attendeeEmails"])
    assert all(" " in one for one in made["invitees"])


def test_two_are_in_a_talk_of_two():
    people = several(thing("id name"))

    made = ask("/conversations/{id}", "/conversations/5",
               thing("id", participants=people))  # fmt: skip

    assert len({one["name"] for one in made["participants"]}) == 2
