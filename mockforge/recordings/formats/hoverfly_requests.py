"""The request side of a Hoverfly pair, where it stands for one request alone."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from mockforge.http import Headers, Request
from mockforge.options import Json
from mockforge.recordings.formats import framing, urls
from mockforge.recordings.formats.contents import Unreadable
from mockforge.recordings.formats.notes import Notes
from mockforge.recordings.formats.shape import Fields, shown

# v5 says `matcher: exact`, v2 to v4 `exactMatch`. Equal JSON and XML are told by our
# own matching, which does not look at their layout either.
_EXACT = frozenset(["", "exact", "json", "xml"])
_EXACT_FIELDS = {"exactMatch": "exact", "jsonMatch": "json", "xmlMatch": "xml"}
_PATTERNS = (
    *("headersWithMatchers", "queriesWithMatchers", "headerMatchers", "queryMatchers"),
)


class Unmatched(Exception):
    """A pair cannot be an exchange; the text says why."""


def request(asked: Fields, notes: Notes, place: str) -> Request:
    """Return the one request that *asked* stands for.

    Raises:
        Unmatched: If it stands for several.
        Unreadable: If it is no request.
    """
    _refuse(asked)
    headers = _headers(asked)
    scheme = _literal(asked, "scheme") or "http"
    host = _literal(asked, "destination")
    path = _literal(asked, "path")
    method = _literal(asked, "method")
    missing = [
        f"{name} ({taken})"
        for name, value, taken in (
            ("method", method, "GET"),
            ("path", path, "/"),
            ("destination", host, "localhost"),
        )
        if not value
    ]
    if missing:
        notes.add(f"any request fits its {', '.join(missing)}; one is taken", place)
    rooted = "/" + (path or "/").removeprefix("/")
    scheme, authority, target = urls.split(
        f"{scheme}://{host or 'localhost'}{rooted}{_query(asked)}"
    )
    return Request(
        method=(method or "GET").upper(),
        scheme=scheme,
        authority=authority,
        target=target,
        headers=headers,
        body=(_literal(asked, "body") or "").encode("utf-8", "surrogatepass"),
    )


def is_sequence(states: Json) -> bool:
    """Whether *states* only number the answers of a sequence."""
    names = states if isinstance(states, (dict, list)) else [states]
    return all(str(name).startswith("sequence:") for name in names)


def _refuse(asked: Fields) -> None:
    if asked.text("requestType", "recording") == "template":
        raise Unmatched(f"{asked.path} is a template and stands for many requests")
    states = asked.value.get("requiresState")
    if states and not is_sequence(states):
        raise Unmatched(f"{asked.path} is for a state ({', '.join(map(str, states))})")
    for name in _PATTERNS:
        kept = asked.value.get(name) or {}
        for field, matchers in Fields(kept, asked.at(name)).value.items():
            _one(matchers, f"{asked.at(name)}.{field}")


def _literal(asked: Fields, name: str) -> str | None:
    """Return the one text the field *name* matches; None if it matches any."""
    return _one(asked.value.get(name), asked.at(name))


def _one(value: Json, path: str) -> str | None:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, list):
        if len(value) > 1 and not all(isinstance(item, str) for item in value):
            raise Unmatched(f"{path} has {len(value)} matchers")
        return _one(value[0], path) if value else None
    if not isinstance(value, dict):
        raise Unreadable(f"{path} is {shown(value)}, not a matcher")
    kind, text = _matcher(value)
    if kind not in _EXACT or value.get("config") or value.get("doMatch"):
        raise Unmatched(f"{path} matches by {kind or 'a chain'}: {str(text)[:60]!r}")
    if not isinstance(text, str):
        raise Unreadable(f"{path}.value is {shown(text)}, not text")
    return text


def _matcher(value: dict[str, Json]) -> tuple[str, Json]:
    if "matcher" in value or "value" in value:
        return str(value.get("matcher") or "exact").lower(), value.get("value")
    given = {name: text for name, text in value.items() if text is not None}
    if len(given) != 1:
        return "several matchers", ", ".join(given)
    ((name, text),) = given.items()
    return _EXACT_FIELDS.get(name, name.removesuffix("Match")), text


def _headers(asked: Fields) -> Headers:
    found = []
    for name in ("headers", "headersWithMatchers"):
        kept = asked.value.get(name)
        if kept is None:
            continue
        fields = Fields(kept, asked.at(name))
        for field, matchers in fields.value.items():
            for text in _texts(matchers, fields.at(field)):
                found.append(framing.field(field, text))
    return tuple(found)


def _query(asked: Fields) -> str:
    """Return the query with its question mark, from either of its forms."""
    for name in ("query", "queriesWithMatchers", "deprecatedQuery"):
        value = asked.value.get(name)
        if not value:
            continue
        if isinstance(value, dict) and not _is_matcher(value):
            pairs = [
                (field, text)
                for field, matchers in value.items()
                for text in _texts(matchers, f"{asked.at(name)}.{field}")
            ]
            return "?" + urlencode(pairs, quote_via=quote) if pairs else ""
        text = _one(value, asked.at(name))
        return f"?{text}" if text else ""
    return ""


def _is_matcher(value: dict[str, Json]) -> bool:
    return "matcher" in value or any(name.endswith("Match") for name in value)


def _texts(matchers: Json, path: str) -> list[str]:
    """Return the values of a header or query field; v4 joins several by `;`."""
    if isinstance(matchers, list) and all(isinstance(item, str) for item in matchers):
        return list(matchers)
    text = _one(matchers, path)
    return [] if text is None else [text]
