import json

import pytest

from mockforge.cli import run
from mockforge.recordings.formats import har, jsonl
from tests.worlds import exchange

SECRET = "9f8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c"
CASSETTE = """\
interactions:
- request: {method: GET, uri: 'http://x/', body: null, headers: {}}
  response: {status: {code: 200, message: OK}, headers: {}, body: {string: %s}}
version: 1
"""
GLOB = {
    "data": {
        "pairs": [
            {
                "request": {"path": [{"matcher": "glob", "value": "*"}]},
                "response": {"status": 200, "body": "", "encodedBody": False},
            }
        ]
    }
}


@pytest.fixture
def cassettes(nowhere):
    """Two cassettes of the same name in different folders."""
    for folder in ("one", "two"):
        (nowhere / "cassettes" / folder).mkdir(parents=True)
        (nowhere / "cassettes" / folder / "login.yaml").write_text(CASSETTE % folder)
    return "cassettes"


@pytest.mark.parametrize("target", ["out.db", "out.jsonl", "out.har"])
def test_everything_goes_into_one_recording(ran, cassettes, target):
    code, out, err = ran("recordings", "import", cassettes, "-o", target)

    assert (code, out, err) == (0, "", f"2 exchanges imported into {target}\n")
    _, shown, _ = ran("recordings", "show", target, "--json")
    assert [one["response"]["text"] for one in json.loads(shown)] == ["one", "two"]


def test_each_goes_into_its_own_recording(ran, cassettes, nowhere):
    code, _, err = ran("recordings", "import", cassettes)

    assert code == 0
    assert err.splitlines() == [
        "1 exchange imported into recordings/login.jsonl",
        "1 exchange imported into recordings/two-login.jsonl",
    ]
    assert len(jsonl.read(nowhere / "recordings" / "two-login.jsonl").exchanges) == 1


def test_what_is_there_is_added_to_or_replaced_only_when_asked(ran, cassettes):
    into = ("recordings", "import", cassettes, "-o", "out.db")
    ran(*into)

    code, _, err = ran(*into)
    assert code == 4
    assert "--add adds to it, --replace replaces it" in err

    assert ran(*into, "--add")[0] == 0
    _, out, _ = ran("recordings", "list", "out.db", "--json")
    assert json.loads(out)[0]["exchanges"] == 4

    assert ran(*into, "--replace")[0] == 0
    _, out, _ = ran("recordings", "list", "out.db", "--json")
    assert json.loads(out)[0]["exchanges"] == 2


def test_a_text_file_that_is_there_is_not_replaced_unasked(ran, cassettes, nowhere):
    (nowhere / "out.jsonl").write_text("mine")

    code, _, err = ran("recordings", "import", cassettes, "-o", "out.jsonl", "--add")

    assert code == 4
    assert "'out.jsonl' is there already" in err
    assert (nowhere / "out.jsonl").read_text() == "mine"


def test_what_is_left_out_is_named(ran, nowhere):
    (nowhere / "a.json").write_text(json.dumps(GLOB))

    code, _, err = ran("recordings", "import", "a.json", "-o", "out.db")

    assert code == 7
    assert (
        "a.json: data.pairs[0]: left out, because request.path matches by glob" in err
    )
    assert "nothing was imported" in err
    assert not (nowhere / "out.db").exists()


@pytest.fixture
def secretive(nowhere):
    headers = [("Authorization", f"Bearer {SECRET}")]
    har.write([exchange(headers=headers)], nowhere / "a.har")
    return nowhere / "a.har"


def test_bytes_are_kept_and_secrets_told(ran, secretive, nowhere):
    code, _, err = ran("recordings", "import", "a.har", "-o", "out.jsonl")

    assert code == 0
    assert "1 value that may be secrets are kept" in err
    assert "--redact" in err
    assert SECRET in (nowhere / "out.jsonl").read_text()
    assert SECRET not in err


@pytest.mark.parametrize("target", ["out.jsonl", "out.har"])
def test_secrets_are_replaced_when_asked(ran, secretive, nowhere, target):
    code, _, err = ran("recordings", "import", "a.har", "-o", target, "--redact")

    assert (code, err) == (0, f"1 exchange imported into {target}\n")
    assert SECRET not in (nowhere / target).read_text()
    assert ran("recordings", "scan", target)[0] == 0


@pytest.mark.parametrize("form", ["jsonl", "har"])
def test_an_export_goes_to_a_file(ran, secretive, nowhere, form):
    code, out, err = ran("recordings", "export", "a.har", "-o", f"b.{form}", "--redact")
    assert (code, out) == (0, "")
    assert err == f"1 exchange exported to b.{form}\n"
    assert SECRET not in (nowhere / f"b.{form}").read_text()


def test_an_export_to_stdout_is_data_alone(secretive, nowhere, capsysbinary):
    code = run(["recordings", "export", "a.har", "-o", "-", "--redact"])

    captured = capsysbinary.readouterr()
    (nowhere / "copy.jsonl").write_bytes(captured.out)
    assert code == 0
    assert len(jsonl.read(nowhere / "copy.jsonl").exchanges) == 1
    assert captured.err == b"1 exchange exported to stdout\n"


@pytest.mark.parametrize(
    ("times", "files"),
    [
        ("beside", {"b.jsonl", "b.times"}),
        ("inline", {"b.jsonl"}),
        ("none", {"b.jsonl"}),
    ],
)
def test_times_are_kept_where_they_are_wanted(ran, nowhere, times, files):
    har.write([exchange()], nowhere / "a.har")

    ran("recordings", "export", "a.har", "-o", "b.jsonl", "--times", times)

    assert {path.name for path in nowhere.glob("b.*")} == files


@pytest.mark.parametrize(
    ("words", "code", "what"),
    [
        (["export", "a.har", "-o", "b.txt"], 2, "does not say the form"),
        (["export", "a.har"], 2, "--output"),
        (["export", "a.har", "-o", "no/b.jsonl"], 4, "mkdir -p no"),
        (["import", "a.har", "-o", "b.txt"], 2, "ends in none of .db, .jsonl, .har"),
        (["import", "a.har", "-o", "b.db", "--add", "--replace"], 2, "exclude"),
        (["import", "gone.har", "-o", "b.db"], 4, "there is no recording 'gone.har'"),
    ],
)
def test_a_mistake_is_told_with_its_exit_code(ran, secretive, words, code, what):
    ended, _, err = ran("recordings", *words)

    assert ended == code
    assert what in err
