from mockforge.http import Origin
from mockforge.store.indexed import FIELDS, Indexed, indexed


def row(number, **values):
    fields = {
        "id": number,
        "key": b"k",
        "session": "auth:\\x00",
        "scheme": "http",
        "authority": "a",
        "method": "GET",
        "target": "/caf\\xe9",
        "started": 1.0,
        "failure": None,
        "kind": "http",
    }
    return tuple((fields | values)[name] for name in FIELDS)


def test_rows_become_entries_in_order_of_start():
    rows = [row(1, started=2.0), row(2, failure="refused"), row(3)]

    found = indexed(rows)

    assert [one.id for one in found] == [2, 3, 1]
    assert [one.failed for one in found] == [True, False, False]
    assert found[0] == Indexed(
        2, b"k", "auth:\0", Origin("http", "a"), "GET", "/café", 1.0, True, "http"
    )


def test_what_is_the_same_is_held_once():
    first, second = indexed([row(1), row(2)])

    assert first.session is second.session
    assert first.origin is second.origin
