"""Numbers that belong together, by what their names mean."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from mockforge.synthesis import notions
from mockforge.synthesis.kinds import kind_of
from mockforge.synthesis.naming import singular, words_of

_ROWS = """
amount: original|original payment|amount|charge|gross|payment|transaction
captured: received|captured|capture|settled
authorized: authorized|authorised
refunded: refunded|refund|total refund|refundable
fee: fee|processing fee|application fee|transaction fee|platform fee|commission
own fee: application fee|processing fee|transaction fee|platform fee|stripe fee|
  payment fee|gateway fee|merchant fee|marketplace fee
net: net|payout|net payout|proceed|net payment
subtotal: base fare|base price|base cost|base total|subtotal|sub total|item total|
  net total|total excl tax|total before tax|pre tax|merchandise total|total net|
  product total|total excluding tax|net
tax: tax|vat|gst|sale tax|tax total|hst|iva|mwst|vat total|tax vat
sales tax: vat|gst|sale tax|hst|mwst|iva
tax rate: tax rate|vat rate|tax percent|vat percent|tax percentage|vat percentage|
  gst rate|sale tax rate|tax pct|vat pct|gst percent
shipping: shipping|shipping cost|shipping fee|delivery fee|delivery cost|freight|
  postage|shipping total|shipping price|delivery charge|shipping charge|delivery
handling: handling|handling fee|packaging|packaging fee|insurance fee
service fee: fee|service fee|service charge|booking fee|surcharge|cleaning fee|
  convenience fee
tip: tip|gratuity
discount: discount|discount total|total discount|saving|promo discount|
  coupon discount|rebate|promotion discount
discount percent: discount percent|discount percentage|percent off|discount rate|
  discount pct|percentage off
total: total|grand total|order total|invoice total|total price|total cost|total gross|
  gross total|total incl tax|final total|total fare|cart total|total including tax|
  total charge|final price|gross|total to pay|amount|total due|price total
paid: paid|total paid|paid to date|payment received|prepaid|deposit paid
due: due|balance due|outstanding|remaining|unpaid|balance|total due|left to pay|
  remaining balance|outstanding balance|open|balance remaining|owed|owing|payable
gross pay: gross|gross pay|gross salary|gross wage|gross income|gross earning
net pay: net|net pay|net salary|net wage|take home pay|take home|net income
base pay: base salary|base pay|basic salary|basic pay|basic|regular pay
bonus: bonus|performance bonus
overtime: overtime|overtime pay
allowance: allowance|benefit
income tax: tax|income tax|federal tax|tax withheld|withholding tax|wage tax|paye|
  tax deducted|taxe
state tax: state tax|local tax|solidarity surcharge|church tax
social security: social security|social security contribution|national insurance|fica|
  social contribution|payroll tax
medicare: medicare|medicare tax
pension: pension|pension contribution|retirement|retirement contribution|401 k
insurance: health insurance|insurance|medical insurance|health insurance contribution
deductions: deduction|total deduction|total deducted
hours: hour|hour worked|worked hour|total hour|regular hour
hourly: hourly rate|pay rate|hourly wage|rate per hour|wage per hour
budget: budget|allocated|planned|allocation|budgeted|total budget
spent: spent|used|actual|actual cost|expense|cost to date|consumed|total spent|spend
remaining: remaining|left|available|remaining budget|balance|unspent
percent used: percent used|used percent|percentage used|spent percent|utilization|
  percent spent|percentage spent|utilisation|used percentage|budget used|usage percent
revenue: revenue|turnover|sale|total sale|total revenue|box office|worldwide gross|
  income|net sale
expenses: expense|cost|total expense|operating expense|total cost|operating cost
cogs: cogs|cost of good sold|cost of good|cost of sale
gross profit: gross profit
profit: profit|net profit|net income|earning|operating profit
margin: margin|profit margin|net margin|margin percent
gross margin: gross margin|gross profit margin
principal: principal|loan|borrowed|principal balance|original principal|principle
interest rate: interest rate|rate|apr|annual rate|annual interest rate|apr percent|
  interest
term months: term month|term|duration month|loan term month|loan term|tenure month|
  tenor month|number of payment|month|number of installment
term years: term year|loan term year|year
installment: monthly payment|installment|emi|monthly installment|instalment|
  monthly instalment|payment
interest total: total interest|interest total|interest paid
payable: total payable|total repayment|total payment|total cost|total repayable
loan left: outstanding balance|remaining balance|outstanding|outstanding principal|
  balance|current balance|remaining
loan paid: paid|paid to date|total paid|repaid|principal paid
shares: share|quantity|unit|qty|holding|position size
price: price|current price|last price|market price|unit price|last|close
average cost: avg cost|average cost|average price|avg price|cost per share|
  purchase price|buy price|entry price|avg buy price|average entry price
market value: market|market value|current|position|worth
cost basis: cost basis|total cost|invested|book|cost|book value
gain: gain|gain loss|unrealized gain|profit loss|unrealized pnl|pnl|profit|return|
  unrealized pl|unrealized gain loss|total gain
gain percent: gain percent|gain loss percent|return percent|pnl percent|
  unrealized gain percent|profit percent|gain pct|return pct|gain percentage
previous: previous close|prev close|previous price|prior close|close previous|
  last close
change: change|price change|day change|net change|change 24 h|daily change
change percent: change percent|percent change|change pct|price change percent|
  day change percent|change percentage|price change percentage|percent change 24 h|
  change percent 24 h|price change percent 24 h
list price: original price|list price|regular price|compare at price|msrp|
  retail price|full price|was price|rrp|price before discount|base price|old price
sale price: sale price|discounted price|price|current price|special price|now price|
  offer price|selling price|final price|price after discount
reduced: sale price|discounted price|promo price|special price|offer price
cost price: cost price|cost|unit cost|wholesale price|purchase price|buying price
won: win|won|victory
lost: loss|lost|defeat
drawn: draw|drawn|tie|tied
played: played|game played|match played|game|matche|total game|total matche|match|
  total match
win rate: win rate|win percentage|win percent|win pct|winning percentage|win ratio
goals for: goal for|goal scored|gf|scored|points for|run scored
goals against: goal against|goal conceded|ga|conceded|points against
goal difference: goal difference|goal diff|gd|difference|point difference
page views: page view|pageview|screen view
visits: visit|session|total visit|view
unique: unique visitor|unique visit|unique user|unique|unique view|user|visitor|
  unique pageview
nightly worth: nightly worth
standing: unlock fee|unlock|flag fall|standing charge|base fee|fixed charge|
  basic charge|standing fee|base fare
rent: rent|monthly rent|rent per month
guest count: total|guest|total guest|party size|total people|number of guest
adults: adult|number of adult
children: child|children|kid|number of child|number of children
infants: infant|baby
odometer start: odometer start|start odometer|start mileage|mileage start|start km|
  odometer out|odometer before
odometer end: odometer end|end odometer|end mileage|mileage end|end km|odometer in|
  odometer after
distance: distance|distance km|km driven|kilometer|distance travelled|mile driven|
  total distance|distance traveled|distance driven|distance mile|km
old reading: previous reading|start reading|opening reading|last reading|
  reading start|meter start|previous meter reading
new reading: current reading|end reading|closing reading|reading end|meter end|
  present reading|current meter reading|reading|meter reading|
  reading value|index value|meter value
total pay: total pay|pay|earning|earned|wage total|amount earned
cost per conversion: cost per conversion|cpa|cost per acquisition|cost per lead
claimed: claimed|claim|requested|amount claimed|estimated|loss|estimated damage
granted: approved|approved claim|settled|settlement|granted
paid claim: paid|paid out|payout
stock: stock|quantity on hand|on hand|qty on hand|stock quantity|quantity|qty
stock value: inventory|inventory value|stock value|total value|stock total value
prep time: prep time|preparation time|prep
cook time: cook time|cooking time|cook
total time: total time|ready|ready time|time
usable: available balance|available
pending balance: pending balance
account balance: balance|current balance|ledger balance|book balance
league points: point
debited: total debited|debited|total charged|total deducted
converted: converted|received|target|destination
exchange rate: exchange rate|fx rate|conversion rate|rate
initial balance: initial balance|original balance|initial|face
current balance: current balance|remaining balance|balance
earnings: total earning|driver earning|total payout
delivery fee: delivery fee|base pay|base fare
year high: week 52 high|52 week high|year high|high 52 week|fifty two week high
year low: week 52 low|52 week low|year low|low 52 week|fifty two week low
per minute: per minute rate|rate per minute|price per minute|per minute|minute rate
minutes: duration|duration minute|ride minute|total minute
notional: gross|notional|trade value|gross value
now value: current|current value|this month|this week
then value: previous|previous value|prior|last month|last week
mrr: mrr|total mrr
arpu: arpu|average revenue per user|revenue per user
market cap: market cap|market capitalization|marketcap
circulating: circulating supply
total supply: total supply
new users: new user|new visitor|new customer
users: subscriber|user|visitor|total user|active user|customer
started count: started|total started
completed count: completed|total completed
completion rate: completion rate|completion percent|completion percentage
exam score: score|mark|mark obtained|obtained mark|points earned|point earned
max score: max score|maximum score|max mark|total mark|possible point|max point|
  total point|maximum mark
exam percent: percentage|percent|score percent|score percentage
annual value: annual value|annual|yearly value
contract value: value|contract value|total value|total contract value
term years: term year|year
taxable: taxable income|taxable
owed: tax owed|tax due|tax liability|total tax
tax paid: tax paid|tax withheld|withheld
refund due: refund due|refund
property value: property value|home price|property price|home value|purchase price
down payment: down payment|deposit
deposit: deposit|down payment|advance payment|security deposit
conversions: conversion|signup|purchase|order|sign up|checkout|lead
conversion rate: conversion rate|cvr|conversion|conversion percent
impressions: impression|view|ad view
clicks: click|total click|link click
ctr: ctr|click through rate|click rate|clickthrough rate
reach: reach|unique reach
sent: sent|recipient|total sent|email sent|message sent
delivered: delivered|total delivered
opened: opened|open|unique open
clicked: clicked|click|unique click
bounced: bounced|bounce
unsubscribed: unsubscribed|unsubscribe
delivery rate: delivery rate
open rate: open rate
click rate: click rate|click through rate|ctr
bounce rate: bounce rate
ad spend: ad spend|spend|cost|spent|ad cost
cpc: cpc|cost per click
order count: order|total order|order count|purchase
order value: average order value|aov|avg order value|average order
requests: request|total request|request count|hit
errors: error|failed request|error count|failure|total error|failed
error rate: error rate|failure rate|error percent|error percentage
success rate: success rate|success percent|success percentage
voters: registered voter|eligible voter|electorate
ballots: vote cast|ballot cast|total vote|valid vote|vote total|ballot
turnout: turnout|voter turnout|turnout percent|turnout percentage
population: population|inhabitant
area: area km 2|area sq km|area|area km|land area km 2
density: density|population density
cases: case|confirmed case|total case|confirmed
deaths: death|total death
recovered: recovered|total recovered
nights: night|number of night|night count|total night
nightly: price per night|nightly rate|rate per night|nightly price|room rate|
  night price
stay total: total|total price|total cost|total amount|grand total|amount
days: day|number of day|rental day|day count
daily: daily rate|price per day|rate per day|day rate
liters: liter|litre|gallon|fuel volume|quantity liter
per liter: price per liter|price per litre|price per gallon|unit price
fuel total: total|total cost|cost|amount
consumption: consumption|usage|consumed|consumption m 3|usage m 3|
  consumption kwh|kwh|usage kwh|energy kwh|consumed kwh|unit consumed
per kwh: rate|tariff|price per kwh|rate per kwh|tariff per kwh|unit rate
before: balance before|previous balance|opening balance|starting balance|
  start balance|beginning balance
capacity: capacity|capacity m 3|capacity liter|capacity litre|tank capacity|
  max volume|capacity gal|storage capacity|capacity mcm|total capacity
filled: current m 3|current volume|current liter|current litre|stored|volume|volume m 3|
  current storage|current amount|filled|current fill|storage|current level liter
fill percent: fill percent|fill level|fill pct|percent full|fill percentage|
  fill level percent|level percent|percentage full|fill level pct
moving time: moving time|moving time second
elapsed time: elapsed time|elapsed time second
pm 1: pm 1
pm 25: pm 25|pm 2 5|pm 2.5
pm 10: pm 10
after: balance after|running balance|new balance|closing balance|resulting balance|
  ending balance|end balance
"""
_FILL = frozenset(("amount", "value", "usd", "eur", "gbp", "cent", "minor", "in", "of",
                   "the", "number", "num", "count", "minute", "min"))  # fmt: skip
_LEADS = frozenset(("current", "my", "final", "estimated", "line", "ytd"))
_SAID = {"pct": "percent", "percentage": "percent", "avg": "average"}


def _key(words: tuple[str, ...]) -> frozenset[str]:
    ones = frozenset(_SAID.get(word, word) for word in map(singular, words))
    return ones - _FILL or ones


def _table() -> dict[frozenset[str], tuple[str, ...]]:
    found: dict[frozenset[str], tuple[str, ...]] = {}
    rows = _ROWS + notions.ROWS.lstrip()
    for line in rows.replace("\n  ", "").strip().splitlines():
        concept, _, names = line.partition(": ")
        for name in names.split("|"):
            key = _key(tuple(name.split()))
            found[key] = tuple(dict.fromkeys((*found.get(key, ()), concept)))
    return found


_BY_WORDS = _table()
CONCEPTS = frozenset(one for several in _BY_WORDS.values() for one in several)
"""All that a number may be."""


@lru_cache(maxsize=4096)
def concepts_of(name: str) -> tuple[tuple[str, ...], bool]:
    """Return what a number called *name* may be, and whether all its words say so."""
    words = words_of(name)
    found = _BY_WORDS.get(_key(words)) if words else None
    if found is not None:
        return found, True
    for start in range(1, len(words)):
        before = words[:start]
        if words[start:] == ("total",) and singular(before[-1]) != before[-1]:
            continue
        if kind_of(before[-1]) or before[-1] in _LEADS:
            found = _BY_WORDS.get(_key(words[start:]))
            if found is not None:
                return found, False
    if "total" in words and len(words) > 1:
        rest = tuple(word for word in words if word != "total")
        return _BY_WORDS.get(_key(rest), ()), False
    if len(words) > 1 and words[-1] in _UNITS:
        return concepts_of("_".join(words[:-1]))
    return (), False


_UNITS = frozenset(("km", "mi", "miles", "l", "liters", "litres", "kwh", "kg", "g"))


@lru_cache(maxsize=2048)
def meant(names: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    """Return the *names* of each concept, those first whose words all say so."""
    sure: dict[str, list[str]] = {}
    other: dict[str, list[str]] = {}
    for name in names:
        found, is_whole = concepts_of(name)
        for concept in found:
            (sure if is_whole else other).setdefault(concept, []).append(name)
    for concept, several in other.items():
        sure.setdefault(concept, []).extend(several)
    is_bill = "taxable" not in sure and (not _BILLED.isdisjoint(sure) or any(
        not _BILL.isdisjoint(words_of(name)) for name in names))  # fmt: skip
    return {concept: tuple(several) for concept, several in sure.items()
            if not (is_bill and concept in _WAGES)}  # fmt: skip


_BILLED = frozenset(("tax rate", "sales tax", "shipping", "paid", "discount"))
_BILL = frozenset(("line", "lines", "items", "positions", "invoice", "issued", "due",
                   "fee", "refund", "refunded", "subtotal", "settlement",
                   "payout"))  # fmt: skip
_WAGES = frozenset(("gross pay", "net pay", "base pay", "income tax", "state tax",
                    "deductions"))  # fmt: skip
"""What is never said of wages in an object that is a bill."""
