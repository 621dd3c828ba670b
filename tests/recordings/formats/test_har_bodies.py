import pytest

from mockforge.recordings.formats import har_bodies
from mockforge.recordings.formats.contents import Unreadable
from mockforge.recordings.formats.notes import Notes
from mockforge.recordings.formats.shape import Fields


@pytest.mark.parametrize(
    ("declared", "size", "expected"),
    [
        ("text/html", 4, "caf\xe9".encode("latin-1")),
        ("text/html", 5, "café".encode()),
        ("text/html", None, "café".encode()),
        ("text/html; charset=iso-8859-1", None, b"caf\xe9"),
        ("text/html; charset=utf-8", 4, b"caf\xe9"),
        ("text/html; charset=rot13", None, "café".encode()),
    ],
)
def test_text_becomes_the_bytes_that_fit_type_and_size(declared, size, expected):
    assert har_bodies.encoded("café", declared, size) == expected


def sent(headers=(), **asked):
    notes = Notes()
    found = har_bodies.sent(Fields(asked, "request"), headers, notes, "one")
    return found, notes.lines()


def test_a_body_given_as_text_is_sent_as_text():
    assert sent(postData={"mimeType": "text/plain", "text": "é"}) == ("é".encode(), ())


def test_a_body_given_as_base64_is_decoded():
    assert sent(postData={"text": "aGk=", "encoding": "base64"}) == (b"hi", ())


def test_a_form_is_put_together_from_its_parameters():
    params = [
        {"name": "a", "value": "b c&d"},
        {"name": "e", "value": "%20"},
        {"name": "f"},
    ]

    body, notes = sent(postData={"params": params})

    assert body == b"a=b+c%26d&e=%20&f="
    assert "parameters" in notes[0]


def test_a_multipart_form_is_put_together_with_its_boundary():
    headers = ((b"Content-Type", b"multipart/form-data; boundary=XX"),)
    params = [
        {"name": "a", "value": "b"},
        {"name": "f", "value": "x", "fileName": "n.txt", "contentType": "text/plain"},
    ]

    body, _ = sent(headers, postData={"params": params})

    assert body == (
        b'--XX\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n'
        b'--XX\r\nContent-Disposition: form-data; name="f"; filename="n.txt"\r\n'
        b"Content-Type: text/plain\r\n\r\nx\r\n--XX--\r\n"
    )


def test_a_body_that_was_not_exported_is_noted():
    body, notes = sent(bodySize=12)

    assert body == b""
    assert "not in the file" in notes[0]


def received(method="GET", status=200, **content):
    notes = Notes()
    answered = Fields({"status": status, "content": content}, "one.response")
    return har_bodies.received(answered, (), method, notes), notes.lines()


@pytest.mark.parametrize(
    ("arguments", "noted"),
    [
        ({"size": 12}, True),
        ({"comment": "Response bodies are not included."}, True),
        ({"size": 0}, False),
        ({"size": 12, "method": "HEAD"}, False),
        ({"size": 12, "status": 304}, False),
        ({"size": -1}, False),
    ],
)
def test_an_answer_without_its_body_is_noted_if_it_had_one(arguments, noted):
    body, notes = received(**arguments)

    assert body == b""
    assert bool(notes) is noted


def test_an_answer_in_base64_is_decoded():
    assert received(text="aGk=", encoding="base64") == (b"hi", ())


def test_what_is_not_base64_is_named():
    with pytest.raises(Unreadable, match=r"response\.content\.text is not base64"):
        received(text="?", encoding="base64")
