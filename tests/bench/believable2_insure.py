"""What an expert would check in answers of markets and insurers."""

from tests.bench.believable2_laws import MAKES, close, just_now, one_of_each, slug
from tests.bench.believable_laws import (
    NOW,
    about,
    days,
    each_row,
    form,
    has,
    holds,
    moment,
    near,
    never,
    of_list,
    rising,
    so_many,
    within,
)


def age(born, then=NOW):
    """Return the years from a date of birth."""
    return (then - moment(born)) / 86_400 / 365.25


COINS = [
    so_many("", 8),
    of_list("sums", "ranked from the first", "", lambda rs: (
        [r.market_cap_rank for r in rs] == list(range(1, len(rs) + 1)))),
    of_list("requests", "by capitalisation, falling", "", lambda rs: (
        rising([-r.market_cap for r in rs]))),
    each_row("sums", "capitalisation is price by supply", "", lambda r: (
        close(r.market_cap, r.current_price * r.circulating_supply, 0.03))),
    each_row("sums", "low <= price <= high <= all-time high", "", lambda r: (
        r.low_24h <= r.current_price <= r.high_24h <= r.ath)),
    each_row("sums", "the day moves as it says", "", lambda r: (
        r.high_24h - r.low_24h <= 0.4 * r.high_24h)),
    each_row("sums", "supply within the most", "", lambda r: (
        r.circulating_supply <= r.max_supply)),
    form("symbol", "[a-z0-9]{2,6}"),
    each_row("texts", "the id is of the name", "", lambda r: (
        slug(r.name)[:3] == r.id[:3])),
    about("name", "bitcoin|ethereum|tether|bnb|binance|solana|xrp|ripple|cardano|doge"
          "|avalanche|tron|polkadot|polygon|chainlink|litecoin|shiba|uniswap|stellar"
          "|monero|cosmos|near|aptos|usd|dai|toncoin|hedera|filecoin|arbitrum|optimism"
          "|internet computer|aave|algorand|vechain|tezos|maker|sui|pepe|kaspa", 0.8),
    within("price_change_percentage_24h", -40, 60),
    each_row("times", "of the last hour", "", lambda r: (
        just_now(r.last_updated))),
    of_list("diversity", "prices are of all sizes", "", lambda rs: (
        max(r.current_price for r in rs) > 50 * min(r.current_price for r in rs))),
]  # fmt: skip
EXPENSES = [
    holds("id", "EXP-2209"),
    holds("status", "submitted"),
    each_row("status", "not yet approved", "", lambda r: r.get("approved_at") is None),
    each_row("sums", "total of the items", "", lambda r: near(
        r.total, sum(each.amount for each in r["items"]), 0.02)),
    each_row("sums", "VAT is within the amount", "items", lambda r: (
        0 <= r.vat_amount <= 0.21 * r.amount)),
    form("currency", "EUR", "places"),
    about("items.category", "travel|hotel|lodg|accom|meal|food|taxi|transport|train"
          "|flight|air|fuel|park|entertain|rail|car|ground|mileage|dining|client"
          "|per diem"
          "|restaurant|conference|other|misc|toll|public|rental|telephone|tips|office"),
    each_row("times", "spent before it was submitted", "", lambda r: all(
        0 <= days(each.date, r.submitted_at) <= 120 for each in r["items"])),
    of_list("times", "one trip", "items", lambda rs: (
        max(moment(r.date) for r in rs) - min(moment(r.date) for r in rs)
        <= 21 * 86_400)),
    within("items.amount", 2, 3000),
    about("title", "munich|trip|travel|sales|visit|expense|client|customer"),
]  # fmt: skip
MOTOR = [
    holds("policy_number", "MTR-40021937"),
    each_row("times", "a year", "", lambda r: (
        363 <= days(r.inception_date, r.expiry_date) <= 367)),
    each_row("status", "active means now", "", lambda r: (
        r.status != "active"
        or moment(r.inception_date) <= NOW <= moment(r.expiry_date) + 86_400)),
    each_row("status", "expired means over", "", lambda r: (
        r.status != "expired" or moment(r.expiry_date) <= NOW)),
    each_row("sums", "excess adds up", "excess", lambda r: near(
        r.total, r.compulsory + r.voluntary)),
    within("excess.total", 50, 2500),
    within("premium.annual", 150, 6000),
    each_row("sums", "twelve months make the year", "premium", lambda r: (
        0.98 * r.annual <= 12 * r.monthly <= 1.3 * r.annual)),
    each_row("people", "old enough to drive", "policyholder", lambda r: (
        17 <= age(r.date_of_birth) <= 95)),
    each_row("people", "a licence since seventeen at most", "drivers", lambda r: (
        0 <= r.licence_years <= age(r.date_of_birth) - 16)),
    each_row("sums", "no claims since seventeen at most", "", lambda r: (
        0 <= r.no_claims_years <= age(r.policyholder.date_of_birth) - 16)),
    each_row("status", "one main driver", "", lambda r: (
        sum(each.is_main_driver for each in r.drivers) == 1)),
    each_row("people", "the holder drives", "", lambda r: any(
        each.name == f"{r.policyholder.first_name} {r.policyholder.last_name}"
        and each.date_of_birth == r.policyholder.date_of_birth for each in r.drivers)),
    form("premium.currency", "GBP", "places"),
    form("policyholder.address.postcode", r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}",
         "places"),
    form("policyholder.address.country", "(?i)united kingdom|uk|gb|england|scotland"
         "|wales|great britain|northern ireland", "places"),
    form("vehicle.registration", "[A-Z0-9]{1,4} ?[A-Z0-9]{1,4}"),
    about("vehicle.make", MAKES, 1),
    form("vehicle.fuel_type", "(?i)petrol|diesel|electric|hybrid|plug.?in.hybrid|lpg"
         "|gasoline", "texts"),
    within("vehicle.estimated_value", 300, 150_000),
    within("vehicle.annual_mileage", 1000, 40_000),
    within("vehicle.year_of_manufacture", 1985, 2026),
]  # fmt: skip
MORTGAGE = [
    *has("amount|principal|loan", "rate|apr", "term|years|duration", "month|instal"
         "|payment", "currency", "status|expir|valid"),
    holds("~^(amount|loan_?amount|principal)$", 320000),
    holds("~^(rate|interest_?rate)$", 3.6),
    holds("~^(years|term_?years|term)$", 25),
    within("~^(monthly_payment|monthly_instal?lment|instal?lment|monthly_rate"
           "|payment)$",
           1580, 1680, "sums"),
    never("book|shipment|patient|tenant"),
]  # fmt: skip
GIFT = [
    *has("code|number", "balance|amount|value", "currency", "status|active|state",
         "expir|valid"),
    each_row("requests", "the code asked for", "", lambda r: "GC-7719-KLPQ" in (
        r.get("code"), r.get("id"), r.get("number"), r.get("card_number"))),
    each_row("sums", "no more left than was on it", "", lambda r: (
        0 <= (r.get("balance") or r.get("remaining_balance") or r.current_balance)
        <= (r.get("initial_balance") or r.get("initial_amount") or r.get("amount")
            or r.initial_value))),
    within("~^(balance|amount|initial_.*)$", 0, 2000),
    each_row("status", "active is not expired", "", lambda r: (
        r.status != "active"
        or moment(r.get("expires_at") or r.expiry_date) > NOW)),
    never("kanban|flashcard|trello|deck|visa|chess"),
]  # fmt: skip
VAT = [
    *has("country|region|state", "rate|percent", "name|category|type|code"),
    form("~^country(_code)?$", "DK|DNK|Denmark|Danmark", "requests"),
    within("~^(rate|vat_rate|percent|percentage|standard_rate)$", 0, 27),
    never("shipping rate|heart|room|per night|hotel"),
]  # fmt: skip
TRANSFERS = [
    so_many("", 6),
    holds("wallet_id", "w-5512"),
    form("currency", "SEK", "places"),
    form("counterparty.phone", r"(\+46|0)[\d ()-]{7,14}", "places"),
    within("amount", 1, 50_000),
    each_row("status", "settled has its time", "", lambda r: (
        r.status == "reversed"
        or (r.get("settled_at") is not None) == (r.status == "settled"))),
    each_row("times", "settled soon after", "", lambda r: (
        0 <= days(r.created_at, r.settled_at) <= 5)),
    of_list("diversity", "some come, some go", "", lambda rs: (
        len({r.direction for r in rs}) == 2)),
    about("note", "dinner|lunch|rent|ticket|gift|birthday|coffee|taxi|groceries|thank"
          "|thanks|drinks|trip|pizza|share|split|food|hotel|concert|party|fuel|gas|beer"
          "|movie|present|cinema|weekend|utilities|internet|brunch|cab|bill|owe"),
    of_list("people", "one name, one telephone", "", lambda rs: one_of_each(
        rs, lambda r: r.counterparty.name, lambda r: r.counterparty.phone)),
]  # fmt: skip
MORTGAGED = {"amount": 320000, "rate": 3.6, "years": 25, "currency": "EUR"}
CASES = [
    ("cryptocurrencies", "prompt", "/api/v3/coins/markets?vs_currency=eur"
     "&order=market_cap_desc", COINS),
    ("expenses", "prompt", "/expense-reports/EXP-2209", EXPENSES),
    ("motor insurance", "schema", "/motor/policies/MTR-40021937", MOTOR),
    ("mortgages", "path", "/mortgages/quotes", MORTGAGE, MORTGAGED),
    ("gift cards", "path", "/gift-cards/GC-7719-KLPQ", GIFT),
    ("taxes", "path", "/vat-rates?country=DK", VAT),
    ("wallets", "prompt", "/wallets/w-5512/transfers", TRANSFERS),
]  # fmt: skip
