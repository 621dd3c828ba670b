"""The words of templates: what `{{...}}` may say, and what it stands for."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from http.cookies import CookieError, SimpleCookie
from typing import Any

from mockforge.arithmetic import Unfit, is_number
from mockforge.options import Json
from mockforge.templates import people
from mockforge.templates.moments import Moment, Months, offset, written
from mockforge.templates.running import MISSING, Run, item

LONGEST = 10_000
"""Of a range, and of a text that is drawn."""


@dataclass(frozen=True)
class Word:
    """Something that a template may say."""

    name: str
    example: str
    about: str
    reads: str
    """What it depends on: time, chance, request, session, persona, names or nothing."""
    call: Callable[..., Json]
    """Takes the run, and what is written after the word."""
    is_open: bool = False
    """Whether anything may follow after a dot."""

    @cached_property
    def signature(self) -> inspect.Signature:
        """What may be written after the word."""
        signature = inspect.signature(self.call)
        return signature.replace(parameters=list(signature.parameters.values())[1:])

    @cached_property
    def is_needy(self) -> bool:
        """Whether it is nothing without arguments."""
        kinds = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)
        return any(
            parameter.default is inspect.Parameter.empty and parameter.kind not in kinds
            for parameter in self.signature.parameters.values()
        )


WORDS: dict[str, Word] = {}
"""Every word by its name, `rand.int` too; those of Faker are in `faking`."""


def word(
    example: str, reads: str, *names: str, is_open: bool = False
) -> Callable[[Callable[..., Json]], Callable[..., Json]]:
    """Make a function a word by each of *names*; its docstring says what it is."""

    def made(call: Callable[..., Json]) -> Callable[..., Json]:
        about = inspect.cleandoc(call.__doc__ or "")
        for name in names:
            shown = example if name == names[0] else example.replace(names[0], name, 1)
            WORDS[name] = Word(name, shown, about, reads, call, is_open)
        return call

    return made


@word("{{uuid}}", "chance", "uuid", "rand.uuid")
def _uuid(run: Run) -> Json:
    """A random UUID; a new one each time."""
    bits = run.scope.rng.getrandbits(128)
    bits = bits & ~(0xF << 76) | 4 << 76
    text = f"{bits & ~(3 << 62) | 2 << 62:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


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


@word("{{random_number 50 500}}", "chance", "random_number", "rand.number")
def _random_number(run: Run, low: Json = 0, high: Json = 1000) -> Json:
    """A number from the one to the other, both included.

    An integer; with a fraction where one of them has one.
    """
    if isinstance(low, int) and isinstance(high, int):
        return _int(run, low, high)
    digits = max(len(str(end).partition(".")[2]) for end in (low, high))
    return _float(run, low, high, digits)


@word("{{rand.int 1 6}}", "chance", "rand.int", "random_int")
def _int(run: Run, low: Json = 0, high: Json = 1000) -> Json:
    """An integer from the one to the other, both included."""
    for end in (low, high):
        if not isinstance(end, int) or not is_number(end) or end.bit_length() > 256:
            raise Unfit(f"{end!r} is no integer")
    if low > high:
        raise Unfit(f"{low!r} is more than {high!r}")
    return run.scope.rng.randint(low, high)


@word("{{rand.float 0.5 9.5}}", "chance", "rand.float", "random_float")
def _float(run: Run, low: Json = 0, high: Json = 1, digits: Json = 2) -> Json:
    """A number with a fraction from the one to the other; `digits` says how fine."""
    for end in (low, high):
        if not is_number(end) or abs(end) > 1e15:
            raise Unfit(f"{end!r} is no number")
    if low > high:
        raise Unfit(f"{low!r} is more than {high!r}")
    if not isinstance(digits, int) or not 0 <= digits <= 15:
        raise Unfit(f"{digits!r} is no number of digits")
    drawn = round(run.scope.rng.uniform(low, high), digits)
    return min(max(drawn, float(low)), float(high))


@word("{{rand.choice 'a' 'b'}}", "chance", "rand.choice", "random_choice")
def _choice(run: Run, *items: Json) -> Json:
    """One of these, or of a list."""
    if len(items) == 1 and isinstance(items[0], list):
        items = tuple(items[0])
    return run.scope.rng.choice(items) if items else MISSING


@word("{{rand.sample body.tags 2}}", "chance", "rand.sample")
def _sample(run: Run, items: Json, count: Json = 1) -> Json:
    """So many of a list, each at most once."""
    if not isinstance(items, list) or not isinstance(count, int):
        raise Unfit(f"{items!r} is no list")
    run.spend(len(items) // 16)
    return run.scope.rng.sample(items, max(0, min(count, len(items))))


@word("{{rand.bool 0.3}}", "chance", "rand.bool", "random_bool")
def _bool(run: Run, share: Json = 0.5) -> Json:
    """True with this probability, else false."""
    if not is_number(share) or not 0 <= share <= 1:
        raise Unfit(f"{share!r} is no probability from 0 to 1")
    return run.scope.rng.random() < share


@word("{{rand.gauss 20 2.5}}", "chance", "rand.gauss")
def _gauss(run: Run, mean: Json = 0, spread: Json = 1, digits: Json = 2) -> Json:
    """A number from a normal distribution."""
    if not (is_number(mean) and is_number(spread) and isinstance(digits, int)):
        raise Unfit(f"{mean!r} and {spread!r} are no numbers")
    if max(abs(mean), abs(spread)) > 1e15 or not 0 <= digits <= 15:
        raise Unfit(f"{mean!r}, {spread!r} or {digits!r} is too much")
    return round(run.scope.rng.gauss(mean, spread), digits)


_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"


@word("{{rand.string 12}}", "chance", "rand.string", "random_string")
def _string(run: Run, length: Json = 10) -> Json:
    """So many letters and digits."""
    return _drawn(run, _LETTERS + "0123456789", length)


@word("{{rand.letters 8}}", "chance", "rand.letters")
def _letters(run: Run, length: Json = 10) -> Json:
    """So many letters."""
    return _drawn(run, _LETTERS, length)


@word("{{rand.digits 6}}", "chance", "rand.digits")
def _digits(run: Run, length: Json = 6) -> Json:
    """So many digits, as a text."""
    return _drawn(run, "0123456789", length)


@word("{{rand.hex 16}}", "chance", "rand.hex", "random_hex")
def _hex(run: Run, length: Json = 16) -> Json:
    """So many hexadecimal digits."""
    return _drawn(run, "0123456789abcdef", length)


def _drawn(run: Run, letters: str, length: Json) -> str:
    if not isinstance(length, int) or not 0 <= length <= LONGEST:
        raise Unfit(f"{length!r} is no length up to {LONGEST}")
    run.spend(length // 16)
    return "".join(run.scope.rng.choices(letters, k=length))


@word("{% for i in range(3) %}", "nothing", "range")
def _range(run: Run, start: Json, stop: Json = None, step: Json = 1) -> Json:
    """The integers from 0, or the first, up to and without the last."""
    if stop is None:
        start, stop = 0, start
    for end in (start, stop, step):
        if not isinstance(end, int) or not is_number(end):
            raise Unfit(f"{end!r} is no integer")
    if not step:
        raise Unfit("a range has a step")
    if len(made := range(start, stop, step)) > LONGEST:
        raise Unfit(f"a range has at most {LONGEST} integers")
    run.spend(len(made) // 16)
    return list(made)


def _person(name: str) -> Callable[[Run], Json]:
    def call(run: Run) -> Json:
        known = item(run.scope.persona, name)
        return known if isinstance(known, str) else run.someone[name]

    return call


for _name, _example in {
    "name": "A name; the words for people in one answer are about the same person, "
    "and each object of a list has its own. Of the persona, where there is one.",
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
assert people.WORDS.keys() <= WORDS.keys()


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
    try:
        return {name: held.value for name, held in SimpleCookie(given).items()}
    except CookieError:
        return {}


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


@word("{{session.user.name}}", "session", "session", is_open=True)
def _session(run: Run) -> Json:
    """What is kept for the client's session."""
    return run.scope.session


@word("{{persona.related.orders}}", "persona", "persona", is_open=True)
def _persona(run: Run) -> Json:
    """Whom the answer is about, and what is related."""
    return run.scope.persona


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


def is_any(value: Any) -> bool:
    """Tell whether a value is there."""
    return value is not MISSING and value is not None
