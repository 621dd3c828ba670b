"""Moving things: shipments, vehicles, warehouses."""

from mockforge.synthesis.lexicons.lexicon import Lexicon, bars, lines

LEXICON = Lexicon(
    "logistics",
    """logistics shipping shipment shipments delivery deliveries freight cargo warehouse
    fleet vehicle vehicles truck driver route package parcel tracking courier container
    supply""",
    kinds={
        "shipment": {
            "status": bars("""label_created|in_transit|in_transit|out_for_delivery|
                delivered|delivered|exception"""),
            "type": bars("parcel|pallet|container|envelope"),
            "description": lines("""
                {digit} pallets of household goods
                Spare parts, fragile
                Consumer electronics, {small} cartons
                Chilled goods, keep below 6 °C
            """),
            "note": bars(
                "Call before delivery|Fragile|Dock {digit} only|Tail lift needed"
            ),
        },
        "tracking": {
            "description": lines("""
                Departed the facility in {city}
                Arrived at the sorting centre in {city}
                Out for delivery
                Picked up from the sender
                Customs clearance completed
            """),
            "status": bars("picked_up|in_transit|out_for_delivery|delivered"),
        },
        "vehicle": {
            "name": bars("Van {small}|Truck {letter}{digit}|Unit {small}"),
            "brand": bars("Ford|Mercedes-Benz|Volvo|Toyota|Renault|Scania"),
            "model": bars("Transit|Sprinter|FH16|Corolla|Master|R 450"),
            "type": bars("van|truck|car|cargo_bike|trailer"),
            "status": bars("available|on_route|on_route|maintenance"),
        },
        "warehouse": {
            "name": bars("{city} Distribution Center|{city} North Depot|Hub {city}"),
            "type": bars("distribution|cold_storage|cross_dock|returns"),
            "status": bars("operational|operational|at_capacity"),
        },
        "route": {
            "name": bars(
                "{city} Ring|North Loop {digit}|Harbor Run|Express {letter}{digit}"
            ),
            "status": bars("planned|active|completed"),
        },
        "carrier": {
            "name": bars("UPS|FedEx|DHL Express|USPS|DPD|GLS|Maersk"),
        },
    },
    texts={
        "company": bars(
            "Northline Freight|Bluewater Cargo|Crossway Logistics|Swift Haul"
        ),
        "message": lines("""
            Shipment {code} left the hub in {city}.
            Delivery attempted, nobody at home.
            Your parcel arrives on {day}.
            Route changed due to roadworks near {city}.
        """),
        "reason": bars("Address not found|Recipient absent|Damaged|Weather delay"),
    },
    slots={
        "topic": bars("last-mile delivery|route planning|cold storage|customs"),
        "audience": bars("online shops|manufacturers|wholesalers"),
        "offering": bars("freight forwarding|warehousing|same-day delivery"),
    },
)
