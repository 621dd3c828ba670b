"""What an expert would check in answers about roads, rooms and goods on their way."""

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
    of_values,
    plain,
    rising,
    so_many,
    within,
)

MAKES = (
    "audi|bmw|mercedes.*|volkswagen|vw|toyota|honda|ford|renault|peugeot|citroen|fiat"
    "|seat|skoda|opel|vauxhall|nissan|mazda|hyundai|kia|volvo|tesla|mini|dacia|suzuki"
    "|subaru|chevrolet|jeep|porsche|cupra|polestar|lexus|mitsubishi|alfa romeo|chrysler"
    "|dodge|cadillac|jaguar|land rover|byd|gmc|ram|buick|acura|infiniti|smart|mg"
)
BIKES = [
    so_many("", 6),
    within("lat", 59.8, 60.05, "places"),
    within("lon", 10.5, 11.0, "places"),
    within("capacity", 6, 80),
    each_row("sums", "bikes and docks fit", "", lambda r: (
        0 <= r.num_bikes_available + r.num_docks_available <= r.capacity
        and min(r.num_bikes_available, r.num_docks_available) >= 0)),
    within("last_reported", NOW - 2 * 86400, NOW, "times"),
    never("GmbH|Ltd|Inc|bike \\d|item"),
    of_list("diversity", "positions differ", "", lambda rs: (
        len({(r.lat, r.lon) for r in rs}) == len(rs))),
]  # fmt: skip
CHARGING = [
    holds("id", "cs-90125"),
    each_row("times", "duration is between", "", lambda r: near(
        r.duration_min, days(r.start_time, r.end_time) * 1440, 1.01)),
    within("duration_min", 5, 1440),
    within("energy_kwh", 1, 120),
    within("max_power_kw", 2.3, 400),
    each_row("sums", "no more energy than power gives", "", lambda r: (
        r.energy_kwh <= r.max_power_kw * r.duration_min / 60 + 0.5)),
    each_row("sums", "the battery is fuller after", "", lambda r: (
        0 <= r.soc_start_pct < r.soc_end_pct <= 100)),
    each_row("quantity", "0.05 to 1.5 a kWh, but for crowns, yen", "", lambda r: (
        0.05 <= r.cost / r.energy_kwh <= (
            1.5 if r.currency in {"EUR", "USD", "GBP", "CHF"} else 80))),
    form("connector_type", "(?i)(iec.*)?(.*(ccs|chademo|type.?[123]|nacs|j1772|schuko"
         "|tesla).*)", "texts"),
    of_values("times", "over already", "end_time", lambda v: moment(v) <= NOW),
]  # fmt: skip
SHIPMENT = [
    holds("tracking_number", "1Z999AA10123456784"),
    form("carrier", "UPS.*", "codes"),
    within("weight_kg", 0.05, 70),
    within("dimensions.length_cm", 5, 200),
    within("dimensions.width_cm", 2, 150),
    within("dimensions.height_cm", 0.5, 150),
    form("origin.country_code", "[A-Z]{2}", "places"),
    each_row("status", "delivered has its time", "", lambda r: (
        (r.get("delivered_at") is not None) == (r.status == "delivered"))),
    each_row("times", "shipped before delivered", "", lambda r: (
        0 < days(r.shipped_at, r.delivered_at) < 45)),
    each_row("times", "the estimate is after the shipping", "", lambda r: (
        0 <= days(r.shipped_at[:10], r.estimated_delivery) <= 30)),
    of_list("times", "events in order", "events", lambda rs: (
        rising([moment(r.timestamp) for r in rs])
        or rising([-moment(r.timestamp) for r in rs]))),
    each_row("times", "no event after the delivery", "", lambda r: (
        max(moment(e.timestamp) for e in r.events) <= moment(r.delivered_at) + 60)),
    each_row("status", "the last event is of the status", "", lambda r: (
        (r.status == "delivered") == any(
            "delivered" in plain(e.status) for e in r.events))),
    about("events.description", "parcel|package|shipment|deliver|arriv|depart|sort|scan"
          "|label|pick|transit|facility|courier|customs|received|depot|hub|vehicle|out"
          "|left|hand|process|item", 0.9),
    each_row("places", "two places", "", lambda r: r.origin.city != r.destination.city),
]  # fmt: skip
STOCK = [
    so_many("", 8),
    holds("warehouse_id", "WH-2"),
    each_row("sums", "available is what is not reserved", "", lambda r: (
        r.available == r.on_hand - r.reserved and r.reserved >= 0)),
    each_row("sums", "value is units at cost", "", lambda r: near(
        r.stock_value, r.on_hand * r.unit_cost, 0.02)),
    each_row("status", "reorder below the point", "", lambda r: (
        r.needs_reorder == (r.available <= r.reorder_point)
        or r.needs_reorder == (r.on_hand <= r.reorder_point))),
    within("unit_cost", 0.01, 3000),
    within("on_hand", 0, 20_000),
    form("location", r"[A-Z]{1,2}-?\d{1,3}(-[A-Z0-9]{1,3}){1,3}"),
    about("product_name", "hammer|drill|screw|saw|wrench|nail|bolt|plier|tape|knife"
                          "|tool"
          "|sander|clamp|ladder|glove|level|file|chisel|spanner|bit|anchor|hinge|paint"
          "|glue|brush|socket|grinder|vice|axe|torch|key|set|lock|cable|hook|bracket"
          "|washer|rope|pipe|sealant|driver|cutter|staple|shovel|planer|router", 0.8),
]  # fmt: skip
VAN = [
    so_many("", 8),
    holds("vin", "WDB9066331S123456"),
    of_list("times", "a minute between points", "", lambda rs: all(
        abs(abs(days(a.timestamp, b.timestamp)) * 1440 - 1) < 0.1
        for a, b in pairwise(rs))),
    within("speed_kmh", 0, 140),
    within("heading", 0, 360),
    within("odometer_km", 10, 600_000),
    within("fuel_level_pct", 1, 100),
    within("engine_rpm", 0, 5000),
    within("coolant_temp_c", -20, 115),
    within("battery_voltage", 11.2, 15),
    of_list("sums", "the odometer goes up with time", "", lambda rs: (
        rising([r.odometer_km for r in sorted(rs, key=lambda r: moment(r.timestamp))])
        and max(r.odometer_km for r in rs) - min(r.odometer_km for r in rs) < 25)),
    of_list("places", "the van goes on from where it was", "", lambda rs: all(
        abs(a.lat - b.lat) < 0.05 and abs(a.lng - b.lng) < 0.05
        for a, b in pairwise(rs))),
    of_list("sums", "fuel hardly changes in a minute", "", lambda rs: all(
        abs(a.fuel_level_pct - b.fuel_level_pct) < 3
        for a, b in pairwise(rs))),
]  # fmt: skip
FLATS = [
    so_many("", 6),
    *has("rent|price", "room|bedroom", "area|size|sqm|square", "address|street|district"
         "|neighbou?rhood|city", "title|description"),
    within("~^(rent|price|monthly_rent|cold_rent|rent_amount)$", 250, 8000),
    within("~(area|size|sqm|square_meters|living_space)(_sqm|_m2)?$", 12, 350),
    within("~^(bed)?rooms$", 1, 9),
    form("~^city$", "Berlin", "places"),
    form("~currency$", "EUR", "places"),
    never("sneakers|headphones|shipping|ocean view|beachfront"),
    about("~description|title|name", "flat|apartment|room|kitchen|balcony|rent|floor"
          "|bright|studio|building|quiet|home|loft|view|bath|living|renovat", 0.7),
]  # fmt: skip
GARAGE = [
    *has("name", "capacity|spaces|total", "free|available|occup", "rate|price|tariff"
                                                                  "|fee",
         "address|street|lat|location"),
    within("~^(capacity|total_spaces|spaces_total|total_spots)$", 10, 5000),
    each_row("sums", "free is not more than all", "", lambda r: (
        (r.get("free_spaces") or r.get("available_spaces") or r.get("available_spots")
         or r.available) <= (r.get("capacity") or r.get("total_spots")
                             or r.total_spaces))),
    within("~(hourly_rate|price_per_hour|rate_per_hour)", 0.3, 30),
    never("garage band|album|repair order|theme park"),
]  # fmt: skip
RENTALS = [
    so_many("", 5),
    form("make", f"(?i){MAKES}|Citroën|Škoda", "texts"),
    within("year", 2012, 2027),
    within("daily_rate", 12, 600),
    each_row("times", "days are between the dates", "", lambda r: (
        r.days in {days(r.pickup_date, r.return_date),
                   days(r.pickup_date, r.return_date) + 1} and r.days >= 1)),
    each_row("sums", "the total is of the days", "", lambda r: near(
        r.total_price, r.days * r.daily_rate, 0.011)),
    within("days", 1, 60),
    within("driver.age", 18, 90),
    form("booking_ref", r"[A-Z0-9-]{5,16}"),
    form("license_plate", r"[A-Z0-9ÄÖÜ][A-Z0-9ÄÖÜ ·-]{3,11}"),
    of_values("sums", "a usual deposit", "deposit", lambda v: 20 <= number(v) <= 3000),
]  # fmt: skip
CASES = [
    ("bike share", "prompt", "/bikeshare/stations", BIKES),
    ("charging", "schema", "/charging-sessions/cs-90125", CHARGING),
    ("parcels", "schema", "/shipments/1Z999AA10123456784", SHIPMENT),
    ("warehouse", "prompt", "/warehouses/WH-2/stock", STOCK),
    ("vehicles", "prompt", "/vehicles/WDB9066331S123456/telemetry", VAN),
    ("real estate", "path", "/real-estate/listings", FLATS),
    ("parking", "path", "/parking/garages/17", GARAGE),
    ("car rental", "prompt", "/car-rentals", RENTALS),
]  # fmt: skip
