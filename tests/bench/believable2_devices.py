"""What an expert would check in answers of locks, lifts, printers."""

from tests.bench.believable2_laws import (
    differ,
)
from tests.bench.believable_laws import (
    about,
    each_row,
    form,
    has,
    holds,
    moment,
    never,
    of_list,
    rising,
    so_many,
    within,
)

LOCKS = [
    so_many("", 6),
    *has("event|type|action", "_at$|time|date", "user|by$|name|person|actor|who",
         "method|source|code|key|trigger|via|battery"),
    about("~^(event|event_type|type|action)$", "lock|unlock|open|close|jam|access"
                                               "|denied"
          "|fail|battery|code|tamper|entry|door|granted|added|alarm|wrong|auto", 0.8),
    each_row("requests", "of this lock", "", lambda r: "front-door" in (
        r.get("lock_id"), r.get("smart_lock_id"), r.get("device_id"), r.get("lock"))),
    never("concert|conference|webinar|ticket price|venue|hair|artist|canal|festival"),
    of_list("times", "in order", "", lambda rs: (
        rising([moment(when(r)) for r in rs])
        or rising([-moment(when(r)) for r in rs]))),
]  # fmt: skip


def when(row):
    """Return the time of an event."""
    return (row.get("timestamp") or row.get("occurred_at") or row.get("created_at")
            or row.get("time") or row.recorded_at)  # fmt: skip


VENDING = [
    so_many("", 6),
    *has("slot|position|code|row|tray", "name|product|item", "price", "quantity|stock"
         "|count|level", "capacity|max"),
    about("~^(name|product|product_name|item|item_name|title)$", "cola|coke|water|chip"
          "|crisp|chocolate|bar|candy|gum|juice|snack|nut|cookie|biscuit|tea|coffee"
          "|soda"
          "|energy|pretzel|sandwich|lemonade|drink|muffin|sprite|fanta|pepsi|milk|fruit"
          "|popcorn|sparkling|mint|granola|wafer|gummy|peanut|cracker|kitkat"
          "|mars", 0.7),
    within("~^(price|unit_price)$", 0.3, 12),
    within("~^(quantity|stock|count|quantity_on_hand|stock_level)$", 0, 60),
    each_row("sums", "no more than fit", "", lambda r: (
        (r.get("quantity") if r.get("quantity") is not None else r.stock)
        <= (r.get("capacity") or r.max_quantity))),
    of_list("diversity", "slots differ", "", lambda rs: differ(
        r.get("slot") or r.get("position") or r.code for r in rs)),
    never("laptop|sneaker|sofa|jacket|excavator|tractor|lathe|keyboard"),
]  # fmt: skip
LIFT = [
    *has("floor", "direction|moving|status|state", "door|capacity|load|passenger",
         "building|location|address|site", "inspect|maint|service"),
    holds("~^(id|elevator_id)$", "E-3"),
    within("~^(current_floor|floor)$", -5, 160),
    within("~(capacity_kg|load_kg|max_load_kg)", 0, 6000),
    within("~^(floors|floor_count|number_of_floors|total_floors)$", 2, 165),
    form("~^status$", "(?i)(in.service|out.of.service|operational|idle|moving|stopped"
         "|maintenance|under.maintenance|active|running|offline|online|fault|ok"
         "|available"
         "|up|down|out.of.order|operating|error|inactive|stand.?by|working|repair).*",
         "status"),
    never("pitch deck|muscle|startup|barbell|email|shirt|price"),
]  # fmt: skip
DRONES = [
    so_many("", 4),
    *has("start|takeoff|_at$|time|date", "duration|minutes|end|land", "altitude|height",
         "distance|area|waypoint|hectare|location", "battery", "pilot|operator|status"),
    within("~^(max_)?altitude(_m)?$", 5, 500),
    within("~^(duration|duration_minutes|duration_min|flight_time_minutes)$", 1, 120),
    within("~battery.*(percent|pct|level|start|end)", 0, 100),
    never("airline|passenger|gate|cabin crew|boarding|lhr|jfk|boeing|airbus|seat"
          "|baggage"
          "|stopover|economy"),
    each_row("requests", "of this drone", "", lambda r: "DR-5" in (
        r.get("drone_id"), r.get("drone"), (r.get("drone") or {}).get("id")
        if isinstance(r.get("drone"), dict) else None)),
    within("~^(max_)?speed(_ms|_m_s|_mps)?$", 0, 40),
]  # fmt: skip
PRINTERS = [
    so_many("", 4),
    *has("name|model", "toner|ink|supply|cartridge", "page|print_count|count", "status"
         "|state|online", "location|room|floor|office", "ip|host|serial|mac"),
    within("~(toner|ink).*(level|percent|pct|remaining)", 0, 100),
    about("~^(name|model|manufacturer|brand|printer_name)$", "print|laser|jet|hp|canon"
          "|epson|brother|xerox|lexmark|ricoh|kyocera|konica|office|mfp|copier|oki"
          "|floor"
          "|samsung|sharp|reception", 0.8),
    form("~^status$", "(?i)(online|offline|ready|idle|printing|error|busy|paper.jam"
         "|out.of.paper|low.toner|toner.low|sleep|maintenance|active|stopped|warming"
         "|standby|operational|jam|processing|available|running|in.use|faulty|warning)"
         ".*", "status"),
    never("novel|author|publisher|isbn|oven|filament|edition"),
]  # fmt: skip
CASES = [
    ("locks", "path", "/smart-locks/front-door/events", LOCKS),
    ("vending", "path", "/vending-machines/41/inventory", VENDING),
    ("lifts", "path", "/elevators/E-3", LIFT),
    ("drones", "path", "/drones/DR-5/flights", DRONES),
    ("printers", "path", "/office-printers", PRINTERS),
]  # fmt: skip
