"""Schemas that are made up by chance, with most of what JSON Schema has."""

from random import Random

_NAMES = """
id name email phone city country status price total quantity createdAt updated_at
firstName last_name tags items notes description url currency min_age max_age
is_active address customer rating count start_date end_date zip metadata x y1 zz
"""
NAMES = _NAMES.split()
_FORMATS = """
date-time date time duration uuid email hostname uri uri-reference ipv4 ipv6
json-pointer regex iri idn-email uri-template relative-json-pointer int32
"""
FORMATS = _FORMATS.split()
PATTERNS = (
    r"^[A-Z]{3}-\d{4}$",
    r"^(red|green|blue)$",
    r"^\+?[1-9]\d{6,14}$",
    r"^[a-z0-9]+(?:-[a-z0-9]+)*$",
    r"^(?=.*[A-Z])(?=.*\d)[A-Za-z\d]{8,}$",
    r"\d{3}",
    r"^[^@\s]+@[^@\s]+\.[a-z]{2,}$",
    r"^#[0-9a-fA-F]{6}$",
    r"^(?:[01]\d|2[0-3]):[0-5]\d$",
    r"^v\d+\.\d+\.\d+(-(alpha|beta)\.\d+)?$",
    r"^\p{Lu}\p{Ll}+$",
    "^x-",
)
PLAIN = ("string", "integer", "number", "boolean")


def schema_of(rng: Random) -> dict:
    """Return a schema; it may contradict itself."""
    making = _Making(rng)
    made = making.some(0)
    return {**made, "$defs": making.definitions} if making.definitions else made


class _Making:
    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.definitions: dict = {}

    def some(self, depth: int) -> dict:
        kinds = [self.text, self.number, self.choice, self.plain]
        if depth < 4:
            kinds += [self.object, self.array] * (3 if depth < 2 else 1)
            kinds += [self.several, self.reference, self.bounded]
        if depth == 0:
            kinds = [self.object, self.object, self.array, self.several, self.bounded]
        return self.rng.choice(kinds)(depth)

    def plain(self, depth: int) -> dict:
        kind = self.rng.choice((*PLAIN, "null"))
        return self.rng.choice(
            [{"type": kind}, {"type": [self.rng.choice(PLAIN), "null"]}]
        )

    def text(self, depth: int) -> dict:
        form = self.rng.randrange(5)
        if form == 0:
            return {"type": "string", "format": self.rng.choice(FORMATS)}
        if form == 1:
            return {"type": "string", "pattern": self.rng.choice(PATTERNS)}
        if form == 2:
            least = self.rng.randint(0, 60)
            return {"type": "string", "minLength": least,
                    "maxLength": least + self.rng.randint(0, 30)}  # fmt: skip
        if form == 3:
            return {"type": "string", "nullable": True, "title": "T"}
        least = self.rng.randint(1, 25)
        return {"type": "string", "pattern": "^[a-z]+$", "minLength": least}

    def number(self, depth: int) -> dict:
        rng = self.rng
        kind = rng.choice(("integer", "number"))
        made: dict = {"type": kind}
        low = rng.randint(-1000, 1000) if kind == "integer" else rng.uniform(-9, 99)
        if rng.random() < 0.6:
            made[rng.choice(("minimum", "exclusiveMinimum"))] = low
        if rng.random() < 0.6:
            more = rng.choice((2, 7, 100, 10_000))
            made[rng.choice(("maximum", "exclusiveMaximum"))] = low + more
        if rng.random() < 0.1:
            made = {"type": kind, "minimum": 3, "exclusiveMinimum": True}
        if rng.random() < 0.3:
            made["multipleOf"] = rng.choice((1, 2, 5, 0.5, 0.25, 0.01, 0.1, 3))
        return made

    def choice(self, depth: int) -> dict:
        rng = self.rng
        values = ["a", "pending", "B c", 1, 2.5, True, None, [1], {"k": "v"}, "EUR"]
        if rng.random() < 0.3:
            return {"const": rng.choice(values)}
        return {"enum": rng.sample(values, rng.randint(1, 4))}

    def object(self, depth: int) -> dict:
        rng = self.rng
        names = rng.sample(NAMES, rng.randint(1, 7 if depth < 3 else 3))
        made: dict = {
            "type": "object",
            "properties": {name: self.some(depth + 1) for name in names},
        }
        if rng.random() < 0.8:
            made["required"] = rng.sample(names, rng.randint(0, len(names)))
        if rng.random() < 0.4:
            made["additionalProperties"] = rng.choice((False, False, {"type": "null"}))
        more = (self.least, self.depending, self.patterned, self.conditional)
        for one in more:
            if rng.random() < 0.15:
                one(made, names, depth)
        return made

    def least(self, made: dict, names: list, depth: int) -> None:
        made["minProperties"] = self.rng.randint(0, len(names))
        made["maxProperties"] = len(names) + self.rng.randint(0, 2)

    def depending(self, made: dict, names: list, depth: int) -> None:
        one, other = self.rng.choice(names), self.rng.choice(names)
        if self.rng.random() < 0.5:
            made["dependentRequired"] = {one: [other]}
        else:
            inner = {"properties": {"more": self.text(depth)}, "required": ["more"]}
            made["dependentSchemas"] = {one: inner}
            made.pop("additionalProperties", None)

    def patterned(self, made: dict, names: list, depth: int) -> None:
        made["patternProperties"] = {"^x-[a-z]+$": self.plain(depth), "_at$": {}}
        if self.rng.random() < 0.3:
            made["propertyNames"] = {"pattern": "^[a-zA-Z_0-9-]+$"}
            made["minProperties"] = len(names) + 1

    def conditional(self, made: dict, names: list, depth: int) -> None:
        made["properties"]["kind"] = {"type": "string", "enum": ["one", "two"]}
        name = self.rng.choice(names)
        made["if"] = {"properties": {"kind": {"const": "one"}}, "required": ["kind"]}
        made["then"] = {"required": [name]}
        made["else"] = {"properties": {"kind": {"const": "two"}}}

    def array(self, depth: int) -> dict:
        rng = self.rng
        made: dict = {"type": "array"}
        if rng.random() < 0.85:
            made["items"] = self.some(depth + 1)
        if rng.random() < 0.5:
            made["minItems"] = rng.randint(0, 4)
            made["maxItems"] = made["minItems"] + rng.randint(0, 4)
        if rng.random() < 0.15:
            made["prefixItems"] = [self.plain(depth), self.number(depth)]
            made["maxItems"] = max(made.get("maxItems", 2), 2)
        if rng.random() < 0.15:
            made = {"type": "array", "items": self.number(depth), "uniqueItems": True,
                    "minItems": rng.randint(0, 2)}  # fmt: skip
        if rng.random() < 0.1:
            made = {"type": "array", "items": {"type": "integer"},
                    "contains": {"minimum": 100}, "minContains": 2}  # fmt: skip
        return made

    def several(self, depth: int) -> dict:
        rng = self.rng
        form = rng.randrange(4)
        if form == 0:
            return {"anyOf": [self.some(depth + 1) for _ in range(rng.randint(1, 3))]}
        if form == 1:
            return {
                "oneOf": [
                    {"type": "object", "properties": {
                        "type": {"const": name}, name: self.some(depth + 1)},
                     "required": ["type", name]}
                    for name in rng.sample(NAMES, rng.randint(1, 3))
                ]
            }  # fmt: skip
        if form == 2:
            one, other = self.object(depth + 1), self.object(depth + 1)
            one.pop("additionalProperties", None)
            other.pop("additionalProperties", None)
            for name in one["properties"]:
                # Two of them seldom agree.
                other["properties"][name] = {}
            return {"allOf": [one, other]}
        return {"oneOf": [{"type": "string", "maxLength": 5},
                          {"type": "string", "minLength": 3},
                          {"type": "integer"}]}  # fmt: skip

    def bounded(self, depth: int) -> dict:
        form = self.rng.randrange(4)
        if form == 0:
            return {"type": "integer", "minimum": 0, "not": {"multipleOf": 3}}
        if form == 1:
            return {"type": "string", "not": {"enum": ["a", "b"]}, "minLength": 1}
        if form == 2:
            return {"type": "object", "properties": {"a": self.text(depth), "b": {}},
                    "not": {"required": ["a", "b"]}}  # fmt: skip
        return {"allOf": [{"type": "number", "minimum": 1},
                          {"maximum": 90, "multipleOf": 1.5}]}  # fmt: skip

    def reference(self, depth: int) -> dict:
        rng = self.rng
        if self.definitions and rng.random() < 0.5:
            return {"$ref": "#/$defs/" + rng.choice([*self.definitions])}
        name = f"d{len(self.definitions)}"
        self.definitions[name] = {}
        if rng.random() < 0.4:
            here = {"$ref": f"#/$defs/{name}"}
            self.definitions[name] = {
                "type": "object",
                "properties": {
                    "name": {"type": "string"},
                    "children": {"type": "array", "items": here},
                    "parent": {"anyOf": [{"type": "null"}, here]},
                },
                "required": rng.sample(["name", "children", "parent"], 2),
            }
        else:
            self.definitions[name] = self.some(depth + 1)
        return {"$ref": f"#/$defs/{name}"}
