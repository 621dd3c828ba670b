"""What an expert would check in answers about games, books, pictures."""

from tests.bench.believable2_laws import close, differ, is_isbn10
from tests.bench.believable_every import is_ean
from tests.bench.believable_laws import (
    NOW,
    about,
    days,
    each_row,
    form,
    has,
    holds,
    never,
    of_list,
    of_values,
    rising,
    shares,
    so_many,
    within,
)


def of_quarters(row):
    """Whether the score is of the quarters."""
    return row.score == row.q1 + row.q2 + row.q3 + row.q4


BOX = [
    holds("game_id", "0022300512"),
    each_row("sums", "the score is of the quarters", "home", of_quarters),
    each_row("sums", "the score of the others", "away", of_quarters),
    each_row("sums", "no draw", "", lambda r: r.home.score != r.away.score),
    within("~^score$", 60, 180),
    within("~^q[1-4]$", 8, 50),
    each_row("texts", "two teams", "", lambda r: r.home.team != r.away.team),
    each_row("sums", "made of attempted", "home", lambda r: (
        0.3 <= r.field_goals_made / r.field_goals_attempted <= 0.7)),
    within("~^field_goals_attempted$", 55, 120),
    each_row("sums", "points of goals", "away", lambda r: (
        2 * r.field_goals_made <= r.score <= 3 * r.field_goals_made + 45)),
    each_row("sums", "rebounds add up", "home", lambda r: (
        r.rebounds == r.rebounds_offensive + r.rebounds_defensive)),
    within("~^rebounds$", 20, 75),
    within("~^assists$", 8, 50),
    within("~^turnovers$", 2, 30),
    within("~^points$", 10, 81),
    within("~^minutes$", 10, 53),
    within("attendance", 1000, 25_000),
    never("fc|united football|volley|goalkeeper"),
]  # fmt: skip
STREAMS = [
    so_many("", 5),
    holds("game_name", "Chess"),
    each_row("people", "login is the name", "", lambda r: (
        r.user_login == r.user_name.lower().replace(" ", ""))),
    each_row("times", "live since some hours", "", lambda r: (
        0 <= days(r.started_at, NOW) <= 2)),
    within("viewer_count", 0, 400_000),
    form("language", "[a-z]{2}|other|zh-hk"),
    form("user_id", r"\d{3,12}"),
    form("user_login", r"[a-z0-9_]{3,25}"),
    form("thumbnail_url", r"https?://\S+"),
    of_list("diversity", "streamers differ", "", lambda rs: differ(
        r.user_id for r in rs)),
    never("refund|parcel|patient|invoice|sofa", "title"),
]  # fmt: skip
VOLUMES = [
    so_many("items", 5, 40),
    each_row("sums", "so many at least", "", lambda r: (
        r.total_items >= len(r["items"]))),
    of_values("codes", "an ISBN of 13", "items.volume_info.isbn13", lambda v: (
        is_ean(v) and v.replace("-", "")[:3] in {"978", "979"})),
    of_values("codes", "an ISBN of 10", "items.volume_info.isbn10", is_isbn10),
    each_row("codes", "both of one book", "items.volume_info", lambda r: (
        r.isbn13.replace("-", "")[3:12] == r.isbn10.replace("-", "")[:9])),
    about("items.volume_info.title", "astro|star|galax|cosmos|universe|planet|space|sky"
          "|telescop|celest|moon|solar|black hole|cosmolog|night|orbit|comet|nebula"
          "|stellar|hubble", 0.8),
    about("items.volume_info.description", "astro|star|galax|cosmos|universe|planet"
                                           "|space"
          "|sky|telescop|celest|moon|solar|black hole|orbit|observ"),
    about("items.volume_info.categories", "scien|astro|space|physic|nature|educat|cosmo"
          "|nonfiction|reference|astronomy"),
    within("items.volume_info.page_count", 16, 1600),
    within("items.volume_info.average_rating", 1, 5),
    form("items.volume_info.language", "[a-z]{2}"),
    each_row("times", "printed in the past", "items.volume_info", lambda r: (
        "1850" < r.published_date <= "2026-03-18")),
    form("items.volume_info.publisher", r"[A-Z].{2,50}", "texts"),
]  # fmt: skip
PHOTO = [
    holds("id", "eOLpJytrbsQ"),
    within("~^(width|height)$", 300, 20_000),
    each_row("quantity", "a landscape is wide", "", lambda r: r.width >= r.height),
    form("color", "#[0-9A-Fa-f]{6}"),
    each_row("sums", "seen, taken, liked", "", lambda r: (
        r.views >= r.downloads >= 0 and r.views >= r.likes >= 0)),
    form("exif.make", "(?i)(canon|nikon|sony|fuji|olympus|panasonic|leica|apple|dji"
                      "|gopro"
         "|pentax|hasselblad|ricoh|samsung|google|sigma|om |kodak).*", "texts"),
    form("exif.exposure_time", r"1/\d+|\d+(\.\d+)?"),
    form("exif.aperture", r"(f/)?\d+(\.\d+)?"),
    form("exif.focal_length", r"\d+(\.\d+)?( ?mm)?"),
    within("exif.iso", 25, 51_200),
    each_row("people", "the username is of the name", "user", lambda r: shares(
        r.name, r.username)),
    about("description", "mountain|lake|sea|sun|forest|sky|field|river|valley|hill"
                         "|coast"
          "|beach|cloud|fog|mist|snow|water|tree|landscape|road|view|cliff|desert|light"
          "|island|meadow|horizon|autumn|dawn|dusk|rock", 1),
    form("~^(full|regular|thumb)$", r"https?://\S+"),
    each_row("codes", "three links of one picture", "urls", lambda r: differ(
        [r.full, r.regular, r.thumb])),
]  # fmt: skip
TRIVIA = [
    so_many("", 5),
    holds("difficulty", "hard"),
    holds("category", "History"),
    form("question", r".+\?|.+:|.+_+.*", "texts"),
    each_row("diversity", "four answers", "", lambda r: differ(
        [r.correct_answer, *r.incorrect_answers])),
    each_row("texts", "answers are short", "", lambda r: all(
        len(each) <= 60 for each in [r.correct_answer, *r.incorrect_answers])),
    about("question", "war|king|queen|empire|century|year|emperor|battle|president"
                      "|treaty"
          "|revolution|ancient|roman|first|dynasty|historic|when|who|pharaoh"
          "|which", 0.8),
    of_list("diversity", "questions differ", "", lambda rs: differ(
        r.question for r in rs)),
]  # fmt: skip
CEREAL = [
    holds("fdc_id", 173904),
    each_row("sums", "energy is of what it is of", "", lambda r: close(
        r.calories_kcal, 4 * r.protein_g + 4 * r.carbs_g + 9 * r.fat_g, 0.2)),
    each_row("sums", "sugars are carbohydrates", "", lambda r: (
        0 <= r.sugars_g <= r.carbs_g)),
    each_row("sums", "saturated fat is fat", "", lambda r: (
        0 <= r.saturated_fat_g <= r.fat_g)),
    each_row("sums", "no more than all", "", lambda r: (
        r.protein_g + r.carbs_g + r.fat_g + r.fiber_g <= 105)),
    within("calories_kcal", 300, 500),
    within("carbs_g", 45, 90),
    within("protein_g", 3, 22),
    within("fat_g", 0.5, 25),
    within("fiber_g", 0.5, 30),
    within("sodium_mg", 0, 900),
    within("serving_size_g", 20, 80),
    about("name", "cereal|oat|muesli|flake|granola|bran|wheat|corn|crunch|puff|hoop"
                  "|rice"
          "|honey|loop|grain|nut", 1),
    about("ingredients", "oat|wheat|corn|rice|sugar|barley|malt|salt|honey|grain"
                         "|bran", 1),
]  # fmt: skip
LEADERS = [
    so_many("", 8),
    *has("rank|position|place", "score|points|time|rating|trophies",
         "player|user|name|nick"),
    of_list("sums", "ranked from the first", "", lambda rs: (
        [r.get("rank") or r.get("position") or r.place for r in rs]
        == list(range(1, len(rs) + 1)))),
    of_list("sums", "the most first", "", lambda rs: (
        rising([-(r.get("score") or r.points) for r in rs]))),
    of_list("diversity", "players differ", "", lambda rs: differ(
        r.get("player") or r.get("username") or r.get("player_name") or r.get(
            "nickname") or r.name for r in rs)),
    never("goalkeeper|midfielder|striker|pitcher|elo|fide|horse"),
]  # fmt: skip
HEROES = [
    so_many("", 4),
    *has("name", "level", "hit_?points|hp|health", "class|race|role|profession",
         "strength|skill|attack|abilit|power|mana|dexterity|armou?r|weapon|inventory"
         "|experience|xp|guild"),
    within("~^level$", 1, 120),
    within("~^(hit_?points|hp|health|max_hit_points|max_hp)$", 1, 100_000),
    about("~^(class|character_class|profession)$", "warrior|mage|rogue|cleric|paladin"
          "|ranger|druid|bard|wizard|monk|sorcerer|warlock|hunter|priest|barbarian"
          "|knight"
          "|thief|archer|necromancer|fighter|assassin|shaman|healer|berserker|alchemist"
          "|summoner", 0.8),
    never("econom|business|lecture|grade|room 1|teacher|classroom|first.class"
          "|semester"),
    of_list("diversity", "names differ", "", lambda rs: differ(r.name for r in rs)),
]  # fmt: skip
TENNIS = [
    so_many("", 4),
    *has("player|home|competitor", "score|set", "tournament|event|round|competition",
         "status|winner|state", "date|_at$|time|start", "court|surface|venue|round"),
    never("goal|fc|united|city fc|innings|quarterback|striker|midfield|penalty"
          "|pitcher"),
    form("~^surface$", "(?i)clay|grass|hard|carpet|hard.?court|indoor.hard|indoor",
         "texts"),
]  # fmt: skip
CASES = [
    ("basketball", "prompt", "/games/0022300512/boxscore", BOX),
    ("streams", "schema", "/helix/streams?game_name=Chess", STREAMS),
    ("books", "schema", "/books/v1/volumes?q=astronomy", VOLUMES),
    ("photos", "prompt", "/photos/eOLpJytrbsQ", PHOTO),
    ("quizzes", "prompt", "/trivia/questions?category=History&difficulty=hard", TRIVIA),
    ("nutrition", "prompt", "/foods/173904", CEREAL),
    ("leaderboards", "path", "/leaderboards/weekly", LEADERS),
    ("role-playing", "path", "/characters", HEROES),
    ("tennis", "path", "/tennis/matches?status=live", TENNIS),
]  # fmt: skip
