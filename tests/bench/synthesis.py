"""Documents made up without a model: validity, time and the same bytes for a seed.

python tests/bench/synthesis.py [--schemas 2000]
"""

import argparse
import hashlib
import itertools
import json
import statistics
import sys
import time
from pathlib import Path

import jsonschema_rs

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from mockforge.chance import rng
from mockforge.errors import ConfigError
from mockforge.synthesis import Maker, Wanted
from tests.synthesis.schemas import schema_of

NOW = 1_763_700_000.0
TEXT, WHOLE, AMOUNT = {"type": "string"}, {"type": "integer"}, {"type": "number"}
CUSTOMER = {
    "id": TEXT,
    "first_name": TEXT,
    "last_name": TEXT,
    "email": {"type": "string", "format": "email"},
    "phone": TEXT,
    "company": TEXT,
    "job_title": TEXT,
    "street": TEXT,
    "city": TEXT,
    "postal_code": TEXT,
    "country": TEXT,
    "currency": TEXT,
    "tier": {"type": "string", "enum": ["bronze", "silver", "gold", "platinum"]},
    "account_value": AMOUNT,
    "orders_count": WHOLE,
    "is_active": {"type": "boolean"},
    "bio": TEXT,
    "notes": {"type": "string", "maxLength": 80},
    "created_at": {"type": "string", "format": "date-time"},
    "updated_at": {"type": "string", "format": "date-time"},
}
MILLISECONDS = 1000


def valid(schemas):
    """Generate schemas and a document for each; return counts and a digest."""
    counts = {"contradictory": 0, "none found": 0, "valid": 0, "not valid": 0}
    digest = hashlib.sha256()
    longest = 0.0
    for number in itertools.count():
        schema, seed = schema_of(rng(7, number)), rng(1, number)
        if counts["valid"] + counts["not valid"] == schemas:
            break
        try:
            maker = Maker(schema)
        except ConfigError as error:
            is_told = "nothing can be valid" in str(error)
            counts["contradictory" if is_told else "none found"] += 1
            continue
        begun = time.perf_counter()
        made = maker.made(Wanted(schema), seed, now=NOW)
        longest = max(longest, time.perf_counter() - begun)
        counts["valid" if is_valid(schema, maker.schema, made) else "not valid"] += 1
        digest.update(json.dumps(made).encode())
    return counts, digest.hexdigest()[:16], longest


def is_valid(schema, today, made):
    """Check against the schema as it was made, if no spelling of OpenAPI is in it."""
    text = json.dumps(schema)
    is_old = '"nullable"' in text or '"exclusiveMinimum": true' in text
    for one in (today,) if is_old else (today, schema):
        checks = jsonschema_rs.Draft202012Validator(
            one, validate_formats=True, offline=True
        )
        if not checks.is_valid(made):
            return False
    return True


def timed():
    """Return the median seconds of one object of 20 fields, and those of its maker."""
    schema = {"type": "object", "properties": CUSTOMER, "required": [*CUSTOMER]}
    begun = time.perf_counter()
    maker = Maker(schema)
    built = time.perf_counter() - begun
    wanted = Wanted(schema, prompt="customers of a shop", path="/customers")
    took = []
    for number in range(1000):
        draw = rng(3, number)
        begun = time.perf_counter()
        maker.made(wanted, draw, now=NOW)
        took.append(time.perf_counter() - begun)
    return statistics.median(took), sorted(took)[990], built


def main():
    """Print the figures; fail where a document is not valid."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--schemas", type=int, default=2000)
    options = parser.parse_args()
    counts, digest, longest = valid(options.schemas)
    print(f"python {sys.version.split()[0]}, {options.schemas} schemas: {counts}")
    print(f"digest {digest}, the slowest document {longest * MILLISECONDS:.0f} ms")
    median, late, built = timed()
    print(
        f"20 fields: median {median * MILLISECONDS:.2f} ms,"
        f" p99 {late * MILLISECONDS:.2f} ms,"
        f" its maker {built * MILLISECONDS:.1f} ms"
    )
    return 1 if counts["not valid"] else 0


if __name__ == "__main__":
    sys.exit(main())
