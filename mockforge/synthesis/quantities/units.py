"""Units: how they are spelled, what they measure, how they are turned into others."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from mockforge.synthesis.naming import words_of


class Unit(NamedTuple):
    """A unit."""

    symbol: str
    """As it is written behind a number."""
    measures: str
    """What it is a unit of."""
    factor: float = 1.0
    """How much of it there is in one of the first unit of what it measures."""
    shift: float = 0.0

    def of(self, value: float, other: Unit) -> float:
        """Return in this unit what *value* is in *other*."""
        plain = (value - other.shift) / other.factor
        return plain * self.factor + self.shift


# What it measures: symbol, factor[+shift], spellings; the first unit is the measure.
_ROWS = """
temperature: °C 1 c degc celsius centigrade degreescelsius degreecelsius
temperature: °F 1.8+32 f degf fahrenheit degreesfahrenheit
temperature: K 1+273.15 k kelvin
mass: kg 1 kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes
mass: g 1000 g gr gram grams gramme grammes
mass: mg 1e6 mg milligram milligrams
mass: µg 1e9 ug mcg microgram micrograms
mass: lb 2.20462 lb lbs pound pounds
mass: oz 35.274 oz ounce ounces
mass: t 0.001 t tonne tonnes ton tons mt metrictons metrictonnes
length: m 1 m meter meters metre metres
length: km 0.001 km kms kilometer kilometers kilometre kilometres
length: cm 100 cm centimeter centimeters centimetre centimetres
length: mm 1000 mm millimeter millimeters millimetre millimetres
length: µm 1e6 um micron microns micrometer micrometers
length: mi 0.000621371 mi mile miles
length: nmi 0.000539957 nmi nm nauticalmiles
length: ft 3.28084 ft foot feet
length: in 39.3701 in inch inches
length: yd 1.09361 yd yards yard
area: m² 1 m2 sqm squaremeters squaremetres sqmeters sqmetres mq
area: km² 1e-6 km2 sqkm squarekilometers squarekilometres
area: sqft 10.7639 sqft ft2 squarefeet squarefoot
area: ha 0.0001 ha hectare hectares
area: acres 0.000247105 acre acres ac
volume: L 1 l lt liter liters litre litres
volume: mL 1000 ml milliliter milliliters millilitre millilitres
volume: m³ 0.001 m3 cbm cubicmeters cubicmetres
volume: gal 0.264172 gal gallon gallons
volume: fl oz 33.814 floz fluidounces oz
volume: bbl 0.00628981 bbl barrel barrels
speed: km/h 1 kmh kph kmph kmperhour kilometersperhour kilometresperhour
speed: mph 0.621371 mph milesperhour
speed: m/s 0.277778 mps ms m/s meterspersecond metrespersecond
speed: kn 0.539957 kn kt kts knot knots
time: s 1 s sec secs second seconds
time: ms 1000 ms msec millis milli millisecond milliseconds
time: µs 1e6 us micros microseconds
time: ns 1e9 ns nanos nanoseconds
time: min 0.0166666667 min mins minute minutes
time: h 0.000277777778 h hr hrs hour hours
time: d 1.15740741e-5 d day days
time: weeks 1.65343915e-6 wk wks week weeks
time: months 3.80265176e-7 mo mos month months
time: years 3.16887646e-8 y yr yrs year years
pressure: hPa 1 hpa mbar mb millibar millibars hectopascal
pressure: kPa 0.1 kpa kilopascal
pressure: Pa 100 pa pascal
pressure: bar 0.001 bar bars
pressure: psi 0.0145038 psi
pressure: mmHg 0.750062 mmhg
pressure: inHg 0.02953 inhg
energy: kWh 1 kwh kilowatthours kilowatthour
energy: Wh 1000 wh watthours
energy: MWh 0.001 mwh megawatthours
energy: GWh 1e-6 gwh gigawatthours
energy: kcal 859.845 kcal cal calorie calories
energy: kJ 3600 kj kilojoule kilojoules
energy: MJ 3.6 mj megajoule
power: W 1 w watt watts
power: kW 0.001 kw kwp kilowatt kilowatts
power: MW 1e-6 mw megawatt megawatts
power: GW 1e-9 gw gigawatt gigawatts
power: hp 0.00134102 hp ps bhp horsepower
power: kVA 0.001 kva
voltage: V 1 v volt volts
voltage: mV 1000 mv millivolt millivolts
voltage: kV 0.001 kv
current: A 1 a amp amps ampere amperes
current: mA 1000 ma milliamp milliamps milliamperes
charge: mAh 1 mah
charge: Ah 0.001 ah
frequency: Hz 1 hz hertz
frequency: kHz 0.001 khz
frequency: MHz 1e-6 mhz
frequency: GHz 1e-9 ghz
data: B 1 b byte bytes octets
data: KB 0.001 kb kib kilobyte kilobytes k
data: MB 1e-6 mb mib megabyte megabytes mbytes
data: GB 1e-9 gb gib gigabyte gigabytes gbytes
data: TB 1e-12 tb tib terabyte terabytes
data rate: Mbps 1 mbps mbits mbitps megabitspersecond
data rate: kbps 1000 kbps kbits kbitps
data rate: Gbps 0.001 gbps gbits
data rate: bps 1e6 bps bitspersecond
data rate: MB/s 0.125 mbs mbpersec mbpersecond
data rate: B/s 125000 bytespersecond bytespersec
share: % 1 pct percent percentage perc % percents
share: ratio 0.01 ratio fraction proportion
share: bp 100 bp bps basispoints
money: units 1 dollars euros usd eur gbp chf cad aud dollar euro
money: cents 100 cents cent pence minor minorunits subunits
money: k 0.001 thousand thousands
money: M 1e-6 million millions
glucose: mg/dL 1 mgdl mg/dl
glucose: mmol/L 0.0555 mmoll mmol mmol/l
particles: µg/m³ 1 ugm3 microgramspercubicmeter µgm3
gas: ppm 1 ppm partspermillion
gas: ppb 1000 ppb
pulse: bpm 1 bpm beatsperminute
turns: spm 1 spm stepsperminute
turns: rpm 1 rpm revolutionsperminute
breaths: breaths/min 1 breathsperminute brpm
sound: dB 1 db dba decibel decibels
signal: dBm 1 dbm
light: lx 1 lux lx
sun: W/m² 1 wm2 w/m2
angle: ° 1 deg degree degrees
torque: Nm 1 nm newtonmeters newtonmetres
flow: L/min 1 lpm lmin litersperminute
flow: m³/h 0.06 m3h cubicmetersperhour
shaking: mm/s 1 mms
rain rate: mm/h 1 mmh
fuel: L/100km 1 l100km litersper100km
mileage: mpg 1 mpg milespergallon
emission: g/km 1 gkm gperkm gramsperkm gramsperkilometre gramsperkilometer
pixels: px 1 px pixel pixels
dots: dpi 1 dpi ppi
frames: fps 1 fps framespersecond
pace: min/km 1 minkm minperkm
per second: /s 1 rps qps tps ops iops persecond persec
per minute: /min 1 rpm perminute permin
electric: µS/cm 1 uscm
turbid: NTU 1 ntu
dissolved: mg/L 1 mgl
radiation: µSv/h 1 usvh usv
g force: g 1 g
"""


def _tables() -> tuple[dict[str, tuple[Unit, ...]], dict[str, tuple[Unit, ...]]]:
    spelled: dict[str, tuple[Unit, ...]] = {}
    measured: dict[str, tuple[Unit, ...]] = {}
    for row in _ROWS.strip().splitlines():
        measures, _, rest = row.partition(": ")
        symbol, told, names = _parted(rest)
        factor, _, shift = told.partition("+")
        unit = Unit(symbol, measures, float(factor), float(shift or 0))
        measured[measures] = (*measured.get(measures, ()), unit)
        for name in dict.fromkeys((*names, _joined(symbol))):
            if name:
                spelled[name] = (*spelled.get(name, ()), unit)
    return spelled, measured


def _parted(rest: str) -> tuple[str, str, list[str]]:
    """Return the symbol, which may have a blank, the factor and the spellings."""
    parts = rest.split()
    at = next(n for n, part in enumerate(parts) if n and part[:1].isdigit())
    return " ".join(parts[:at]), parts[at], parts[at + 1 :]


def _joined(text: str) -> str:
    small = text.lower().replace("²", "2").replace("³", "3").replace("µ", "u")
    return re.sub(r"[^a-z0-9%]", "", small)


_SPELLED, _MEASURED = _tables()


@lru_cache(maxsize=4096)
def spelled(text: str) -> tuple[Unit, ...]:
    """Return the units that *text* is a spelling of; most often one or none."""
    return _SPELLED.get(_joined(text)) or _SPELLED.get(_joined(text).rstrip("s"), ())


def units_of(measures: str) -> tuple[Unit, ...]:
    """Return the units of what *measures* names, the first of them first."""
    return _MEASURED.get(measures, ())


_BRACKETED = re.compile(r"[(\[]\s*([^)\]]{1,24}?)\s*[)\]]")
_IN = re.compile(
    r"\b(?:in|unit:?|units:?|as an?)\s+(?:the\s+)?([^\s,.;)]+(?:\s[^\s,.;)]+){0,2})",
    re.IGNORECASE,
)
_MINOR = re.compile(r"smallest (?:currency|monetary) unit|minor (?:currency )?units?\b"
                    r"|\bcents?\b|\bpence\b|smallest unit of (?:the|its) currency"
                    r"|lowest (?:currency )?denomination", re.IGNORECASE)  # fmt: skip
_SIGN = re.compile(r"°\s?[CF]\b|\bmmHg\b|\bkWh\b|\bbpm\b|%")


@lru_cache(maxsize=2048)
def units_told(text: str) -> tuple[Unit, ...]:
    """Return the units that a description names: `in seconds`, `(°C)`."""
    if _MINOR.search(text):
        return _SPELLED["cents"]
    found: tuple[Unit, ...] = ()
    for match in (*_BRACKETED.finditer(text), *_IN.finditer(text)):
        found = (*found, *_longest(match[1].split()))
    for match in _SIGN.finditer(text):
        found = (*found, *spelled(match[0]))
    return tuple(dict.fromkeys(found))


def _longest(parts: list[str]) -> tuple[Unit, ...]:
    """Return the units that the most of *parts* are, at their begin or end."""
    is_rate = parts[1:2] == ["per"] and spelled(" ".join(parts[2:3]))
    # Grams for each kilometre are no grams.
    for size in range(len(parts), 2 if is_rate else 0, -1):
        for some in (parts[:size], parts[-size:]):
            found = spelled(" ".join(some))
            if found:
                return found
    return ()


@lru_cache(maxsize=4096)
def parted(words: tuple[str, ...]) -> tuple[tuple[Unit, int], ...]:
    """Return the units that *words* may end with, each with how many words it takes."""
    found = []
    for size in range(min(3, len(words)), 0, -1):
        for unit in _SPELLED.get("".join(words[-size:]), ()):
            before = words[-size - 1 : -size]
            if before != ("per",):
                found.append((unit, size + (before == ("in",))))
    return tuple(found)


def is_unit_field(name: str) -> bool:
    """Return whether a field called *name* says what unit another one is in."""
    words = words_of(name)
    return bool(words) and (words[-1] in _UNIT_WORDS or words[-2:] == ("of", "measure"))


_UNIT_WORDS = frozenset(("unit", "units", "uom", "uoms"))
