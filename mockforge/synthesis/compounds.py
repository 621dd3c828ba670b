"""Words written together in small letters: `jobtitle`, `lifecyclestage`, `issuetype`.

A name is split where it begins with one of the known first words, and the rest of it
is a known last one, or splits into such in its turn. What is a word of its own stays:
`username`, `timezone`, `postcode`.
"""

from __future__ import annotations

from functools import lru_cache


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_FIRST = _words(
    """
    account address agent annual app article asset author available bank base batch
    billing birth blood body book booking brand build building business buyer call
    campaign card carrier case category channel charge check class client close
    closed comment company component condition contact content contract cost country
    course create created credit currency current customer cycle deal delivery
    department detail device display document domain driver due email employee end
    engine entity entry error estimated event exception exposure feature field file
    first flash focal font fuel gear gift given group guest health heart hire home
    hotel hub image incident industry infra invoice issue item job language last
    lead leave legal lens level life lifecycle line list location log machine
    marital market media meeting member membership message middle model modified
    movie music network node number object offer office opportunity order
    organization owner package parent parking party patient payment payroll permit
    phone plan player policy position power preferred price primary priority process
    product profile project property purchase quote record region registration
    release report request resource response return review role room rule salary
    sale sales sample schedule school score season seat section seller sensor serial
    service session shift shipping shop shutter skill sku source sport stage start
    state status step stock storage store street student subscription supplier
    support system target task tax team term ticket tracking trade transaction
    transfer travel trip unit update updated user vehicle vendor version visit
    visitor warehouse warranty water weather website work zone
    """
)
_LAST = _words(
    """
    address amount balance category channel class code color colour condition count
    country currency cycle date day department description duration email employee
    format group height hours icon id image index industry key kind label language
    length level limit line location manager method mode model modified month name
    note notes number order origin owner path period phone position price priority
    product program programme quantity range rank rate reason reference region
    result revenue role score section size source speed stage state status step
    street subject subtype summary table target team text time timestamp title total
    type unit url user value vendor version volume weight width year
    """
)
_WHOLE = _words(
    """
    accountnumber airline barcode baseline bathroom bedroom bedtime birthdate
    birthday birthplace bookmark broadcast cardholder checklist classmate classroom
    companyname dashboard database dataset daytime deadline downtime duedate
    emailaddress enddate endtime filename filepath firstname fullname halftime
    handbook headline holiday homepage hostname hotline income itemname keyboard
    landline lastname leaderboard lifetime middlename milestone newsletter nickname
    notebook offline online outcome overtime passcode password phonenumber pipeline
    playlist postcode pricelist productname roommate runtime scoreboard screenplay
    showtime stakeholder startdate starttime storefront storeroom surname taxonomy
    teammate timeline timestamp timezone uptime usergroup username watercolour
    website weekday wishlist workshop workspace worktime zipcode
    """
)
"""What is one word, or known as one."""


@lru_cache(maxsize=4096)
def parted(word: str) -> tuple[str, ...]:
    """Return the words of *word*, which is one if it is not known to be more."""
    if len(word) < 6 or word in _WHOLE or word in _FIRST or word in _LAST:
        return (word,)
    return _parted(word) or (word,)


def _parted(word: str) -> tuple[str, ...]:
    for end in range(len(word) - 3, 1, -1):
        first, rest = word[:end], word[end:]
        if first not in _FIRST:
            continue
        if rest in _LAST:
            return (first, rest)
        more = _parted(rest)
        if more:
            return (first, *more)
    return ()
