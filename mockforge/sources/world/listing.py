"""Answers that list entities."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from mockforge.learning.resources.kinds import field_of
from mockforge.learning.resources.leading import parse_link
from mockforge.learning.resources.model import Kind, Listing, Outcome
from mockforge.options import Json
from mockforge.sources.world import leading
from mockforge.sources.world.lists import (
    Page,
    address_of,
    cursor_to,
    paged,
    selected,
)
from mockforge.sources.world.realm import belongs
from mockforge.sources.world.showing import shown
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
    outcome = None if page is None else _outcome(asked, page)
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
    body = _with_items(kind, body, template, outcome, page)
    body = _with_counts(body, listing, page)
    slot = listing.cursor_slot or listing.page_slot or listing.offset_slot
    links = leading.links(acting, asked, page, template) if listing.link else None
    if links is not None:
        header["link",] = links
    if slot is not None:
        on = None
        if page.leads_on:
            on = cursor_to(page, listing, asked.realm, asked.moment)
        address = (asked.request.target, str(slot[-1]))
        if listing.link and links is None:
            header["link",] = _link(template, address, on)
        body = _with_next(body, listing, template, address, on)
    response = template.response_with(body, header, outcome.status)
    why = f"{len(page.items)} of {page.total} kept as {kind.name}"
    return Told(response, outcome.exchange, why)


def _outcome(asked: Asked, page: Page) -> Outcome | None:
    outcomes = asked.operation.outcomes
    order = ("done", "last") if page.leads_on else ("last", "done")
    return next((outcomes[each] for each in order if each in outcomes), None)


def _with_items(
    kind: Kind, body: Json, template: Template, outcome: Outcome, page: Page
) -> Json:
    site = outcome.site or ()
    at = site.index("*")
    array, inner = site[:at], site[at + 1 :]
    examples = field_of(template.body, array) if array else template.body
    example = examples[0] if isinstance(examples, list) and examples else {}
    items: list[Json] = []
    for entity in page.items:
        old = field_of(example, inner) if inner else example
        item = shown(kind, entity, old, outcome)
        items.append(fill(copy.copy(example), inner, item) if inner else item)
    if not items and isinstance(outcome.empty, dict):
        return without(body, array)
    return fill(body, array, items)


def _with_counts(body: Json, listing: Listing, page: Page) -> Json:
    pages = -(-page.total // page.size) if page.size else 1
    for path, value in (
        (listing.total_at, page.total),
        (listing.count_at, len(page.items)),
        (listing.pages_at, pages),
        (listing.more_at, page.leads_on),
    ):
        if path is not None:
            body = fill(body, path, _as_text(value, field_of(body, path)))
    return body


def _as_text(value: int, old: Json) -> Json:
    """Return *value* as text if *old* is, and in the same case."""
    if not isinstance(old, str):
        return value
    return str(value).lower() if old.islower() else str(value)


def _link(template: Template, address: tuple[str, str], on: Json) -> str:
    """Return the Link header that leads on; empty if nothing follows."""
    if on is None:
        return ""
    links = parse_link(template.response.header("link"))
    example = links.get("next") or next(iter(links.values()), "")
    return f'<{address_of(example, address[0], {address[1]: on})}>; rel="next"'


def _with_next(
    body: Json,
    listing: Listing,
    template: Template,
    address: tuple[str, str],
    on: Json,
) -> Json:
    """Return *body* with what leads to the next page."""
    if listing.next_at is None:
        return body
    if on is None:
        is_empty = field_of(template.body, listing.next_at) in (None, "")
        return body if is_empty else fill(body, listing.next_at, None)
    like = listing.next_like
    if isinstance(like, str):
        on = address_of(like, address[0], {address[1]: on}) if "?" in like else str(on)
    return fill(body, listing.next_at, on)
