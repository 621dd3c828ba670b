"""Those of one team, and of one talk, come again."""

import pytest

from mockforge.synthesis.teams import group_of, talk_of
from tests.synthesis.asks import ask, several, thing


@pytest.mark.parametrize(
    ("key", "kind", "group"),
    [
        ("assignee", "task", "office"),
        ("created by", "document", "office"),
        ("assigned to", "ticket", "office"),
        ("reviewers 2", "pull request", "office"),
        ("account manager", "company", "office"),
        ("author", "deployment", "office"),
        ("author", "article", ""),
        ("ordered by", "order", ""),
        ("doctor", "appointment", "doctor"),
        ("sender", "message", "talk"),
        ("customer", "order", ""),
        ("", "person", ""),
    ],
)
def test_groups_are_told_by_the_words(key, kind, group):
    assert group_of(key, kind) == group


def test_a_talk_is_of_two_and_a_room_of_more():
    assert talk_of(("chats", "7", "messages"), "") == ("chats/7", 2)
    assert talk_of(("channels", "7", "messages"), "") == ("channels/7", 5)
    assert talk_of(("messages",), "") is None
    assert talk_of(("orders", "7"), "") is None


def test_a_team_is_small_and_each_of_it_has_one_id():
    row = thing("id:i title reporter", assignee=thing("id:i name email"))

    rows = ask("/tasks", "/tasks", several(row), count=30)
    told = {row["assignee"]["name"]: row["assignee"]["id"] for row in rows}

    assert 3 < len(told) < 9
    assert all(told[row["assignee"]["name"]] == row["assignee"]["id"] for row in rows)
    assert len(set(told.values())) == len(told)
    assert all(row["assignee"]["name"] != row["reporter"] for row in rows)
    assert len({row["assignee"]["email"].split("@")[1] for row in rows}) == 1


def test_ids_beside_names_go_with_them():
    schema = several(thing("id title assigneeId assigneeName"))
    rows = ask("/tickets", "/tickets", schema, count=20)
    told = {row["assigneeId"]: row["assigneeName"] for row in rows}

    assert all(told[row["assigneeId"]] == row["assigneeName"] for row in rows)
    assert len(told) < 9


@pytest.mark.parametrize(
    ("fields", "names"),
    [("id sender recipient text", ("sender", "recipient")),
     ("id senderName recipientName body", ("senderName", "recipientName"))],
)  # fmt: skip
def test_two_talk_with_each_other(fields, names):
    rows = ask("/chats/{id}/messages", "/chats/c-1/messages", several(thing(fields)),
               count=12)  # fmt: skip

    assert len({row[name] for row in rows for name in names}) == 2
    assert all(row[names[0]] != row[names[1]] for row in rows)


def test_mail_at_work_is_of_the_person_and_of_one_company():
    rows = ask("/employees", "/employees",
               several(thing("id firstName lastName workEmail managerEmail")),
               count=8)  # fmt: skip

    hosts = {row[name].split("@")[1] for row in rows
             for name in ("workEmail", "managerEmail")}  # fmt: skip
    assert len(hosts) == 1
    for row in rows:
        local = row["workEmail"].split("@")[0]
        assert local[0] == row["firstName"][0].lower()


def test_mail_is_of_the_company_that_is_asked_for():
    schema = thing("", company=thing("id:i name domain"),
                   employees=several(thing("id name email")))  # fmt: skip

    made = ask("/companies/{id}/employees", "/companies/7/employees", schema)

    assert {one["email"].split("@")[1] for one in made["employees"]} == {
        made["company"]["domain"]
    }
