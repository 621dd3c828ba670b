"""`mockforge replay --on-miss recall`: from the command to the answer and report."""

import json
import urllib.error
import urllib.request

import pytest

from mockforge.recordings.formats import jsonl
from tests.cli.test_replay import replaying
from tests.recall.worlds import shop, told


def get(url, body=None):
    headers = {"Content-Type": "application/json"} if body else {}
    asked = urllib.request.Request(url, body, headers)
    with urllib.request.urlopen(asked) as answer:
        source = answer.headers["X-MockForge-Source"]
        return json.loads(answer.read()), source


def test_a_replay_answers_what_was_asked_in_other_words(tmp_path):
    jsonl.write(shop(), tmp_path / "shop.jsonl")
    words = ["shop.jsonl", "--on-miss", "recall", "--report", "out.json"]
    question = told({"question": "how can I return a shoe not fitting", "limit": 1})

    with replaying(*words, cwd=tmp_path) as (url, outcome):
        order, source = get(f"{url}/orders/999")
        listed, _ = get(f"{url}/orders?customer=12&status=failed")
        said, _ = get(f"{url}/ask", question)

    assert order == {"id": 101}
    assert "tier=recalled" in source
    assert "score=" in source
    assert listed == ["failed"]
    assert said == {"answer": "Send them back."}
    assert outcome["code"] == 0
    report = json.loads((tmp_path / "out.json").read_text())
    assert report["served"]["recalled"] == 3
    assert "3 of them recalled" in report["why"]


def test_what_is_like_nothing_is_a_miss_with_the_nearest(tmp_path):
    jsonl.write(shop(), tmp_path / "shop.jsonl")
    words = ["shop.jsonl", "--on-miss", "recall", "--recall-threshold", "0.99"]

    with (
        replaying(*words, cwd=tmp_path) as (url, outcome),
        pytest.raises(urllib.error.HTTPError) as failure,
    ):
        get(f"{url}/orders/999/items")

    with failure.value as answer:
        miss = json.loads(answer.read())
    assert miss["nearest"]["url"].startswith("https://api.example/orders/10")
    assert "recall:" in miss["tried"]
    assert outcome["code"] == 1
