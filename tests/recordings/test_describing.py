"""Every exchange of a recording is valid against the document that describes it."""

import asyncio
import json
from urllib.parse import urlencode

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.demo.serve import CUSTOMER, Manner, open_shop, serving
from mockforge.demo.shop import Terms
from mockforge.demo.weather import NO_STORM
from mockforge.endpoint import Endpoint
from mockforge.exchange import Exchange
from mockforge.http import Response
from mockforge.recordings.describing import describe
from tests.learning.fields.documents import VALUES
from tests.learning.openapi.checking import Checker
from tests.worlds import exchange, recording, request

FORM = (b"Content-Type", b"application/x-www-form-urlencoded")
WORDS = st.text(alphabet="ab1-. é", max_size=4)


def described(*exchanges, declared=()):
    document, count = asyncio.run(describe(recording(*exchanges), declared=declared))
    assert count == len(exchanges)
    return json.loads(json.dumps(document))


@st.composite
def exchanges(draw):
    """Draw an exchange of an API that keeps no rule."""
    path = draw(st.sampled_from(["/a", "/a/1", "/a/2/b", "/a/x%20y", "/c/1/d/2", "/"]))
    query = draw(st.lists(st.tuples(st.sampled_from("pq"), WORDS), max_size=3))
    method = draw(st.sampled_from(["GET", "POST", "PUT", "DELETE", "PROPFIND"]))
    url = f"https://api.example{path}" + (f"?{urlencode(query)}" if query else "")
    value = draw(st.none() | VALUES)
    asked = request(method, url, b"" if value is None else _json(value))
    if draw(st.booleans()):
        form = urlencode(draw(st.lists(st.tuples(st.sampled_from("xy"), WORDS))))
        asked = request(method, url, form.encode())
        asked = type(asked)(*_fields(asked, headers=(*asked.headers[:1], FORM)))
    kind, body = draw(
        st.sampled_from(
            [
                (b"application/json", b"{broken"),
                (b"application/xml", b'<a n="1"><b>x</b><b>y</b></a>'),
                (b"application/xml", b"<c/>"),
                (b"text/plain", b"hello"),
                (b"image/png", b"\x89PNG\x00"),
                (b"", b"{}"),
            ]
        )
        | VALUES.map(lambda value: (b"application/json", _json(value)))
    )
    status = draw(st.sampled_from([200, 201, 404, 599]))
    headers = ((b"Content-Type", kind),) if kind else ()
    return Exchange(asked, Response(status, headers, body), started=1.0)


def _json(value):
    return json.dumps(value).encode()


def _fields(asked, **changes):
    names = ("method", "scheme", "authority", "target", "headers", "body")
    return [changes.get(name, getattr(asked, name)) for name in names]


@settings(max_examples=60)
@given(st.lists(exchanges(), min_size=1, max_size=10))
def test_an_api_without_any_rule_is_valid_against_its_description(found):
    checker = Checker(described(*found))

    for one in found:
        assert checker.problems(one) == []


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"answer": b'{"id": "x"}'}, "response"),
        ({"status": 500}, "no response 500"),
        ({"body": b'{"name": 5}'}, "request"),
        ({"url": "https://api.example/other/1/x"}, "no operation"),
    ],
)
def test_what_was_never_seen_is_not_valid(change, problem):
    seen = {
        "method": "PUT",
        "url": "https://api.example/orders/7",
        "body": b'{"name": "x"}',
        "answer": b'{"id": 7}',
    }
    checker = Checker(described(exchange(**seen)))

    assert checker.problems(exchange(**seen)) == []
    assert problem in checker.problems(exchange(**{**seen, **change}))[0]


def test_operations_at_one_url_are_told_apart_by_their_bodies():
    calls = [
        exchange(
            "POST",
            "https://api.example/rpc",
            _json({"method": name, "id": n, "params": params}),
            answer=_json({"result": result}),
        )
        for n in range(8)
        for name, params, result in (
            ("orders.list", {"page": n}, [n]),
            ("orders.add", {"name": f"n{n}"}, {"id": n}),
        )
    ]

    document = described(*calls)

    (path,) = document["paths"].values()
    schema = path["post"]["requestBody"]["content"]["application/json"]["schema"]
    names = [one["properties"]["method"] for one in schema["anyOf"]]
    assert names == [
        {"type": "string", "const": "orders.add"},
        {"type": "string", "const": "orders.list"},
    ]
    checker = Checker(document)
    assert [checker.problems(call) for call in calls] == [[]] * len(calls)


def test_a_file_of_several_segments_is_one_parameter():
    files = [
        exchange("GET", f"https://api.example/files/a{n}/{'x/' * (n % 4)}f.txt")
        for n in range(20)
    ]
    checker = Checker(described(*files))

    assert [checker.problems(one) for one in files] == [[]] * len(files)


def test_several_hosts_stand_as_servers_and_beside_what_is_theirs_alone():
    document = described(
        exchange("GET", "https://one.example/a"),
        exchange("GET", "https://two.example/b"),
    )

    assert document["servers"] == [
        {"url": "https://one.example"},
        {"url": "https://two.example"},
    ]
    assert document["paths"]["/a"]["get"]["servers"] == [{"url": "https://one.example"}]


def test_secrets_are_stand_ins_in_examples():
    secret = "sk_live_9f8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c"
    asked = exchange(
        "POST",
        "https://api.example/login?api_key=abcdef0123456789abcdef",
        _json({"password": "hunter2hunter2"}),
        answer=_json({"access_token": secret}),
        headers=[("Authorization", f"Bearer {secret}")],
    )

    document = described(asked, asked)

    text = json.dumps(document)
    assert secret not in text
    assert "hunter2hunter2" not in text
    assert "abcdef0123456789abcdef" not in text
    assert document["components"]["securitySchemes"]["bearer"]["scheme"] == "bearer"
    assert document["paths"]["/login"]["post"]["security"]


def test_declared_endpoints_win():
    document = described(
        exchange("GET", "https://api.example/orders/mine"),
        declared=[Endpoint.parse("GET /orders/{order}")],
    )

    assert [*document["paths"]] == ["/orders/{order}"]


def test_nothing_is_described_by_a_document_without_paths():
    document, count = asyncio.run(describe(recording()))

    assert count == 0
    assert document["paths"] == {}


@pytest.mark.parametrize("count", [1, 300])
def test_a_crawl_is_described_in_bounded_room(count):
    pages = [
        exchange("GET", f"https://api.example/{n * 7919 % 9973}/{n}")
        for n in range(count)
    ]

    document = described(*pages)

    assert len(document["paths"]) <= 100


async def test_the_demonstration_is_valid_against_its_description():
    manner = Manner(seed=1, latency=0.0, storm=NO_STORM, terms=Terms(20.0))
    seen: list[Exchange] = []

    async def keep(response):
        await response.aread()
        asked = response.request
        url = str(asked.url).replace(f"{asked.url.netloc.decode()}", "shop.example")
        headers = tuple(asked.headers.raw)
        told = Response(
            response.status_code,
            tuple((n, v) for n, v in response.headers.raw if n != b"content-encoding"),
            response.content,
        )
        one = request(asked.method, url)
        one = type(one)(*_fields(one, headers=headers, body=asked.content))
        seen.append(Exchange(one, told, session="s", started=float(len(seen))))

    async with (
        serving(open_shop(manner)) as url,
        httpx.AsyncClient(
            base_url=url, trust_env=False, event_hooks={"response": [keep]}
        ) as client,
    ):
        login = {"email": CUSTOMER[0], "password": CUSTOMER[2]}
        grant = (await client.post("/api/auth/login", json=login)).json()
        client.headers["authorization"] = f"Bearer {grant['access_token']}"
        for product in (101, 102, 1):
            await client.post("/api/cart", json={"product_id": product})
        for path in ("/api/products", "/api/products/101", "/api/cart", "/api/none"):
            await client.get(path)
        await client.get("/api/products?page=2&limit=3")
        order = (await client.post("/api/orders", json={"address": "here"})).json()
        await client.get(f"/api/orders/{order['id']}")
        await client.get("/api/orders/0")

    document, _ = await describe(recording(*seen))
    checker = Checker(json.loads(json.dumps(document)))

    assert len(seen) > 10
    assert [checker.problems(one) for one in seen] == [[]] * len(seen)
