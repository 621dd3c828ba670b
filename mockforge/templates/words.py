"""The words of templates: what `{{...}}` may say, and what it stands for."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from difflib import get_close_matches

from mockforge.options import Json
from mockforge.templates import drawing
from mockforge.templates.moments import Moment, Months, offset, written
from mockforge.templates.running import Run, item
from mockforge.templates.vocabulary import WORDS, Word, word

__all__ = ["ELSEWHERE", "ROOMS", "WORDS", "Word", "drawing", "inside", "meant"]


@word("{{now+1h}}", "time", "now")
def _now(run: Run, format: str = "", offset: Json = "") -> Json:
    """The time of the answer, in ISO 8601: `2023-08-15T10:30:00Z`.

    It can be moved by `ms`, `s`, `m`, `h`, `d`, `w`, `month` and `year`, and written
    in a format: `{{now('yyyy-MM-dd')}}`, `{{now.unix}}`.
    """
    return _when(run.now, format, offset)


@word("{{today}}", "time", "today")
def _today(run: Run, format: str = "date", offset: Json = "") -> Json:
    """The date of the answer: `2023-08-15`."""
    return _when(run.now, format, offset)


@word("{{timestamp}}", "time", "timestamp")
def _timestamp(run: Run) -> Json:
    """The time of the answer in whole seconds since 1970."""
    return written(run.now, "unix")


@word("{{timestamp_ms}}", "time", "timestamp_ms")
def _timestamp_ms(run: Run) -> Json:
    """The time of the answer in milliseconds since 1970."""
    return written(run.now, "unix_ms")


def _when(at: Moment, form: str, by: Json) -> Json:
    moved = offset(at, by) if by or isinstance(by, Months) else at
    return written(moved, form) if form else moved


def _person(name: str) -> Callable[[Run], Json]:
    def call(run: Run) -> Json:
        known = item(run.scope.persona, name)
        return known if isinstance(known, str) else run.someone[name]

    return call


for _name, _example in {
    "name": "A name; the words for people in one answer are about the same person, "
    "and each object of a list, and turn of a loop, has its own. Of the persona, where "
    "there is one.",
    "first_name": "Its first part.",
    "last_name": "Its last part.",
    "email": "The e-mail address, made of the name.",
    "username": "A name to log in with, made of the name.",
    "phone": "A telephone number that nobody has.",
    "company": "A company.",
    "job": "A profession.",
    "street": "A street with a number.",
    "city": "A city.",
    "country": "A country.",
}.items():
    WORDS[_name] = Word(
        _name, f"{{{{{_name}}}}}", _example, "chance persona", _person(_name)
    )


@word("{{params.id}}", "request", "params", is_open=True)
def _params(run: Run) -> Json:
    """The parameters of the path: `id` for `/orders/:id`. Texts."""
    return run.scope.params


@word("{{query.page}}", "request", "query", is_open=True)
def _query(run: Run) -> Json:
    """The query. Texts; a list where a name is there more than once."""
    return run.scope.query


@word("{{headers.X-Request-Id}}", "request", "headers", is_open=True)
def _headers(run: Run) -> Json:
    """The headers of the request, in whatever case."""
    return run.headers


@word("{{body.items[0].name}}", "request", "body", is_open=True)
def _body(run: Run) -> Json:
    """The body of the request, by keys and places in lists."""
    return run.scope.body


@word("{{cookies.theme}}", "request", "cookies", is_open=True)
def _cookies(run: Run) -> Json:
    """The cookies of the request."""
    given = run.headers.get("cookie", "")
    given = "; ".join(map(str, given)) if isinstance(given, list) else str(given)
    pairs = (part.partition("=") for part in given.split(";") if "=" in part)
    return {name.strip(): value.strip().strip('"') for name, _, value in pairs}


@word("{{method}}", "request", "method", "request.method")
def _method(run: Run) -> Json:
    """The method of the request."""
    return run.scope.method


@word("{{path}}", "request", "path", "request.path")
def _path(run: Run) -> Json:
    """The path of the request."""
    return run.scope.path


@word("{{request.segments[1]}}", "request", "request.segments", is_open=True)
def _segments(run: Run) -> Json:
    """The parts of the path between its slashes, from 0."""
    return [part for part in run.scope.path.split("/") if part]


@word("{{session.username}}", "session", "session", is_open=True)
def _session(run: Run) -> Json:
    """What the session sent before, its `id`, `count`, and the `state` of the path."""
    return run.scope.session


@word("{{persona.related.orders}}", "persona chance", "persona", is_open=True)
def _persona(run: Run) -> Json:
    """Whom the answer is about, and what is related; else the person of the answer."""
    return run.someone if run.scope.persona is None else run.scope.persona


for _name in ("params", "query", "headers", "body", "cookies"):
    WORDS[f"request.{_name}"] = Word(
        f"request.{_name}",
        WORDS[_name].example.replace("{{", "{{request."),
        WORDS[_name].about,
        "request",
        WORDS[_name].call,
        is_open=True,
    )

ROOMS = frozenset(name.partition(".")[0] for name in WORDS if "." in name) | {"faker"}
"""The words that are nothing without what follows the dot: `rand`, `faker`."""

ELSEWHERE: dict[str, str] = {
    "randomvalue": "rand.string 10",
    "randomint": "rand.int 1 100",
    "randomdecimal": "rand.float 1 100",
    "pickrandom": "rand.choice 'a' 'b'",
    "oneof": "rand.choice 'a' 'b'",
    "int": "rand.int 1 100",
    "float": "rand.float 1 100",
    "boolean": "rand.bool",
    "guid": "uuid",
    "objectid": "rand.hex 24",
    "queryparam": "query.page",
    "queryparamraw": "query.page",
    "urlparam": "params.id",
    "pathparam": "params.id",
    "header": "headers.X-Request-Id",
    "cookie": "cookies.name",
    "jsonpath": "body.items[0].name",
    "bodyraw": "body",
    "baseurl": "headers.host",
    "url": "path",
    "date": "now('yyyy-MM-dd')",
    "datetime": "now",
    "time": "now.time",
    "random": "rand.int 1 100",
    "fake": "faker.name",
    "state": "session",
    "param": "params.id",
    "namefirst": "first_name",
    "namelast": "last_name",
    "env": "a value of the config: ${NAME} outside of the braces",
    "file": "the text itself: templates read no files",
}
"""What other programs call it, to what it is here."""


def meant(name: str, known: Collection[str], *, is_word: bool = False) -> str | None:
    """Return what was meant by a name that is none of the known ones."""
    plain = re.sub(r"[^a-z]", "", name.lower())
    if is_word and plain in ELSEWHERE:
        return f"write {ELSEWHERE[plain]}"
    near = get_close_matches(name, sorted(known), n=1, cutoff=0.6)
    if not near:
        last = {each.rpartition(".")[2]: each for each in sorted(known)}
        found = get_close_matches(name.rpartition(".")[2], list(last), n=1, cutoff=0.7)
        near = [last[each] for each in found]
    return f"did you mean {near[0]!r}?" if near else None


def inside(room: str) -> str:
    """Return what may be written in place of a word that says nothing alone."""
    words = sorted(name for name in WORDS if name.startswith(f"{room}."))
    return f"write {words[0] if words else 'faker.name'}"
