import pytest

from mockforge.learning.formats.wording import alphabet_of, surprise


@pytest.mark.parametrize(
    "text",
    [
        *("pending", "in_progress", "strasbourg", "orderItems", "GetQueueUrl"),
        *("HTTPClient", "sha256", "us-east-1", "deadbeef", "facade", "test1234"),
    ],
)
def test_words_and_names_are_likelier_written(text):
    assert surprise(text) < 0


@pytest.mark.parametrize(
    "text", ["9fd4", "x9k2p", "7d8b49557c", "NffrFeUfNV2Hib", "wdjbmjht"]
)
def test_what_nobody_would_write_is_likelier_drawn(text):
    assert surprise(text) > 5


@pytest.mark.parametrize(
    ("text", "size"),
    [("2024", 10), ("9fd4", 16), ("fade", 26), ("x1", 36), ("aB", 52), ("aB1", 62)],
)
def test_the_alphabet_is_the_smallest_usual_one(text, size):
    assert alphabet_of(text) == size
