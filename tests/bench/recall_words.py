"""Other words for common ones: a small thesaurus, written down for paraphrases.

It was written before anything was measured with it, of words that are common in
questions, in names of things to do, and in what is said of software, and not of the
texts of any recording.
"""

from __future__ import annotations

import re
from random import Random

_ALIKE = """
find locate discover
search seek hunt
show display present
list enumerate itemize
get obtain fetch
give provide supply
make create produce
build construct assemble
add append include
remove delete erase
drop discard abandon
change alter modify
update refresh revise
replace substitute swap
start begin launch
stop halt cease
end finish conclude
open unlock
close shut
send dispatch transmit
receive accept
return restore
buy purchase acquire
sell vend
pay settle
order request
cancel revoke annul
ask inquire query
answer reply respond
tell inform notify
say state declare
speak talk
write compose author
read peruse
explain clarify describe
summarize condense outline
translate convert render
compare contrast
count tally
calculate compute reckon
check verify inspect
test try examine
fix repair mend
help assist aid
use employ utilize
need require
want desire wish
like enjoy
love adore
know understand
think believe consider
see view observe
look glance peek
watch monitor
keep retain hold
save store preserve
move transfer shift
copy duplicate clone
join merge combine
split divide separate
choose select pick
set assign
allow permit let
refuse reject decline
stay remain
live reside dwell
go travel
come arrive
run execute
walk stroll
eat consume devour
drink sip
sleep rest
work labor
play perform
learn study
teach instruct
grow increase expand
shrink decrease reduce
rise climb ascend
fall sink descend
win triumph
lose forfeit
fail collapse
succeed prosper
happen occur
cause trigger
contain hold
share distribute
connect link attach
publish release issue
call phone ring
name title
big large huge
small little tiny
long lengthy extended
short brief
high tall lofty
low shallow
fast quick rapid
slow sluggish
new fresh recent
old ancient aged
good fine great
bad poor awful
best finest
nice pleasant lovely
happy glad cheerful
sad unhappy gloomy
funny amusing comical
strange odd weird
clever smart bright
simple easy plain
hard difficult tough
important significant vital
main chief principal
right correct proper
wrong incorrect mistaken
same identical
different distinct unlike
similar alike comparable
full complete entire
whole total
empty vacant blank
free gratis
cheap inexpensive
expensive costly
rich wealthy
safe secure
dangerous risky hazardous
clean tidy
dirty filthy
hot warm
cold chilly
wet damp
dry arid
strong powerful sturdy
weak feeble
famous renowned
popular favored
common usual frequent
rare scarce
real genuine actual
false untrue
ready prepared
current present
previous former prior
next following
first initial
last final
several various
many numerous
often frequently
always constantly
quickly rapidly swiftly
now currently
today nowadays
person human individual
people humans folk
man gentleman
woman lady
child kid
friend companion pal
customer client buyer
user member
owner proprietor
boss manager
worker employee
doctor physician
teacher instructor
company firm business
shop store outlet
house home dwelling
room chamber
street road
city town
country nation land
world globe
place location spot
way manner method
thing object item
part piece portion
kind type sort
group set collection
number figure
amount quantity
price cost
money cash funds
gift present
job task
problem trouble difficulty
question query
idea notion thought
plan scheme
rule regulation
reason motive
result outcome
goal aim target
story tale
poem verse
song tune
book volume
page sheet
picture image photo
letter note
message notice
word term
sentence phrase
text passage
document paper file
folder directory
database repository
record entry
field column
value setting
error mistake fault
bug defect
code program
tool utility
device gadget
machine apparatus
computer PC
car automobile vehicle
boat ship vessel
plane aircraft
bird fowl
dog hound
cat feline
animal creature beast
pet companion
food meal
fruit produce
sea ocean
river stream
hill mound
forest woods
stone rock
garden yard
weather climate
rain drizzle
morning dawn
evening dusk
year twelvemonth
date day
time moment
history past
future tomorrow
example sample instance
list roster
table chart
title heading
comment remark
description account
detail particular
content substance
feature trait
color hue
size extent
shape form
"""

_GROUPS = [line.split() for line in _ALIKE.split("\n") if line]
_OTHERS: dict[str, list[str]] = {}
for _group in _GROUPS:
    for _word in _group:
        _more = [each for each in _group if each != _word]
        _OTHERS.setdefault(_word.lower(), []).extend(_more)

_FILLER = "a an the of to in on at for by please me is are was be some any just that"
FILLER = frozenset(_FILLER.split())
LEADS = ("please ", "could you ", "I would like to know: ", "", "")

_ENDINGS = ("ies", "ing", "es", "ed", "s", "")
_VOWELS = "aeiou"


def reworded(text: str, rng: Random) -> str:
    """Return *text* in other words: what it says is the same.

    Three words in four that have another word get it, in the same form; one in three
    of the rest gets another ending; half of the words that say nothing are left out,
    and others are put in; clauses change places; a lead goes before.
    """
    clauses = [
        _clause(each, rng) for each in re.split(r"(?<=[,;.?!])\s+", text.strip())
    ]
    clauses = [each for each in clauses if each]
    if len(clauses) > 1:
        at = rng.randrange(1, len(clauses))
        clauses = [*clauses[at:], *clauses[:at]]
    lead = rng.choice(LEADS) if len(text.split()) > 3 else ""
    return lead + " ".join(clauses)


def _clause(text: str, rng: Random) -> str:
    out: list[str] = []
    for word in text.split():
        bare = word.strip(".,?!:;\"'()")
        if bare.lower() in FILLER:
            if rng.random() < 0.5:
                out.append(word)
            continue
        other = _other(bare, rng) if bare.isalpha() else bare
        out.append(word.replace(bare, other) if bare else word)
    if len(out) > 3 and rng.random() < 0.5:
        middle = len(out) // 2
        out = [*out[middle:], *out[:middle]]
    if len(out) > 3 and rng.random() < 0.5:
        out.insert(rng.randrange(1, len(out)), rng.choice(sorted(FILLER)))
    return " ".join(out)


def _other(word: str, rng: Random) -> str:
    """Return another word of the same form; else *word* with another ending."""
    for ending in _ENDINGS:
        if not word.lower().endswith(ending):
            continue
        root = word[: len(word) - len(ending)].lower()
        for lemma in (root, root + "e", root + "y", root[:-1]):
            if lemma in _OTHERS and rng.random() < 0.75:
                found = _formed(rng.choice(_OTHERS[lemma]), ending)
                return found.capitalize() if word[0].isupper() else found
    if len(word) > 3 and word.islower() and rng.random() < 0.33:
        return word[:-1] if word.endswith("s") else f"{word}s"
    return word


def _formed(word: str, ending: str) -> str:
    """Return *word* with the ending that another has."""
    if ending in ("s", "es", "ies"):
        if word.endswith("y") and word[-2] not in _VOWELS:
            return f"{word[:-1]}ies"
        return f"{word}es" if word.endswith(("s", "x", "ch", "sh")) else f"{word}s"
    if ending in ("ed", "ing"):
        return f"{word.removesuffix('e')}{ending}"
    return word
