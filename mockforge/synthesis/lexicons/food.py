"""Food: restaurants, dishes, recipes."""

from mockforge.synthesis.lexicons.lexicon import Lexicon, bars, lines

LEXICON = Lexicon(
    "food",
    """food restaurant restaurants recipe recipes menu dish dishes meal meals cuisine
    kitchen chef cafe coffee dining ingredient takeaway pizza bakery""",
    kinds={
        "restaurant": {
            "name": bars("""Trattoria {surname}|The Copper Spoon|{surname}'s Kitchen|
                Lotus Garden|Casa {surname}|Blue Fig|Smoke & Thyme|Noodle Lane|
                The Corner Table|Saffron House"""),
            "description": lines("""
                Simple {dishstyle} cooking with produce from around {city}.
                A neighbourhood place with an open kitchen and a short, changing menu.
                Long tables, natural wine and the best bread in {city}.
            """),
            "category": bars("Italian|Japanese|Mexican|Indian|Lebanese|Thai|French"),
            "type": bars("restaurant|cafe|bistro|takeaway"),
            "status": bars("open|open|open|closed"),
        },
        "dish": {
            "name": bars("""Roasted Pumpkin Risotto|Spicy Miso Ramen|Margherita Pizza|
                Lamb Tagine|Green Papaya Salad|Fish Tacos|Mushroom Gnocchi|
                Chickpea Curry|Lemon Tart|Grilled Halloumi Bowl|Beef Bourguignon"""),
            "description": lines("""
                Slow-cooked and finished with herbs and lemon.
                Crisp outside, soft inside, served with pickled vegetables.
                Our take on a classic, lighter and a little spicier.
                Made to order with seasonal vegetables.
            """),
            "category": bars("Starters|Mains|Desserts|Sides|Drinks"),
            "tags": bars("vegetarian|vegan|gluten-free|spicy|seasonal|signature"),
            "ingredients": bars("""olive oil|garlic|lemon|basil|chickpeas|cumin|rice|
                tomatoes|parsley|butter|mushrooms|ginger"""),
        },
        "recipe": {
            "name": bars("""Weeknight Chickpea Curry|Lemon and Herb Roast Chicken|
                One-Pan Gnocchi|Overnight Focaccia|Roasted Carrot Soup|Apple Crumble|
                Black Bean Tacos|Sesame Noodles|Mushroom Barley Stew"""),
            "description": lines("""
                Ready in half an hour, and even better the next day.
                A forgiving recipe that works with whatever is in the fridge.
                Crisp, golden and made with five ingredients.
            """),
            "category": bars("Dinner|Breakfast|Dessert|Lunch|Snack"),
            "ingredients": bars("""2 tbsp olive oil|3 cloves garlic|1 lemon|400 g
                chickpeas|
                1 tsp cumin|200 g rice|6 tomatoes|a handful of parsley|50 g butter|
                1 onion, chopped"""),
            "steps": bars("""Heat the oil and soften the onion.|Add the spices and stir
                for
                a minute.|Pour in the tomatoes and simmer for 20 minutes.|Season to
                taste
                and serve with rice.|Bake until golden, about 35 minutes."""),
            "tags": bars("quick|vegetarian|one-pot|family|make-ahead"),
            "severity": bars("easy|easy|medium|hard"),
        },
        "menu": {"name": bars("Lunch Menu|Dinner Menu|Weekend Brunch|Tasting Menu")},
        "reservation": {"status": bars("confirmed|confirmed|seated|cancelled|no_show")},
    },
    texts={
        "review": lines("""
            The ramen alone is worth the trip.
            Friendly service, generous portions.
            A little loud on weekends, but the food is wonderful.
            Fresh, simple and fairly priced.
            We waited 40 minutes; the dessert made up for it.
        """),
        "category": bars("Starters|Mains|Desserts|Drinks"),
        "note": bars("No onions, please|Extra napkins|Nut allergy|Ring the top bell"),
    },
    slots={
        "surname": bars("Moretti|Nakamura|Delgado|Haddad|Leclerc|Petrov"),
        "dishstyle": bars("Italian|Lebanese|Japanese|Mexican|Provençal"),
        "topic": bars("seasonal cooking|bread|street food|fermentation"),
        "audience": bars("home cooks|hungry students|regulars"),
        "offering": bars("catering|meal kits|fresh bread"),
    },
)
