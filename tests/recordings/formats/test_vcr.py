import base64
import gzip
import json

import pytest

from mockforge.errors import RecordingError
from mockforge.recordings.formats import forms, vcr

ZIPPED = gzip.compress(b'{"a":1}', mtime=0)

MODERN = """\
interactions:
- request:
    body: '{"name": "caf\u00e9"}'
    headers:
      Accept: ['*/*']
      X-Twice: [one, two]
    method: POST
    uri: https://api.example/v1/things?page=2&page=3
  response:
    body:
      string: '{"id": 1}'
    headers:
      Content-Length: ['9']
      Set-Cookie:
      - a=1
      - b=2
    status: {code: 201, message: Created}
version: 1
"""


def cassette(tmp_path, text, name="a.yaml"):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def one(tmp_path, text, **options):
    path = cassette(tmp_path, text, **options)
    form = forms.form_of(path.read_bytes())
    assert form is not None
    assert form.name == "vcr"
    contents = vcr.read(path)
    assert len(contents.exchanges) == 1
    return contents.exchanges[0]


def test_a_cassette_of_vcrpy_is_read(tmp_path):
    found = one(tmp_path, MODERN)

    assert found.request.method == "POST"
    assert found.request.url == "https://api.example/v1/things?page=2&page=3"
    assert found.request.body == '{"name": "café"}'.encode()
    assert found.request.headers == (
        (b"Accept", b"*/*"),
        (b"X-Twice", b"one"),
        (b"X-Twice", b"two"),
    )
    assert found.response.status == 201
    assert found.response.reason == "Created"
    assert found.response.body == b'{"id": 1}'
    assert found.response.headers == (
        (b"Content-Length", b"9"),
        (b"Set-Cookie", b"a=1"),
        (b"Set-Cookie", b"b=2"),
    )
    assert found.id == 1


def response(body, headers="{}"):
    return (
        "interactions:\n- request: {method: GET, uri: 'http://x/', body: null, "
        "headers: {}}\n  response:\n    status: {code: 200, message: OK}\n"
        f"    headers: {headers}\n    body: {body}\nversion: 1\n"
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("{string: text}", b"text"),
        ("{string: 12345}", b"12345"),
        ("{string: 2018-01-02}", b"2018-01-02"),
        ("{string: yes}", b"yes"),
        ("{string: ''}", b""),
        ("{string: null}", b""),
        ("{string: !!binary aGkA/w==}", b"hi\0\xff"),
        ("{string: !!python/unicode 'old'}", b"old"),
        ('{string: !!python/str "caf\\xe9"}', "café".encode()),
        ("{base64_string: aGk=}", b"hi"),
        ("{encoding: ISO-8859-1, string: 'caf\u00e9'}", b"caf\xe9"),
        ("{encoding: ASCII-8BIT, string: 'caf\u00e9'}", "café".encode()),
        ("{encoding: UTF-8, base64_string: 'aGk=\n'}", b"hi"),
        ("plain", b"plain"),
        ("!binary aGk=", b"hi"),
        ("null", b""),
        ("{}", b""),
    ],
)
def test_a_body_is_read_however_it_was_kept(tmp_path, body, expected):
    assert one(tmp_path, response(body)).response.body == expected


def test_a_compressed_body_stays_as_it_was(tmp_path):
    text = base64.b64encode(ZIPPED).decode()
    headers = "{Content-Encoding: [gzip]}"

    found = one(tmp_path, response(f"{{string: !!binary {text}}}", headers))

    assert found.response.body == ZIPPED
    assert found.response.header("content-encoding") == "gzip"


def test_compressed_bytes_that_python_2_wrote_as_text_are_bytes_again(tmp_path):
    escaped = "".join(f"\\x{byte:02x}" for byte in ZIPPED)
    headers = "{Content-Encoding: [gzip]}"

    found = one(tmp_path, response(f'{{string: "{escaped}"}}', headers))

    assert found.response.body == ZIPPED


def test_a_body_that_was_decoded_no_longer_says_it_is_coded(tmp_path):
    headers = "{Content-Encoding: [gzip], content-length: ['99']}"
    path = cassette(tmp_path, response("{string: '{\"a\":1}'}", headers))

    contents = vcr.read(path)

    (found,) = contents.exchanges
    assert found.response is not None
    assert found.response.headers == ((b"content-length", b"7"),)
    assert len(contents.notes) == 2
    assert contents.notes[0].startswith("interaction 1: ")


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ("{A: b}", ((b"A", b"b"),)),
        ("{A: [b, c]}", ((b"A", b"b"), (b"A", b"c"))),
        ("[[A, b], [A, c]]", ((b"A", b"b"), (b"A", b"c"))),
        ('["A: b\\r\\n", "C: d\\r\\n"]', ((b"A", b"b"), (b"C", b"d"))),
        ("{A: !!binary w6k=}", ((b"A", b"\xc3\xa9"),)),
        ("{A: no}", ((b"A", b"no"),)),
        ('{A: "b\\n c"}', ((b"A", b"b  c"),)),
        ("!!python/object:x.Headers {A: [b]}", ((b"A", b"b"),)),
        ("null", ()),
    ],
)
def test_headers_are_read_however_they_were_kept(tmp_path, headers, expected):
    found = one(tmp_path, response("{string: x}", headers))

    assert found.response.headers == expected


def test_a_cassette_in_json_is_read(tmp_path):
    text = json.dumps(
        {
            "version": 1,
            "interactions": [
                {
                    "request": {
                        "method": "GET",
                        "uri": "http://api.example/",
                        "body": None,
                        "headers": {"Accept": ["*/*"]},
                    },
                    "response": {
                        "status": {"code": 200, "message": "OK"},
                        "headers": {},
                        "body": {"string": "caf\u00e9"},
                    },
                }
            ],
        }
    )

    assert one(tmp_path, text, name="a.json").response.body == "café".encode()


def test_a_cassette_of_rubys_vcr_is_read(tmp_path):
    text = """\
---
http_interactions:
- request:
    method: get
    uri: http://example.com/foo
    body:
      encoding: US-ASCII
      string: ''
    headers: {}
  response:
    status:
      code: 200
      message: OK
    headers:
      Content-Type:
      - text/html;charset=utf-8
    body:
      encoding: ASCII-8BIT
      string: !binary |-
        aGVs
        bG8=
    http_version: '1.1'
  recorded_at: Tue, 01 Nov 2011 04:58:44 GMT
recorded_with: VCR 2.0.0
"""

    found = one(tmp_path, text, name="a.yml")

    assert found.request.method == "GET"
    assert found.response.body == b"hello"
    assert found.response.version == "HTTP/1.1"
    assert found.started == 1320123524.0


def test_a_cassette_of_betamax_is_read(tmp_path):
    text = json.dumps(
        {
            "http_interactions": [
                {
                    "recorded_at": "2015-11-14T22:53:20",
                    "request": {
                        "body": {"encoding": "utf-8", "string": ""},
                        "headers": {"Accept": "*/*"},
                        "method": "GET",
                        "uri": "https://example.com/get",
                    },
                    "response": {
                        "body": {"encoding": None, "base64_string": "aGk="},
                        "headers": {},
                        "status": {"code": 200, "message": "OK"},
                        "url": "https://example.com/get",
                    },
                }
            ],
            "recorded_with": "betamax/0.4.1",
        }
    )

    found = one(tmp_path, text)

    assert found.response.body == b"hi"
    assert found.started == 1447541600.0


def test_a_cassette_from_before_version_1_is_read(tmp_path):
    text = """\
- request: !!python/object:vcr.request.Request
    body: null
    headers: !!python/object/apply:__builtin__.frozenset
    - - !!python/tuple [Accept, '*/*']
    host: httpbin.org
    method: GET
    path: /
    port: 80
    protocol: http
  response:
    body: {string: old}
    headers: ["content-type: text/plain\\r\\n"]
    status: {code: 200, message: OK}
"""

    found = one(tmp_path, text)

    assert found.request.url == "http://httpbin.org/"
    assert found.request.headers == ((b"Accept", b"*/*"),)
    assert found.response.body == b"old"


def test_a_response_as_the_httpx_stub_wrote_it_is_read(tmp_path):
    text = """\
interactions:
- request: {method: GET, uri: 'http://x/', body: '', headers: {}}
  response:
    content: hello
    headers:
    - [content-type, text/plain]
    http_version: HTTP/1.1
    status_code: 200
version: 1
"""

    found = one(tmp_path, text)

    assert found.response.status == 200
    assert found.response.body == b"hello"


def test_the_same_request_again_comes_in_the_order_of_the_file(tmp_path):
    texts = [response(f"{{string: '{n}'}}") for n in range(3)]
    items = "".join(
        text.removeprefix("interactions:\n").removesuffix("version: 1\n")
        for text in texts
    )

    found = vcr.read(cassette(tmp_path, f"interactions:\n{items}version: 1\n"))

    bodies = [one.response and one.response.body for one in found.exchanges]
    assert bodies == [b"0", b"1", b"2"]
    assert [one.id for one in found.exchanges] == [1, 2, 3]


def test_an_empty_cassette_holds_nothing(tmp_path):
    path = cassette(tmp_path, "interactions: []\nversion: 1\n")

    assert vcr.read(path).exchanges == ()


@pytest.mark.parametrize(
    ("text", "where", "what"),
    [
        (MODERN.replace("method: POST", "methd: POST"), ":2)", "method is missing"),
        (MODERN.replace("https://", "ftp://"), ":2)", "not an absolute http"),
        (MODERN.replace("code: 201", "code: x"), ":2)", "status.code is 'x'"),
        (MODERN.replace("    uri", "   uri"), ":", "not YAML"),
        (MODERN[:100], ":", ""),
        ("interactions: 5\nversion: 1\n", ")", "interactions is '5', not a list"),
        ("interactions:\n- 7\n", ")", "interaction 1 is '7', not a mapping"),
        ("interactions: [" * 500, ":1)", "nested too deep"),
        ("interactions: *a\n", ":1)", "alias 'a' has no anchor"),
        ("interactions: &a\n- *a\n", ":2)", "contains itself"),
        (response("{base64_string: '???'}"), ":2)", "not base64"),
        (response("{string: !!binary '???'}"), ":6)", "not base64"),
        (response("{string: [1]}"), ":2)", "body.string is a list"),
        ("interactions: []\n---\ninteractions: []\n", ")", "more than one"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_line(tmp_path, text, where, what):
    path = cassette(tmp_path, text)

    with pytest.raises(RecordingError) as caught:
        vcr.read(path)

    assert f"{path}" in str(caught.value)
    assert where in str(caught.value)
    assert what in str(caught.value)


def test_loading_runs_nothing(tmp_path):
    text = response("{string: !!python/object/apply:os.system ['touch ran']}")

    with pytest.raises(RecordingError):
        vcr.read(cassette(tmp_path, text))

    assert not (tmp_path / "ran").exists()
