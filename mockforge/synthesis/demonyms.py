"""Words for where people and things are from, and for several countries together."""

from __future__ import annotations

from mockforge.synthesis.naming import tokens

ADJECTIVES = dict(
    row.split(": ")
    for row in """
american: US
us-based: US
us: US
german: DE
french: FR
british: GB
english: GB
scottish: GB
uk: GB
spanish: ES
italian: IT
dutch: NL
japanese: JP
canadian: CA
australian: AU
brazilian: BR
indian: IN
swedish: SE
mexican: MX
irish: IE
swiss: CH
polish: PL
austrian: AT
norwegian: NO
danish: DK
finnish: FI
icelandic: IS
belgian: BE
portuguese: PT
czech: CZ
slovak: SK
hungarian: HU
romanian: RO
bulgarian: BG
greek: GR
turkish: TR
estonian: EE
latvian: LV
lithuanian: LT
croatian: HR
slovenian: SI
serbian: RS
ukrainian: UA
colombian: CO
peruvian: PE
chilean: CL
argentine: AR
argentinian: AR
egyptian: EG
south african: ZA
kenyan: KE
nigerian: NG
ghanaian: GH
moroccan: MA
emirati: AE
israeli: IL
singaporean: SG
malaysian: MY
thai: TH
indonesian: ID
filipino: PH
vietnamese: VN
chinese: CN
taiwanese: TW
korean: KR
south korean: KR
new zealand: NZ
european: DE FR ES IT NL PT IE SE DK PL AT BE CZ FI
scandinavian: SE DK NO
nordic: SE DK NO FI IS
baltic: EE LV LT
asian: JP KR SG IN TH MY
african: ZA KE NG EG GH
north american: US CA
latin american: MX BR AR CL CO PE
south american: BR AR CL CO PE
""".strip().splitlines()
)
"""Codes of countries by the words for their people, in small letters."""

REGIONS = {
    "europe": "DE FR ES IT NL PT IE SE DK PL AT BE CZ FI",
    "eu": "DE FR ES IT NL PT IE SE DK PL AT BE CZ FI",
    "european union": "DE FR ES IT NL PT IE SE DK PL AT BE CZ FI",
    "eurozone": "DE FR ES IT NL PT IE AT BE FI",
    "emea": "DE FR GB ES IT NL SE AE ZA",
    "dach": "DE AT CH",
    "dach region": "DE AT CH",
    "benelux": "BE NL LU",
    "scandinavia": "SE DK NO",
    "nordics": "SE DK NO FI IS",
    "nordic countries": "SE DK NO FI IS",
    "baltics": "EE LV LT",
    "iberia": "ES PT",
    "north america": "US CA",
    "latin america": "MX BR AR CL CO PE",
    "latam": "MX BR AR CL CO PE",
    "south america": "BR AR CL CO PE",
    "apac": "JP SG AU IN KR",
    "asia": "JP KR SG IN TH MY",
    "southeast asia": "SG MY TH ID PH VN",
    "africa": "ZA KE NG EG GH",
    "middle east": "AE QA SA IL",
    "scotland": "GB",
    "great britain": "GB",
}
"""Codes of countries by the name of where they are together."""

AMBIGUOUS = frozenset(
    tokens("""
    nice phoenix austin orlando lima perth turkey georgia victoria florence charlotte
    jackson lincoln columbus cleveland denver sofia milan santiago valencia malaga bath
    reading cork split us uk eu la of georgia washington asia africa europe iberia
    cambridge oxford madison holland england america columbia catalonia delhi dallas
    salt venice orleans bern harju oakland basel essex boston berlin-style bologna
    limassol dresden tours aragon brno norway-spruce hong porto victoria galway
    """)
)
"""Names that are words, or names of people and things, as often."""

TONGUES = frozenset(
    tokens("""
    language languages text texts translation translations name names word words
    subtitles version versions speaking speakers speaker grammar lessons cuisine
    food dishes recipes restaurant restaurants wine wines class classes course courses
    """)
)
"""What is of a language or a kitchen, wherever that is."""

WHOSE = frozenset(
    tokens("""
    customer user people company address client employee patient student city store
    business firm bank account iban phone supplier vendor merchant office branch
    citizen resident household startup enterprise retailer shop warehouse hospital
    clinic school university hotel airport station municipality town region number
    postcode
    worker staff tenant driver passenger guest subscriber member taxpayer voter buyer
    seller organization organisation manufacturer insurer utility invoice order
    billing tax vat plate subsidiary entity place location property apartment flat
    home house contact lead team person register municipality railway train operator
    market economy carrier
    """)
)
"""What is where those are whose it is."""

MONEYS = frozenset(
    tokens("""
    crown crowns krona kronor krone kroner franc francs pound pounds dollar dollars
    yen rupee rupees peso pesos real reais zloty forint koruna lira rand won yuan
    """)
)
"""Words for money."""

CODES = frozenset(
    tokens("de at ch fr es nl se dk fi pl pt uk gb us ca au nz jp br mx za ie cz")
)
"""Codes of countries that are no words where they are a part of a path."""
