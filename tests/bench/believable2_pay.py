"""What an expert would check in answers of payments, banks and insurers."""

from tests.bench.believable2_laws import close, differ
from tests.bench.believable_every import is_iban
from tests.bench.believable_laws import (
    NOW,
    about,
    days,
    each_row,
    form,
    holds,
    moment,
    near,
    never,
    number,
    of_list,
    of_values,
    rising,
    shares,
    so_many,
    within,
)

EUROS = "AT|BE|BG|CY|DE|EE|ES|FI|FR|GR|HR|IE|IT|LT|LU|LV|MT|NL|PT|SI|SK"
OTHERS = {"GB": "GBP", "CH": "CHF", "SE": "SEK", "NO": "NOK", "DK": "DKK", "PL": "PLN"}
SUBTYPES = {
    "depository": "checking|savings|money market|cd|prepaid|cash management|hsa|paypal",
    "credit": "credit card|paypal|credit",
    "loan": "mortgage|auto|student|home equity|personal|consumer|line of credit|loan"
    "|business|construction|commercial|overdraft|home",
    "investment": "401k|401(k)|ira|roth|brokerage|529|mutual fund|pension"
    r"|roth 401k"
    "|retirement|stock plan|hsa|trust|traditional ira|roth ira|ugma|utma",
}


def cents(parts):
    """Return the sum of amounts of money told with their currency."""
    return sum(float(each.value) for each in parts)


def of_account(row):
    """Whether a kind of account is one of its type."""
    told = row.subtype.lower().replace("_", " ")
    return any(one in told for one in SUBTYPES[row.type].split("|"))


INTENT = [
    holds("id", "pi_3Nv8aQLkdIwHu7ix"),
    within("amount", 50, 5_000_000),
    form("currency", "[a-z]{3}"),
    each_row("codes", "the secret is of the id", "", lambda r: (
        r.client_secret.startswith(r.id + "_secret_"))),
    each_row("sums", "received is all or nothing", "", lambda r: (
        r.amount_received == (r.amount if r.status == "succeeded" else 0))),
    each_row("sums", "capturable only while it waits", "", lambda r: (
        r.amount_capturable == (r.amount if r.status == "requires_capture" else 0))),
    each_row("status", "canceled has its time", "", lambda r: (
        (r.get("canceled_at") is not None) == (r.status == "canceled"))),
    each_row("status", "a reason only if canceled", "", lambda r: (
        r.get("cancellation_reason") is None or r.status == "canceled")),
    each_row("status", "capture waits only if manual", "", lambda r: (
        r.status != "requires_capture" or r.capture_method == "manual")),
    each_row("status", "no error when it succeeded", "", lambda r: (
        r.status != "succeeded" or r.get("last_payment_error") is None)),
    each_row("status", "a charge if it succeeded", "", lambda r: (
        r.status != "succeeded" or r.get("latest_charge") is not None)),
    each_row("times", "canceled after created", "", lambda r: (
        r.created <= r.canceled_at <= NOW)),
    within("created", 1.5e9, NOW, "times"),
    form("customer", r"cus_\w{6,}"),
    form("latest_charge", r"(ch|py)_\w{6,}"),
    form("payment_method_types", "card|sepa_debit|ideal|klarna|link|paypal|bancontact"
         "|us_bank_account|giropay|eps|sofort|p24|affirm|afterpay_clearpay|alipay"
         "|bacs_debit|cashapp|wechat_pay|customer_balance|card_present|acss_debit"
         "|apple_pay|google_pay|twint|blik|au_becs_debit|revolut_pay|amazon_pay"),
]  # fmt: skip
INVOICES = [
    so_many("data", 4, 30),
    form("url", ".*/v1/invoices.*", "requests"),
    holds("data.customer", "cus_9s6XKzkNRiz8i3"),
    holds("data.status", "paid"),
    holds("data.paid", True),
    each_row("sums", "remaining is due less paid", "data", lambda r: (
        r.amount_remaining == r.amount_due - r.amount_paid)),
    each_row("sums", "nothing remains of the paid", "data", lambda r: (
        r.status != "paid" or r.amount_remaining == 0)),
    each_row("sums", "total with tax", "data", lambda r: r.total == r.subtotal + r.tax),
    each_row("sums", "subtotal of lines", "data", lambda r: (
        r.subtotal == sum(each.amount for each in r.lines.data))),
    each_row("sums", "tax is at most a quarter", "data", lambda r: (
        0 <= r.tax <= 0.28 * r.subtotal)),
    each_row("places", "lines are in its currency", "data", lambda r: (
        {each.currency for each in r.lines.data} == {r.currency})),
    of_list("people", "one customer, one name, one address", "data", lambda rs: (
        len({(r.customer_name, r.customer_email) for r in rs}) == 1)),
    each_row("people", "the address is of the name", "data", lambda r: (
        shares(r.customer_name, r.customer_email))),
    each_row("times", "a period ends after its start", "data", lambda r: (
        r.period_start <= r.period_end)),
    of_list("times", "newest first", "data", lambda rs: (
        rising([-r.created for r in rs]))),
    of_list("codes", "numbers of one customer share their prefix", "data", lambda rs: (
        len({r.number.split("-")[0] for r in rs}) == 1
        and differ(r.number for r in rs))),
    form("data.id", r"in_\w{10,}"),
    form("data.currency", "[a-z]{3}"),
    within("data.total", 100, 10_000_000),
    never("invoice|string|lorem|beef|pasta", "~^description$"),
]  # fmt: skip
CHECKOUT = [
    holds("id", "5O190127TN364715T"),
    form("~^value$", r"\d+\.\d\d"),
    each_row("sums", "the whole is of its parts", "purchase_units.amount", lambda r: (
        near(r.value, cents([r.breakdown.item_total, r.breakdown.shipping,
                             r.breakdown.tax_total])))),
    each_row("sums", "items make the item total", "purchase_units", lambda r: near(
        r.amount.breakdown.item_total.value,
        sum(int(e.quantity) * float(e.unit_amount.value) for e in r["items"]), 0.02)),
    of_list("places", "one currency", "", lambda rs: (
        len(set(pick_all(rs[0], "currency_code"))) == 1)),
    form("purchase_units.items.quantity", r"[1-9]\d?"),
    each_row("people", "the address is of the payer", "payer", lambda r: (
        shares(f"{r.name.given_name} {r.name.surname}", r.email_address))),
    each_row("people", "shipped to the payer", "", lambda r: (
        r.purchase_units[0].shipping.name.full_name
        == f"{r.payer.name.given_name} {r.payer.name.surname}")),
    each_row("places", "shipped where the payer is", "", lambda r: (
        r.purchase_units[0].shipping.address.country_code
        == r.payer.address.country_code)),
    form("links.method", "GET|POST|PATCH|DELETE|PUT|REDIRECT"),
    form("links.rel", "self|approve|update|capture|payer-action|authorize|edit|up"
         "|refund"),
    each_row("requests", "links are of the order", "links", lambda r: (
        "5O190127TN364715T" in r.href)),
    each_row("times", "updated after created", "", lambda r: (
        days(r.create_time, r.update_time) >= 0 and moment(r.update_time) <= NOW)),
    form("~country_code", "[A-Z]{2}"),
    within("purchase_units.amount.value", 1, 20_000),
]  # fmt: skip
BALANCES = [
    of_values("codes", "an IBAN", "account.iban", is_iban),
    each_row("places", "the currency of the IBAN", "", lambda r: (
        r.balances[0].balance_amount.currency
        == OTHERS.get(r.account.iban[:2], "EUR" if r.account.iban[:2] in EUROS.split(
            "|") else r.balances[0].balance_amount.currency))),
    form("balances.balance_amount.amount", r"-?\d+\.\d\d?"),
    within("balances.balance_amount.amount", -20_000, 500_000),
    of_list("diversity", "each type once", "balances", lambda rs: (
        differ(r.balance_type for r in rs))),
    of_list("places", "one currency", "balances", lambda rs: (
        len({r.balance_amount.currency for r in rs}) == 1)),
    each_row("times", "of these days", "balances", lambda r: (
        0 <= days(r.reference_date, NOW) <= 40)),
    each_row("times", "changed not after the day", "balances", lambda r: (
        -1.1 <= days(r.reference_date, r.last_change_date_time) <= 1.1)),
    of_list("sums", "balances are of one account", "balances", lambda rs: (
        close(max(number(r.balance_amount.amount) for r in rs),
              min(number(r.balance_amount.amount) for r in rs), 0.6))),
]  # fmt: skip
ACCOUNTS = [
    so_many("accounts", 5, 20),
    form("accounts.mask", r"\d{4}"),
    each_row("texts", "the subtype is of the type", "accounts", of_account),
    each_row("status", "a limit only of credit", "accounts", lambda r: (
        (r.balances.get("limit") is not None) == (r.type == "credit")
        or r.subtype == "line of credit")),
    each_row("sums", "available and owed make the limit", "accounts", lambda r: (
        r.type != "credit" or near(
            r.balances.available, r.balances.limit - r.balances.current, 1))),
    each_row("sums", "what is there is not less than available", "accounts", lambda r: (
        r.type != "depository" or 0 <= r.balances.available <= r.balances.current)),
    each_row("sums", "owed is within the limit", "accounts", lambda r: (
        r.balances.current <= r.balances.limit)),
    form("~iso_currency_code", "USD", "places"),
    about("accounts.name", "checking|saving|card|credit|loan|mortgage|ira|401|brokerage"
          "|money market|cd|student|auto|account|invest|plus|retire|fund|visa|platinum"
          "|rewards|everyday|equity|roth|cash|deposit", 0.8),
    of_list("diversity", "ids and masks differ", "accounts", lambda rs: (
        differ(r.account_id for r in rs) and differ(r.mask for r in rs))),
    of_list("diversity", "types vary", "accounts", lambda rs: (
        len({r.type for r in rs}) > 1)),
]  # fmt: skip


def pick_all(row, name):
    """Yield all values of *name* in an object."""
    for key, value in row.items():
        if key == name:
            yield value
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict):
                yield from pick_all(each, name)


CASES = [
    ("payments", "schema", "/v1/payment_intents/pi_3Nv8aQLkdIwHu7ix", INTENT),
    ("billing", "schema", "/v1/invoices?customer=cus_9s6XKzkNRiz8i3&status=paid",
     INVOICES),
    ("checkout", "schema", "/v2/checkout/orders/5O190127TN364715T", CHECKOUT),
    ("open banking", "schema", "/psd2/v1/accounts/3dc3d5b3/balances", BALANCES),
    ("open banking", "prompt", "/accounts/balance/get", ACCOUNTS),
]  # fmt: skip
