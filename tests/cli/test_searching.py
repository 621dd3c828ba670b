import json

from mockforge.recordings.formats import jsonl
from tests.recall.worlds import shop


def test_exchanges_are_found_by_what_they_are_about(ran, nowhere):
    jsonl.write(shop(), nowhere / "shop.jsonl")

    code, out, _ = ran("recordings", "search", "failed orders", "shop.jsonl")

    assert code == 0
    first = out.splitlines()[1].split()
    assert first[1:5] == ["shop", "7", "GET", "/orders?status=failed&customer=7"]


def test_what_was_found_is_json_too(ran, nowhere):
    (nowhere / "recordings").mkdir()
    jsonl.write(shop(), nowhere / "recordings" / "shop.jsonl")

    words = ("recordings", "search", "which cities", "--limit", "1", "--json")
    code, out, _ = ran(*words)

    (found,) = json.loads(out)
    assert code == 0
    assert (found["id"], found["status"], found["method"]) == (10, 200, "POST")
    assert found["snippet"].startswith("question Which cities")
    assert 0 < found["score"] <= 1


def test_nothing_found_is_said(ran, nowhere):
    jsonl.write(shop(), nowhere / "shop.jsonl")

    code, out, err = ran("recordings", "search", "zebra", "shop.jsonl")

    assert (code, out, err) == (0, "", "nothing has any of these words\n")


def test_an_embedder_is_not_asked_offline(ran, nowhere):
    jsonl.write(shop(), nowhere / "shop.jsonl")
    (nowhere / "mockforge.yaml").write_text("recall: {embedder: ollama}\n")

    code, _, err = ran("recordings", "search", "a", "shop.jsonl", "--offline")

    assert code == 3
    assert "nobody may be contacted" in err
