"""Secrets found before, found again."""

from __future__ import annotations

import base64
import hashlib
import json
from urllib.parse import quote

import pytest

from mockforge.recordings.redact.known import Known, rewritten

SECRET = 'Zr81/k"p0 Lmöv7'.encode()


def digest(text):
    return hashlib.blake2b(text, digest_size=8).hexdigest()


def known(*secrets):
    made = Known(digest)
    for secret in secrets:
        made.note(secret)
    return made


FORMS = {
    "plain": SECRET,
    "url": quote(SECRET, safe="").encode(),
    "json": json.dumps(SECRET.decode())[1:-1].encode(),
    "json raw": json.dumps(SECRET.decode(), ensure_ascii=False)[1:-1].encode(),
    "json slashes": json.dumps(SECRET.decode())[1:-1].replace("/", "\\/").encode(),
    "base64": base64.b64encode(SECRET),
    "base64url": base64.urlsafe_b64encode(SECRET).rstrip(b"="),
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize("others", [0, 40], ids=["few", "many"])
def test_a_secret_is_found_however_it_is_written(form, others):
    found = known(*(b"other-%d-secret" % n for n in range(others)), SECRET)
    data = b"x=" + form + b"&y"

    assert (2, 2 + len(form), SECRET) in list(found.find(data))


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_standin_is_written_as_the_secret_was(form):
    standin = 'Ab12/c"d3 Efäg4'.encode()
    new = rewritten(form, SECRET, standin)

    assert len(new) == len(form)
    assert new != form


def test_a_piece_of_a_longer_word_is_none():
    found = known(b"hunter22x")

    assert list(found.find(b"hunter22xy ahunter22x")) == []
    assert len(list(found.find(rb"\nhunter22x %2Fhunter22x."))) == 2


def test_a_word_is_not_looked_for():
    assert list(known(b"production").find(b"production")) == []


@pytest.mark.parametrize("shift", [0, 1, 2])
def test_base64_of_something_around_a_secret_is_found(shift):
    blob = base64.b64encode(b"\0" * shift + SECRET + b"\xff\xfe")

    assert list(known(SECRET).inside_base64(b'"' + blob + b'"')) == [(1, len(blob) + 1)]


def test_the_oldest_is_forgotten(monkeypatch):
    monkeypatch.setattr(Known, "MOST", 3)
    found = known(*(b"secret-%d-value" % n for n in range(5)))

    assert list(found.find(b"secret-1-value")) == []
    assert len(list(found.find(b"secret-4-value"))) == 1
    assert found.found == 5


def test_a_trace_leads_another_process_to_the_secret():
    here = known(SECRET)
    here.carry(SECRET)
    there = Known(digest)
    there.expect(here.carried)

    assert [hit[2] for hit in there.find(b"/a/" + SECRET + b"/b")] == [SECRET]
    assert list(there.find(b"/a/something-else-1")) == []
    assert there.carried == here.carried


@pytest.mark.parametrize("trace", ["", "1.2.3", "x.2.ab.cd"])
def test_what_is_no_trace_is_refused(trace):
    with pytest.raises(ValueError, match=r"unpack|int"):
        Known(digest).expect([trace])


def test_a_value_is_new_once(monkeypatch):
    monkeypatch.setattr(Known, "MOST", 1)
    found = known()

    assert found.is_new(b"a")
    assert not found.is_new(b"a")
    assert [found.is_new(b"%d" % n) for n in range(4)] == [True] * 4
