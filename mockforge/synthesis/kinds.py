"""Kinds of things: how they are called, and what is known of each."""

from __future__ import annotations

from functools import lru_cache

from mockforge.synthesis.lexicons import LEXICONS
from mockforge.synthesis.naming import singular, tokens, words_of
from mockforge.synthesis.sorts import sort_of

PERSONS = frozenset(
    tokens(
        """
    person user customer client member employee patient student teacher author
    driver guest contact lead doctor nurse candidate applicant subscriber
    follower friend owner passenger agent manager instructor staff participant
    attendee player recipient sender buyer reviewer admin resident physician
    provider creator assignee reporter borrower donor volunteer citizen human
    visitor influencer profile account_holder shopper traveler parent child
    worker colleague teammate moderator advisor tenant landlord contractor
    consultant cardholder beneficiary trainer requester claimant payer
    payee organizer speaker editor operator technician inspector coach
    actor director worker
    """
    )
)
COMPANIES = frozenset(
    tokens(
        """
    company organization organisation vendor supplier merchant bank hospital
    business partner employer brand agency publisher insurer clinic seller firm
    enterprise manufacturer distributor startup retailer institution org
    competitor dealer
    """
    )
)
GOODS = frozenset(tokens("product item goods variant merchandise sku line_item gadget"))
PARTS = frozenset(
    tokens(
        """
    address location geo coordinates contact_info details info meta metadata
    attributes shipping_address billing_address home_address work_address
    delivery_address contact_details personal_info demographics position
    coordinate geolocation billing delivery
    """
    )
)
"""What is of the thing it is in: its place and its people are the same."""
WRAPPERS = frozenset(
    tokens(
        """
    data result results record records list content contents row rows entries
    entry items value values hits nodes node edges edge elements objects payload
    response collection page body docs documents_list embedded
    """
    )
)
"""What only holds what was asked for."""

_ALIASES = """
order: purchase|sale|sales order
return: rma
ticket: issue|bug|support ticket|case|incident|support case|complaint
task: todo|to do|action item|work item|story|assignment task|chore|reminder
project: initiative|program
subscription: membership
deal: opportunity|quote|proposal
lead: prospect
deployment: release|build|pipeline|commit
service: microservice|component|server|host|instance|cluster
job: vacancy|career|position|job posting|opening|role opening
repository: repo
transaction: transfer|entry|charge|movement|expense
payment: payout|payment intent
invoice: bill|receipt
account: wallet|bank account
claim: insurance claim
trade: execution|fill
stock: ticker|security|asset price|quote price|holding|equity
appointment: visit|consultation|encounter
prescription: medication|medicine|drug|treatment
test: lab result|blood test|lab|lab test|test result|observation
device: sensor|thermostat|camera|meter|appliance|iot device
reading: measurement|telemetry|metric|sample|data point|datapoint|sensor reading|vital
alert: alarm|warning
post: tweet|status update|story post|update|blog post|blogpost
message: chat message|dm|sms|mail|email message
comment: reply|remark
review: rating|testimonial|feedback
conversation: chat|thread|channel
group: community|club|forum
shipment: parcel|package|delivery|consignment|freight
tracking: tracking event|shipment event|checkpoint
vehicle: car|truck|van|fleet vehicle|bus
warehouse: depot|fulfillment center|distribution center
hotel: hostel|resort|accommodation|lodging
flight: flight leg|journey flight
booking: reservation|hotel booking
property: listing|apartment|house|home|real estate|flat|estate|rental
trip: itinerary|journey|tour package|vacation
destination: city|attraction
course: class|training|program course|subject
lesson: module|unit|lecture
enrollment: registration
quiz: exam|test quiz
movie: film|show|series|tv show
song: track
article: news|news article|blog|story article|press release
book: novel|publication|title book
restaurant: cafe|eatery|bar|diner|bistro
dish: menu item|meal|food|food item
event: meetup|conference|webinar|session event|calendar event
notification: push notification|announcement
log: audit log|audit|log entry|activity|audit event|access log
document: file|attachment|report|contract
store: shop|branch|outlet
coupon: voucher|promotion|discount|promo|offer
category: department category|collection group
campaign: ad|advertisement|ad campaign
team: squad
cart: basket|shopping cart
inventory: stock level|inventory item
session: login|visit session
company: account company
"""

_MORE = tokens(
    """
    cart category tag policy loan card portfolio budget refund plan workspace
    gateway machine route carrier tour room school album artist playlist podcast
    episode game video recipe menu diagnosis ward reaction address inventory
    """
)


def _aliases() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}

    for row in _ALIASES.strip().splitlines():
        kind, _, names = row.partition(": ")
        found[kind] = [kind]
        for name in names.split("|"):
            found.setdefault(name, [kind])
    for name in (*PERSONS, *COMPANIES, *GOODS):
        found.setdefault(name.replace("_", " "), [name])
    for name in _MORE:
        found.setdefault(name, [name])
    for lexicon in LEXICONS:
        for kind, several in lexicon.aliases.items():
            for name in (kind, *several):
                mine = found.setdefault(name, [])
                mine += [] if kind in mine else [kind]
    return {name: tuple(kinds) for name, kinds in found.items()}


BY_NAME = _aliases()
"""Kinds by their names, the usual one first."""


@lru_cache(maxsize=4096)
def candidates(name: str) -> tuple[str, ...]:
    """Return the kinds that *name* may stand for, the usual one first."""
    words = words_of(name)
    if not words:
        return ()
    ones = (*words[:-1], singular(words[-1]))
    for start in range(len(ones)):
        found = BY_NAME.get(" ".join(ones[start:]))
        if found is not None:
            return found
    return (ones[-1],) if sort_of(ones[-1]) == "person" else ()


def kind_of(name: str) -> str:
    """Return the kind that *name* stands for, or nothing: `lineItems` is an item."""
    return next(iter(candidates(name)), "")


def nature_of(kind: str) -> str:
    """Return whether *kind* is a person, a company, goods, or something else."""
    if kind.rpartition(" ")[2] in PERSONS or sort_of(kind) == "person":
        return "person"
    if kind in COMPANIES:
        return "company"
    return "goods" if kind in GOODS else ""


PREFIXES = {
    "customer": "cust",
    "user": "usr",
    "order": "ord",
    "product": "prod",
    "payment": "pay",
    "transaction": "txn",
    "invoice": "inv",
    "account": "acct",
    "subscription": "sub",
    "employee": "emp",
    "patient": "pat",
    "company": "comp",
    "organization": "org",
    "ticket": "tkt",
    "project": "proj",
    "device": "dev",
    "message": "msg",
    "conversation": "conv",
    "shipment": "shp",
    "booking": "bk",
    "appointment": "apt",
    "document": "doc",
    "session": "sess",
    "event": "evt",
    "category": "cat",
    "article": "art",
    "course": "crs",
    "notification": "ntf",
    "person": "per",
    "member": "mem",
    "student": "stu",
    "review": "rev",
}
"""What ids of a kind begin with."""
