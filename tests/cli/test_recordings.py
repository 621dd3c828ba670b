import json

import pytest

from mockforge.recordings.formats import har, jsonl
from tests.worlds import exchange

SECRET = "9f8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c"
LOGIN = [("Authorization", f"Bearer {SECRET}")]


@pytest.fixture
def shop(nowhere):
    """A recording with a success, an error and a credential."""
    (nowhere / "recordings").mkdir()
    exchanges = [
        exchange("GET", "https://api.example/orders", answer=b'{"orders": [1, 2]}'),
        exchange("POST", "https://api.example/orders", b'{"item": 7}', status=201),
        exchange("GET", "https://api.example/me", status=404, headers=LOGIN),
    ]
    jsonl.write(exchanges, nowhere / "recordings" / "shop.jsonl")
    return "recordings/shop.jsonl"


def test_recordings_are_listed(ran, shop):
    code, out, err = ran("recordings", "list")

    assert (code, err) == (0, "")
    head, row = out.splitlines()
    assert head.split() == [
        "NAME",
        "FORM",
        "EXCHANGES",
        "HOSTS",
        "FIRST",
        "LAST",
        "SIZE",
    ]
    assert row.split()[:4] == [shop, "jsonl", "3", "api.example"]


def test_a_list_can_be_json(ran, shop):
    _, out, _ = ran("recordings", "list", "--json")

    (one,) = json.loads(out)
    assert (one["location"], one["form"], one["exchanges"]) == (shop, "jsonl", 3)


def test_one_bad_file_does_not_hide_the_others(ran, shop, nowhere):
    (nowhere / "recordings" / "bad.jsonl").write_text('{"mockforge":1}\n{"requ')

    code, out, err = ran("recordings", "list")

    assert code == 4
    assert shop in out
    assert "recordings/bad.jsonl:2" in err


def test_exchanges_are_shown_a_line_each(ran, shop):
    code, out, _ = ran("recordings", "show", shop)

    assert code == 0
    assert [line.split()[0] for line in out.splitlines()] == ["ID", "1", "2", "3"]
    assert "https://api.example/orders" in out


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        (["--method", "get"], [1, 3]),
        (["--path", "/orders"], [1, 2]),
        (["--status", "404"], [3]),
        (["--status", "2XX"], [1, 2]),
        (["--limit", "1"], [1]),
        (["--path", "/orders", "--method", "POST"], [2]),
        (["3", "1"], [3, 1]),
    ],
)
def test_exchanges_are_chosen(ran, shop, filters, ids):
    _, out, _ = ran("recordings", "show", shop, "--json", *filters)

    assert [one["id"] for one in json.loads(out)] == ids


def test_one_exchange_is_shown_in_full(ran, shop):
    _, out, _ = ran("recordings", "show", shop, "2")

    assert "POST https://api.example/orders HTTP/1.1\n" in out
    assert '{\n  "item": 7\n}' in out
    assert "HTTP/1.1 201 OK\n" in out


@pytest.mark.parametrize("form", [[], ["3"], ["--json"], ["--body"]])
def test_no_secret_is_shown_whatever_the_file_holds(ran, shop, form):
    _, out, err = ran("recordings", "show", shop, *form)

    assert SECRET not in out + err


@pytest.mark.parametrize(
    ("words", "code", "what"),
    [
        (["show", "recordings/shop.jsonl", "--status", "abc"], 2, "write 404 or 5xx"),
        (["show", "recordings/shop.jsonl", "9"], 4, "exchange 9 is not in"),
        (["show", "recordings/shp.jsonl"], 4, "did you mean recordings/shop.jsonl?"),
        (["show", "recordings/shop.jsonl", "x"], 2, "'x'"),
        (["rm", "recordings/shop.jsonl"], 2, "add -y"),
        (["scan", "elsewhere"], 4, "there is no recording 'elsewhere'"),
        (["lst"], 2, "list"),
    ],
)
def test_a_mistake_is_told_with_its_exit_code(ran, shop, words, code, what):
    ended, out, err = ran("recordings", *words)

    assert (ended, out) == (code, "")
    assert what in err


def test_exchanges_are_removed(ran, shop, nowhere):
    code, _, err = ran("recordings", "rm", shop, "1", "1", "3", "-y")

    assert code == 0
    assert err == f"removed 2 exchanges of {shop}\n"
    (left,) = jsonl.read(nowhere / shop).exchanges
    assert left.request.method == "POST"


def test_a_recording_is_removed(ran, shop, nowhere):
    code, _, err = ran("recordings", "rm", shop, "-y")

    assert (code, err) == (0, f"removed {shop}\n")
    assert list((nowhere / "recordings").iterdir()) == []


def test_a_scan_that_finds_something_fails(ran, shop):
    code, out, err = ran("recordings", "scan", shop)

    assert code == 1
    assert "request.header.authorization" in out
    assert SECRET not in out + err
    assert err == "1 value may be secrets\n"


def test_a_scan_that_finds_nothing_succeeds(ran, nowhere):
    har.write([exchange()], nowhere / "a.har")

    assert ran("recordings", "scan", "a.har") == (
        0,
        "",
        "nothing looks like a secret\n",
    )


def test_a_scan_can_be_json(ran, shop):
    _, out, _ = ran("recordings", "scan", shop, "--json")

    (finding,) = json.loads(out)
    assert finding.keys() == {"recording", "id", "where", "kind", "shown"}
