"""Web links: other pages are led to as the recorded ones were."""

from urllib.parse import parse_qsl, quote_plus

from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.learning.resources.weblinks import Paged, Stretch, links_for

STYLES = st.fixed_dictionaries(
    {
        "place": st.sampled_from(["page", "page0", "offset", "after"]),
        "size": st.sampled_from(["limit", "n", "per_page"]),
        "relations": st.sampled_from(
            [("next",), ("first", "prev", "next", "last"), ("prev", "next")]
        ),
        "is_place_first": st.booleans(),
        "host": st.sampled_from(["", "http://api.test"]),
        "edges": st.sampled_from(["always", "elsewhere"]),
    }
)


def served(style, target, names):
    """Return the page that a server of *style* gives of *names*."""
    path, _, query = target.partition("?")
    sent = dict(parse_qsl(query))
    size = int(sent[style["size"]])
    place = style["place"].rstrip("0")
    first = 0 if style["place"] == "page0" else 1
    told = sent.get(place)
    if told is None:
        begin = 0
    elif place == "page":
        begin = (int(told) - first) * size
    else:
        begin = int(told) if place == "offset" else names.index(told) + 1
    here = names[begin : begin + size]
    left = max(0, len(names) - begin - size)

    def at(start):
        pages = {"page": start // size + first, "offset": start}
        value = pages.get(place, names[start - 1])
        pairs = [(place, str(value)), (style["size"], str(size))]
        pairs = pairs if style["is_place_first"] else pairs[::-1]
        given = [each for each in sent.items() if each[0] not in dict(pairs)]
        text = "&".join(f"{n}={quote_plus(v)}" for n, v in [*given, *pairs])
        return f"{style['host']}{path}?{text}"

    starts = {
        "first": 0 if style["edges"] == "always" or begin else None,
        "prev": max(0, begin - size) if begin else None,
        "next": begin + size if left else None,
        "last": max(0, len(names) - 1) // size * size
        if style["edges"] == "always" or left
        else None,
    }
    wanted = style["relations"] if place != "after" else ("next",)
    link = ", ".join(
        f'<{at(starts[each])}>; rel="{each}"'
        for each in wanted
        if starts[each] is not None
    )
    last = here[-1] if here else ""
    return Paged(target, Stretch(begin, size, len(here), left, last), link)


def walked(style, target, names):
    """Return all pages from the first on."""
    found = [served(style, target, names)]
    while 'rel="next"' in found[-1].link:
        address = found[-1].link.partition('>; rel="next"')[0].rpartition("<")[2]
        found.append(served(style, address.removeprefix(style["host"]), names))
    return found


@settings(max_examples=60, deadline=None)
@given(
    style=STYLES,
    sizes=st.tuples(st.integers(2, 4), st.integers(1, 6)),
    many=st.integers(0, 25),
    chosen=st.sampled_from(["", "state=open&", "q=a+b%2Fc&"]),
)
def test_every_page_leads_on_as_the_server_does(style, sizes, many, chosen):
    names = [f"r/{n}" for n in range(9)]
    others = [f"team/item {n:02}" for n in range(many)]
    pages = walked(style, f"/things?{style['size']}={sizes[0]}", names)
    live = walked(style, f"/things?{chosen}{style['size']}={sizes[1]}", others)

    for page in live:
        made = links_for(pages, Paged(page.target, page.stretch))
        assert made == page.link


def test_what_shows_no_pages_tells_nothing():
    stretch = Stretch(0, 5, 5, 3)
    other = Paged("/x", stretch, '<https://api.test/doc>; rel="help"')

    assert links_for([], Paged("/x", stretch)) is None
    assert links_for([other], Paged("/x", stretch)) is None
    assert links_for([Paged("/x", stretch, "<<>;;")], Paged("/x", stretch)) is None


def test_another_list_of_the_same_kind_is_named_by_its_own_path():
    stretch = Stretch(0, 2, 2, 3)
    page = Paged("/a/1/items", stretch, '</a/1/items?page=2>; rel="next"')

    made = links_for([page], Paged("/a/9/items?page=2", Stretch(2, 2, 2, 1)))

    assert made == '</a/9/items?page=3>; rel="next"'
