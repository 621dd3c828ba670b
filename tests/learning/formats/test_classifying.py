import re
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.learning.formats import Format, classify, common, is_minted, prefix_of
from tests.learning.formats.made import BASE62, HEX, MAKERS, SEEDS, drawn

# Constants of many APIs that look a little like something drawn by chance.
LOOK_ALIKES = re.findall(
    r"\S+",
    """
pending IN_PROGRESS deadbeef cafebabe decade facade master refs/heads/main us-east-1
eu-central-1a en-US USD v1 v1.2.3 2.0.0-rc.1 2022-06-28 v1beta1 2024q1 utf-8 gzip
sha256 application/json text/html;charset=utf-8 ES256 Bearer password
client_credentials urn:ietf:params:oauth:grant-type:device_code gpt-4o-mini-2024-07-18
t2.micro m5.xlarge text-embedding-3-small s-1vcpu-1gb ubuntu-22-04-x64 linux/amd64
DynamoDB_20120810.PutItem AmazonSQS.SendMessage GetQueueUrl orderItems created_at
x-request-id index.html app.min.js foo_bar.tar.gz test-bucket-1 red-shirt-large
SKU-12345 iphone15promax 128gb 1080p 24h PT15M P1D +49301234567 4242424242424242 10115
SW1A1AA LH1234 BTCUSDT ETH-USD strasbourg reykjavik szczecin ljubljana postgresql
kubernetes k8s.gcr.io x86_64 arm64v8 python3.11 es2022 hunter2 admin123 alice_smith
johndoe42 item42 qwerty123 order-1 #ff8800 AES256
arn:aws:sqs:us-east-1:123456789012:orders HelloWorld12 IPv4Address OAuth2Token
EC2InstanceId iso8859-1 darwin-arm64 rfc3339 log4j2 i18n abcdefgh 12345678 aaaaaaaa
00000000-0000-0000-0000-000000000000 0000000000000000 00000000000000000000 COVID-19
Q3FY24 my-first-post-2024 SCREAMING_SNAKE allow_ipv4 plan_pro2 tok_visa iso_8859
us_east_1a
""",
)


@pytest.mark.parametrize("format", MAKERS)
@given(seed=st.integers(0, SEEDS))
def test_a_value_has_the_format_it_was_made_in(format, seed):
    assert classify(MAKERS[format](Random(seed))) is format


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_what_was_written_is_not_taken_for_minted(text):
    assert not is_minted(classify(text))


@pytest.mark.parametrize(
    "value",
    ["", " ", "x", None, True, -5, 2.5, float("nan"), 10**400, "é" * 20, "a" * 99999],
    ids=lambda value: repr(value)[:12],
)
def test_what_is_no_known_format_is_none(value):
    assert classify(value) is None


@given(st.text() | st.integers() | st.floats() | st.from_regex(r"[\w.:/+=%-]{1,60}"))
def test_any_value_is_told_without_an_error(value):
    assert classify(value) in {None, *Format}


@pytest.mark.parametrize(
    ("text", "prefix"),
    [
        ("ord_9fd4", "ord_"),
        ("sk_test_4eC39HqLyjWDarjtT1zdp7dc", "sk_test_"),
        ("i-0abcd1234ef567890", "i-"),
        ("session:15073521-17cb-41f5-8b06-39dae37a82a2", "session:"),
        ("user_01h2xcejqtf2nbrexx3vqjhp41", "user_"),
        ("nginx-7d8b49557c-x9k2p", "nginx-"),
        ("in_progress", ""),
        ("report-2024-01-01", ""),
        ("15073521-17cb-41f5-8b06-39dae37a82a2", ""),
    ],
)
def test_the_words_before_what_is_minted_are_its_prefix(text, prefix):
    assert prefix_of(text) == prefix


@pytest.mark.parametrize(
    ("letters", "length", "share"),
    [(HEX, 8, 0.8), (HEX, 16, 0.95), (BASE62, 10, 0.85), (BASE62, 16, 0.95)],
)
def test_short_tokens_are_known_by_most_of_their_values(letters, length, share):
    rng = Random(length)
    values = [drawn(rng, letters, length) for _ in range(200)]

    assert sum(is_minted(classify(value)) for value in values) >= share * 200


def test_a_digest_written_as_a_uuid_is_a_token():
    assert classify("ffd579b2-d896-d0e6-cc3a-7644b695f110") is Format.TOKEN
    assert not is_minted(classify("ffffffff-ffff-ffff-ffff-ffffffffffff"))


def test_the_values_of_a_field_have_one_format():
    assert common(["9fceb02a", "12345678", "deadbeef", "0a1b2c3d", "7f3e9a01"]) == "hex"
    assert common(["red", "green", 5]) is None
    assert common([]) is None


def test_when_it_was_said_decides_what_a_long_number_is():
    assert classify(1700000000250001001, near=1_700_000_050.0) is Format.EPOCH_NS
    assert classify(1700000000250001001, near=1_825_000_000.0) is Format.SNOWFLAKE
    assert classify("pending-for-19-days", near=1.7e9) is Format.SLUG
