"""Counts that fit the lists they count, and pages what is on them."""

from __future__ import annotations

from mockforge.options import Json
from mockforge.synthesis import bills
from mockforge.synthesis.members import Members, is_number
from mockforge.synthesis.naming import singular, words_of


def count(members: Members) -> None:
    """A count fits the list it counts, a number of pages what is on them."""
    lists = {name: value for name, value in members.made.items()
             if isinstance(value, list)}  # fmt: skip
    if not lists:
        return
    is_bill = bills.is_bill(members)
    for name, value in list(members.made.items()):
        if not is_number(value) or not isinstance(value, int):
            continue
        words = words_of(name)
        for listed, items in lists.items():
            is_alone = len(lists) == 1 and not is_bill
            if _is_count(words, words_of(listed), alone=is_alone):
                members.put(name, len(items))
    _pages(members, lists)


def _is_count(words: tuple[str, ...], listed: tuple[str, ...], *, alone: bool) -> bool:
    if not words or not listed:
        return False
    counted = {singular(word) for word in words}
    if counted & {"count", "total", "number", "num", "size", "length"}:
        rest = counted - {"count", "total", "number", "num", "of", "size", "length"}
        if rest == {singular(listed[-1])}:
            return True
        return not rest and alone and words in (("count",), ("total",), ("size",),
                                                ("total", "count"))  # fmt: skip
    return False


def _pages(members: Members, lists: dict[str, list[Json]]) -> None:
    size = members.number("perpage", "pagesize", "limit")
    page = members.number("page", "currentpage", "pagenumber")
    pages = members.number("totalpages", "pages", "pagecount", "lastpage")
    total = members.number("total", "totalcount", "totalitems", "totalresults")
    if len(lists) != 1 or not (size or pages):
        return
    shown = len(next(iter(lists.values())))
    if page is not None:
        members.put(page[0], 1)
    if size is not None:
        told = next((one for one in (10, 20, 25, 50, 100) if one >= shown), shown)
        members.put(size[0], told)
    if pages is not None and total is not None:
        each = shown if size is None else members.made[size[0]]
        count = members.made[total[0]]
        if isinstance(each, int) and isinstance(count, int):
            members.put(pages[0], -(-count // max(each, 1)))
