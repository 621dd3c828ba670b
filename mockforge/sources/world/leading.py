"""Leading on: the Link header of a page, made like those of recorded pages."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from mockforge.bodies.document import Path
from mockforge.learning.resources.kinds import field_of
from mockforge.learning.resources.model import Listing, Outcome
from mockforge.learning.resources.origins import number
from mockforge.learning.resources.readings import is_name, text
from mockforge.learning.resources.weblinks import Paged, Stretch, links_for
from mockforge.sources.world.lists import Page
from mockforge.sources.world.telling import Template

if TYPE_CHECKING:
    from mockforge.sources.world.acting import Acting, Asked


def links(acting: Acting, asked: Asked, page: Page, likest: Template) -> str | None:
    """Return the Link header of *page*; None if recorded ones do not show how."""
    listing, kind = asked.operation.listing or Listing(), acting.kind(asked)
    examples: list[Paged] = []
    for outcome in asked.operation.outcomes.values():
        template = acting.templates(outcome.exchange, asked.operation)
        if template is not None and outcome.site is not None and "*" in outcome.site:
            paged = _recorded(template, outcome, listing, kind.id)
            examples.insert(0 if template is likest else len(examples), paged)
    live = Stretch(
        page.start,
        page.size or len(page.items),
        len(page.items),
        page.total - page.end,
        page.items[-1].name if page.items else "",
    )
    return links_for(examples, Paged(asked.request.target, live))


def _recorded(
    template: Template, outcome: Outcome, listing: Listing, name: Path
) -> Paged:
    """Return the page that a recorded answer was."""
    site = outcome.site or ()
    array, inner = site[: site.index("*")], site[site.index("*") + 1 :]
    items = field_of(template.body, array) if array else template.body
    items = items if isinstance(items, list) else []
    query = dict(parse_qsl(template.target.partition("?")[2]))

    def asked(slot: Path | None) -> int | None:
        told = number(query.get(str(slot[-1]))) if slot else None
        return None if told is None else int(told)

    size = asked(listing.size_slot) or listing.size or len(items)
    page, offset = asked(listing.page_slot), asked(listing.offset_slot)
    begin = (page - listing.first_page) * size if page is not None else offset or 0
    total = number(field_of(template.body, listing.total_at or ("",)))
    left = None if total is None else int(total) - begin - len(items)
    last = field_of(items[-1], (*inner, *name)) if items else None
    return Paged(
        template.target,
        Stretch(begin, size, len(items), left, text(last) if is_name(last) else ""),
        template.response.header("link") or "",
    )
