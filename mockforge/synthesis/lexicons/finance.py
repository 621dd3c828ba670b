"""Money: accounts, payments, cards, invoices, markets."""

from mockforge.synthesis.lexicons.lexicon import Lexicon, bars, lines

LEXICON = Lexicon(
    "finance",
    """finance financial bank banking payment payments transaction transactions invoice
    invoices account loan loans credit debit card wallet ledger fintech trading stock
    stocks market portfolio investment insurance claim policy crypto fund tax""",
    kinds={
        "transaction": {
            "status": bars("completed|completed|completed|pending|failed|reversed"),
            "type": bars("debit|debit|credit|transfer|refund|fee"),
            "category": bars("""groceries|transport|utilities|rent|salary|dining|
                entertainment|subscriptions|travel|healthcare"""),
            "description": lines("""
                Card payment at {shop}
                Direct debit {utility}
                Salary {month}
                Transfer to {first} {last}
                Standing order, rent {month}
                Refund from {shop}
                Cash withdrawal, {city}
                Subscription {subscribed}
            """),
            "company": bars("""Corner Market|Blue Bottle Coffee|City Transit|Nordic
                Energy|
                Harbor Books|Greenleaf Pharmacy|Metro Cinema|Sunrise Bakery"""),
            "channel": bars("card|online|atm|branch|mobile"),
        },
        "payment": {
            "status": bars("succeeded|succeeded|succeeded|pending|failed|refunded"),
            "type": bars("card|bank_transfer|wallet|direct_debit"),
            "description": lines("""
                Payment for invoice {code}
                Order {code}
                Monthly subscription, {month}
                Deposit for booking {code}
            """),
            "reason": bars("""insufficient_funds|card_declined|expired_card|
                authentication_required"""),
        },
        "invoice": {
            "status": bars("paid|paid|sent|draft|overdue|void"),
            "description": lines("""
                Consulting services, {month}
                Annual licence and support
                Design work, phase {digit}
                Hosting and maintenance, {month}
            """),
            "note": lines("""
                Payable within 30 days.
                Thank you for your business.
                Please quote the invoice number.
            """),
            "type": bars("standard|credit_note|proforma"),
        },
        "account": {
            "name": bars("""Everyday Checking|Emergency Savings|Joint Account|
                Business Current|Holiday Fund|Retirement Savings|Travel Card"""),
            "type": bars("checking|savings|credit|investment|business"),
            "status": bars("active|active|active|frozen|closed"),
        },
        "loan": {
            "name": bars("Home Loan|Car Loan|Student Loan|Personal Loan|Bridge Loan"),
            "type": bars("mortgage|auto|personal|student"),
            "status": bars("approved|active|active|under_review|paid_off|rejected"),
            "reason": bars("home renovation|car purchase|debt consolidation|tuition"),
        },
        "card": {
            "status": bars("active|active|active|blocked|expired"),
            "type": bars("debit|credit|prepaid|virtual"),
            "name": bars("Everyday Card|Travel Rewards|Business Platinum|Student Card"),
        },
        "claim": {
            "status": bars("submitted|under_review|approved|paid|rejected"),
            "type": bars("auto|home|health|travel|liability"),
            "description": lines("""
                Water damage in the kitchen after a burst pipe.
                Rear-end collision at low speed, no injuries.
                Suitcase lost on the way to {city}.
                Storm damage to the roof and gutter.
            """),
        },
        "policy": {
            "name": bars("Home Comfort|Drive Safe|Family Health|Travel Plus|Term Life"),
            "type": bars("home|auto|health|travel|life"),
            "status": bars("active|active|lapsed|pending|cancelled"),
        },
        "trade": {
            "type": bars("buy|sell"),
            "status": bars("filled|filled|partially_filled|open|cancelled"),
            "side": bars("buy|sell"),
        },
        "stock": {
            "company": bars("Apple Inc.|Microsoft Corporation|NVIDIA Corporation"),
            "name": bars("""Apple Inc.|Alphabet Inc.|Microsoft Corporation|Amazon.com,
                Inc.|
                NVIDIA Corporation|Tesla, Inc.|Meta Platforms, Inc.|JPMorgan Chase &
                Co."""),
        },
        "portfolio": {
            "name": bars(
                "Growth Portfolio|Income Portfolio|Retirement 2045|Green Future"
            ),
            "type": bars("balanced|growth|income|index"),
        },
        "budget": {
            "name": bars("Groceries|Travel|Marketing Q3|Home Repairs|Team Events"),
        },
    },
    texts={
        "status": bars("active|active|pending|completed|closed"),
        "severity": bars("low|medium|high"),
        "message": lines("""
            A payment of {money} was received.
            Your card ending in {four} was used in {city}.
            Your balance is below {money}.
            Your statement for {month} is ready.
        """),
        "department": bars("Risk|Compliance|Treasury|Retail Banking|Operations"),
    },
    slots={
        "shop": bars("""Corner Market|Blue Bottle Coffee|City Transit|Harbor Books|
            Greenleaf Pharmacy|Sunrise Bakery|Parkside Cinema|Nordic Outfitters"""),
        "utility": bars("Nordic Energy|City Water|Fibrelink|Metro Gas"),
        "subscribed": bars("music streaming|cloud storage|newspaper|gym"),
        "topic": bars("budgeting|risk reviews|card payments|tax season|savings"),
        "audience": bars("private clients|small businesses|first-time buyers"),
        "offering": bars("payments|lending|wealth management|insurance|bookkeeping"),
    },
)
