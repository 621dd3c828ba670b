"""What an expert would check in answers about music, films, sport and play."""

import re

from tests.bench.believable2_laws import close, differ, spares
from tests.bench.believable_laws import (
    NOW,
    about,
    each_row,
    form,
    holds,
    moment,
    never,
    of_list,
    plain,
    within,
)

TRACK = [
    holds("id", "4uLU6hMCjMI75M1A2tKUQC"),
    each_row("codes", "the uri is of the id", "", lambda r: (
        r.uri == f"spotify:track:{r.id}")),
    each_row("codes", "the uri is of the artist", "artists", lambda r: (
        r.uri == f"spotify:artist:{r.id}")),
    each_row("codes", "the link is of the id", "external_urls", lambda r: (
        r.spotify.endswith("4uLU6hMCjMI75M1A2tKUQC"))),
    form("external_ids.isrc", "[A-Z]{2}-?[A-Z0-9]{3}-?[0-9]{2}-?[0-9]{5}"),
    within("duration_ms", 60_000, 900_000),
    within("popularity", 0, 100),
    within("disc_number", 1, 4),
    each_row("sums", "one of the tracks", "", lambda r: (
        1 <= r.track_number <= r.album.total_tracks <= 60)),
    each_row("times", "the date is as fine as it says", "album", lambda r: (
        len(r.release_date)
        == {"year": 4, "month": 7, "day": 10}[r.release_date_precision])),
    each_row("times", "released in the past", "album", lambda r: (
        "1900" < r.release_date <= "2026-03-18")),
    each_row("quantity", "covers are square", "album.images", lambda r: (
        r.width == r.height and 32 <= r.width <= 3000)),
    each_row("sums", "a single has few tracks", "album", lambda r: (
        r.album_type != "single" or r.total_tracks <= 6)),
    form("available_markets", "[A-Z]{2}"),
    holds("is_local", False),
    never("customer|parcel|course|recipe|software", "~^name$"),
]  # fmt: skip
MOVIE = [
    holds("id", 27205),
    form("imdb_id", r"tt\d{7,8}"),
    form("poster_path", r"/\w{5,}\.(jpg|png|svg)"),
    within("runtime", 40, 240),
    within("vote_average", 1, 10),
    within("budget", 0, 5e8),
    within("revenue", 0, 3e9),
    each_row("status", "released means past", "", lambda r: (
        (r.status == "Released") == (moment(r.release_date) <= NOW))),
    each_row("status", "what is not out earns nothing", "", lambda r: (
        r.status == "Released" or r.revenue == 0)),
    each_row("status", "what is not out has hardly a vote", "", lambda r: (
        r.status == "Released" or r.vote_count <= 50)),
    form("genres.name", "Action|Adventure|Animation|Comedy|Crime|Documentary|Drama"
         "|Family|Fantasy|History|Horror|Music|Musical|Mystery|Romance|Science Fiction"
         "|Sci-Fi|TV Movie|Thriller|War|Western|Biography|Sport|Noir", "texts"),
    each_row("diversity", "genres differ", "", lambda r: differ(
        each.name for each in r.genres) and differ(each.id for each in r.genres)),
    form("original_language", "[a-z]{2}"),
    each_row("places", "code and language", "spoken_languages", lambda r: (
        TONGUES.get(r.iso_639_1, r.english_name) == r.english_name
        and re.fullmatch("[a-z]{2}", r.iso_639_1) is not None)),
    each_row("places", "code and country", "production_countries", lambda r: (
        LANDS.get(r.iso_3166_1, r.name[:5]) == r.name[:5]
        and re.fullmatch("[A-Z]{2}", r.iso_3166_1) is not None)),
    each_row("texts", "English films keep their title", "", lambda r: (
        r.original_language != "en" or r.original_title == r.title)),
    each_row("texts", "an overview is longer than a tagline", "", lambda r: (
        len(r.overview) > max(50, len(r.tagline)))),
]  # fmt: skip
TONGUES = {
    "en": "English",
    "fr": "French",
    "de": "German",
    "es": "Spanish",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "pt": "Portuguese",
    "sv": "Swedish",
    "da": "Danish",
    "zh": "Chinese",
    "ru": "Russian",
    "hi": "Hindi",
    "pl": "Polish",
    "nl": "Dutch",
}
LANDS = {
    "US": "Unite",
    "GB": "Unite",
    "FR": "Franc",
    "DE": "Germa",
    "JP": "Japan",
    "IT": "Italy",
    "ES": "Spain",
    "CA": "Canad",
    "SE": "Swede",
    "IN": "India",
    "AU": "Austr",
    "NO": "Norwa",
    "BR": "Brazi",
    "MX": "Mexic",
}
SPEEDS = {
    "Run": (1.8, 6.0),
    "Ride": (3.5, 14.0),
    "Hike": (0.5, 2.0),
    "Walk": (0.7, 2.3),
}
ACTIVITY = [
    holds("id", 154504250),
    each_row("sums", "speed is distance by time", "", lambda r: close(
        r.average_speed, r.distance / r.moving_time, 0.03)),
    each_row("quantity", "as fast as one goes", "", lambda r: (
        SPEEDS[r.type][0] <= r.distance / r.moving_time <= SPEEDS[r.type][1])),
    each_row("sums", "the most is more than the mean", "", lambda r: (
        r.average_speed <= r.max_speed <= 7 * r.average_speed)),
    each_row("sums", "moving within all the time", "", lambda r: (
        0.3 * r.elapsed_time <= r.moving_time <= r.elapsed_time)),
    each_row("quantity", "the heart", "", lambda r: (
        70 <= r.average_heartrate <= r.max_heartrate <= 215)),
    each_row("quantity", "calories by the hour", "", lambda r: (
        120 <= r.calories / (r.moving_time / 3600) <= 1500)),
    each_row("sums", "highest above lowest", "", lambda r: (
        r.elev_low <= r.elev_high
        and r.total_elevation_gain >= 0)),
    each_row("quantity", "the climb is in keeping", "", lambda r: (
        r.total_elevation_gain <= 0.2 * r.distance)),
    each_row("places", "a latitude and a longitude", "", lambda r: (
        -60 <= r.start_latlng[0] <= 75 and -180 <= r.start_latlng[1] <= 180
        and r.start_latlng[0] != int(r.start_latlng[0]))),
    each_row("texts", "the name is of the sport", "", lambda r: (
        not re.search({"Run": "ride|hike|walk|swim|bike", "Ride": "run|hike|walk|swim",
                       "Hike": "run|ride|swim|bike", "Walk": "run|ride|swim|bike"}[
            r.type], r.name.lower()))),
    form("timezone", r"\(GMT[+-]\d\d:\d\d\) \w+/[\w/]+"),
    each_row("times", "in the past", "", lambda r: moment(r.start_date) <= NOW),
]  # fmt: skip
POINTS = [25, 18, 15, 12, 10, 8, 6, 4, 2, 1]
RACE = [
    holds("season", 2024),
    holds("round", 7),
    each_row("times", "in the season", "", lambda r: r.date[:4] == str(r.season)),
    form("race_name", ".*Grand Prix.*|.* GP", "texts"),
    of_list("sums", "placed from the first", "results", lambda rs: (
        [r.position for r in rs] == list(range(1, len(rs) + 1)))),
    of_list("sums", "points by place", "results", lambda rs: all(
        r.points in (p, p + 1) for r, p in zip(rs, POINTS, strict=False))),
    each_row("people", "three letters of the driver", "results.driver", lambda r: (
        re.fullmatch("[A-Z]{3}", r.code) is not None
        and r.code[0] == plain(r.family_name)[0].upper())),
    of_list("diversity", "drivers, numbers, places of the start differ", "results",
            lambda rs: (differ(r.number for r in rs) and differ(r.grid for r in rs)
                        and differ(r.driver.code for r in rs))),
    within("results.number", 1, 99),
    within("results.grid", 0, 22),
    within("results.laps", 0, 80),
    of_list("sums", "nobody does more laps than the first", "results", lambda rs: (
        all(r.laps <= rs[0].laps for r in rs) and rs[0].laps >= 40)),
    about("results.constructor", "ferrari|mercedes|red bull|mclaren|aston|alpine"
                                 "|williams"
          "|haas|sauber|rb|alpha|alfa|racing bulls|cadillac|audi|lotus|renault"
          "|toro", 0.9),
    form("results.status", r"Finished|\+\d+ Laps?|Retired|Engine|Gearbox|Accident"
         "|Collision|DNF|DNS|Lapped|Disqualified|Hydraulics|Power Unit"
         "|Brakes", "status"),
    form("results.driver.nationality", "[A-Z][a-z]+(ish|ese|ian|an|ch|i|ean|ander|er"
         "|n|ard)?", "texts"),
]  # fmt: skip
WOOD = (
    "wood|joint|saw|dovetail|plane|table|oak|workshop|chisel|router|lathe|bench|timber"
    "|carv|plywood|shelf|cabinet|drawer|maple|walnut|glue|clamp|furniture|diy|build"
    "|turning|sand|joinery|mortise|tenon|box|chair"
)
VIDEO = [
    spares("kinds fit names"),
    holds("id", "dQw4w9WgXcQ"),
    form("content_details.duration", r"PT(\d+H)?(\d+M)?(\d+S)?"),
    form("~(view|like|comment)_count", r"\d+"),
    each_row("sums", "seen, liked, commented", "statistics", lambda r: (
        int(r.view_count) >= int(r.like_count) >= 0
        and int(r.comment_count) <= int(r.view_count))),
    each_row("sums", "few of those who see like", "statistics", lambda r: (
        int(r.like_count) <= 0.35 * int(r.view_count) + 5)),
    form("snippet.channel_id", r"UC[\w-]{22}"),
    about("snippet.title", WOOD, 1),
    about("snippet.description", WOOD, 1),
    about("snippet.tags", WOOD, 0.5),
    each_row("times", "in the past", "snippet", lambda r: (
        moment(r.published_at) <= NOW)),
    form("snippet.channel_title", r"\S.{2,50}", "texts"),
]  # fmt: skip
CASES = [
    ("tracks", "schema", "/v1/tracks/4uLU6hMCjMI75M1A2tKUQC", TRACK),
    ("films", "schema", "/3/movie/27205", MOVIE),
    ("workouts", "schema", "/api/v3/activities/154504250", ACTIVITY),
    ("motor sport", "prompt", "/f1/2024/7/results", RACE),
    ("videos", "prompt", "/youtube/v3/videos/dQw4w9WgXcQ", VIDEO),
]  # fmt: skip
