"""Servers whose lists come in pages, and what clients ask of them.

Each maker of a server gives an empty one; each journey yields what a client sees. The
first journey of a number is short, as recordings are: of some things there is only one.
"""

import hashlib
import json
import re
from random import Random
from urllib.parse import parse_qsl, quote
from uuid import UUID

from tests.sources.rebound.journeys import NAMES, WORDS, told
from tests.sources.rebound.servers import body_of
from tests.sources.rebound.sides import response


def table_server():
    """Tables of items; a page ends with the whole key of its last item."""
    tables: dict = {}

    def answer(asked):
        sent = body_of(asked)
        action = asked.header("X-Target").partition(".")[2]
        items = tables.setdefault(sent["Table"], {})
        if action == "Put":
            items[sent["Item"]["key"]["S"]] = sent["Item"]
            return response(200, {})
        keys = list(items)
        start = sent.get("Start")
        at = keys.index(start["key"]["S"]) + 1 if start else 0
        page = keys[at : at + sent["Limit"]]
        found = {"Items": [items[each] for each in page], "Count": len(page)}
        if at + sent["Limit"] < len(keys):
            found["Last"] = {"key": {"S": page[-1]}}
        return response(200, found)

    return answer


def tables(call, rng):
    """Fill a table, then read all of its pages."""
    table, word = rng.choice(NAMES), rng.choice(WORDS)
    count, limit = rng.randint(4, 7), rng.randint(2, 3)

    def do(action, **sent):
        return call("POST", "/", {"Table": table, **sent}, X_Target=f"T1.{action}")

    for number in range(count):
        item = {"key": {"S": f"{word}{number}"}, "size": {"N": str(number * 7)}}
        answer = do("Put", Item=item)
        yield "status", answer.status
    start = None
    for _ in range(9):
        more: dict = {"Start": start} if start else {}
        found = told(do("Scan", Limit=limit, **more))
        yield "items", found["Items"], found["Count"]
        start = found.get("Last")
        yield "goes on", start
        if not start:
            break


def shelf_server():
    """Shelves of files under folders; tokens of pages say nothing; answers in XML."""
    files: dict = {}
    tokens: dict = {}
    rng = Random(4)

    def listed(shelf, query):
        found = sorted(name for at, name in files if at == shelf)
        found = [each for each in found if each.startswith(query.get("prefix", ""))]
        at = tokens.get(query.get("token"), 0)
        size = int(query.get("max", 1000))
        page, goes_on = found[at : at + size], at + size < len(found)
        text = "".join(
            f"<File><Key>{n}</Key><Size>{files[shelf, n]}</Size></File>" for n in page
        )
        text += f"<More>{str(goes_on).lower()}</More><Count>{len(page)}</Count>"
        if goes_on:
            token = rng.randbytes(16).hex()
            tokens[token] = at + size
            text += f"<Token>{token}</Token>"
        return response(200, f"<Files>{text}</Files>".encode(), Content_Type="text/xml")

    def answer(asked):
        _, _, query = asked.target.partition("?")
        sent = dict(parse_qsl(query))
        shelf, name = sent["shelf"], sent.get("name")
        if asked.method == "GET":
            return listed(shelf, sent)
        if asked.method == "DELETE":
            return response(204 if files.pop((shelf, name), None) else 404)
        # What is put together of pieces is made by another request.
        files[shelf, name] = len(asked.body)
        digest = hashlib.md5(asked.body).hexdigest()
        return response(200, None, ETag=f'"{digest}"')

    return answer


def shelves(call, rng):
    """Put files, read their pages, end them; what was joined of pieces is left."""
    shelf, other = rng.sample(NAMES, 2)
    folder = rng.choice(WORDS)
    count, limit = rng.randint(7, 12), rng.randint(2, 5)

    def page(query, at=shelf):
        text = call("GET", f"/files?shelf={at}&{query}").body.decode()
        token = re.findall("<Token>(.*?)</Token>", text)
        return re.findall("<Key>(.*?)</Key>", text), text, token[0] if token else None

    for name in ("notes/01.txt", "plans/02.json"):
        answer = call(
            "PUT", f"/file?shelf={other}&name={name}", b"one", Content_Type="text/plain"
        )
        yield "status", answer.status
    yield "other", page("all=1", other)[0]
    names = [f"{folder}/{number:02}.json" for number in range(count)]
    for name in names:
        body = json.dumps({"n": name}).encode()
        answer = call(
            "PUT", f"/file?shelf={shelf}&name={name}", body, Content_Type="text/plain"
        )
        yield "status", answer.status
    token = ""
    for _ in range(9):
        found, text, token = page(
            f"prefix={quote(folder + '/', '')}&max={limit}{token}"
        )
        yield "page", found
        yield "count", re.findall("<Count>(.*?)<", text)
        yield "goes on", "<More>true" in text, token is not None
        if token is None:
            break
        token = f"&token={token}"
    joined = rng.choice(["all.tar", "backup.bin", "film.mp4"])
    answer = call("POST", f"/joined?shelf={shelf}&name={joined}", b"<All/>")
    yield "status", answer.status
    for name in names:
        answer = call("DELETE", f"/file?shelf={shelf}&name={name}")
        yield "status", answer.status
    yield "left", page("all=1")[0]


def one_server():
    """Forms and XML: people are made, and listed."""
    people: list = []

    def shown(name):
        return f"<Person><Path>/</Path><Name>{name}</Name><Age>7</Age></Person>"

    def answer(asked):
        form = dict(parse_qsl(asked.body.decode()))
        if form["Action"] == "CreatePerson":
            people.append(form["Name"])
            text = f"<Made>{shown(form['Name'])}</Made>"
        else:
            text = f"<All>{''.join(map(shown, people))}</All>"
        return response(200, f"<R>{text}</R>".encode(), Content_Type="text/xml")

    return answer


def people(call, rng):
    """Make some people and list them; the first session makes one."""
    count = rng.choice([1, 2, 3])
    for name in rng.sample(NAMES, count):
        form = f"Action=CreatePerson&Name={name}&Version=2021-05-05"
        kind = "application/x-www-form-urlencoded"
        answer = call("POST", "/", form.encode(), Content_Type=kind)
        yield "status", answer.status
    answer = call(
        "POST", "/", b"Action=ListPeople&Version=2021-05-05", Content_Type=kind
    )
    yield "listed", re.findall("<Name>(.*?)<", answer.body.decode())


def ticket_server():
    """Tickets with a state of a few words; other words are refused."""
    states = ["OPEN", "TAKEN", "SOLVED"]
    tickets: list = []

    def answer(asked):
        parts = asked.path.strip("/").split("/")
        if asked.method == "POST" and len(parts) == 1:
            number = 4100 + 7 * len(tickets)
            tickets.append({"id": number, "state": "OPEN", **body_of(asked)})
            return response(201, tickets[-1])
        if asked.method == "POST":
            one = next(each for each in tickets if str(each["id"]) == parts[1])
            one["state"] = states[min(2, states.index(one["state"]) + 1)]
            return response(200, one)
        state = dict(asked.query).get("state")
        if state not in (None, *states):
            return response(400, {"error": f"{state} is no state"})
        found = [each for each in tickets if state in (None, each["state"])]
        return response(200, {"tickets": found})

    return answer


def tickets(call, rng):
    """Make tickets, move one on, list them by state; some words are none."""
    made = []
    for _ in range(rng.randint(2, 4)):
        answer = call("POST", "/tickets", {"title": " ".join(rng.sample(WORDS, 2))})
        yield "status", answer.status
        made.append(told(answer)["id"])
    for _ in range(rng.randint(0, 1)):
        answer = call("POST", f"/tickets/{made[0]}/advance", {})
        yield "status", answer.status
        yield "state", told(answer)["state"]
    words = ["OPEN", "TAKEN", "SOLVED", rng.choice(["LOST", "GONE", "WAITING"])]
    for word in rng.sample(words, 4):
        answer = call("GET", f"/tickets?state={word}")
        yield "status", answer.status
        yield "found", len(told(answer).get("tickets", ()))


def query_server():
    """Notes in GraphQL; lists are limited and filtered in the text of the query."""
    notes: list = []
    rng = Random(6)

    def answer(asked):
        text = body_of(asked)["query"]
        if "add(" in text:
            number = str(UUID(int=rng.getrandbits(128), version=4))
            title, kind = re.findall('"([^"]*)"', text)
            notes.append({"id": number, "title": title, "kind": kind})
            return response(200, {"data": {"add": notes[-1]}})
        limit = re.findall(r"first: (\d+)", text)
        kind = re.findall('kind: "([^"]*)"', text)
        found = [each for each in notes if not kind or each["kind"] == kind[0]]
        return response(200, {"data": {"notes": found[: int(limit[0])]}})

    return answer


def queries(call, rng):
    """Add notes, then list some of them, and some of a kind."""
    kinds = rng.sample(["memo", "draft", "letter"], 2)

    def do(text):
        answer = call("POST", "/graphql", {"query": text})
        return told(answer)["data"]

    def titles(text):
        return [(each["title"], each["kind"]) for each in do(text)["notes"]]

    for number in range(rng.randint(4, 6)):
        title = " ".join(rng.sample(WORDS, 2))
        kind = kinds[number % 2]
        made = do(f'mutation {{ add(title: "{title}", kind: "{kind}") {FIELDS} }}')
        yield "made", len(made["add"].pop("id")), made
    for limit in rng.sample([1, 2, 3], 2):
        yield "some", titles(f"{{ notes(first: {limit}) {FIELDS} }}")
    kind = rng.choice(kinds)
    yield "of a kind", titles(f'{{ notes(first: 9, kind: "{kind}") {FIELDS} }}')


FIELDS = "{ id title kind }"
