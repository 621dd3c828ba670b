"""A way, the time it takes, how fast that is, and what a day of work is."""

from __future__ import annotations

import re
from functools import lru_cache
from random import Random  # noqa: TID251 - the type alone

from mockforge.synthesis.entity import Entity
from mockforge.synthesis.lasting import UNITS
from mockforge.synthesis.members import Members
from mockforge.synthesis.naming import singular, words_of
from mockforge.synthesis.reckoning import reckon

_ROWS = """
run running jog jogging marathon workout race: 8 14
walk walking hike hiking stroll trek steps: 4 6
ride riding cycling bike bicycle biking bikeshare ebike: 15 28
swim swimming pool: 2 3.6
row rowing kayak paddle: 6 12
ski skiing skating: 12 28
scooter escooter: 10 20
taxi cab uber rideshare commute delivery courier: 18 42
drive driving car trip journey vehicle rental route: 32 85
truck freight haul lorry: 50 80
bus coach tram: 16 45
train rail railway: 70 170
flight flying plane aircraft: 600 880
boat ship vessel ferry sailing cruise: 15 40
"""
_USUAL = {
    word: (float(told.split()[0]), float(told.split()[1]))
    for names, _, told in (row.partition(":") for row in _ROWS.strip().splitlines())
    for word in names.split()
}
_WAYS = {"distance": 1.0, "distancekm": 1.0, "distancekilometers": 1.0,
         "distancemeters": 0.001, "distancem": 0.001, "distancemiles": 1.609344,
         "distancemi": 1.609344, "totaldistance": 1.0, "totaldistancekm": 1.0,
         "distancekilometres": 1.0, "lengthkm": 1.0, "tripdistance": 1.0,
         "tripdistancekm": 1.0, "distancemetres": 0.001, "km": 1.0,
         "distancetravelledkm": 1.0}  # fmt: skip
_SPEED = {"avgspeed": 1.0, "averagespeed": 1.0, "avgspeedkmh": 1.0, "avgspeedkph": 1.0,
          "averagespeedkmh": 1.0, "averagespeedkph": 1.0, "avgspeedmph": 1.609344,
          "averagespeedmph": 1.609344, "speedavg": 1.0, "meanspeed": 1.0,
          "avgspeedms": 3.6, "averagespeedms": 3.6, "averagespeedmps": 3.6,
          "avgspeedmps": 3.6, "speedavgkmh": 1.0}  # fmt: skip
_TIMES = {"duration": 0.0, "movingtime": 0.0, "elapsedtime": 0.0, "time": 0.0,
          "totaltime": 0.0, "traveltime": 0.0, "ridetime": 0.0}  # fmt: skip
_PACES = frozenset(("pace", "avgpace", "averagepace", "pacemin", "paceminperkm",
                    "avgpaceminperkm", "averagepaceminperkm", "paceperkm",
                    "avgpaceminkm", "paceminkm", "avgpaceperkm"))  # fmt: skip
_CLOCK = re.compile(r"\d{1,2}:\d\d(?::\d\d)?")
_ENERGY = {"run": (55, 75), "walk": (45, 60), "ride": (22, 36), "swim": (180, 260),
           "hike": (50, 70)}  # fmt: skip
_KIND = re.compile(r"[a-z]+")


@lru_cache(maxsize=2048)
def ways_in(names: tuple[str, ...]) -> tuple[str, float] | None:
    """Return the name of a way, with its unit in kilometres."""
    joined = {"".join(words_of(name)): name for name in names}
    return next(((joined[one], unit) for one, unit in _WAYS.items() if one in joined),
                None)  # fmt: skip


@lru_cache(maxsize=2048)
def _time(names: tuple[str, ...]) -> tuple[str, float] | None:
    """Return the name of how long it took, with its unit in hours."""
    for name in names:
        words = words_of(name)
        units = [word for word in words if word in UNITS]
        rest = "".join(word for word in words if word not in UNITS)
        if rest in _TIMES and (units or rest != "time"):
            # What has no unit is told in seconds where the way is in metres.
            return name, UNITS[units[-1]] / 3600 if units else 0.0
    return None


def travel(members: Members, entity: Entity, rng: Random) -> None:
    """Let a way be as long as one comes in that time, as fast as is usual."""
    names = tuple(members.made)
    way, time = ways_in(names), _time(names)
    if way is None or time is None:
        return
    usual = _usual(members, entity)
    far, took = members.worth(way[0]), members.worth(time[0])
    if far is None or took is None or took <= 0 or usual is None:
        return
    unit = way[1] if way[0].lower() != "distance" or far < 500 else 0.001
    hours = took * (time[1] or (1 / 60 if took < 600 else 1 / 3600))
    speed = far * unit / hours
    low, high = usual
    if not low * 0.9 <= speed <= high * 1.1 and not members.is_given(way[0]):
        made = low + (high - low) * rng.random()
        members.put_like(way[0], round(made * hours / unit, 2))
        reckon(members, rng)
    far = (members.worth(way[0]) or 0.0) * unit
    if far > 0:
        _fast(members, far, hours)
        _burnt(members, entity, far, rng)
        _used(members, far, rng)


def _usual(members: Members, entity: Entity) -> tuple[float, float] | None:
    told = (members.made.get(members.names.get(one, ""))
            for one in ("type", "sport", "activity", "activitytype", "sporttype",
                        "mode", "vehicletype"))  # fmt: skip
    words = [word for one in told if isinstance(one, str)
             for word in _KIND.findall(one.lower())]  # fmt: skip
    around = [*entity.kind.split(), *words_of(entity.shared.noun),
              *sorted(entity.shared.timing.words), entity.whole.kind,
              *sorted(entity.shared.words)]  # fmt: skip
    for word in (*words, *around):
        found = _USUAL.get(word) or _USUAL.get(singular(word))
        if found is not None:
            return found
    return None


def _fast(members: Members, far: float, hours: float) -> None:
    """Tell how fast it was: kilometres in an hour, or minutes for one."""
    joined = {"".join(words_of(name)): name for name in members.made}
    for key, unit in _SPEED.items():
        if key in joined and members.worth(joined[key]) is not None:
            members.put_number(joined[key], round(far / hours / unit, 1))
    pace = hours * 60 / far
    for key in _PACES & joined.keys():
        held = members.made[joined[key]]
        text = f"{int(pace)}:{int(pace % 1 * 60):02d}"
        if isinstance(held, str) and _CLOCK.match(held):
            members.put(joined[key], _CLOCK.sub(text, held, count=1))
        elif isinstance(held, str):
            members.put(joined[key], f"{text} /km") or members.put(joined[key], text)
        elif members.worth(joined[key]) is not None:
            members.put_number(joined[key], round(pace, 2))


def _used(members: Members, far: float, rng: Random) -> None:
    """Fuel is of the way, and nothing is much faster at once than all the time."""
    fuel = members.number("fuelliters", "fuelusedliters", "fuelconsumedliters",
                          "fuelusedl", "fuellitres", "fuelconsumedl")  # fmt: skip
    if fuel is not None and not 0.03 <= fuel[1] / far <= 0.16:
        members.put_number(fuel[0], round(far * rng.uniform(0.055, 0.1), 2))
    most = members.number("maxspeed", "maxspeedkmh", "topspeed", "maxspeedkph",
                          "maxspeedmph", "topspeedkmh")  # fmt: skip
    mean = members.number(*_SPEED)
    if most is None or mean is None or mean[1] <= 0:
        return
    if not mean[1] * 1.1 <= most[1] <= mean[1] * 3:
        members.put_like(most[0], round(mean[1] * rng.uniform(1.3, 2.1), 1))


def _burnt(members: Members, entity: Entity, far: float, rng: Random) -> None:
    found = members.number("calories", "caloriesburned", "kcal", "energykcal")
    usual = _usual(members, entity)
    if found is None or usual is None or members.is_given(found[0]):
        return
    low, high = next((each for word, each in _ENERGY.items()
                      if _USUAL.get(word) == usual), (0, 0))  # fmt: skip
    if high and not low * far <= found[1] <= high * far:
        members.put_like(found[0], round(far * rng.uniform(low, high)))


_PRICED = frozenset(("USD", "EUR", "GBP", "CHF", "CAD", "AUD", "NZD"))


def energy(members: Members, rng: Random) -> None:
    """No more energy flows than the power gives, and it costs what it usually does."""
    used = members.number("energykwh", "kwh", "energydeliveredkwh", "consumptionkwh",
                          "energyconsumedkwh", "kwhdelivered", "usagekwh")  # fmt: skip
    if used is None:
        return
    power = members.number("powerkw", "maxpowerkw", "chargerpowerkw", "peakpowerkw",
                           "avgpowerkw", "averagepowerkw")  # fmt: skip
    time = _time(tuple(members.made))
    took = members.worth(time[0]) if time is not None and time[1] else None
    if (
        power is not None
        and time is not None
        and took
        and not members.is_given(used[0])
    ):
        most = power[1] * took * time[1]
        if not most * 0.1 <= used[1] <= most:
            members.put_number(used[0], round(most * rng.uniform(0.45, 0.92), 2))
    kwh = members.worth(used[0]) or 0.0
    cost = members.number("cost", "totalcost", "amount", "price", "total", "totalprice")
    told = str(members.made.get(members.names.get("currency", ""), "USD")).upper()
    rates = {"priceperkwh", "rateperkwh", "tariff", "rate", "unitrate", "tariffperkwh"}
    if cost is None or told not in _PRICED or rates & members.names.keys():
        return
    if not 0.08 * kwh <= cost[1] <= 0.9 * kwh and not members.is_given(cost[0]):
        members.put_number(cost[0], round(kwh * rng.uniform(0.18, 0.42), 2))


def day_of_work(members: Members, rng: Random) -> None:
    """Nobody works more hours on a day than it has."""
    hours = members.number("hours", "hoursworked", "workedhours", "loggedhours",
                           "hourslogged", "billablehours")  # fmt: skip
    if hours is None or not {"date", "day", "workdate"} & members.names.keys():
        return
    if hours[1] > 12 or hours[1] <= 0:
        members.put_like(hours[0], rng.choice((4, 6, 7, 7.5, 8, 8, 8, 8.5)))
