"""What an expert would check in answers about music, books, news, talk and sport."""

from tests.bench.believable_laws import (
    NOW,
    about,
    days,
    each_row,
    form,
    has,
    holds,
    moment,
    never,
    number,
    of_list,
    of_values,
    rising,
    so_many,
    within,
)

PLAYLIST = [
    holds("id", "37i9dQZF1DX"),
    so_many("tracks", 5, 8),
    each_row("sums", "tracks are counted", "", lambda r: (
        r.track_count == len(r.tracks))),
    each_row("sums", "the whole is of its tracks", "", lambda r: (
        r.total_duration_ms == sum(t.duration_ms for t in r.tracks))),
    within("tracks.duration_ms", 60_000, 900_000),
    within("tracks.release_year", 1940, 2026),
    within("tracks.bpm", 50, 210),
    form("tracks.isrc", r"[A-Z]{2}-?[A-Z0-9]{3}-?\d{2}-?\d{5}"),
    of_list("sums", "positions count up", "tracks", lambda rs: (
        [r.position for r in rs] in (
            [*range(1, len(rs) + 1)], [*range(len(rs))]))),
    of_list("diversity", "titles differ", "tracks", lambda rs: (
        len({r.title for r in rs}) == len(rs))),
    form("tracks.artist", "(?!.*(Ltd|LLC|GmbH|Inc|PLC|and Sons"
                          "|Group)).{2,40}", "texts"),
    about("tracks.genre", "rock|pop|jazz|hip|rap|electro|house|techno|classic|folk"
                          "|metal"
          "|indie|blues|soul|r&b|country|reggae|ambient|latin|punk|funk|dance|alt|disco"
          "|lo-?fi|synth|trap|edm|k-pop|trance|acoustic|singer|drum|grunge|gospel", 1),
    within("followers", 0, 50_000_000),
    never("wireless|charger|cotton|sku|invoice|mountain bike", "tracks.title"),
    of_values("texts", "a name of few words", "name", lambda v: len(v) <= 60),
]  # fmt: skip


def goals_fit(row):
    """Whether the goals among the events are not more than the score has."""
    goals = [each for each in row.events if each.type == "goal"]
    home = sum(each.team == row.home_team for each in goals)
    return home <= row.score.home and len(goals) - home <= row.score.away


MATCH = [
    holds("id", "M-4410"),
    each_row("sums", "half time before full time", "score", lambda r: (
        r.half_time_home <= r.home and r.half_time_away <= r.away)),
    within("score.home", 0, 9),
    within("score.away", 0, 9),
    each_row("sums", "possession is 100", "possession", lambda r: (
        r.home_pct + r.away_pct == 100)),
    within("possession.home_pct", 18, 82),
    each_row("people", "two teams", "", lambda r: r.home_team != r.away_team),
    each_row("people", "events are of the two", "", lambda r: all(
        e.team in {r.home_team, r.away_team} for e in r.events)),
    each_row("sums", "goals fit the score", "", goals_fit),
    within("events.minute", 1, 125),
    of_list("times", "events in order", "events", lambda rs: rising(
        [r.minute for r in rs])),
    within("minute", 90, 130),
    within("attendance", 50, 120_000),
    form("home_team", "(?!.*(Ltd|LLC|GmbH|Inc|PLC|and Sons|Group)).{3,40}", "texts"),
    of_values("times", "played already", "kickoff", lambda v: moment(v) < NOW),
    form("referee", r"[^\d]{5,40}", "people"),
    form("events.player", r"[^\d]{4,40}", "people"),
    about("venue", "stad|arena|park|ground|field|stade|estadio|road|lane|bowl|centre"
          "|center|campo|dome|camp|bridge|court|green", 0.8),
    about("competition", "league|cup|liga|serie|bundesliga|championship|ligue|division"
          "|eredivisie|trophy|premier|champions|friendly|qualif|mls|copa|super", 1),
]  # fmt: skip
STANDINGS = [
    so_many("", 8),
    of_list("sums", "ranks 1 to n", "", lambda rs: (
        [r.rank for r in rs] == [*range(1, len(rs) + 1)])),
    each_row("sums", "played is won, drawn and lost", "", lambda r: (
        r.played == r.won + r.drawn + r.lost)),
    each_row("sums", "difference of goals", "", lambda r: (
        r.goal_difference == r.goals_for - r.goals_against)),
    each_row("sums", "3 points or 1", "", lambda r: r.points == 3 * r.won + r.drawn),
    of_list("sums", "points go down", "", lambda rs: rising([-r.points for r in rs])),
    within("played", 0, 60),
    within("goals_for", 0, 150),
    of_list("sums", "all played about as often", "", lambda rs: (
        max(r.played for r in rs) - min(r.played for r in rs) <= 3)),
    of_list("diversity", "teams differ", "", lambda rs: (
        len({r.team for r in rs}) == len(rs))),
    form("team", "(?!.*(Ltd|LLC|GmbH|Inc|PLC|and Sons)).{3,40}", "texts"),
]  # fmt: skip
ARTICLE = [
    holds("slug", "city-council-approves-tram-line"),
    about("title", "city|council|tram|approve", 1),
    each_row("times", "updated after", "", lambda r: (
        0 <= days(r.published_at, r.updated_at) <= 400)),
    within("word_count", 100, 6000),
    within("reading_time_minutes", 1, 30),
    each_row("sums", "150 to 300 words a minute", "", lambda r: (
        r.word_count / 320 - 1 <= r.reading_time_minutes <= r.word_count / 130 + 1)),
    of_values("texts", "a body is sentences", "body", lambda v: (
        len(v.split()) >= 12 and v.count(".") >= 2)),
    within("comments_count", 0, 5000),
    of_values("texts", "tags are short", "tags", lambda v: 2 <= len(v) <= 30),
    never("add to cart|order|warranty|dishwasher|cotton|money back", "body"),
    each_row("texts", "subtitle is not the title", "", lambda r: r.title != r.subtitle),
]  # fmt: skip
LENT = [
    so_many("", 6),
    each_row("times", "due 7 to 60 days after, but for renewals", "", lambda r: (
        6 <= days(r.checked_out_at, r.due_date) <= 60 + 30 * r.renewals)),
    each_row("status", "returned has its time", "", lambda r: (
        (r.get("returned_at") is not None) == (r.status == "returned"))),
    each_row("times", "returned after it was lent", "", lambda r: (
        days(r.checked_out_at, r.returned_at) > 0)),
    each_row("status", "overdue is past due", "", lambda r: (
        r.status == "returned"
        or (r.status == "overdue") == (moment(r.due_date) + 86400 <= NOW))),
    each_row("status", "no fine before the day", "", lambda r: (
        r.status != "on_loan" or r.fine_amount == 0)),
    within("renewals", 0, 6),
    within("fine_amount", 0, 60),
    form("author", r"[^\d@]{4,40}", "people"),
    form("borrower", r"[^\d@]{4,40}", "people"),
    never("interest rate|principal|mortgage|EMI|collateral|APR"),
    of_values("texts", "a title", "title", lambda v: (
        v[0].isupper() or v[0].isdigit()) and 2 <= len(v) <= 80),
    form("title", r"(?!.*(wireless|steel|bluetooth|charger|cotton"
                  r"|backpack)).*", "texts"),
    form("library_card", r"[A-Z0-9 -]{5,20}"),
]  # fmt: skip
EPISODES = [
    so_many("", 6),
    holds("podcast_id", "pod_81"),
    about("title", "star|galax|planet|moon|mars|black hole|telescope|universe|cosm"
                   "|orbit"
          "|space|astro|comet|sun|solar|nebula|exoplanet|venus|jupiter|saturn|light|sky"
          "|eclipse|asteroid|meteor|gravity|milky|dark|big bang|supernova|night|pluto"
          "|pulsar|quasar|hubble|webb|rocket|probe", 0.6),
    about("description", "star|galax|planet|moon|mars|black hole|telescope|universe"
                         "|cosm"
          "|orbit|space|astro|comet|sun|solar|nebula|exoplanet|light|sky|eclipse|night"
          "|asteroid|meteor|gravity|milky|dark|supernova", 0.6),
    within("duration", 300, 4 * 3600),
    within("file_size_bytes", 3e6, 4e8),
    each_row("sums", "32 to 320 kbit a second", "", lambda r: (
        32 <= r.file_size_bytes * 8 / 1000 / r.duration <= 340)),
    of_list("times", "numbers go with time", "", lambda rs: (
        rising([moment(r.published_at)
                for r in sorted(rs, key=lambda r: r.episode_number)]))),
    of_list("diversity", "numbers differ", "", lambda rs: (
        len({(r.season, r.episode_number) for r in rs}) == len(rs))),
    within("season", 1, 20),
    within("episode_number", 1, 900),
    form("audio_url", r"https?://.*\.(mp3|m4a|aac|ogg|wav)(\?.*)?"),
]  # fmt: skip
SHOWS = [
    so_many("", 6),
    within("runtime_min", 60, 240),
    each_row("times", "it lasts as long as the film and the trailers", "", lambda r: (
        -1 <= days(r.starts_at, r.ends_at) * 1440 - r.runtime_min <= 45)),
    within("ticket_price", 3, 60),
    within("seats_total", 20, 900),
    each_row("sums", "no more free than there are", "", lambda r: (
        0 <= r.seats_available <= r.seats_total)),
    each_row("status", "sold out is none left", "", lambda r: (
        r.sold_out == (r.seats_available == 0))),
    form("age_rating", r"(?i)g|pg|pg-?13|r|nc-?17|u|u/a|1[0-8]\+?|0|[4-9]\+?|fsk ?\d+"
         r"|12a|\d{1,2}|all|tv-.*|m|ma15\+"),
    form("screen", r"(?i)((screen|hall|auditorium|room|theat(er|re)|saal|studio) )?"
         r"[a-z]?\d{0,2}|imax.*", "texts"),
    about("genre", "action|drama|comedy|thriller|horror|sci|romance|animation|adventure"
          "|fantasy|documentary|family|mystery|crime|musical|western|biograph|history"
          "|war|animated|sport", 1),
    of_values("times", "today or near", "starts_at", lambda v: abs(days(NOW, v)) <= 45),
    form("movie_title", "(?!.*(wireless|steel|charger|cotton|Ltd"
                        "|GmbH)).{2,70}", "texts"),
]  # fmt: skip
HIKES = [
    so_many("", 6),
    holds("post_id", 58),
    about("body", "hik|alp|trail|mountain|hut|summit|peak|walk|path|view|boot|ridge"
                  "|snow"
          "|valley|climb|weather|route|tour|lake|pass|trek|backpack|post|photo|guide"
          "|read|tip|thank|map|gear|autumn|summer", 0.7),
    never("checkout|refund|invoice|dishwasher|my order|customer service|deployment|API"
          "|product arrived|patch|pull request"),
    within("likes", 0, 5000),
    each_row("times", "edited after", "", lambda r: (
        days(r.created_at, r.edited_at) >= 0)),
    form("author.avatar_url", "https?://.*"),
    form("author.username", r"[\w.-]{3,30}", "people"),
]  # fmt: skip
CHAT = [
    so_many("", 8),
    holds("conversation_id", "c-301"),
    of_list("people", "two who talk", "", lambda rs: len({r.sender for r in rs}) == 2),
    of_list("times", "in order", "", lambda rs: (
        rising([moment(r.sent_at) for r in rs])
        or rising([-moment(r.sent_at) for r in rs]))),
    each_row("times", "sent, delivered, read", "", lambda r: (
        moment(r.sent_at) <= moment(r.delivered_at) <= moment(r.read_at))),
    each_row("status", "not read before it is delivered", "", lambda r: (
        r.get("read_at") is None or r.get("delivered_at") is not None)),
    about("text", "dinner|eat|food|table|restaurant|wine|cook|pizza|pasta|bring|friday"
          "|saturday|tonight|evening|book|place|time|see you|come|hungry|sushi|sounds"
          "|great|menu|sunday|dessert|salad|late|tomorrow|ok|yes|sure|what|when|where"
          "|perfect|seven|eight|\\d", 0.6),
    never("refund|invoice|tracking number|deployment|your order|pull request|server"
          "|ticket"
          "|customers?|shipment"),
    of_values("texts", "messages of a chat are short", "text", lambda v: len(v) < 240),
]  # fmt: skip
CONCERTS = [
    so_many("", 6),
    *has("artist|performer|band|title|name|headliner", "venue|hall|location", "date"
                                                                              "|start"
         "|_at$|time", "price|ticket"),
    form("~^city$", "(?i)vienna|wien", "places"),
    form("~^country(_code)?$", "(?i)austria|at|aut|österreich", "places"),
    form("~^currency$", "EUR", "places"),
    within("~price(_from|_min|_max)?$", 5, 600),
    of_values("times", "to come, mostly", "~^(date|starts_at|start_time|start_date"
                                          "|start"
              "|doors_open)$", lambda v: -400 < days(NOW, v) < 800),
    never("webinar|keynote|workshop on|conference|SKU|meetup|patient|sprint|hackathon"),
    about("~^(venue|venue_name|hall)$", "hall|house|arena|theat|club|stage|stadt"
                                        "|konzert"
          "|musik|opera|oper|park|room|wien|centre|center|palace|church|garden|saal"
          "|haus"
          "|forum|stadion|ballroom|court|cafe|studio|pavilion|auditorium|stadium", 0.7),
]  # fmt: skip
ARTWORKS = [
    so_many("", 6),
    *has("title|name", "artist|painter|creator", "year|date|created|period", "medium"
         "|technique|material", "dimension|height|width|size"),
    within("~^(year|year_created|creation_year|year_painted)$", 1200, 2026),
    about("~^(medium|technique|materials?)$", "oil|canvas|watercolou?r|tempera|acrylic"
          "|fresco|panel|ink|gouache|pastel|paper|wood|charcoal|bronze|etching|mixed"
          "|linen|lithograph|print|marble", 1),
    within("~^(height|width)(_cm)?$", 5, 900),
    never("USB|wireless|waterproof|dishwasher|battery|machine washable|resolution"
          "|pixels"
          "|artwork file|jpeg|warranty"),
    form("~^(artist|painter|creator|artist_name)$", r"[^\d@]{4,45}", "people"),
]  # fmt: skip
SURVEY = [
    *has("response|respondents|count|total", "question|score|rating|average|nps"
                                             "|answer"),
    within("~^(average|avg|mean)(_score|_rating)?$", 0, 10),
    within("~^(response_rate)$", 0, 100),
    within("~^nps(_score)?$", -100, 100),
    within("~(percent|percentage|pct|share)$", 0, 100),
    never("blood|laborator|goals|match|election|candidate|land survey|hemoglobin"),
    each_row("requests", "the id asked for", "", lambda r: "9" in (
        str(r.get("id")), str(r.get("survey_id")))),
]  # fmt: skip
GAMES = [
    so_many("", 6),
    *has("title|name", "genre|category", "platform", "release|year", "developer"
                                                                     "|publisher"
         "|studio", "rating|score|price"),
    about("~^genres?$", "action|rpg|role|strategy|shooter|puzzle|platform|adventure|sim"
          "|racing|sport|fighting|horror|survival|indie|rogue|sandbox|stealth|metroid"
          "|card|mmo|arcade|casual|party|rhythm|open|turn|tactic|fps|multiplayer", 0.9),
    about("~^platforms?$", "pc|playstation|ps[45]|xbox|switch|nintendo|steam|mac|linux"
          "|ios|android|mobile|windows|web|vr", 0.9),
    within("~^(metacritic|metascore|critic_score)(_score)?$", 10, 100),
    within("~^price$", 0, 120),
    never("kick-?off|half time|venue|home team|patient|stadium|warranty|cotton"),
]  # fmt: skip
CHESS = [
    so_many("", 6),
    *has("name", "rating|elo|fide", "country|federation|nationality", "score|points"
                                                                      "|rank"
         "|seed|wins"),
    within("~^(rating|elo|fide_rating|elo_rating|fide|elo_score)$", 1000, 2900),
    form("~^title$", "(?i)W?(GM|IM|FM|CM|NM)|(woman )?(grandmaster|(international|fide"
         "|candidate) master).*", "texts"),
    within("~^age$", 5, 95),
    within("~^(points|score)$", 0, 20),
    of_values("quantity", "points in halves", "~^points$", lambda v: (
        number(v) * 2 == int(number(v) * 2))),
    never("midfielder|striker|goalkeeper|defender|forward|jersey|goalie|quarterback"
          "|point guard|media player|speaker"),
]  # fmt: skip
CASES = [
    ("music", "schema", "/playlists/37i9dQZF1DX", PLAYLIST),
    ("football", "schema", "/matches/M-4410", MATCH),
    ("football", "schema", "/leagues/5/standings", STANDINGS),
    ("news", "schema", "/news/articles/city-council-approves-tram-line", ARTICLE),
    ("library", "prompt", "/library/loans", LENT),
    ("podcasts", "prompt", "/podcasts/pod_81/episodes", EPISODES),
    ("cinema", "prompt", "/cinemas/4/showtimes", SHOWS),
    ("blog", "prompt", "/posts/58/comments", HIKES),
    ("chat", "prompt", "/conversations/c-301/messages", CHAT),
    ("concerts", "path", "/concerts", CONCERTS),
    ("museum", "path", "/museum/artworks", ARTWORKS),
    ("surveys", "path", "/surveys/9/results", SURVEY),
    ("video games", "path", "/games", GAMES),
    ("chess", "path", "/chess/tournaments/2/players", CHESS),
]  # fmt: skip
