import json

import pytest

from mockforge.errors import RecordingError
from mockforge.recordings.formats import forms, hoverfly


def exact(text):
    return [{"matcher": "exact", "value": text}]


REQUEST = {
    "method": exact("GET"),
    "scheme": exact("https"),
    "destination": exact("api.example"),
    "path": exact("/v1"),
    "query": {"q": exact("a b")},
    "body": exact(""),
}
RESPONSE = {"status": 200, "body": "hi", "encodedBody": False, "headers": {"A": ["b"]}}


def simulation(*pairs, **actions):
    return {
        "data": {"pairs": list(pairs), "globalActions": actions},
        "meta": {"schemaVersion": "v5.2"},
    }


def pair(request=None, **response):
    return {
        "request": {**REQUEST, **(request or {})},
        "response": {**RESPONSE, **response},
    }


def read(tmp_path, value):
    path = tmp_path / "a.json"
    path.write_text(json.dumps(value, indent="\t"))
    form = forms.form_of(path.read_bytes())
    assert form is not None
    assert form.name == "hoverfly"
    return hoverfly.read(path)


def test_a_literal_pair_is_an_exchange(tmp_path):
    contents = read(tmp_path, simulation(pair()))

    (found,) = contents.exchanges
    assert found.request.url == "https://api.example/v1?q=a%20b"
    assert found.response.body == b"hi"
    assert found.response.headers == ((b"A", b"b"),)
    assert contents.notes == ()


def test_an_encoded_body_is_decoded(tmp_path):
    value = simulation(pair(body="aGkA/w==", encodedBody=True))

    assert read(tmp_path, value).exchanges[0].response.body == b"hi\0\xff"


@pytest.mark.parametrize(
    "request_",
    [
        {"path": [{"matcher": "glob", "value": "/*"}]},
        {"path": [{"matcher": "regex", "value": ".*"}]},
        {"body": [{"matcher": "jsonpath", "value": "$.a"}]},
        {"destination": {"globMatch": "*.example"}},
        {"query": {"q": [{"matcher": "regex", "value": "."}]}},
        {"headers": {"A": [{"matcher": "glob", "value": "*"}]}},
        {"path": [{"matcher": "exact", "value": "/", "doMatch": {"matcher": "x"}}]},
        {"path": exact("/a") + exact("/b")},
        {"requestType": "template"},
        {"requiresState": {"cart": "full"}},
    ],
)
def test_a_pair_that_stands_for_many_requests_is_left_out_and_named(tmp_path, request_):
    contents = read(tmp_path, simulation(pair(request_), pair()))

    assert [one.id for one in contents.exchanges] == [1]
    assert len(contents.notes) == 1
    assert contents.notes[0].startswith("data.pairs[0]: left out, because request")


def test_what_a_request_leaves_open_is_noted(tmp_path):
    open_ = {"request": {"destination": exact("api.example")}, "response": RESPONSE}

    contents = read(tmp_path, simulation(open_))

    assert contents.exchanges[0].request.url == "http://api.example/"
    assert "method (GET), path (/)" in contents.notes[0]


def test_a_template_is_kept_as_written_and_noted(tmp_path):
    contents = read(tmp_path, simulation(pair(body="{{ now }}", templated=True)))

    assert contents.exchanges[0].response.body == b"{{ now }}"
    assert "template" in contents.notes[0]


@pytest.mark.parametrize(
    ("response", "actions", "seconds"),
    [
        ({"fixedDelay": 1500}, {}, 1.5),
        ({"logNormalDelay": {"min": 1, "max": 9, "mean": 5, "median": 500}}, {}, 0.5),
        ({}, {"delays": [{"urlPattern": ".", "delay": 2000}]}, 2.0),
        ({}, {"delays": [{"urlPattern": r"api\.example/v1", "delay": 1000}]}, 1.0),
        ({}, {"delays": [{"urlPattern": "other", "delay": 1000}]}, 0.0),
        ({}, {"delays": [{"urlPattern": ".", "httpMethod": "PUT", "delay": 9}]}, 0.0),
        ({}, {"delaysLogNormal": [{"urlPattern": ".", "median": 300}]}, 0.3),
    ],
)
def test_delays_become_the_time_it_took(tmp_path, response, actions, seconds):
    (found,) = read(tmp_path, simulation(pair(**response), **actions)).exchanges

    assert found.elapsed == seconds


def test_a_pattern_of_a_delay_is_not_run(tmp_path):
    rule = {"urlPattern": "(a+)+$", "delay": 1000}

    contents = read(tmp_path, simulation(pair(), delays=[rule]))

    assert contents.exchanges[0].elapsed == 0.0
    assert "'(a+)+$' is not kept" in contents.notes[0]


def test_the_order_of_a_sequence_is_kept(tmp_path):
    pairs = [
        pair({"requiresState": {"sequence:1": str(n)}}, body=str(n)) for n in (1, 2)
    ]

    contents = read(tmp_path, simulation(*pairs))

    assert [one.response.body for one in contents.exchanges] == [b"1", b"2"]
    assert contents.notes == ()


def test_a_body_in_a_file_beside_it_is_read(tmp_path):
    (tmp_path / "body.txt").write_text("from a file")

    contents = read(tmp_path, simulation(pair(body="", bodyFile="body.txt")))

    assert contents.exchanges[0].response.body == b"from a file"


@pytest.mark.parametrize("name", ["../secret", "/etc/hostname", "missing.txt"])
def test_a_body_in_a_file_elsewhere_is_not_read(tmp_path, name):
    (tmp_path.parent / "secret").write_text("not for us")

    contents = read(tmp_path, simulation(pair(body="", bodyFile=name)))

    assert contents.exchanges == ()
    assert "left out" in contents.notes[0]


@pytest.mark.parametrize(
    "request_",
    [
        {
            "requestType": "recording",
            "method": "GET",
            "scheme": "https",
            "destination": "api.example",
            "path": "/v1",
            "query": "q=a%20b",
            "body": "",
            "headers": {"Accept": ["*/*"]},
        },
        {
            "method": {"exactMatch": "GET"},
            "scheme": {"exactMatch": "https"},
            "destination": {"exactMatch": "api.example"},
            "path": {"exactMatch": "/v1"},
            "query": {"exactMatch": "q=a%20b"},
            "body": {"exactMatch": ""},
        },
        {
            "method": exact("GET"),
            "scheme": exact("https"),
            "destination": exact("api.example"),
            "path": exact("/v1"),
            "deprecatedQuery": exact("q=a%20b"),
        },
    ],
    ids=["v1", "v2 to v4", "v5 with a deprecated query"],
)
def test_every_schema_version_is_read(tmp_path, request_):
    contents = read(tmp_path, simulation({"request": request_, "response": RESPONSE}))

    assert contents.exchanges[0].request.url == "https://api.example/v1?q=a%20b"
    assert contents.notes == ()


def test_a_bad_pair_is_named_with_its_line(tmp_path):
    value = simulation(pair(), {"request": REQUEST})

    with pytest.raises(RecordingError) as caught:
        read(tmp_path, value)

    assert "data.pairs[1]: response is missing" in str(caught.value)
    assert "a.json:" in str(caught.value)
