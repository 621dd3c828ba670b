"""Shops: what is sold, ordered, paid and sent."""

from mockforge.synthesis.lexicons.lexicon import Lexicon, bars, lines

LEXICON = Lexicon(
    "ecommerce",
    """shop shopping store retail ecommerce commerce product products catalog catalogue
    cart checkout order orders merchandise marketplace inventory customer wishlist""",
    kinds={
        "order": {
            "status": bars("pending|processing|shipped|delivered|delivered|cancelled"),
            "type": bars("online|in_store|phone"),
            "channel": bars("web|mobile_app|marketplace|in_store"),
            "note": lines("""
                Leave at the front desk.
                Please ring twice.
                Gift order, no invoice in the parcel.
                Deliver after 5 pm if possible.
            """),
            "tags": bars("gift|priority|repeat-customer|international|pre-order"),
        },
        "product": {
            "status": bars("active|active|active|out_of_stock|discontinued"),
            "type": bars("simple|variable|bundle"),
            "tags": bars("""bestseller|new-arrival|sale|limited-edition|eco-friendly|
                gift-idea|premium|staff-pick|free-shipping"""),
            "condition": bars("new|new|new|refurbished"),
        },
        "review": {
            "name": bars("""Better than expected|Exactly what I needed|Good, not great|
                Would buy again|Solid quality|Five stars|Arrived damaged|Great gift|
                Worth every cent|Disappointed|Does the job"""),
            "status": bars("published|published|pending|rejected"),
        },
        "coupon": {
            "name": bars("""Summer Sale|Welcome Discount|Black Friday|Free Shipping
                Week|
                Birthday Treat|Loyalty Reward"""),
            "description": lines("""
                {percent}% off your first order.
                Free delivery on orders over {money}.
                {percent}% off selected items until the end of the {period}.
            """),
            "type": bars("percentage|fixed_amount|free_shipping"),
            "status": bars("active|active|expired|scheduled"),
        },
        "return": {
            "status": bars("requested|approved|received|refunded|rejected"),
            "reason": bars("""Wrong size|Damaged in transit|Not as described|
                Changed my mind|Arrived too late|Defective"""),
        },
        "refund": {
            "status": bars("pending|approved|completed|rejected"),
            "reason": bars("Damaged in transit|Wrong item sent|Order cancelled|Late"),
        },
        "cart": {"status": bars("active|active|abandoned|converted")},
        "campaign": {
            "name": bars("""Spring Launch|Back to School|Holiday Gift Guide|Win-Back|
                Refer a Friend|Cyber Week|Summer Clearance"""),
            "status": bars("draft|scheduled|running|completed"),
            "type": bars("email|social|search|display"),
        },
    },
    texts={
        "tier": bars("bronze|silver|gold|platinum"),
        "message": lines("""
            Your order {code} has been shipped.
            Your parcel arrives on {day} between 9 and 12.
            Order {code} was delivered. Enjoy!
            We received your return for order {code}.
            Payment for order {code} was confirmed.
            New order {code}: {digit} items, {money}.
        """),
        "department": bars("Warehouse|Merchandising|Customer Care|Online Store"),
    },
    slots={
        "topic": bars("delivery|returns|the new collection|gift wrapping|sizes"),
        "audience": bars("everyday shoppers|gift givers|bargain hunters|new parents"),
        "offering": bars("home goods|fashion|electronics|outdoor gear|gifts"),
    },
)
