"""Servers whose lists come in pages, and what clients ask of them.

Each maker of a server gives an empty one; each journey yields what a client sees. The
first journey of a number is short, as recordings are: of some things there is only one.
"""

import hashlib
import json
import re
from random import Random
from urllib.parse import parse_qsl, quote

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
