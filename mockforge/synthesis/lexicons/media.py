"""Media: films, music, articles, books, games."""

from mockforge.synthesis.lexicons.lexicon import Lexicon, bars, lines

LEXICON = Lexicon(
    "media",
    """media movie movies film films music song songs album artist playlist podcast
    video
    videos article articles news blog magazine streaming episode series show book books
    author game games""",
    kinds={
        "movie": {
            "name": bars("""The Long Tide|Paper Lanterns|Night Train to {city}|
                Echoes of Winter|A Borrowed Summer|The Glass Orchard|Second Sunrise|
                Below the Pines|The Last Projectionist|Salt and Silver|North of
                Nowhere"""),
            "description": lines("""
                Two sisters return to {city} to sell the family house and find a letter
                  that changes the plan.
                A retired detective takes one more case when a painting goes missing.
                On a remote island, a lighthouse keeper hears a voice on the radio.
                A young cook bets everything on one night in {city}.
                Three strangers share a train compartment and a secret.
            """),
            "category": bars(
                "Drama|Thriller|Comedy|Science Fiction|Documentary|Romance"
            ),
            "status": bars("released|released|post_production|announced"),
            "type": bars("feature|short|documentary"),
            "genres": bars("Drama|Thriller|Comedy|Sci-Fi|Romance|Mystery|Adventure"),
            "tags": bars("award-winner|indie|classic|family|festival"),
        },
        "song": {
            "name": bars("""Paper Moon Café|Slow Light|Harbor Lights|Ninety Miles|
                Velvet Static|Call Me by Monday|Northern Line|Honey &
                Rust|Afterglow"""),
            "category": bars("Indie|Pop|Jazz|Electronic|Folk|Hip-Hop|Rock"),
            "genres": bars("Indie|Pop|Jazz|Electronic|Folk|Rock"),
        },
        "album": {
            "name": bars(
                "Small Hours|Rooms We Left|Blue Hour|Cartography|Tidal|Home Movies"
            ),
            "category": bars("Indie|Pop|Jazz|Electronic|Folk|Rock"),
            "type": bars("album|ep|single|live"),
        },
        "artist": {
            "name": bars("""The Paper Kites Club|Mara Lindholm|Velvet Harbor|Juno & the
                Tides|
                Okafor Quartet|Night Gardeners|Silver Lanes"""),
            "category": bars("Indie|Pop|Jazz|Electronic|Folk|Rock"),
        },
        "playlist": {
            "name": bars(
                "Sunday Coffee|Deep Focus|Road Trip|Rainy Day|Run Faster|90s Kitchen"
            ),
            "description": lines("""
                Slow songs for slow mornings.
                No lyrics, no distractions.
                Everything you need between {city} and the sea.
            """),
            "scope": bars("public|private"),
        },
        "article": {
            "name": lines("""
                How {city} Is Rethinking Its Streets
                The Quiet Return of the Night Train
                What a Warmer Spring Means for Farmers
                Inside the Workshop That Repairs Everything
                Five Questions About Working Less
                Why Small Theatres Are Full Again
                A Field Guide to Better Meetings
                The Price of Cheap Coffee
            """),
            "summary": lines("""
                A new plan for {city} puts people before parking. Not everyone is happy.
                We spent a week with the people who keep things going.
                The numbers look good. The story behind them is more complicated.
            """),
            "body": lines("""
                On a grey {day} morning in {city}, the queue outside the workshop
                  already
                  reaches the corner. Most people carry something broken.
                It began as an experiment and was meant to last one {period}. Nobody
                  expected the city to keep it.
                Ask ten people here and you get eleven answers. What they agree on is
                  that something has to change.
            """),
            "category": bars("Culture|Business|Science|Politics|Technology|Sport"),
            "status": bars("published|published|draft|in_review"),
            "tags": bars("cities|climate|work|culture|science|economy|long-read"),
        },
        "podcast": {
            "name": bars(
                "The Second Draft|Half Past Nine|Good Questions|Small Engines"
            ),
            "description": lines("Conversations about {topic}, every {day}."),
        },
        "episode": {
            "name": bars("The Letter|Open Water|What the Map Left Out|A Table for Six"),
            "description": lines("A conversation with {first} {last} about {topic}."),
        },
        "book": {
            "name": bars("""The Salt Road|A Quiet Orchard|Letters from {city}|Winter
                Light|
                The Cartographer's Daughter|How Rivers Remember|The Last Ferry|
                An Inventory of Weather|The Clockmaker's Garden"""),
            "description": lines("""
                A family saga that spans three generations and two continents.
                Part memoir, part travel book: a year on foot through the north.
                A warm, funny novel about starting over in {city}.
            """),
            "category": bars("Fiction|Biography|History|Science|Mystery|Poetry"),
            "company": bars("Penrose Press|Lantern Books|Harrow & Vale|Blue Heron"),
            "genres": bars("Fiction|Mystery|Biography|History|Romance"),
            "status": bars("available|available|checked_out|reserved"),
        },
        "game": {
            "name": bars(
                "Ember Keep|Tidebreaker|Starlane Courier|Mosswood|Paper Kingdoms|"
                "Ironvale|Last Lantern|Neon Drift|Deep Signal|Clockwork Garden|"
                "Rift Runners|Hollow Crown|Pocket Farm|Skyward Bound"
            ),
            "description": lines(
                "Build, trade and explore in a world that remembers you."
            ),
            "category": bars("Strategy|Adventure|Puzzle|Simulation|RPG"),
            "platform": bars("PC|PlayStation 5|Xbox Series X|Nintendo Switch|iOS"),
        },
        "video": {
            "name": bars("""How to Sharpen a Knife|{city} in 4 Minutes|Desk Tour|
                One-Pan Dinner|Learning to Solder|A Day at the Bakery"""),
            "status": bars("published|published|processing|private"),
            "description": lines("Short, practical and filmed in {city}."),
        },
    },
    texts={
        "review": lines("""
            Beautifully shot, a little too long.
            Could not put it down.
            Clever, warm and funny in the right places.
            The second half makes up for the slow start.
        """),
        "company": bars(
            "Lantern Pictures|Northlight Studios|Penrose Press|Tidal Records"
        ),
        "comment": lines("""
            The ending caught me completely off guard.
            More of this, please.
            Sharing this with everyone I know.
        """),
    },
    slots={
        "topic": bars("cities|work|the sea|memory|small inventions"),
        "audience": bars("readers|listeners|film lovers"),
        "offering": bars("documentaries|live recordings|independent film"),
    },
)
