"""Truth values, as likely as their names let one expect."""

from __future__ import annotations

from functools import lru_cache

from mockforge.synthesis.entity import Entity, Field
from mockforge.synthesis.naming import singular, tokens

_ROWS = """
94 required unique immutable secure https encrypted valid healthy reachable ssl alive
94 operational signed trusted supported compliant licensed insured
88 active enabled available visible public running ready online connected allowed
88 exists writable readable editable usable functional success successful ok passed
88 billable taxable searchable indexed deliverable eligible consented accepted
82 verified confirmed paid stock open published subscribed approved complete shippable
82 agreed accepted refundable returnable accessible synced current
70 answered read seen viewed opened delivered completed notified vaccinated neutered
70 breakfast furnished wifi heating air parking elevator cover houses trained covered
60 helpful recommend recommended own day daylight
40 default primary shared vegetarian organic recyclable insurance balcony pool garage
40 attending mobile responsive has subscribe opted newsletter marketing resolved garden
30 remote gluten vegan dairy spicy pets pet smoking following followed liked starred
30 favorite favourite bookmarked saved occupied motion charging night smoker married
20 featured premium vip urgent sale expired new bestseller popular promoted fragile
20 late overdue discounted giftable trial guest student critical important bot
20 direct nonstop extended upgraded exclusive limited oversized leased reserved
15 gift pinned muted pinned sticky archived recurring repeat hidden private anonymous
15 locked maintenance training draft sponsored rain raining alcoholic child minor
15 translated edited adult explicit mature retweet reply fork template readonly
8 admin staff superuser refunded returned cancelled canceled rejected delayed
8 alarm alert triggered leak failed failure error warning outlier anomaly abnormal
8 disputed escalated hazardous perishable truncated incomplete duplicate restricted
8 conflict emergency tampered paused overridden manual skipped exempt disabled open_door
4 deleted blocked banned suspended fraud fraudulent flagged spam deceased smoke fire
4 removed terminated blacklisted compromised stolen lost damaged defective recalled
4 deprecated obsolete nsfw sensitive test sandbox debug dry bankrupt revoked flood
4 infected malicious leaked overflow panic void voided chargeback locked_out
"""
_LIKELY: dict[str, float] = {}
for _row in _ROWS.strip().splitlines():
    _percent, *_words = _row.split()
    for _word in _words:
        _LIKELY.setdefault(_word, int(_percent) / 100)
_NOT = frozenset(("not", "no", "non", "without", "never", "missing", "un", "lacks"))
_ASKING = frozenset(
    tokens(
        """allow allows can support supports accept include accepts includes included
    offers enable"""
    )
)
_TOLD = """
90: livemode|live mode
88: in stock
85: email verified
80: power on|live|queen seen
75: email notifications
70: has next|auto renew|open now|is open
60: free cancellation|has more|push notifications|on|is on|is day|wheelchair|phone
  verified|correct
50: first page|open source|in use|home team|won
45: free shipping|two factor|mfa|2fa|multi factor
40: dark mode|pets allowed|has children|is correct|prescription required|requires
  prescription
30: sms notifications|is live|is winner|winner|night mode
28: weekend
25: free
20: on sale|has previous|has prev|last page|is new|is free
15: all day|full day|whole day
15: window open|needs review|low stock
10: sold out|door open|test mode|needs attention|is gift|age restricted
8: out of stock|smoking allowed|low battery
5: is holiday
"""
_MORE = {
    name.strip(): int(row.partition(": ")[0]) / 100
    for row in _TOLD.replace("\n  ", " ").strip().splitlines()
    for name in row.partition(": ")[2].split("|")
}
"""By words that follow each other."""
_ELSE = 0.6


def truth(entity: Entity, field: Field) -> bool:
    """Return whether it is so, as likely as the name lets one expect."""
    return entity.rng.random() < _share(field.role.words)


@lru_cache(maxsize=4096)
def _share(words: tuple[str, ...]) -> float:
    """Return how likely what *words* say is."""
    denied = not _NOT.isdisjoint(words)
    rest = tuple(word for word in words if word not in _NOT)
    share = _told(rest)
    if share < _ELSE / 2 and not _ASKING.isdisjoint(rest):
        # That something may be is likelier than that it is.
        share = 0.4
    return 1 - share if denied else share


def _told(words: tuple[str, ...]) -> float:
    for size in (3, 2):
        for start in range(len(words) - size + 1):
            found = _MORE.get(" ".join(words[start : start + size]))
            if found is not None:
                return found
    if len(words) == 1 and words[0] in _MORE:
        return _MORE[words[0]]
    for word in reversed(words):
        for one in (word, singular(word)):
            if one in _LIKELY:
                return _LIKELY[one]
    return next((_MORE[word] for word in reversed(words) if word in _MORE), _ELSE)
