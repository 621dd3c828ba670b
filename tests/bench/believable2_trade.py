"""What an expert would check in answers of shops and of selling."""

from tests.bench.believable2_laws import differ, just_now, slug, spares
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
    so_many,
    within,
)

GARDEN = (
    "garden|spade|shovel|rake|hoe|prun|shear|trowel|hose|water|secateur|wheelbarrow"
    "|lawn|mower|fork|glove|sprink|seed|hedge|trimmer|axe|saw|lopper|weed|leaf|blower"
    "|cultivator|dibber|kneel|bulb|edger|compost|plant|pot|soil|scythe|sickle|tool|pot"
    "|cutter|knife|nozzle|digging|hand|bucket|twine|nippers|sieve|tiller|chainsaw|reel"
)
ORDER = [
    spares("mail fits the name"),
    holds("order.id", 5500217),
    form("~(_price|_discounts|_tax|_spent|^price)$", r"\d+\.\d\d"),
    each_row("codes", "the name has the number", "order", lambda r: (
        r.name == f"#{r.order_number}")),
    each_row("sums", "items make their total", "order", lambda r: near(
        r.total_line_items_price,
        sum(each.quantity * float(each.price) for each in r.line_items), 0.02)),
    each_row("sums", "subtotal is less discounts", "order", lambda r: near(
        r.subtotal_price,
        number(r.total_line_items_price) - number(r.total_discounts), 0.02)),
    each_row("sums", "total with tax", "order", lambda r: near(
        r.total_price, number(r.subtotal_price) + number(r.total_tax), 0.02)),
    each_row("sums", "tax is at most 27 %", "order", lambda r: (
        number(r.total_tax) <= 0.28 * number(r.subtotal_price))),
    each_row("people", "one address of mail", "order", lambda r: (
        r.email == r.customer.email)),
    each_row("people", "shipped to the customer", "order", lambda r: (
        r.shipping_address.last_name == r.customer.last_name)),
    each_row("sums", "spent at least this", "order.customer", lambda r: (
        r.orders_count >= 1 and number(r.total_spent) > 0)),
    each_row("status", "cancelled has its reason", "order", lambda r: (
        (r.get("cancelled_at") is None) == (r.get("cancel_reason") is None))),
    each_row("status", "shipped has a shipment, unshipped none", "order", lambda r: (
        bool(r.fulfillments) == (r.get("fulfillment_status") is not None))),
    each_row("status", "cancelled is not shipped whole", "order", lambda r: (
        r.get("cancelled_at") is None or r.get("fulfillment_status") != "fulfilled")),
    each_row("times", "shipped after the order", "order", lambda r: all(
        days(r.created_at, each.created_at) >= 0 for each in r.fulfillments)),
    form("order.fulfillments.status", "success|pending|open|cancelled|error|failure"
         "|fulfilled|delivered|shipped|in_transit|processing|confirmed", "status"),
    about("order.fulfillments.tracking_company", "ups|fedex|usps|dhl|gls|dpd|hermes"
          "|royal mail|canada post|australia post|postnl|correos|bpost|colissimo"
          "|la poste"
          "|chronopost|evri|tnt|purolator|poste|swiss|post|bring|dao|inpost|japan"
          "|yamato"
          "|sagawa|blue dart|delhivery|aramex|ontrac|yodel|mondial|brt|sda|seur|mrw"
          "|startrack|toll|deutsche post|austrian|nz|singapore", 1),
    within("order.line_items.quantity", 1, 50),
    within("order.line_items.grams", 1, 60_000),
    form("order.shipping_address.country_code", "[A-Z]{2}", "places"),
]  # fmt: skip
PRODUCTS = [
    so_many("products", 6),
    about("products.title", GARDEN, 0.8),
    about("products.product_type", GARDEN + "|accessor|outdoor|irrigation|hardware"
          "|cutting|power"),
    each_row("codes", "the handle is of the title", "products", lambda r: (
        r.handle.startswith(slug(r.title)[:12]))),
    form("products.variants.price", r"\d+\.\d\d"),
    each_row("sums", "it cost more before", "products.variants", lambda r: (
        float(r.compare_at_price) > float(r.price))),
    within("products.variants.price", 1, 1500),
    each_row("requests", "variants are of the product", "products", lambda r: all(
        each.product_id == r.id for each in r.variants)),
    each_row("sums", "positions count up", "products", lambda r: (
        [each.position for each in r.variants] == [*range(1, len(r.variants) + 1)])),
    each_row("units", "weight fits its unit", "products.variants", lambda r: (
        0.02 <= r.weight / (1000 if r.weight_unit == "g" else 1) <= 60)),
    each_row("status", "a draft is not published", "products", lambda r: (
        (r.get("published_at") is None) == (r.status == "draft")
        or r.status == "archived")),
    of_list("diversity", "skus differ", "products.variants", lambda rs: (
        differ(r.sku for r in rs))),
    never("kitchen|pasta|shirt|phone|laptop|sneaker", "products.title"),
]  # fmt: skip
REVIEWS = [
    so_many("", 6),
    holds("asin", "B07XJ8C8F5"),
    holds("stars", 1),
    never("great|excellent|love it|perfect|very happy|recommended|five stars|best ever"
          "|amazing|delight(ed|ful)|superb|wonderful|well made|fantastic|exactly as",
          "~^(title|text)$"),
    about("text", "vacuum|suction|batter|dust|floor|carpet|clean|charg|brush|filter"
                  "|hair"
          "|cordless|motor|noise|noisy|loud|bin|nozzle|hoover|pet|rug|handle|corner"
          "|return|broke|stopped|refund|disappoint|waste", 0.8),
    about("text", "vacuum|suction|batter|dust|floor|carpet|clean|charg|brush|filter"
                  "|hair"
          "|cordless|motor|noise|noisy|loud|bin|nozzle|hoover", 0.5),
    within("helpful_votes", 0, 3000),
    each_row("times", "in the past", "", lambda r: moment(r.date) <= NOW),
    of_list("diversity", "authors differ", "", lambda rs: differ(
        r.author for r in rs)),
    never("hotel|dish|waiter|chapter|course|driver"),
]  # fmt: skip
CART = [
    holds("cart_id", "crt_90x"),
    each_row("sums", "lines", "items", lambda r: near(
        r.line_total, r.quantity * r.unit_price)),
    each_row("sums", "subtotal", "", lambda r: near(
        r.subtotal, sum(each.line_total for each in r["items"]), 0.02)),
    each_row("sums", "total", "", lambda r: near(
        r.total, r.subtotal + r.shipping - r.discount, 0.02)),
    each_row("sums", "counted", "", lambda r: r.item_count in (
        len(r["items"]), sum(each.quantity for each in r["items"]))),
    each_row("sums", "a discount is a part", "", lambda r: (
        0 <= r.discount <= 0.6 * r.subtotal)),
    within("shipping", 0, 40),
    within("items.quantity", 1, 30),
    within("items.unit_price", 0.3, 200),
    about("items.name", "dog|cat|pet|kibble|treat|food|bird|fish|rabbit|hamster|puppy"
          "|kitten|chew|bone|litter|salmon|chicken|biscuit|snack|paw|hay|seed|pouch|dry"
          "|wet|leash|bowl|dental", 0.8),
    form("items.image_url", r"https?://.+\.(jpe?g|png|webp|avif)(\?.*)?|https?://.+"),
    each_row("times", "changed in the last weeks", "", lambda r: (
        0 <= days(r.updated_at, NOW) <= 60)),
]  # fmt: skip
COUPON = [
    holds("code", "SPRING25"),
    holds("~^(percent_off|percent|discount_percent)$", 25),
    holds("~^expires_at$", "2026-05-31"),
    *has("id", "status|active|enabled", "created"),
    within("~^(times_redeemed|used_count|redemptions|usage_count"
           "|uses)$", 0, 0, "status"),
    each_row("times", "made just now", "", lambda r: (
        just_now(r.created_at))),
    form("~^status$", "(?i)active|scheduled|draft|created|enabled|new|valid|pending",
         "status"),
]  # fmt: skip
LISTING = [
    *has("title|name", "price", "currency", "quantity|stock|available", "material|desc",
         "shop|seller|maker|artist"),
    about("~^(title|name)$", "mug|cup|ceramic|stoneware|pottery", 1),
    about("~^description$", "mug|cup|ceramic|clay|glaz|hand|kiln|potter|stoneware"
          "|coffee|tea", 1),
    within("~^price$", 5, 150),
    holds("~^(id|listing_id)$", 1044),
    never("bedroom|property|square|employee|sqft|landlord|bathroom"),
]  # fmt: skip
RETURNS = [
    so_many("", 6),
    about("item.name", "shoe|boot|sneaker|sandal|loafer|trainer|heel|runner|flat|mule"
          "|slipper|pump|oxford|derby|clog|brogue|moccasin|run|trail|espadrille"
          "|walk", 0.8),
    each_row("quantity", "a size of shoes", "item", lambda r: (
        3 <= number(r.size.upper().replace("EU", "").replace("UK", "").replace(
            "US", "").replace(",", ".")) <= 50)),
    each_row("sums", "refunded at most the price", "", lambda r: (
        0 <= r.refund_amount <= r["item"].price + 0.001)),
    each_row("status", "refunded has its time", "", lambda r: (
        (r.get("refunded_at") is not None) == (r.status == "refunded"))),
    each_row("status", "not received before it came", "", lambda r: (
        r.status not in ("requested", "in_transit") or r.get("received_at") is None)),
    each_row("status", "received has its time", "", lambda r: (
        r.status not in ("received", "refunded") or r.get("received_at") is not None)),
    each_row("times", "in order", "", lambda r: (
        days(r.requested_at, r.received_at) >= 0
        and (r.get("refunded_at") is None or days(r.received_at, r.refunded_at) >= 0))),
    about("reason", "size|small|large|fit|defect|damag|wrong|changed|describ|color"
                    "|colour"
          "|late|quality|comfort|big|tight|narrow|wide|mistake|fault|longer needed"
          "|arriv"
          "|unwanted|duplicate|expected|broken|mind|price|missing|torn|scratch", 0.8),
    form("condition", "(?i).*(new|unworn|worn|used|damaged|defective|open|seal|good"
         "|fair|faulty|original|unopened|like|mint|poor|excellent|resalable|intact).*",
         "texts"),
    of_list("places", "one currency", "", lambda rs: (
        len({r.currency for r in rs}) == 1)),
]  # fmt: skip
PURCHASES = [
    so_many("", 4),
    *has("number|id|reference", "supplier|vendor", "status|state", "total|amount",
         "date|_at$|_on$", "items|lines|products|quantity", "currency"),
    about("~^(name|description|item|product|product_name|title|item_name)$", "flour"
          "|butter|sugar|egg|yeast|milk|salt|cream|oil|nut|chocolate|seed|grain|rye"
          "|wheat"
          "|oven|bak|bread|cake|pastry|paper|packag|almond|vanilla|cocoa|fruit|box|bag"
          "|dough|malt|honey|raisin|spelt|cinnamon|tin|tray|mix|supply|mill", 0.5),
    within("~^(total|total_amount|amount)$", 5, 100_000),
    never("laptop|sneaker|headphone|jeans|t-shirt|desk lamp|monitor|yoga"),
]  # fmt: skip
COUPONED = {"code": "SPRING25", "percentOff": 25, "expiresAt": "2026-05-31"}
CASES = [
    ("shop orders", "schema", "/admin/api/2024-01/orders/5500217", ORDER),
    ("garden tools", "prompt", "/admin/api/2024-01/products", PRODUCTS),
    ("reviews", "prompt", "/products/B07XJ8C8F5/reviews?stars=1", REVIEWS),
    ("carts", "prompt", "/carts/crt_90x", CART),
    ("coupons", "path", "/coupons", COUPON, COUPONED),
    ("marketplace", "path", "/marketplace/listings/1044", LISTING),
    ("returns", "prompt", "/returns", RETURNS),
    ("purchasing", "path", "/purchase-orders", PURCHASES),
]  # fmt: skip
