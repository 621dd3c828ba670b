"""People talking: posts, comments, chats, groups."""

from mockforge.synthesis.lexicons.lexicon import Lexicon, bars, lines

LEXICON = Lexicon(
    "social",
    """social post posts comment comments feed timeline follower followers friend chat
    message messages conversation thread forum community group like likes profile
    hashtag dating messaging""",
    kinds={
        "post": {
            "name": lines("""
                What I learned from a month without notifications
                Small habits that changed our mornings
                A weekend in {city}
                Ten books I keep giving away
                How we plan a week of meals
                Notes from my first marathon
                The best view in {city} is free
                Why I went back to paper
            """),
            "body": lines("""
                Finally made it to {city}. The light in the evening is unreal.
                Three weeks into {pastime} and I am hooked. Any tips for beginners?
                Hot take: the best part of any trip is the supermarket.
                Anyone else rearrange the whole flat instead of doing taxes?
                Shipped the thing! Thank you to everyone who tested it.
                Small win today: finished the book I started in {month}.
                Looking for recommendations: good coffee in {city}?
                Sunday plans: {pastime}, then absolutely nothing.
                We said we would adopt one cat. We now have two cats.
                My grandmother's soup recipe, finally written down. Link below.
            """),
            "status": bars("published|published|draft|archived"),
            "type": bars("text|photo|video|link"),
            "tags": bars(
                "travel|weekend|coffee|books|running|photography|homemade|music"
            ),
            "category": bars("Life|Travel|Food|Work|Music|Sport"),
        },
        "message": {
            "body": lines("""
                Are we still on for {day}?
                Running ten minutes late, sorry!
                Just pushed the fix, can someone take a look?
                Sounds good to me.
                I will bring the snacks.
                Did anyone save the link from yesterday?
                The deadline moved to {day}, so we have a bit more time.
                Ha, exactly what I was thinking.
                Can you send me the photos from {city}?
                Happy birthday! Hope you have a great one.
            """),
            "type": bars("text|text|text|image|file"),
            "status": bars("sent|delivered|read|read"),
        },
        "group": {
            "name": bars("""{city} Runners|Weekend Hikers|Film Club {city}|Board Game
                Nights|
                Plant People|Home Cooks|Street Photography|Indie Makers"""),
            "description": lines("""
                A friendly place for {pastime}. Newcomers welcome.
                We meet every second {day} in {city}.
            """),
            "type": bars("public|private"),
        },
        "conversation": {
            "name": bars("Weekend plans|Trip to {city}|Flat 4B|Project chat|Book club"),
            "type": bars("direct|group"),
        },
        "reaction": {"type": bars("like|love|laugh|wow|like")},
    },
    texts={
        "comment": lines("""
            Love this!
            Where was this taken?
            Saving this for later, thank you.
            I needed to read this today.
            The last one made me laugh out loud.
            Count me in for {day}!
            We should do this in {city} too.
        """),
        "message": lines("""
            Are we still on for {day}?
            Running ten minutes late, sorry!
            Sounds good to me.
            Did anyone save the link from yesterday?
            Can you send me the photos from {city}?
        """),
        "status": bars("active|active|active|muted"),
    },
    slots={"topic": bars("photography|running|small habits|travel|cooking")},
)
