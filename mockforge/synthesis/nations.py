"""How countries number accounts, companies, taxes and cars."""

from __future__ import annotations

from random import Random  # noqa: TID251 - the type alone

from mockforge.synthesis import checkdigits as checks
from mockforge.synthesis.places import filled

_ACCOUNTS = """
DE 37040044########## COBADEFF|50010517########## INGDDEFF|10070000########## DEUTDEBB
AT 20111########### GIBAATWW|12000########### BKAUATWW
CH 00762############ BCLRCHBB|00230############ UBSWCHZH
FR 3000401328###########93 BNPAFRPP|3000301210###########46 SOGEFRPP
GB NWBK601613######## NWBKGB2L|BARC200415######## BARCGB22|LOYD309617######## LOYDGB2L
NL ABNA0######### ABNANL2A|INGB000####### INGBNL2A|RABO0######### RABONL2U
BE 001######### GEBABEBB|735######### KREDBEBB
ES 21000418############ CAIXESBB|00491500############ BSCHESMM
IT X0200801600############ UNCRITMM|X0306909606############ BCITITMM
PT 003506510############ CGDIPTPL
SE 50000000############ ESSESESS|80000000############ SWEDSESS
DK 3000########## DABADKKK|2000########## NDEADKKK
NO 1503####### DNBANOKK|6001####### NDEANOKK
FI 1############# NDEAFIHH|5############# OKOYFIHH
PL 10902402################ WBKPPLPP|11402004################ BREXPLPW
IE BOFI900017######## BOFIIE2D|AIBK931152######## AIBKIE2D
"""
_BANKS = """
US CHASUS33|BOFAUS3N|CITIUS33
CA ROYCCAT2|TDOMCATT
AU CTBAAU2S|ANZBAU3M
NZ ANZBNZ22
JP BOTKJPJT|MHCBJPJT
IN HDFCINBB|ICICINBB
SG DBSSSGSG|OCBCSGSG
HK HSBCHKHH
BR ITAUBRSP|BRADBRSP
MX BCMRMXMM|BNMXMXMM
ZA SBZAZAJJ|FIRNZAJJ
KR KOEXKRSE
KE KCBLKENX
AE EBILAEAD
"""
_TAXES = """
AT ATU########
NL NL#########B01
BE BE0#########
GB GB#########
ES ESB########
SE SE556#######01
DK DK########
NO NO#########MVA
PL PL##########
PT PT5########
FI FI########
IE IE#######@
CH CHE-###.###.### MWST
US ##-#######
CA #########RT0001
MX @@@180614@#8
BR ##.###.###/0001-##
JP T#############
IN 29@@@@@####@1Z5
SG 2019#####@
KR ###-##-#####
NZ ###-###-###
ZA 4#########
KE P0#########@
AE 100#########003
"""
_COMPANIES = """
GB ########
DE HRB #####
AT FN ######k
CH CHE-###.###.###
FR ### ### ###
NL ########
BE 0###.###.###
ES B########
IT MI-#######
PT 5########
SE 556###-####
DK ########
NO 9## ### ###
FI #######-#
PL 0000######
IE ######
US #######
CA #######-#
AU ### ### ###
NZ #######
IN U72200KA2015PTC######
SG 2019#####@
JP ####-01-######
BR ##.###.###/0001-##
"""
_PLATES = """
US 7@@@###|@@@-####|@@@ ####
CA @@@@ ###|@@@ ###
GB @@[1][2-4] @@@|@@[6][8-9] @@@|@@[7][0-4] @@@
FR @@-###-@@
NL @-###-@@|@@-###-@
BE 1-@@@-###|2-@@@-###
ES [1-9]### BCD|[1-9]### JKL|[1-9]### LMN
IT @@ ###@@
PT @@-##-@@
SE @@@ ##@|@@@ ###
DK @@ ## ###
NO @@ [1-9]####
FI @@@-[1-9]##
PL WA [1-9]####|KR [1-9]####|GD [1-9]###@
IE 221-D-[1-9]####|191-C-[1-9]###
AT W-[1-9]####A|G-[1-9]##AB
CH ZH [1-9]#####|BE [1-9]#####|GE [1-9]####
AU @@@-##@|1@@-#@@
NZ @@@###
IN KA 0[1-9] @@ ####|MH 12 @@ ####
BR @@@#@##
MX @@@-##-##
ZA CA [1-9]##-###
JP [3][0-3]#-[1-9]#
SG S@@[1-9]###@
KE K@@ [1-9]##@
"""
_TOWNS = {"Berlin": "B", "Hamburg": "HH", "Munich": "M", "Cologne": "K",
          "Frankfurt": "F", "Stuttgart": "S", "Leipzig": "L"}  # fmt: skip


def _rows(text: str) -> dict[str, tuple[str, ...]]:
    return {line[:2]: tuple(line[3:].split("|")) for line in text.strip().splitlines()}


ACCOUNTS = _rows(_ACCOUNTS)
BANKS = _rows(_BANKS)
TAXES = _rows(_TAXES)
COMPANIES = _rows(_COMPANIES)
PLATES = _rows(_PLATES)


def drawn(form: str, rng: Random) -> str:
    """Return *form* with digits and letters; `[1-9]` is a digit of those."""
    made, rest = "", form
    while "[" in rest:
        before, _, after = rest.partition("[")
        told, _, rest = after.partition("]")
        made += before + str(rng.randint(int(told[0]), int(told[-1])))
    return filled(made + rest, rng)


def account(country: str, rng: Random) -> tuple[str, str]:
    """Return an account in *country*, and the code of its bank.

    Where a country has no such accounts, it is one in Germany.
    """
    code = country if country in ACCOUNTS else "DE"
    form, bank = rng.choice(ACCOUNTS[code]).split(" ")
    return checks.iban(code, filled(form, rng)), bank


def bank(country: str, rng: Random) -> str:
    """Return the code of a bank in *country*."""
    if country in BANKS:
        return rng.choice(BANKS[country])
    return account(country, rng)[1]


def tax_number(country: str, rng: Random) -> str:
    """Return the number under which a company in *country* pays taxes."""
    if country == "DE":
        return "DE" + checks.mod11_10(filled("2#######", rng))
    if country == "IT":
        return "IT" + checks.luhn(filled("0#########", rng))
    if country == "FR":
        siren = checks.luhn(filled("4#######", rng))
        return f"FR{(12 + 3 * (int(siren) % 97)) % 97:02d}{siren}"
    if country == "AU":
        return checks.abn(filled("4########", rng))
    return filled(rng.choice(TAXES.get(country, ("@@#########",))), rng)


def company_number(country: str, rng: Random) -> str:
    """Return the number of a company in the register of *country*."""
    return filled(rng.choice(COMPANIES.get(country, ("########",))), rng)


def plate(country: str, city: str, rng: Random) -> str:
    """Return what is on a car from *city* in *country*."""
    if country == "DE":
        return drawn(f"{_TOWNS.get(city, 'B')}-@@ [1-9]###", rng)
    return drawn(rng.choice(PLATES.get(country, ("@@@-####",))), rng)
