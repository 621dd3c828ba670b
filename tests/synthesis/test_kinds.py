"""Names of paths and members stand for kinds of things."""

import pytest

from mockforge.synthesis.kinds import kind_of, nature_of


@pytest.mark.parametrize(
    ("name", "kind", "nature"),
    [
        ("users", "user", "person"),
        ("lineItems", "line_item", "goods"),
        ("blog_posts", "post", ""),
        ("Vendors", "vendor", "company"),
        ("purchases", "order", ""),
        ("zebras", "", ""),
        ("", "", ""),
    ],
)
def test_a_name_stands_for_a_kind(name, kind, nature):
    assert (kind_of(name), nature_of(kind_of(name))) == (kind, nature)
