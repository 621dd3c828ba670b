import json

import pytest

from mockforge.demo.notifications import Notifications, Subscriber, reply
from mockforge.demo.shop import Notice


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '{"type": "subscribe", "channel": "orders"}',
            {"type": "subscribed", "channel": "orders"},
        ),
        (
            '{"type": "unsubscribe", "channel": "orders"}',
            {"type": "unsubscribed", "channel": "orders"},
        ),
        ('{"type": "ping"}', {"type": "pong"}),
        ("{", {"type": "error", "message": "send a JSON object"}),
        (None, {"type": "error", "message": "send a JSON object"}),
        (
            "[]",
            {"type": "error", "message": "send a type: subscribe, unsubscribe, ping"},
        ),
        (
            '{"type": "subscribe", "channel": "x"}',
            {"type": "error", "message": "there is no channel 'x'"},
        ),
        (
            '{"type": "subscribe", "channel": ["orders"]}',
            {"type": "error", "message": "there is no channel ['orders']"},
        ),
    ],
)
def test_every_message_is_answered(text, expected):
    assert reply(Subscriber("u"), text) == expected


def test_news_reach_the_subscribers_they_concern():
    notifications = Notifications()
    mine, other, silent = Subscriber("u"), Subscriber("v"), Subscriber("u")
    notifications.subscribers |= {mine, other, silent}
    reply(mine, json.dumps({"type": "subscribe", "channel": "orders"}))
    reply(other, json.dumps({"type": "subscribe", "channel": "orders"}))
    news = [Notice("u", {"n": 1}), Notice("u", {"n": 2})]

    notifications.publish(news)

    assert news == []
    assert [mine.waiting.get_nowait() for _ in range(2)] == [{"n": 1}, {"n": 2}]
    assert [s.waiting.qsize() for s in (mine, other, silent)] == [0, 0, 0]
