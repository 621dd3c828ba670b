import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.bodies import xml

TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=6
)
NAMES = st.text("abc", min_size=1, max_size=2)


def elements(inner):
    return st.dictionaries(NAMES, st.lists(inner, min_size=1, max_size=3), min_size=1)


VALUES = st.recursive(TEXTS.map(lambda text: text.strip()), elements, max_leaves=8)


@given(NAMES, VALUES)
def test_what_is_written_is_read_again(name, value):
    _, found, _ = xml.read(xml.write({name: value}), 100)

    assert found == {name: value}


@pytest.mark.parametrize(
    "text",
    ["", "a", "<a>", "</a>", "<a></b>", "<a/><b/>", "<a/>x", "<a><b></a></b>", "<"],
)
def test_what_is_not_well_formed_is_refused(text):
    with pytest.raises(ValueError, match=r"."):
        xml.read(text, 100)


def test_nesting_is_bounded():
    with pytest.raises(ValueError, match="too deep"):
        xml.read("<a>" * 11 + "</a>" * 11, 10)
