import pytest

from mockforge.errors import RecordingError
from mockforge.recordings.formats import forms, govcr

FIRST = """\
---
version: 1
interactions:
- request:
    body: '{"a":1}'
    form: {}
    headers:
      Accept:
      - application/json
    url: https://api.example/v4/domains?page=1
    method: POST
  response:
    body: '{"id": 1}'
    headers:
      Content-Length:
      - "350"
      X-Frame-Options:
      - DENY
      - DENY
    status: 200 OK
    code: 200
    duration: ""
"""
THIRD = """\
---
version: 2
interactions:
    - id: 0
      request:
        proto: HTTP/1.1
        proto_major: 1
        proto_minor: 1
        content_length: 0
        transfer_encoding: []
        trailer: {}
        host: api.example
        remote_addr: ""
        request_uri: ""
        body: ""
        form: {}
        headers: {}
        url: https://api.example/
        method: GET
      response:
        proto: HTTP/2.0
        proto_major: 2
        proto_minor: 0
        transfer_encoding: []
        trailer:
            X-Sum:
                - abc
        content_length: -1
        uncompressed: true
        body: !!binary aGkA/w==
        headers:
            Content-Encoding:
                - gzip
        status: 200 OK
        code: 200
        duration: 163.25ms
"""


def read(tmp_path, text):
    path = tmp_path / "a.yaml"
    path.write_text(text)
    form = forms.form_of(path.read_bytes())
    assert form is not None
    assert form.name == "go-vcr"
    return govcr.read(path)


def test_a_cassette_of_the_first_versions_is_read(tmp_path):
    contents = read(tmp_path, FIRST)

    (found,) = contents.exchanges
    assert contents.form == "go-vcr"
    assert found.request.method == "POST"
    assert found.request.url == "https://api.example/v4/domains?page=1"
    assert found.request.body == b'{"a":1}'
    assert found.response.status == 200
    assert found.response.reason == "OK"
    assert found.response.headers == (
        (b"Content-Length", b"9"),
        (b"X-Frame-Options", b"DENY"),
        (b"X-Frame-Options", b"DENY"),
    )
    assert found.elapsed == 0.0
    assert "Content-Length" in contents.notes[0]


def test_a_cassette_of_the_later_versions_is_read(tmp_path):
    (found,) = read(tmp_path, THIRD).exchanges

    assert found.response.body == b"hi\0\xff"
    assert found.response.version == "HTTP/2.0"
    assert found.response.headers == ()
    assert found.response.trailers == ((b"X-Sum", b"abc"),)
    assert found.elapsed == pytest.approx(0.16325)
    assert found.first_byte == found.elapsed


def test_a_form_that_was_read_before_is_put_together(tmp_path):
    text = FIRST.replace("body: '{\"a\":1}'", 'body: ""').replace(
        "form: {}", "form: {a: ['1', '2'], b: [c d]}"
    )
    text = text.replace(
        "      Accept:",
        "      Content-Type: [application/x-www-form-urlencoded]\n      Accept:",
    )

    contents = read(tmp_path, text)

    assert contents.exchanges[0].request.body == b"a=1&a=2&b=c+d"
    assert "form" in contents.notes[0]


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ('""', 0.0),
        ("0", 0.0),
        ("0s", 0.0),
        ("1m2.5s", 62.5),
        ("250µs", 0.00025),
        ("1h0m1s", 3601.0),
        ("1500000000", 1.5),
    ],
)
def test_durations_are_read_as_go_writes_them(tmp_path, written, seconds):
    (found,) = read(
        tmp_path, FIRST.replace('duration: ""', f"duration: {written}")
    ).exchanges

    assert found.elapsed == pytest.approx(seconds)


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ('duration: ""', "duration: soon", "response.duration is 'soon'"),
        ('duration: ""', f"duration: {'9' * 400}", "not a duration"),
        ("code: 200", "code: ok", "response.code is 'ok'"),
        ("body: '{\"id\": 1}'", "body: [1]", "response.body is a list"),
        ("url: https:", "url: gopher:", "not an absolute http"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_line(tmp_path, old, new, what):
    with pytest.raises(RecordingError) as caught:
        read(tmp_path, FIRST.replace(old, new))

    assert what in str(caught.value)
    assert "a.yaml:4)" in str(caught.value)
