"""A request that templates are filled in from."""

from mockforge.chance import rng
from mockforge.templates import Scope, compile_template

NOW = 1_700_000_000.0  # 2023-11-14T22:13:20Z, a Tuesday


def scope(**changed):
    given = {
        "rng": rng(1, "a template"),
        "now": NOW,
        "method": "POST",
        "path": "/orders/42/lines",
        "params": {"id": "42"},
        "query": {"page": "2", "tag": ["a", "b"]},
        "headers": {"X-Request-Id": "r1", "Cookie": 'a=b; theme="dark"'},
        "body": {
            "user": {"name": "Ann", "age": 41, "vip": True},
            "items": [{"sku": "x", "price": 2}, {"sku": "y", "price": 3.5}],
            "none": None,
            "said": "{{uuid}} {% if %}",
        },
        "session": {"cart": [1, 2, 3]},
    }
    return Scope(**{**given, **changed})


def rendered(value, **changed):
    return compile_template(value, where="conf.yaml:1:1: body").render(scope(**changed))
