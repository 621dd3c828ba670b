"""Endpoints of the settings beside a recorded API, the same on every surface."""

import json

from mockforge.http import Response
from mockforge.server.framing import framed

ENDPOINTS = [
    {
        "path": "/things/:id",
        "method": ["GET", "PUT"],
        "responses": [
            {"when": "params.id == '0'", "status": 404, "body": {"no": "such"}},
            {
                "headers": {"X-Kind": ["a", "b"]},
                "body": {"id": "{{params.id}}", "key": "{{uuid}}", "is": "{{body.n}}"},
            },
        ],
    },
    {
        "path": "/people",
        "response": {
            "mode": "intelligent",
            "prompt": "A customer",
            "schema": {
                "type": "object",
                "properties": {"id": {"type": "integer"}, "name": {"type": "string"}},
                "required": ["id", "name"],
            },
            "count": 3,
        },
    },
]


class Api:
    async def respond(self, asked, channel):
        body = b'{"from": "the API"}'
        headers = (
            (b"Content-Type", b"application/json"),
            (b"Content-Length", b"%d" % len(body)),
        )
        response = Response(200, headers, body, "OK")
        frame = framed(response, asked.request, keep_alive=asked.keep_alive)
        channel.write(frame.head + response.body)
        return await channel.drain() and not frame.closes


SESSION = ("X-MockForge-Session", "one")
KEYS = ["a11d4ca3-95f1-4cbd-b020-6719ac0bab3a", "d676a014-a6b2-45f2-b392-f2075f1a4ef2"]
"""What the seed draws, on whatever surface and version of Python."""


async def script(client):
    asked = [
        ("GET", "/recorded", ()),
        ("GET", "/things/7", ()),
        ("GET", "/things/7", ()),
        ("HEAD", "/things/7", ()),
        ("GET", "/things/0", ()),
        ("PUT", "/things/8", (b'{"n": 3}',)),
        ("GET", "/people", ()),
        ("GET", "/people", ()),
    ]
    json_type = ("Content-Type", "application/json")
    return [
        await client.ask(method, target, [SESSION, json_type], *body)
        for method, target, body in asked
    ]


async def test_they_are_answered_alike(journey, surface):
    async def recorded(client):
        return [await client.ask("GET", "/recorded", [SESSION])]

    await journey.record(lambda: Api().respond, recorded)
    got, ledger = await journey.replay(script, endpoints=ENDPOINTS, seed=7)

    there, first, second, head, missing, put, people, again = got
    assert json.loads(there.body) == {"from": "the API"}
    made = [json.loads(each.body) for each in (first, second)]
    assert [each["id"] for each in made] == ["7", "7"]
    assert [each["key"] for each in made] == KEYS
    assert [value for name, value in first.headers if name.lower() == "x-kind"] == [
        "a",
        "b",
    ]
    assert head.body == b""
    assert (missing.status, json.loads(missing.body)) == (404, {"no": "such"})
    assert json.loads(put.body)["is"] == 3
    assert len(json.loads(people.body)) == 3
    assert people.body == again.body
    assert ledger.answered == {"exact": 1, "stub": 7}
    assert ledger.seen == 8
