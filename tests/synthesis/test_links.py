"""Links lead where the request was, by what tells things apart."""

import pytest

from mockforge.synthesis.links import slug_path
from tests.synthesis.asks import ask, several, thing

REPO = "/repos/{owner}/{repo}"


def test_an_issue_is_linked_in_its_repository():
    schema = thing("id:i number:i title url html_url comments_url repository_url",
                   user=thing("login id:i html_url"))  # fmt: skip

    made = ask(f"{REPO}/issues/{{number}}", "/repos/octo/hello/issues/42", schema)

    assert made["url"] == "https://api.example.com/repos/octo/hello/issues/42"
    assert made["html_url"] == "https://www.example.com/octo/hello/issues/42"
    assert made["comments_url"] == f"{made['url']}/comments"
    assert made["repository_url"] == "https://api.example.com/repos/octo/hello"
    login = made["user"]["login"]
    assert made["user"]["html_url"] == f"https://www.example.com/users/{login}"


@pytest.mark.parametrize("name", ["url", "self", "href", "selfUrl"])
def test_items_of_a_list_are_linked_by_their_ids(name):
    rows = ask("/customers/{id}/orders", "/customers/c-9/orders",
               several(thing(f"id status {name}")), count=4)  # fmt: skip

    for row in rows:
        assert row[name].endswith(f"/customers/c-9/orders/{row['id']}")


def test_links_within_are_of_the_thing():
    row = thing("id", _links=thing("", self=thing("href"), customer=thing("href")))
    schema = thing("", data=several(row))

    made = ask("/customers/{id}/orders", "/customers/c-9/orders", schema)

    for one in made["data"]:
        links = one["_links"]
        assert links["self"]["href"].endswith(f"/orders/{one['id']}")
        assert links["customer"]["href"].endswith("/customers/c-9")


def test_sources_are_where_the_repository_is():
    schema = thing("id:i name full_name clone_url ssh_url")

    made = ask(REPO, "/repos/octo/hello", schema)

    assert made["clone_url"] == "https://git.example/octo/hello.git"
    assert made["ssh_url"] == "git@git.example:octo/hello.git"


def test_websites_are_of_the_company():
    rows = ask("/companies", "/companies", several(thing("id name domain website")),
               count=3)  # fmt: skip

    assert all(row["website"] == f"https://www.{row['domain']}" for row in rows)


def test_parts_of_an_address_stay_apart():
    assert slug_path("My Group/My Repo") == "my-group/my-repo"
