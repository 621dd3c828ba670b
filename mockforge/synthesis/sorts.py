"""Sorts of things, for what is of no known kind: a place, a paper, a machine.

What any thing of a sort has makes up for what nobody wrote of it, and its names are
built with its own word: `Harbour Bridge`, `Kiln 3`, `Renewal request, Miller`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from mockforge.synthesis.lexicons.lexicon import bars
from mockforge.synthesis.naming import singular, tokens, words_of


class Sort(NamedTuple):
    """What things of a sort have in common."""

    blueprint: str
    names: tuple[str, ...]
    statuses: tuple[str, ...]
    says: tuple[str, ...] = ()
    """What is said of them."""


_PLACES = """
    place site area zone region spot lake river bridge tower castle beach bay island
    park forest cave mine quarry dam canal church temple mosque palace monument
    memorial garden playground court pitch field pool rink track school campus college
    university hospital clinic laboratory lab office branch facility terminal depot
    garage kiosk pavilion stage market mall plaza square street road tunnel junction
    crossing lighthouse pier marina camp campsite cabin shelter hut lodge villa reserve
    ranch vineyard estate cemetery landmark attraction address location outpost bakery
    observatory
"""
_PAPERS = """
    application request form certificate licence license permit record report petition
    complaint appeal submission registration declaration notice letter statement memo
    agreement contract deed will warrant inquiry enquiry assessment audit survey review
    evaluation inspection approval authorization consent waiver referral nomination
    entry filing clearance visa passport dossier file bill act amendment regulation
    ordinance proposal bid tender quotation proof voucher summons subpoena order
"""
_MACHINES = """
    machine engine motor pump kiln oven furnace boiler compressor generator turbine
    conveyor crane forklift tractor excavator drone robot printer scanner camera
    projector screen monitor display terminal kiosk console router switch modem antenna
    beacon valve filter fan heater cooler freezer fridge elevator lift escalator gate
    door lock lamp light bulb battery inverter panel probe gauge scale meter tracker
    controller actuator relay microscope telescope centrifuge loom press lathe saw drill
    scooter motorcycle wagon trailer locomotive helicopter glider rocket
    instrument appliance equipment unit asset device
"""
_HAPPENINGS = """
    match game fixture race session meeting lecture talk keynote workshop ceremony
    festival party wedding parade rally hearing trial debate drill exercise rehearsal
    performance screening show tour excursion expedition voyage cruise regatta
    tournament competition contest hackathon retreat reunion auction sale fair market
    election referendum ballot census campaign mission operation dig excavation launch
    flight delivery pickup collection visit appointment booking slot shift round stage
    incident accident outage crash fire flood storm eruption earthquake alert emergency
    event occurrence observation sighting measurement test experiment run trial
"""
_WORKS = """
    book poem essay story novel comic manga script play opera symphony composition
    score painting drawing sketch print photo photograph sculpture statue installation
    film documentary series episode season podcast broadcast recording track mixtape
    lyric paper thesis publication journal magazine issue edition volume chapter
    article lesson tutorial guide manual handbook puzzle quiz game pattern design
    template theme font map chart diagram collection exhibit artwork
"""
_TREATS = """
    cake bread cookie pastry pie pizza burger sandwich salad soup sauce cheese
    chocolate candy ice cream gelato juice smoothie tea soda snack sushi taco curry
    pasta noodle steak cereal jam honey spice herb fruit vegetable flavor flavour
    topping tapa
"""
_WARES = """
    sneaker shoe boot sandal shirt tshirt dress jacket coat hat cap scarf glove sock
    sweater hoodie jean skirt belt bag backpack wallet purse watch ring necklace
    bracelet earring sunglasses umbrella lamp chair sofa couch desk shelf bed mattress
    pillow blanket rug curtain mirror vase candle mug plate bowl knife pan pot kettle
    toaster blender guitar piano violin drum ukulele keyboard mouse headphone earbud
    speaker phone smartphone tablet laptop tv television camera lens tripod charger
    cable bike bicycle skateboard surfboard ski snowboard tent racket ball doll toy
    puzzle pen pencil notebook perfume lipstick shampoo soap detergent tool
    accessory souvenir poster sticker
"""
_PEOPLE = """
    pupil caregiver babysitter nanny farmer gardener baker butcher barber hairdresser
    stylist carpenter plumber painter welder mechanic miner fisher hunter sailor soldier
    officer detective inspector ranger warden firefighter lifeguard astronaut explorer
    climber runner swimmer cyclist rower boxer wrestler golfer skater skier surfer
    dancer singer drummer rapper composer conductor producer curator collector
    lawyer attorney judge juror prosecutor defendant plaintiff witness notary senator
    mayor councillor minister governor diplomat voter candidate delegate representative
    scholar researcher professor lecturer tutor mentor mentee intern apprentice trainee
    graduate alumnus prisoner inmate suspect victim refugee migrant veteran retiree
    bride groom twin sibling cousin neighbor neighbour roommate hostess waiter
    waitress bartender chef cook courier messenger cleaner janitor guard cashier clerk
    secretary receptionist translator interpreter investor shareholder founder trader
    broker banker auditor bookkeeper underwriter adjuster claimholder policyholder
    insured holder hero villain pilot rider coach skipper sommelier passerby
    stakeholder respondent claimant complainant accountant assistant occupant
    entrant attendant maintainer committer fan supporter
    beekeeper zookeeper goalkeeper housekeeper gamer streamer blogger vlogger writer
    poet novelist playwright illustrator designer architect planner surveyor realtor
    midwife surgeon therapist counselor counsellor caretaker volunteer helper scout
"""

_ROWS = {
    "place": (
        _PLACES,
        """id name description address{street city region postal_code country}
        location{lat:n lng:n} opening_hours status""",
        ("{Place} {Noun}", "{Lastname} {Noun}", "{City_} {Noun}", "{Object} {Noun}"),
        ("open", "open", "open", "closed", "under_renovation"),
    ),
    "paper": (
        _PAPERS,
        """id reference_number title applicant{name email} status submitted_at
        decided_at? notes""",
        ("{Noun}, {Lastname}", "{Noun} of {month}", "{Noun} for {Place}"),
        ("draft", "submitted", "under_review", "approved", "rejected"),
    ),
    "machine": (
        _MACHINES,
        """id name model manufacturer serial_number location status installed_at
        last_service_date""",
        ("{Noun} {digit}", "{Noun} {letter}{digit}", "{Place} {Noun} {digit}"),
        ("operational", "operational", "operational", "maintenance", "out_of_order"),
    ),
    "happening": (
        _HAPPENINGS,
        """id title description location start_time end_time organizer{name email}
        status""",
        ("{City_} {Noun}", "{Noun} of {month}", "{Place} {Noun}", "{Noun} {small}"),
        ("scheduled", "scheduled", "in_progress", "completed", "cancelled"),
    ),
    "work": (
        _WORKS,
        "id title description author{name} language year:i tags:t published_at",
        ("The {adjective_} {Object}", "{Object} and {Object}", "Below the {Object}",
         "{Adjective} {Object}", "Letters from {City_}"),
        ("published", "published", "draft", "archived"),
    ),
    "treat": (
        _TREATS,
        "id name description price:n currency calories:i ingredients:t available:b",
        ("House {Noun}", "{Taste} {Noun}", "Classic {Noun}", "{Lastname}'s {Noun}"),
        ("available", "available", "sold_out", "seasonal"),
    ),
    "ware": (
        _WARES,
        """id name description price:n currency color condition stock:i rating:n
        created_at""",
        ("{Maker} {Noun}", "{Maker} {Object} {Noun}",
         "{Object} {Noun} {letter}{digit}"),
        ("available", "available", "available", "sold_out"),
    ),
    "person": (_PEOPLE, "", (), ()),
}  # fmt: skip
THING = Sort(
    "id name description status created_at updated_at",
    ("{Noun} {letter}{small}", "{Noun} {small}", "{Place} {Noun}", "{Noun} {letter}"),
    ("active", "active", "active", "inactive", "pending"),
)
_SAYS = {
    "place": """
        Open all year; guided tours on {day}s. | A short walk from the station, with
        parking next to it. | Restored a few years ago and looked after by {first}
        {last}. | Quiet on weekdays, busy from {month} on. | Free entry; groups should
        book ahead. | Known for its view over {city_}.
    """,
    "paper": """
        Sent in by {first} {last}; all pages are there. | One page is missing, the
        sender was told on {day}. | Checked by {first} and passed on for a decision. |
        Replaces an earlier one of {month}. | Copies went to both sides.
    """,
    "machine": """
        Runs without trouble since the service in {month}. | Spare parts are in
        stock. | Slightly louder than the others; to be checked on {day}. | New
        bearings and a new control panel. | Moved here from {city_} in {month}.
    """,
    "happening": """
        Doors open half an hour early. | Organised by {first} {last} and a team of
        {digit}. | Bring water and good shoes. | Moved to {day} because of the
        weather. | Open to everyone, no sign-up needed. | Starts at the main entrance.
    """,
    "work": """
        A quiet piece on memory and the sea. | Written over one winter in {city_}. |
        Short, clear and funnier than it looks. | The second of a series of {digit}. |
        Begun in {month} and finished a year later.
    """,
    "treat": """
        Made fresh every morning. | Rich and creamy, not too sweet. | A recipe of
        {first}'s grandmother. | Light, with a hint of lemon. | Goes well with
        coffee. | Small batches, sold out by noon.
    """,
    "ware": """
        Well made and comfortable from the first day. | Light and sturdy, in a
        timeless shape. | Barely used, with the original box. | Small scratches on the
        back, works perfectly. | Made by hand in a small workshop. | A favourite of
        our customers this season.
    """,
}
SORTS = {
    name: Sort(" ".join(blueprint.split()), names, statuses, bars(_SAYS.get(name, "")))
    for name, (_, blueprint, names, statuses) in _ROWS.items()
}
_BY_WORD = {
    word: name for name, row in reversed(_ROWS.items()) for word in row[0].split()
}
_TRADES = ("ist", "ian", "eer", "keeper", "man", "woman", "person", "smith", "monger")
_NO_TRADES = ("list", "twist", "mist", "career", "beer", "deer", "human", "talisman",
              "gist", "fist", "wrist", "guardian", "median", "meridian")  # fmt: skip


_NO_DOERS = frozenset(
    tokens(
        """
    number letter router filter folder trailer tracker container header footer sensor
    monitor processor vector sector factor parameter counter pointer buffer cluster
    center computer weather quarter corner border poster banner flavor behavior harbor
    interior exterior chapter character marker identifier modifier specifier qualifier
    multiplier carrier barrier trigger printer scanner scooter helicopter tractor
    reactor generator indicator operator denominator separator selector connector
    adapter adaptor converter charger transformer amplifier speaker answer transfer
    voucher newsletter slider chamber shutter register wrapper placeholder gender
    matter timber remainder reminder cylinder ladder butter pepper ginger burger
    gateway freezer cooler heater washer blender toaster boiler drawer locker hanger
    hammer cutter sticker sneaker sweater jumper slipper blazer anchor mirror elevator
    escalator calculator refrigerator meteor wallpaper diameter perimeter thermometer
    barometer shower flower plaster topper starter opener together either whether
    server master discriminator navigator accelerator ventilator incubator projector
    detector collector compressor inverter turbocharger caliper disclaimer semester
    trimester slicer spacer fastener fiber offer order cover tower semaphore
        """
    )
)


def is_doer(word: str) -> bool:
    """Return whether a field called *word* names someone: an `examiner`, a `poet`."""
    return len(word) > 5 and word.endswith(("er", "or")) and word not in _NO_DOERS


@lru_cache(maxsize=2048)
def sort_of(noun: str) -> str:
    """Return the sort of what is called *noun*, or nothing: a `bridge` is a place."""
    words = words_of(noun)
    last = singular(words[-1]) if words else ""
    known = _BY_WORD.get(last)
    if known is not None:
        return known
    is_trade = len(last) > 4 and last.endswith(_TRADES)
    return "person" if is_trade and not last.endswith(_NO_TRADES) else ""
