"""Answers that list entities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mockforge.bodies.document import Path, Scalar
from mockforge.learning.resources.kinds import field_of
from mockforge.learning.resources.leading import parse_link
from mockforge.learning.resources.model import Listing, Outcome
from mockforge.options import Json
from mockforge.sources.world.lists import (
    Page,
    address_of,
    cursor_to,
    paged,
    selected,
)
from mockforge.sources.world.realm import belongs
from mockforge.sources.world.telling import Template, enveloped, fill, without

if TYPE_CHECKING:
    from mockforge.sources.world.acting import Acting, Asked, Told


def answer(acting: Acting, asked: Asked) -> Told | None:
    """Return the list that is asked for; None if its page cannot be told."""
    from mockforge.sources.world.acting import Told

    kind, listing = acting.kind(asked), asked.operation.listing or Listing()
    known = [
        each for each in asked.realm.alive(kind) if belongs(each, kind, asked.scope)
    ]
    items = selected(known, kind, listing, asked.moment.sources)
    page = paged(items, listing, asked.moment.sources, asked.realm)
    outcome = _outcome(asked, page)
    if page is None or outcome is None or outcome.site is None:
        return None
    template = acting.templates(outcome.exchange, asked.operation)
    if template is None:
        return None
    asked.moment.sources["items",] = [None] * len(page.items)
    made = enveloped(template, outcome, asked.moment)
    if made is None:
        return None
    body, header = made
    body = _with_items(acting, asked, body, template, outcome, page)
    body = _with_counts(body, listing, page)
    body = _with_next(asked, body, listing, page, header, template)
    response = template.response_with(body, header, outcome.status)
    why = f"{len(page.items)} of {page.total} kept as {kind.name}"
    return Told(response, outcome.exchange, why)


def _outcome(asked: Asked, page: Page | None) -> Outcome | None:
    outcomes = asked.operation.outcomes
    if page is None:
        return None
    order = ("done", "last") if page.leads_on else ("last", "done")
    return next((outcomes[each] for each in order if each in outcomes), None)


def _with_items(
    acting: Acting,
    asked: Asked,
    body: Json,
    template: Template,
    outcome: Outcome,
    page: Page,
) -> Json:
    assert outcome.site is not None
    at = outcome.site.index("*")
    array, inner = outcome.site[:at], outcome.site[at + 1 :]
    examples = field_of(template.body, array) if array else template.body
    example = examples[0] if isinstance(examples, list) and examples else {}
    items: list[Json] = []
    for entity in page.items:
        old = field_of(example, inner) if inner else example
        shown = acting.shown(asked, entity, old, outcome)
        items.append(fill(_copied(example), inner, shown) if inner else shown)
    if not items and isinstance(outcome.empty, dict):
        return without(body, array)
    return fill(body, array, items)


def _copied(example: Json) -> Json:
    return {**example} if isinstance(example, dict) else {}


def _with_counts(body: Json, listing: Listing, page: Page) -> Json:
    pages = -(-page.total // page.size) if page.size else 1
    for path, value in (
        (listing.total_at, page.total),
        (listing.count_at, len(page.items)),
        (listing.pages_at, pages),
        (listing.more_at, page.leads_on),
    ):
        if path is not None:
            old = field_of(body, path)
            body = fill(body, path, _as_text(value, old))
    return body


def _as_text(value: int, old: Json) -> Json:
    """Return *value* as text if *old* is, and in the same case."""
    if not isinstance(old, str):
        return value
    return str(value).lower() if old.islower() else str(value)


def _with_next(
    asked: Asked,
    body: Json,
    listing: Listing,
    page: Page,
    header: dict[Path, Scalar],
    template: Template,
) -> Json:
    """Return *body* with what leads to the next page; a Link goes to *header*."""
    slot = listing.cursor_slot or listing.page_slot or listing.offset_slot
    if slot is None:
        return body
    on = cursor_to(page, listing, asked.realm, asked.moment) if page.leads_on else None
    target = asked.request.target
    if listing.link:
        links = parse_link(template.response.header("link"))
        example = links.get("next") or next(iter(links.values()), "")
        shown = address_of(example, target, {str(slot[-1]): on})
        header["link",] = f'<{shown}>; rel="next"' if on is not None else ""
    if listing.next_at is None:
        return body
    old = field_of(template.body, listing.next_at)
    if on is None:
        return body if old in (None, "") else fill(body, listing.next_at, None)
    is_url = isinstance(listing.next_like, str) and "?" in listing.next_like
    if is_url:
        on = address_of(str(listing.next_like), target, {str(slot[-1]): on})
    elif isinstance(listing.next_like, str):
        on = str(on)
    return fill(body, listing.next_at, on)
