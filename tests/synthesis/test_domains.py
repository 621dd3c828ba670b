"""Laws of the domain that a request is of."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.synthesis.domains import domain_of
from mockforge.synthesis.lexicons import GENERIC, LEXICONS

WORDS = sorted({word for one in LEXICONS for word in one.signs.split()})


@pytest.mark.parametrize(
    ("kind", "said", "path", "members", "domain"),
    [
        ("vessel", (), ("vessels",), (), "maritime"),
        ("", ("a", "court"), ("hearings",), ("judge", "plaintiff"), "legal"),
        ("review", (), ("reviews",), ("hotel", "stars"), "travel"),
        ("product", (), (), (), "ecommerce"),
        ("", (), ("flumphs",), (), "generic"),
    ],
)
def test_the_words_tell_the_domain(kind, said, path, members, domain):
    assert domain_of(kind, said, path, members).name == domain


@settings(max_examples=50)
@given(st.lists(st.sampled_from(WORDS), max_size=8, unique=True))
def test_it_has_one_of_the_words_and_their_order_does_not_matter(words):
    found = domain_of("", words, (), ())

    assert found is GENERIC if not words else {*words} & {*found.signs.split()}
    assert found is domain_of("", reversed(words), (), ())
