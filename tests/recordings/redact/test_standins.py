"""What a stand-in keeps of its secret, and how it is known."""

from __future__ import annotations

import base64
import json
import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.recordings.redact.cards import is_card
from mockforge.recordings.redact.standins import Standins

STANDINS = Standins(b"a key for tests")
OTHERS = Standins(b"another key")


def jwt(claims, signature="SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c"):
    parts = (json.dumps(part).encode() for part in ({"alg": "HS256"}, claims))
    coded = [base64.urlsafe_b64encode(part).rstrip(b"=").decode() for part in parts]
    return ".".join([*coded, signature])


def claims_of(token):
    payload = token.split(".")[1]
    return json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))


SECRETS = [
    "hunter2",
    "correct horse battery staple",
    "Zr81kQp0LmNv77Rt",
    "Bearer Zr81kQp0LmNv77Rt",
    "Basic " + base64.b64encode(b"ann:s3cret").decode(),
    "ghp_" + "aB1" * 12,
    "9f86d081884c7d659a2feaa0c55ad015",
    "550e8400-e29b-41d4-a716-446655440000",
    "4111 1111 1111 1111",
    "378282246310005",
    "p\u00e4ssw\u00f6rd\u20ac\U0001f600",
    "s%3Aabcdef%2F123.xyz",
    "-----BEGIN A KEY-----\nMIIEvQIBADANBgkq\nhkiG9w0=\n-----END A KEY-----",
    '{"user": "bob", "password": "x\\ny12345"}',
    jwt({"sub": "user-1234", "exp": 1_700_000_000}),
    "1234",
    "012345",
    "123",
]


@pytest.mark.parametrize("secret", SECRETS)
def test_a_standin_is_another_text_of_the_same_length(secret):
    made = STANDINS.make(secret)

    assert made != secret
    assert len(made.encode()) == len(secret.encode())


@pytest.mark.parametrize("secret", SECRETS)
def test_a_standin_is_known_and_its_secret_is_not_taken_for_one(secret):
    assert STANDINS.verifies(STANDINS.make(secret))
    assert not STANDINS.verifies(secret)


@pytest.mark.parametrize("secret", SECRETS[:-1])
def test_a_standin_is_none_under_another_key(secret):
    assert not OTHERS.verifies(STANDINS.make(secret))
    assert OTHERS.make(secret) != STANDINS.make(secret)


@given(st.text(min_size=1, max_size=60))
def test_a_standin_stands_for_itself(secret):
    made = STANDINS.keep(STANDINS.make(secret))

    assert STANDINS.keep(made) == made
    assert STANDINS.name(STANDINS.name(secret)) == STANDINS.name(secret)


@given(st.binary(min_size=1, max_size=60))
def test_a_standin_has_the_length_in_bytes_of_its_secret(data):
    secret = data.decode("utf-8", "surrogateescape")
    made = STANDINS.make(secret).encode("utf-8", "surrogateescape")

    assert len(made) == len(data)


@given(st.from_regex(r"[A-Za-z0-9/+_.-]{8,40}", fullmatch=True))
def test_characters_keep_their_class(secret):
    made = STANDINS.make(secret)

    for before, after in zip(secret, made, strict=True):
        if not before.isalnum():
            assert after == before or STANDINS.make(secret) == made
        else:
            assert after.isalnum()


@given(st.from_regex(r"[a-z0-9]{12,40}", fullmatch=True))
def test_being_made_twice_gives_another_one(secret):
    """What looks like a stand-in is replaced on the way to disk like anything else."""
    made = STANDINS.make(secret)

    assert STANDINS.make(made) != made


@pytest.mark.parametrize(
    ("secret", "kept"),
    [
        ("Bearer abcdef123", "Bearer "),
        ("sk_live_abcdEFGH12345678", "sk_live_"),
        ("ghp_" + "aB1" * 12, "ghp_"),
        ("AKIAIOSFODNN7EXAMPLE", "AKIA"),
        ("xoxb-123456789012-abcDEF", "xoxb-"),
        ("4111 1111 1111 1111", "4111 "),
    ],
)
def test_a_known_prefix_is_kept(secret, kept):
    assert STANDINS.make(secret).startswith(kept)


def test_a_uuid_stays_one_of_the_same_version():
    made = uuid.UUID(STANDINS.make("550e8400-e29b-41d4-a716-446655440000"))

    assert (made.version, made.variant) == (4, uuid.RFC_4122)


def test_hexadecimal_stays_hexadecimal():
    made = STANDINS.make("9f86d081884c7d659a2feaa0c55ad015")

    assert int(made, 16)
    assert made == made.lower()


def test_a_card_stays_a_card_and_is_the_same_one_however_written():
    spaced, plain = (
        STANDINS.make("4111 1111 1111 1111"),
        STANDINS.make("4111111111111111"),
    )

    assert is_card(spaced)
    assert spaced.replace(" ", "") == plain


def test_a_number_does_not_begin_with_a_zero():
    assert all(STANDINS.make(str(n))[0] != "0" for n in range(1000, 1200))


def test_a_jwt_keeps_its_header_its_times_its_issuer_and_audience():
    claims = {
        "iss": "https://a",
        "aud": "api",
        "exp": 1_700_000_000,
        "sub": "user-1234",
    }
    token = jwt({**claims, "roles": ["admin", "operator"], "admin": True})
    made = STANDINS.make(token)
    shown = claims_of(made)

    assert made.split(".")[0] == token.split(".")[0]
    assert [shown[name] for name in ("iss", "aud", "exp")] == [
        "https://a",
        "api",
        1_700_000_000,
    ]
    assert shown["admin"] is True
    assert "user-1234" not in shown.values()
    assert "admin" not in shown["roles"]
    assert made.split(".")[2] != token.split(".")[2]


def test_subjects_too_short_to_be_secret_stay_apart():
    ones, twos = (claims_of(STANDINS.make(jwt({"sub": sub}))) for sub in ("1", "2"))

    assert (ones["sub"], twos["sub"]) == ("1", "2")
    assert STANDINS.name("1") != STANDINS.name("2")


def test_an_encrypted_jwt_keeps_its_header_alone():
    head = base64.urlsafe_b64encode(b'{"alg":"RSA-OAEP"}').rstrip(b"=").decode()
    token = ".".join([head, "aB3dE6gH9", "iJ2kL5mN8", "oP1qR4sT7", "uV0wX3yZ6"])
    made = STANDINS.make(token)

    assert made.startswith(head + ".")
    assert not set(made.split(".")[1:]) & set(token.split(".")[1:])


def test_the_lines_of_a_key_in_pem_are_kept():
    secret = "-----BEGIN KEY-----\nMIIEvQIBADANBgkq\nhkiG9w0=\n-----END KEY-----\n"
    made = STANDINS.make(secret)

    assert [len(line) for line in made.split("\n")] == [
        len(line) for line in secret.split("\n")
    ]
    assert made.startswith("-----BEGIN KEY-----\n")


def test_json_keeps_its_names():
    made = STANDINS.make('{"user": "bob", "n": 1, "password": "x\\ny12345"}')

    assert json.loads(made).keys() == {"user", "n", "password"}
    assert json.loads(made)["n"] == 1


def test_two_secrets_hardly_ever_share_a_standin():
    made = {STANDINS.make(f"token-{n:05}-{n * 7919:x}") for n in range(2000)}

    assert len(made) == 2000


def test_a_key_is_needed():
    with pytest.raises(ValueError, match="key"):
        Standins(b"")


def test_a_long_key_is_used_whole():
    long, longer = Standins(b"k" * 70), Standins(b"k" * 71)

    assert long.make("hunter22") != longer.make("hunter22")


def test_a_full_cache_changes_nothing(monkeypatch):
    monkeypatch.setattr("mockforge.recordings.redact.standins.CACHED", 2)
    standins = Standins(b"a key for tests")

    assert [standins.make(s) for s in SECRETS] == [STANDINS.make(s) for s in SECRETS]
