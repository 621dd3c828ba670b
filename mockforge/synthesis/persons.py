"""Values of fields about people, companies and where they are."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from mockforge.options import Json
from mockforge.synthesis.atlas import country_of
from mockforge.synthesis.entity import Entity, Field
from mockforge.synthesis.issuing import ISSUED, THREE
from mockforge.synthesis.kinds import PERSONS, kind_of, nature_of
from mockforge.synthesis.naming import slug, tokens
from mockforge.synthesis.people import Person
from mockforge.synthesis.phrases import phrases_for, said
from mockforge.synthesis.places import SYMBOLS, Country, filled, phone_of
from mockforge.synthesis.roles import role_of
from mockforge.synthesis.streets import postal, street
from mockforge.synthesis.teams import STAFF, group_of

Voice = Callable[[Entity, Field], Json]

_NOUNS = frozenset(
    tokens(
        """
        name names email e mail phone mobile number address full first last middle id
        uuid title gender age birth date dob photo avatar picture image username login
        city country state zip code street postal of display image url company job bio
        region province tel telephone fax given family
        """
    )
)


def whose(field: Field) -> str:
    """Return whose *field* is: `customer` for `customer_email`, else nothing."""
    return whose_of(field.role.words)


def whose_of(told: tuple[str, ...]) -> str:
    """Return what comes before the words of a person's fields in a name."""
    words = list(told)
    while words and words[-1] in _NOUNS:
        words.pop()
    return " ".join(words)


def person(entity: Entity, field: Field) -> Person:
    """Return whom *field* is about."""
    return entity.person(whose(field))


def _full(entity: Entity, field: Field) -> str:
    name = whose(field)
    if field.path and isinstance(field.path[-1], int):
        # The next one on a list is someone else.
        name = f"{name or field.name} {field.path[-1]}"
    if nature_of(kind_of(name)) == "company":
        return entity.firm(name).name
    if entity.kind == "repository" and field.role.words[-2:] == ("full", "name"):
        return _in_full(entity)
    return entity.person(name).full


def _in_full(entity: Entity) -> str:
    """Return the name of a repository with that of its owner."""
    told = [part for part, is_value in entity.shared.route if is_value]
    owner = told[0] if told and not told[0].isdigit() else ""
    name = entity.known.get("name", entity.known.get("slug", "project"))
    return f"{owner or entity.shared.house.domain.split('.')[0]}/{slug(str(name))}"


_AT_WORK = frozenset(("work", "business", "office", "corporate", "company"))


def _host(entity: Entity, field: Field, name: str) -> str:
    """Return where the mail of someone is, if that is a company."""
    whole = entity.whole
    if {"company", "written firm"} & whole.memo.keys():
        return whole.firm().domain
    is_staff = whole.kind in STAFF or group_of(name, whole.kind) == "office"
    if is_staff or (not name and entity.parent and entity.parent.kind in STAFF):
        return entity.shared.house.domain
    return whole.firm().domain if _AT_WORK & {*field.role.words} else ""


def email(entity: Entity, field: Field) -> str:
    """Return an address that fits the name and the company; nobody else has it."""
    name = whose(field)
    if field.path and isinstance(field.path[-1], int):
        # The next one on a list is someone else's.
        name = f"{name or field.name} {field.path[-1]}"
    whole = entity.whole
    if whole.nature == "company" and not name:
        local = ("hello", "info", "contact", "office")[len(whole.firm().name) % 4]
        return f"{local}@{whole.firm().domain}"
    someone = entity.person(name or _sole(entity))
    if not someone.address:
        made = someone.email(_host(entity, field, name or _called(entity)))
        known = any(someone is one for one in entity.shared.met.values())
        if not known and entity.shared.is_taken("email", made):
            local, _, at = made.partition("@")
            made = f"{local}{someone.mark}@{at}"
        someone.address = made
    return someone.address


def _called(entity: Entity) -> str:
    """Return what someone is called in what they are in: `assignee`."""
    names = [step for step in entity.path if isinstance(step, str)]
    return names[-1] if names and entity.parent is not None else ""


def _sole(entity: Entity) -> str:
    """Return whose the mail is where only one is told of: `recipient`, or nothing."""
    if entity.whole.nature or entity.nature:
        return ""
    schema = entity.memo.get("schema")
    members = schema.get("properties", {}) if isinstance(schema, dict) else {}
    return _only_one(tuple(members))


@lru_cache(maxsize=2048)
def _only_one(names: tuple[str, ...]) -> str:
    told = {name: whose_of(role_of(name).words) for name in names
            if role_of(name).name in ("full", "first")
            or (role_of(name).name == "name" and role_of(name).whose in PERSONS)
            }  # fmt: skip
    several = {*told.values()}
    return several.pop() if len(several) == 1 else ""


def _username(entity: Entity, field: Field) -> str:
    name = "" if field.role.whose in ("", "user") else field.role.whose
    someone = entity.person(name)
    made = someone.username
    if entity.shared.is_taken(("username", someone.full), made):
        return made
    return made


def _phone(entity: Entity, field: Field) -> Json:
    made = _dialled(entity, whose(field) or _called(entity))
    if field.kind == "integer":
        return int("".join(mark for mark in made if mark.isdigit())[-10:])
    return made


def _dialled(entity: Entity, name: str) -> str:
    """Return the number of someone: the same each time for one of a team."""
    shared = entity.shared
    thing = entity.parent if name == _called(entity) else entity
    if not name or thing is None or not group_of(name, thing.kind):
        return shared.fresh("phone", lambda: phone_of(entity.place(), entity.rng))
    who = thing.person(name)
    key = ("phone", who.full)
    if key not in shared.badges:
        shared.badges[key] = phone_of(entity.place(), entity.rng)
    return str(shared.badges[key])


def _gender(entity: Entity, field: Field) -> str:
    return "female" if person(entity, field).is_female else "male"


def _birth(entity: Entity, field: Field) -> str:
    return person(entity, field).birth.isoformat()


def _avatar(entity: Entity, field: Field) -> str:
    name = person(entity, field).email().partition("@")[0]
    return f"https://cdn.example.com/avatars/{name}.jpg"


def _address(entity: Entity, field: Field) -> str:
    place = entity.place()
    road, code = street(entity), postal(entity)
    if place.country.code in ("US", "CA", "AU"):
        return f"{road}, {place.city}, {place.region_code} {code}"
    if place.country.code in ("GB", "IE", "IN", "SG", "NZ", "ZA", "KE"):
        return f"{road}, {place.city} {code}"
    return f"{road}, {code} {place.city}"


def _place(entity: Entity, field: Field) -> str:
    known = phrases_for(entity, "place")
    if known:
        made = said(entity, "place")
        if made is not None:
            return made
    place = entity.place(field.name.split("_")[0].lower())
    return f"{place.city}, {place.country.name}"


def _company(entity: Entity, field: Field) -> str:
    if not entity.nature and phrases_for(entity, "company"):
        key = f"company {field.name}"
        entity.memo.setdefault(key, said(entity, "company"))
        return str(entity.memo[key])
    words = set(field.role.words)
    is_other = bool(words - {"company", "name", "business", "organization", "employer"})
    return entity.firm(" ".join(field.role.words) if is_other else "").name


def _code(entity: Entity, field: Field) -> str:
    country = entity.place(field.role.whose).country
    size = field.schema.get("maxLength", field.schema.get("minLength"))
    return THREE.get(country.code, country.code) if size == 3 else country.code


def _zip(entity: Entity, field: Field) -> Json:
    code = postal(entity)
    if field.kind != "integer":
        return code
    return int(code) if code.isdigit() else entity.rng.randint(10_000, 99_999)


def _coordinate(entity: Entity, name: str) -> float:
    shift = (entity.rng.random() - 0.5) / 10
    centre = entity.place().lat if name == "lat" else entity.place().lng
    return round(centre + shift, 6)


def _nationality(entity: Entity, field: Field) -> str:
    return _PEOPLE.get(entity.place().country.code, entity.place().country.name)


_PEOPLE = {"US": "American", "CA": "Canadian", "GB": "British", "DE": "German",
           "FR": "French", "ES": "Spanish", "IT": "Italian", "NL": "Dutch",
           "PT": "Portuguese", "IE": "Irish", "SE": "Swedish", "DK": "Danish",
           "NO": "Norwegian", "PL": "Polish", "CH": "Swiss", "AT": "Austrian",
           "JP": "Japanese", "AU": "Australian", "NZ": "New Zealander",
           "BR": "Brazilian", "MX": "Mexican", "IN": "Indian", "SG": "Singaporean",
           "KR": "South Korean", "ZA": "South African", "KE": "Kenyan"}  # fmt: skip


def _currency(entity: Entity) -> str:
    """Return the money of the place, where one is told; else one for all."""
    if entity.shared.currency:
        return entity.shared.currency
    thing: Entity | None = entity
    while thing is not None:
        if "placed" in thing.whole.memo:
            return thing.place().country.currency
        thing = thing.parent
    shared = entity.shared
    told = shared.places[0].country.currency if shared.statements.countries else "USD"
    fitting = {place.country.currency for place in entity.candidates}
    return told if told in fitting else entity.place().country.currency


def _speaking(entity: Entity) -> Country:
    """Return a country where it is spoken as here, or as it is said to be."""
    told = country_of(entity.shared.tongue) if entity.shared.tongue else None
    return entity.place().country if told is None else told


VOICES: dict[str, Voice] = {
    "first": lambda entity, field: person(entity, field).first,
    "last": lambda entity, field: person(entity, field).last,
    "full": _full,
    "middle": lambda entity, field: entity.rng.choice("ABCDEFGHJKLMNPRSTW") + ".",
    "prefix": lambda entity, field: "Ms." if person(entity, field).is_female else "Mr.",
    "username": _username,
    "email": email,
    "phone": _phone,
    "gender": _gender,
    "birth": _birth,
    "age": lambda entity, field: person(entity, field).age(entity.shared.today),
    "avatar": _avatar,
    "nationality": _nationality,
    "ssn": lambda entity, field: filled("9##-7#-####", entity.rng),
    "street": lambda entity, field: street(entity),
    "house": lambda entity, field: str(entity.rng.randint(1, 180)),
    "line2": lambda entity, field: (
        f"{entity.rng.choice(('Apt', 'Suite', 'Unit'))} {entity.rng.randint(2, 48)}"
    ),
    "city": lambda entity, field: entity.place(field.role.whose or _lead(field)).city,
    "region": lambda entity, field: entity.place().region,
    "region code": lambda entity, field: entity.place().region_code,
    "zip": _zip,
    "country": lambda entity, field: entity.place(field.role.whose).country.name,
    "country code": _code,
    "lat": lambda entity, field: _coordinate(entity, "lat"),
    "lng": lambda entity, field: _coordinate(entity, "lng"),
    "timezone": lambda entity, field: entity.place().timezone,
    "currency": lambda entity, field: _currency(entity),
    "currency symbol": lambda entity, field: SYMBOLS.get(_currency(entity), "$"),
    "locale": lambda entity, field: _speaking(entity).locale,
    "language": lambda entity, field: _speaking(entity).language,
    "address": _address,
    "place": _place,
    "company": _company,
    "industry": lambda entity, field: entity.firm().industry,
    "domain": lambda entity, field: entity.firm().domain,
    "tax id": lambda entity, field: ISSUED["tax"](entity, field),
}


def _lead(field: Field) -> str:
    return field.role.words[0] if field.role.words else ""
