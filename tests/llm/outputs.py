"""What models write in place of the JSON that was asked for."""

import json
from typing import Any

CUSTOMER: dict[str, Any] = {
    "type": "object",
    "properties": {
        "id": {"type": "integer"},
        "name": {"type": "string"},
        "email": {"type": "string", "format": "email"},
        "tier": {"type": "string", "enum": ["bronze", "silver", "gold"]},
        "active": {"type": "boolean"},
        "balance": {"type": "number"},
        "tags": {"type": "array", "items": {"type": "string"}},
        "address": {
            "type": "object",
            "properties": {"city": {"type": "string"}, "zip": {"type": "string"}},
            "required": ["city"],
        },
    },
    "required": ["id", "name", "tier", "active"],
}

DOCUMENTS = [
    {
        "id": 4711, "name": "Sarah Chen", "email": "sarah.chen@techcorp.com",
        "tier": "gold", "active": True, "balance": 45230.5, "tags": ["b2b", "eu"],
        "address": {"city": "Köln", "zip": "50667"},
    },
    {"id": 1, "name": "O'Brien \"Bob\" {jr}", "tier": "bronze", "active": False},
    {
        "id": 90210, "name": "Zoë [test] — a, b: c", "tier": "silver", "active": True,
        "tags": [], "balance": -0.01,
    },
    {
        "id": 3, "name": "```Fence``` & <data>", "tier": "gold", "active": False,
        "address": {"city": "São Paulo"}, "tags": ["x, y", "{z}"],
    },
]  # fmt: skip


def compact(value):
    return json.dumps(value, ensure_ascii=False)


def pretty(value):
    return json.dumps(value, indent=2, ensure_ascii=False)


def _python(value):
    return repr(value)


def _unquoted_keys(value):
    text = compact(value)
    for name in value:
        text = text.replace(f'"{name}": ', f"{name}: ", 1)
    return text


def _trailing(value):
    return pretty(value)[:-2] + ",\n}"


def _comments(value):
    lines = pretty(value).split("\n")
    return "\n".join([lines[0], "  // the customer", *lines[1:]])


def _texts(value):
    """Every number and truth value is a text."""
    told = dict(value)
    for name in ("id", "balance"):
        if name in told:
            told[name] = str(told[name])
    told["active"] = str(told["active"]).lower()
    return compact(told)


def _unclosed(value):
    return pretty(value)[:-2]


# Name, and what is made of a document; the document is to come out of each.
RIGHT = {
    "as asked": compact,
    "pretty": pretty,
    "with a BOM": lambda v: "\ufeff" + compact(v),
    "blank lines": lambda v: f"\n\n{pretty(v)}\n\n",
    "escaped": json.dumps,
    "fenced json": lambda v: f"```json\n{pretty(v)}\n```",
    "fenced": lambda v: f"```\n{pretty(v)}\n```",
    "fenced JSON5": lambda v: f"```json5\n{compact(v)}\n```",
    "fenced with tildes": lambda v: f"~~~json\n{compact(v)}\n~~~",
    "fenced on one line": lambda v: f"```json {compact(v)} ```",
    "fenced with prose": lambda v: (
        f"Here is the customer you asked for:\n\n```json\n{pretty(v)}\n```\n\n"
        "Let me know if you need anything else!"
    ),
    "fence not closed": lambda v: f"```json\n{pretty(v)}",
    "fence not opened": lambda v: f"{pretty(v)}\n```",
    "two fences": lambda v: (
        f"Install it:\n```bash\nnpm i {{x}}\n```\nthen\n```json\n{pretty(v)}\n```"
    ),
    "Windows lines": lambda v: f"```json\r\n{pretty(v)}\r\n```\r\n",
    "prose before": lambda v: f"Sure! Here's a realistic customer: {compact(v)}",
    "prose after": lambda v: f"{compact(v)}\n\nI chose values that are plausible.",
    "prose around": lambda v: f"Answer: {compact(v)}. Hope this helps :)",
    "braces in prose": lambda v: f"As {{you}} asked for [it]: {compact(v)} {{end}}",
    "thought before": lambda v: (
        f'<think>maybe {{"id": 1}} or {compact(v)[:9]}</think>\n{compact(v)}'
    ),
    "an object before": lambda v: f'{{"note": "draft"}}\n{compact(v)}',
    "an object after": lambda v: f'{compact(v)}\n{{"usage": {{"tokens": 7}}}}',
    "a list of one": lambda v: f"[{compact(v)}]",
    "a list of two": lambda v: f"[{compact(v)}, {compact({**v, 'id': 5})}]",
    "wrapped": lambda v: compact({"customer": v}),
    "wrapped in a list": lambda v: compact({"data": [v]}),
    "a text of JSON": lambda v: json.dumps(json.dumps(v)),
    "trailing comma": _trailing,
    "comments": _comments,
    "keys without quotes": _unquoted_keys,
    "Python": _python,
    "not closed": _unclosed,
    "texts for numbers": _texts,
    "tier in capitals": lambda v: compact({**v, "tier": v["tier"].upper()}),
    "an extra member": lambda v: compact(v),
    "a null to leave out": lambda v: (
        compact({**v, "balance": None}) if "balance" not in v else compact(v)
    ),
    "a member without end": lambda v: pretty(v)[:-2] + ',\n  "no',
    "missing commas": lambda v: pretty(v).replace(",\n  ", "\n  "),
}

# Nothing of use is in these: whoever asks falls back.
NOTHING = [
    "", " ", "\n\n", "null", "true", "42", '"Sarah Chen"', "[]", "{}", "[[]]", "[1, 2]",
    "I'm sorry, but I can't help with that.",
    "As an AI language model, I cannot generate customer data.",
    "Sure! Here's the customer:", "```json\n```", "```json\n\n", "{", "[", "}{", "{]",
    "{{{{{{{{{{", "[" * 5000, "{" * 5000, '{"a":' * 3000, "}" * 100,
    "<customer><name>Sarah</name></customer>", "id,name,tier\n1,Sarah,gold",
    "NaN", "Infinity", "-", "undefined", "None", "\x00\x01\x02", "\ufeff", "\ud800",
    "{name} is a {tier} customer of {company}.", "function f() { return 1; }",
    '{"error": "rate limited"}', '{"message": "I cannot"}', '{"type": "object"}',
    '[{"foo": 1}, {"bar": 2}]', "..." * 1000, "🙂" * 50, "{'", '{"', '{"id"', "``````",
]  # fmt: skip

# Something is missing or wrong that nobody can guess: what is right of it is of use.
PARTS = [
    ('{"id": 5, "name": "Ann", "tier": "go', {"id": 5, "name": "Ann"}),
    ('{"id": 5, "name": "Ann", "tier": "gold"}', {"id": 5, "name": "Ann"}),
    ('{"id": 5, "name": "Ann", "tier": "diamond", "active": true}', {"id": 5}),
    ('{"id": "C-5", "name": "Ann", "tier": "gold", "active": true}', {"name": "Ann"}),
    ('{"id": null, "name": "Ann", "tier": "gold", "active": true}', {"name": "Ann"}),
    ('{"id": 5, "name": ["a", "b"], "tier": "gold", "active": 1}', {"id": 5}),
    ('{"id": 5.5, "name": "Ann", "tier": "gold", "active": true}', {"tier": "gold"}),
    ('{"id": 1e999, "name": "Ann", "tier": "gold", "active": true}', {"name": "Ann"}),
    ('{"id": 5, "name": "Ann", "email": "none"}', {"name": "Ann"}),
    ('```json\n{"id": 5,\n "name": "An', {"id": 5}),
    ('{"customer": {"id": 5, "name": "Ann"}}', {"id": 5, "name": "Ann"}),
]
