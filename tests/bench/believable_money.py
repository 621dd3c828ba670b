"""What an expert would check in answers about money and trade."""

from itertools import pairwise

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
    number,
    of_list,
    rising,
    shares,
    so_many,
    within,
)


def is_usual_vat(row):
    """Whether the rate is one that is in use, as a share or in percent."""
    rate = number(row.vat_rate)
    return round(rate if rate > 1 else rate * 100, 1) in {
        *(0, 2.6, 3.8, 4, 5, 5.5, 6, 7, 7.7, 8, 8.1, 9, 9.5, 10, 12, 13, 13.5, 14, 15),
        *(16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 25.5, 27),
    }


def vat_fits(row):
    """Whether the tax is the rate of the subtotal."""
    rate = number(row.vat_rate)
    return near(row.vat_amount, row.subtotal * (rate / 100 if rate > 1 else rate), 0.02)


def balances(rows):
    """Whether each balance is the one before and the movement, in either order."""
    for turned in (rows, rows[::-1]):
        if all(
            near(b.balance_after, a.balance_after + signed(b), 0.02)
            for a, b in pairwise(turned)
        ):
            return True
    return False


def signed(row):
    """Return an amount with the sign of its type."""
    return -abs(row.amount) if row.type == "debit" else abs(row.amount)


CHARGE = [
    holds("id", "ch_3PqR7sT"),
    within("amount", 50, 5_000_000),
    each_row("sums", "refunded <= captured <= amount", "", lambda r: (
        0 <= r.amount_refunded <= r.amount_captured <= r.amount)),
    each_row("status", "refunded is of all", "", lambda r: (
        r.refunded == (r.amount_refunded == r.amount_captured > 0))),
    each_row("status", "failed or not", "", lambda r: (
        (r.get("failure_code") is not None) == (r.status == "failed"))),
    each_row("status", "message with its code", "", lambda r: (
        (r.get("failure_code") is None) == (r.get("failure_message") is None))),
    each_row("status", "paid fits status", "", lambda r: (
        r.paid == (r.status == "succeeded") or r.status == "pending")),
    each_row("status", "not captured, nothing captured", "", lambda r: (
        r.captured == (r.amount_captured > 0))),
    form("currency", "[a-z]{3}"),
    form("payment_method_details.card.last4", r"\d{4}"),
    form("payment_method_details.card.brand",
         "(?i)visa|master ?card|amex|american.express|discover|diners.*|jcb"
         "|union ?pay"),
    within("payment_method_details.card.exp_month", 1, 12),
    within("payment_method_details.card.exp_year", 2024, 2036),
    form("payment_method_details.card.country", "[A-Z]{2}", "places"),
    form("billing_details.address.country", "[A-Z]{2}", "places"),
    within("created", 1.4e9, NOW, "times"),
    each_row("people", "receipt to the payer", "", lambda r: shares(
        r.billing_details.name, r.receipt_email)
        or r.receipt_email == r.billing_details.email),
]  # fmt: skip
INVOICE = [
    holds("invoice_number", "INV-2026-0042"),
    each_row("times", "due 7 to 60 days after", "", lambda r: (
        7 <= days(r.issue_date, r.due_date) <= 60)),
    each_row("status", "paid has its time", "", lambda r: (
        (r.get("paid_at") is not None) == (r.status == "paid"))),
    each_row("times", "paid after issue", "", lambda r: (
        days(r.issue_date, r.paid_at) >= 0)),
    each_row("status", "overdue is past due", "", lambda r: (
        (r.status != "overdue" or moment(r.due_date) < NOW)
        and (r.status != "sent" or moment(r.due_date) > NOW - 86400))),
    each_row("sums", "due is total less paid", "", lambda r: near(
        r.amount_due, r.total - r.amount_paid)),
    each_row("status", "paid means nothing due", "", lambda r: (
        (r.amount_due == 0) == (r.status == "paid") or r.status == "void")),
    each_row("sums", "lines", "lines", lambda r: near(
        r.line_total, r.quantity * r.unit_price)),
    each_row("sums", "subtotal of lines", "", lambda r: near(
        r.subtotal, sum(each.line_total for each in r.lines), 0.02)),
    each_row("sums", "total with tax", "", lambda r: near(
        r.total, r.subtotal + r.vat_amount, 0.02)),
    each_row("sums", "tax of the rate", "", vat_fits),
    each_row("sums", "a usual rate", "", is_usual_vat),
    form("customer.vat_id", "[A-Z]{2}[A-Z0-9 .-]{7,14}|CHE-.*|[0-9-]{9,14}"),
    each_row("codes", "tax id of the country", "customer", lambda r: (
        r.vat_id[:2] == r.country.replace("GR", "EL") or r.vat_id[0].isdigit())),
    form("customer.country", "[A-Z]{2}", "places"),
    within("lines.quantity", 1, 500),
]  # fmt: skip
MOVEMENTS = [
    so_many("transactions", 8),
    holds("account", "DE89370400440532013000"),
    of_list("sums", "balances move on", "transactions", balances),
    of_list("times", "in order of time", "transactions", lambda rs: (
        rising([moment(r.booking_date) for r in rs])
        or rising([-moment(r.booking_date) for r in rs]))),
    each_row("requests", "in the dates asked for", "transactions", lambda r: (
        "2026-01-01" <= r.booking_date <= "2026-01-31")),
    each_row("status", "sign or all positive", "transactions", lambda r: (
        r.amount > 0 or r.type == "debit")),
    of_list("diversity", "some come, some go", "transactions", lambda rs: (
        len({r.type for r in rs}) == 2)),
    of_list("diversity", "counterparties", "transactions", lambda rs: (
        len({r.counterparty for r in rs}) >= 5)),
    within("transactions.amount", -20_000, 20_000),
    each_row("places", "a German account is in EUR", "", lambda r: r.currency == "EUR"),
]  # fmt: skip
PAYSLIPS = [
    so_many("", 4),
    holds("employee_id", "E-1043"),
    form("period", r"20[12]\d-(0[1-9]|1[0-2])"),
    within("gross_pay", 1500, 15_000),
    each_row("sums", "net is gross less both", "", lambda r: near(
        r.net_pay, r.gross_pay - r.income_tax - r.social_security, 0.02)),
    each_row("sums", "tax of 3 to 42 %", "", lambda r: (
        0.03 <= r.income_tax / r.gross_pay <= 0.42)),
    each_row("sums", "social security of 5 to 23 %", "", lambda r: (
        0.05 <= r.social_security / r.gross_pay <= 0.23)),
    of_list("people", "one employee, one name", "", lambda rs: (
        len({r.employee_name for r in rs}) == 1)),
    of_list("times", "another month each", "", lambda rs: (
        len({r.period for r in rs}) == len(rs))),
    each_row("times", "paid about the period's end", "", lambda r: (
        0 <= days(r.period + "-01", r.pay_date) <= 45)),
    form("currency", "EUR", "places"),
    of_list("sums", "the pay is much the same", "", lambda rs: (
        max(r.gross_pay for r in rs) <= 1.5 * min(r.gross_pay for r in rs))),
]  # fmt: skip
PRODUCTS = [
    so_many("", 8),
    within("price", 5, 400),
    within("rating", 1, 5),
    within("review_count", 0, 20_000),
    about("name", "shoe|run|trainer|sneaker|shirt|tee|short|jacket|legging|sock|tight"
          "|hoodie|cap|vest|bra|pants|glove|trail|top|tank|jersey|sweat|boot|half"
          "|sandal|spike|racer|singlet|jogger|pullover|beanie|fleece|sport", 0.8),
    about("description", "run|shoe|sole|fabric|wear|fit|sport|train|foot|feet|cotton"
          "|breath|light|sweat|cushion|grip|stretch|mesh|pocket|knit|size", 0.8),
    never("coffee|laptop|keyboard|lamp|usb|sofa|desk|battery|headphones?|kettle"),
    each_row("status", "in stock has some", "", lambda r: (
        r.in_stock == (r.stock_quantity > 0))),
    each_row("sums", "a sale is cheaper", "", lambda r: r.sale_price < r.price),
    of_list("diversity", "skus differ", "", lambda rs: (
        len({r.sku for r in rs}) == len(rs))),
    form("sku", r"[A-Z0-9][A-Z0-9_-]{3,19}"),
    of_list("places", "one currency", "", lambda rs: (
        len({r.currency for r in rs}) == 1)),
]  # fmt: skip
SUBSCRIPTION = [
    holds("id", "sub_8812"),
    within("price", 1, 20_000),
    within("seats", 1, 5000),
    each_row("times", "a period is of the interval", "", lambda r: (
        (27 <= days(r.current_period_start, r.current_period_end) <= 32)
        if r.interval == "month" else
        (364 <= days(r.current_period_start, r.current_period_end) <= 367))),
    each_row("times", "now is in the period, unless canceled", "", lambda r: (
        r.status == "canceled"
        or moment(r.current_period_start) <= NOW < moment(r.current_period_end))),
    each_row("status", "canceled has its time", "", lambda r: (
        r.status != "canceled" or r.get("canceled_at") is not None)),
    each_row("status", "active is not canceled before", "", lambda r: (
        r.status == "canceled" or r.get("canceled_at") is None
        or r.cancel_at_period_end)),
    each_row("status", "a trial has its end ahead", "", lambda r: (
        r.status != "trialing" or moment(r.trial_end) > NOW)),
    form("plan", "(?i)(free|starter|basic|pro|professional|team|business|enterprise"
         "|premium|plus|standard|growth|essentials?|scale|advanced|ultimate|lite|solo"
         "|personal|individual|hobby|unlimited)([ _-].*)?", "texts"),
]  # fmt: skip
PLACED = [
    holds("customer_name", "Ingrid Solheim"),
    holds("email", "ingrid@solheim.example"),
    holds("items.sku", "MUG-01"),
    holds("items.quantity", 3),
    holds("items.name", "Stoneware mug"),
    holds("currency", "NOK"),
    each_row("sums", "the total is of the lines", "", lambda r: near(
        r.total, sum(e.quantity * e.unit_price for e in r["items"]), 0.02)),
    form("status", "(?i)placed|created|pending|new|confirmed|received|open|processing"
         "|accepted|submitted", "status"),
    each_row("times", "created just now", "", lambda r: (
        -60 <= NOW - moment(r.created_at) <= 2 * 86400)),
]  # fmt: skip
LOAN = [
    *has("amount|principal", "rate|apr|interest", "term|duration|months|maturity"
         "|end_date|due", "status|state", "currency"),
    never("book|isbn|library|borrower's card|shelf|author"),
    within("~(^|_)(interest_rate|apr|rate)$", 0.001, 30),
    within("~^(principal|loan_amount|amount|principal_amount)$", 200, 500_000),
    within("~^(term_months|term|months)$", 3, 480),
    each_row("requests", "the id asked for", "", lambda r: "LN-5521" in (
        r.get("id"), r.get("loan_id"), r.get("number"), r.get("loan_number"))),
    each_row("sums", "what is left is not more than was lent", "", lambda r: (
        (r.get("outstanding_balance") or r.get("balance") or r.remaining_balance)
        <= 1.1 * (r.get("principal") or r.get("loan_amount") or r.amount))),
]  # fmt: skip
RATE = [
    *has("rate|price|value"),
    within("~^(rate|exchange_rate|mid|price|value)$", 110, 220),
    holds("~^(base|from|base_currency|source|from_currency)$", "EUR"),
    holds("~^(quote|to|quote_currency|target|counter|to_currency)$", "JPY"),
    never("USD|shipping|order"),
]  # fmt: skip
AUCTIONS = [
    so_many("", 6),
    *has("title|name|item|lot", "bid|price", "end|close", "status|state"),
    within("~(bid|price)$", 0.5, 500_000),
    each_row("sums", "the highest bid is not below the start", "", lambda r: (
        (r.get("current_bid") or r.get("highest_bid") or r.current_price)
        >= (r.get("starting_bid") or r.get("start_price") or r.starting_price))),
    never("card payment|refund|loan|patient"),
]  # fmt: skip
DONATIONS = [
    so_many("", 6),
    *has("amount", "donor|name", "date|_at$|time", "currency"),
    within("~^amount$", 1, 20_000),
    about("~message|note|comment|dedication", "animal|dog|cat|shelter|thank|love|help"
          "|memory|honou?r|pets?|rescue|support|paw|furry|honor|keep|great|gift", 0.5),
    never("invoice|refund|order shipped|loan"),
]  # fmt: skip
CLAIMS = [
    so_many("", 6),
    *has("claim|id|number", "policy", "amount|damage|cost", "status|state", "date"
                                                                            "|_at$"),
    about("~description|cause|reason|summary|incident|notes?$", "car|vehicle|collision"
          "|accident|windscreen|windshield|rear|bumper|theft|hail|damage|parking|door"
          "|glass|crash|hit|driver|tyre|tire|stolen|skid|road|lane|scratch|dent|deer"
          "|mirror", 0.6),
    within("~(claim_?amount|^amount$|estimate|damage)", 50, 200_000),
    never("legal brief|plaintiff|refund of order|shipment"),
    form("~^status$", "(?i)(open|submitted|new|filed|under.review|in.review|reviewing"
         "|pending|approved|accepted|rejected|denied|paid|paid.out|settled|closed"
         "|in.progress|assessed|received|investigating|reported).*", "status"),
]  # fmt: skip
QUOTE = [
    holds("symbol", "AAPL"),
    form("name", "Apple.*", "texts"),
    form("exchange", "(?i)nasdaq.*|xnas|nms"),
    each_row("sums", "low <= all <= high", "", lambda r: (
        r.low <= min(r.open, r.price) <= max(r.open, r.price) <= r.high)),
    each_row("sums", "change is from the close", "", lambda r: near(
        r.change, r.price - r.previous_close, 0.02)),
    each_row("sums", "percent of the close", "", lambda r: near(
        r.change_percent, 100 * (r.price / r.previous_close - 1), 0.06)),
    within("change_percent", -15, 15),
    within("price", 50, 600),
    within("volume", 1e5, 5e8),
    within("market_cap", 5e11, 1e13),
    within("pe_ratio", 2, 150),
]  # fmt: skip
ORDER = {
    "customerName": "Ingrid Solheim",
    "email": "ingrid@solheim.example",
    "currency": "NOK",
    "items": [{"sku": "MUG-01", "name": "Stoneware mug", "quantity": 3}],
}
CASES = [
    ("payments", "schema", "/v1/charges/ch_3PqR7sT", CHARGE),
    ("invoices", "schema", "/invoices/INV-2026-0042", INVOICE),
    ("banking", "schema", "/accounts/DE89370400440532013000/transactions"
     "?from=2026-01-01&to=2026-01-31", MOVEMENTS),
    ("payroll", "prompt", "/employees/E-1043/payslips", PAYSLIPS),
    ("shop", "prompt", "/shops/7/products", PRODUCTS),
    ("subscriptions", "prompt", "/subscriptions/sub_8812", SUBSCRIPTION),
    ("shop", "prompt", "/orders", PLACED, ORDER),
    ("lending", "path", "/bank/loans/LN-5521", LOAN),
    ("exchange rates", "path", "/exchange-rates/EUR/JPY", RATE),
    ("auctions", "path", "/auctions", AUCTIONS),
    ("charity", "path", "/charities/3/donations", DONATIONS),
    ("insurance", "path", "/insurance/claims", CLAIMS),
    ("stock market", "schema", "/quotes/AAPL", QUOTE),
]  # fmt: skip
