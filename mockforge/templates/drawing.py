"""The words of chance: `{{uuid}}`, `{{rand.int 1 6}}`, `{{random_number 50 500}}`."""

from __future__ import annotations

from mockforge.arithmetic import Unfit, is_number
from mockforge.options import Json
from mockforge.templates.running import MISSING, Run
from mockforge.templates.vocabulary import word

LONGEST = 10_000
"""Of a range, and of a text that is drawn."""


@word("{{uuid}}", "chance", "uuid", "rand.uuid")
def _uuid(run: Run) -> Json:
    """A random UUID; a new one each time."""
    bits = run.scope.rng.getrandbits(128)
    bits = bits & ~(0xF << 76) | 4 << 76
    text = f"{bits & ~(3 << 62) | 2 << 62:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


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
