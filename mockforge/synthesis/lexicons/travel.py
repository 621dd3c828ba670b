"""Travel: hotels, flights, bookings, homes to let."""

from mockforge.synthesis.lexicons.lexicon import Lexicon, bars, lines

LEXICON = Lexicon(
    "travel",
    """travel trip trips hotel hotels flight flights booking bookings reservation
    airline
    destination tour tourism room rooms vacation holiday airport itinerary guest
    property
    properties listing listings apartment rental rent estate""",
    kinds={
        "hotel": {
            "name": bars("""Hotel {surname}|The {Adjective} Lantern|{city} Grand|
                Casa {surname}|{Place} Inn|Hotel Miramar {city}|The Old Mill {city}"""),
            "description": lines("""
                A quiet hotel five minutes from the centre of {city}, with a garden and
                  breakfast until noon.
                Bright rooms, a rooftop bar and the best view over {city}.
                A family-run house with {small} rooms near the main station.
            """),
            "category": bars("boutique|business|resort|budget|luxury"),
            "type": bars("hotel|hostel|resort|guesthouse"),
            "amenities": bars("""free Wi-Fi|breakfast included|spa|rooftop bar|gym|
                airport shuttle|pool|pet friendly|parking"""),
        },
        "room": {
            "name": bars("""Deluxe Double|Classic Twin|Garden Suite|Family Room|
                Single with Balcony|Penthouse Suite"""),
            "type": bars("single|double|twin|suite"),
            "description": lines("""
                Quiet side of the house, with a view of the garden.
                Bright room with a desk and a walk-in shower.
                Under the roof, with a small balcony.
                Two large windows and a sofa bed for a third guest.
            """),
            "status": bars("available|available|occupied|cleaning"),
        },
        "flight": {
            "status": bars("scheduled|on_time|on_time|delayed|landed|cancelled"),
            "company": bars("Aerlink|Nordwind|Pacific Crest Air|Iberwave|Skybridge"),
            "type": bars("economy|premium_economy|business"),
        },
        "booking": {
            "status": bars("confirmed|confirmed|pending|checked_in|cancelled"),
            "type": bars("hotel|flight|package|tour"),
            "note": bars("""Late arrival, around 11 pm|Quiet room, please|Travelling
                with
                a baby|Vegetarian meal|High floor if possible"""),
        },
        "destination": {
            "name": bars("{city}"),
            "description": lines("""
                Old streets, long beaches and a food market that opens at dawn.
                Museums in the morning, river walks in the evening.
                Best from April to June, before the summer crowds.
            """),
        },
        "trip": {
            "name": bars("""Long Weekend in {city}|{city} by Train|Wine Country Loop|
                Northern Lights Week|Islands and Harbors"""),
            "description": lines("""
                {digit} days of walking, swimming and eating well.
                Small group, local guides, no early starts.
            """),
            "status": bars("planned|booked|in_progress|completed"),
        },
        "property": {
            "name": bars("""Sunny loft in {city}|Two-bedroom flat near the park|
                Cottage with garden|Studio by the station|Family house in {city}|
                Penthouse with terrace"""),
            "description": lines("""
                Bright and quiet, with a modern kitchen and a balcony to the west.
                Renovated in {month}; shops, school and tram within five minutes.
                High ceilings, wooden floors and a shared courtyard.
            """),
            "type": bars("apartment|house|studio|townhouse|villa"),
            "status": bars("available|available|under_offer|rented|sold"),
            "amenities": bars("balcony|parking|elevator|dishwasher|garden|fireplace"),
        },
        "tour": {
            "name": bars(
                "{city} by Bike|Hidden Courtyards of {city}|Sunset Kayak|Food Walk"
            ),
            "description": lines("""
                Two hours on foot through the old town, with a stop for coffee.
                Small groups, local guide, and time for questions.
                We meet at noon and are back before dinner.
                Includes tastings at four places that locals love.
            """),
        },
    },
    texts={
        "review": lines("""
            Lovely staff and a very quiet room.
            Great location, breakfast could be better.
            We would come back just for the view.
            Check-in took a while, everything else was perfect.
            Clean, central and fairly priced.
        """),
        "company": bars("Aerlink|Nordwind|Iberwave|Wayfarer Travel|Skybridge"),
        "message": lines("""
            Your booking {code} is confirmed.
            Check-in opens on {day}.
            Your flight to {city} boards at gate B7.
        """),
    },
    slots={
        "surname": bars("Bellini|Oriente|Marchetti|Lindgren|Castellan|Aurora"),
        "airline": bars("AL|NW|IB|SB|PC"),
        "topic": bars("city breaks|train travel|slow travel|family holidays"),
        "audience": bars("families|solo travellers|business travellers"),
        "offering": bars("city breaks|group tours|holiday homes"),
    },
)
