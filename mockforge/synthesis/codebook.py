"""Codes by the names of the fields that have them.

A row is `names | forms | words around`. Between forms is ` / `: `#` is a digit, `@` a
letter, `~` and `^` a hexadecimal digit, small or large, `*` a large letter or digit,
`?` a small one, `%` any of both; `{name}` is worked out. A word around with `!` must
not be there, one with `>` is what it is a member of; of the others one has to be there.
The first row that fits is taken.
"""

BOOKS = """
isbn, isbn 13 | {isbn}
isbn 10 | {isbn10}
issn, eissn, e issn, print issn, online issn, issn l | {issn}
doi | 10.1016/j.@@@@.2024.10#### / 10.1038/s41586-024-0####-# / 10.1093/?????/???###
orcid, orcid id | {orcid}
arxiv id, arxiv | 24#0.1#### / 230#.0####
pmid, pubmed id | 3#######
pmcid | PMC9######
lccn | 20########
oclc, oclc number | 1#########
dewey, ddc, dewey decimal, dewey number | 823.9## / 005.1## / 641.5## / 910.# / 540.#
call number, shelf mark, shelfmark | QA76.73 .P## / PR6053 .A#### / TX714 .S##
  / HD30 .B#
isrc, isrc code | GBAYE2###### / USRC1####### / DEA62####### / FRZ11#######
key, musical key | 0 / 1 / 2 / 3 / 4 / 5 / 6 / 7 / 8 / 9 / 10 / 11
  | danceability valence acousticness speechiness
iswc | T-###.###.###-#
ean 8, gtin 8 | {ean8}
upc, upc a, upc code, gtin 12 | {upc}
ean, ean 13, gtin, gtin 13, barcode, jan, ean code | {ean}
gtin 14, itf 14 | {gtin14}
asin | B0********
hs code, hts code, tariff code, commodity code, customs code, taric code, hs tariff code
  | 6109.10 / 8471.30 / 8517.13 / 9403.60 / 6403.99 / 3926.90 / 8504.40 / 9503.00
  / 4202.22 / 0901.21
unspsc, unspsc code | 4321#### / 5312#### / 4411####
"""

DEVICES = """
imei, imei 2, imei number | {imei}
imsi | 3104#########0# / 2620#########0# / 2341#########0#
iccid, sim number, sim serial | {iccid}
meid | A00000^^^^^^^^
eid | 8904#########################00#
bssid, mac address, wifi mac, bluetooth mac, ble address, bluetooth address, eth mac,
  device mac, hardware address, mac addr, ethernet mac, wlan mac | {mac}
ipv 4, ipv 4 address, ip v 4 | {ip}
ipv 6, ipv 6 address, ip v 6 | {ipv6}
private ip, internal ip, local ip, cluster ip, pod ip, lan ip, host ip, node ip,
  private ip address, gateway ip, default gateway, gateway address, ip private,
  internal ip address, local ip address, local address
  | 10.0.{byte}.{byte} / 192.168.1.{byte} / 10.42.{byte}.{byte}
gateway | 192.168.{byte}.1 / 10.0.{byte}.1 | subnet netmask dhcp dns ip
subnet mask, netmask, network mask | 255.255.255.0 / 255.255.255.0 / 255.255.254.0
cidr, cidr block, subnet cidr, ip range, vpc cidr, pod cidr, service cidr, subnet
  | 10.{byte}.0.0/16 / 10.0.{byte}.0/24 / 172.16.{byte}.0/24
dns server, primary dns, secondary dns, nameserver ip | 1.1.1.1 / 8.8.8.8 / 9.9.9.9
asn, as number, autonomous system | AS#####
ssid, wifi ssid, wifi name, network ssid | Guest-5G / Office-WiFi / Warehouse-IoT
  / FRITZ!Box 7590 ?? / Home-2G / Lobby
tls version, ssl version, min tls version, tls protocol | TLSv1.3 / TLSv1.2
interface, network interface, nic, interface name, if name | eth0 / eth1 / wlan0 / ens5
"""

MONEY = """
iban, account iban, iban number | {iban}
bic, swift, swift code, bic code, swift bic, bic swift | {bic}
sort code | 20-##-## / 40-##-## / 60-##-## / 09-01-##
routing number, aba, aba number, aba routing number, routing transit number, ach routing
  | {routing}
bank code, blz, bankleitzahl | 37040044 / 10070000 / 50010517 / 20041133
bsb, bsb number | 0#3-### / 0#2-###
ifsc, ifsc code | HDFC0###### / ICIC0###### / SBIN0######
clabe | 0121800########### / 0021800###########
creditor id, creditor identifier, sepa creditor id | DE98ZZZ0999999####
mandate reference, mandate id, mandate ref | MNDT-#######
end to end id, end to end reference | E2E-{date}-#####
vat id, vat number, tax id, tax number, vat, vat registration number, ein, tin,
  tax code,
  vat reg number, tax identifier, fiscal code, tax registration number | {tax}
company number, registration number, company registration number, business number,
  company reg number, trade register number, commercial register number, crn,
  org number,
  companies house number | {company}
  | company firm business legal organization organisation supplier vendor merchant tax
  vat director incorporated incorporation officer
lei, lei code, legal entity identifier | {lei}
duns, duns number, d u n s | ##-###-####
eori, eori number | DE#########00##
naics, naics code | 541511 / 722511 / 445110 / 236115 / 484121
sic, sic code | 7372 / 5812 / 5411 / 1521 / 4213
nace, nace code | 62.01 / 56.10 / 47.11 / 41.20 / 49.41
mcc, mcc code, merchant category code | 5411 / 5812 / 4121 / 5732 / 5541 / 5999 / 7011
currency name, money name | {moneyname}
currency numeric, currency numeric code, iso 4217 numeric, currency number
  | {moneynumber}
code | WELCOME10 / SUMMER25 / FREESHIP / SAVE15 / SPRING20 / VIP30 / THANKYOU5
  | coupon promo promotion discount
code | ****-****-****-**** | giftcard gift
isin, isin code | {isin}
cusip | {cusip}
sedol | {sedol}
wkn | ****** / 7#####
figi | BBG00########
mic, mic code, exchange mic, exchange code | XNYS / XNAS / XLON / XETR / XPAR / XAMS
  / XTKS
card brand, card network, card scheme | {brand}
brand, card type, scheme, network, card brand, card network, card scheme | {brand}
  | last4 card exp cvc bin pan expiry cardholder
funding, funding type, card funding | credit / debit / credit / debit / prepaid
  | card last4 brand exp
last 4, last four, card last 4, last digits, card last four | {last4}
masked pan, masked card, masked number, masked card number, card mask | {masked}
bin, iin, card bin, issuer bin | {bin} | card last4 brand pan
auth code, approval code, authorization code, authorisation code | ######
  | card payment transaction charge amount terminal pan last4 acquirer
fingerprint, card fingerprint | %%%%%%%%%%%%%%%% | card last4 brand exp funding
cvc check, avs check, address line 1 check | pass / pass / pass / unavailable
arn, acquirer reference number | 7#######################
  | card acquirer refund charge payment dispute chargeback
stan | ###### | card terminal acquirer transaction
audio url, enclosure url, audio, mp3 url, recording url, stream url, audio file
  | https://media.example.com/audio/{hex8}.mp3
pdf url, document url, invoice pdf, receipt url, statement url, pdf link, invoice url
  | https://files.example.com/documents/{hex8}.pdf
video file, mp4 url, clip url, video file url | https://media.example.com/video/{hex8}.mp4
terminal id, tid | ######## | card pos merchant payment acquirer
merchant id, mid | ############### | pos acquirer terminal
"""

VEHICLES = """
vin, vehicle identification number, chassis number, vin number | {vin}
plate, license plate, licence plate, plate number, registration plate, number plate,
  license plate number, licence number plate, vehicle plate, reg plate, plate no,
  vehicle registration, license number plate, car plate, registration mark | {plate}
registration, registration number, reg number, reg, aircraft registration, tail number
  | {tail} | aircraft flight airline tail icao24 callsign airport airframe aeroplane
aircraft registration, tail number | {tail}
registration, registration number, reg number, reg, vrm, vehicle reg | {plate}
  | vehicle car make model mileage fuel motor van odometer vin fleet truck
pnr, record locator, booking reference, booking ref, locator, confirmation code,
  reservation code, pnr code, booking code, airline reference, booking locator,
  reservation number, reservation ref, confirmation ref, reservation reference
  | ******
confirmation number | ****** | flight airline passenger car
airline code, carrier code, marketing carrier, operating carrier, airline iata
  | {airline} | flight airline airport departure passenger
airline, airline name, operating airline, marketing airline, carrier name, carrier
  | {airlinename} | flight flightnumber flightno aircraft cabin
airline icao | DLH / BAW / AFR / KLM / SAS
ticket number, eticket number, e ticket number | {airlinenumber}-##########
  | flight airline passenger pnr fare seat
boarding group, boarding zone | A / B / C / 1 / 2 / 3 / 4
fare class, booking class, fare code, rbd | Y / B / M / K / Q / V / J / C
  | flight airline passenger cabin fare
fare basis, fare basis code | ML#AEUR# / Q#OWLGT / YFLEX#
aircraft code, aircraft type code | A20N / A321 / B738 / B77W / E190 / A359
terminal, departure terminal, arrival terminal | 1 / 2 / 3 / 4 / A / B
  | flight airline airport gate departure
gate, departure gate, arrival gate, boarding gate | {gate}
squawk, squawk code | {octal}
icao 24, icao 24 address, mode s, hex ident | 3c~~~~ / 40~~~~ / a~~~~~
callsign, flight callsign | DLH### / BAW#@@ / KLM###@ / SAS###
  | aircraft flight icao24 squawk altitude
seat, seat number, seat assignment | {seat}
  | flight airline passenger aircraft boarding cabin
coach, carriage, coach number, wagon | {coach} | train rail railway seat station
platform, departure platform, arrival platform, track, platform number | {platform}
  | train rail railway station line departure
train number, train no | ICE ### / IC #### / RE # / S## | train rail railway station
container number, container no, container id, equipment number | {container}
  | !docker !image !pod !kubernetes !registry !runtime
bill of lading, bl number, bill of lading number, b l number, mbl, hbl, bol number
  | MAEU######### / MEDU@@###### / HLCU@@@#########
awb, air waybill, awb number, mawb, hawb, air waybill number
  | 020-######## / 125-######## / 074-######## | cargo air flight airport freight uld
imo, imo number, vessel imo, ship imo | {imo}
mmsi, vessel mmsi | 2######## / 3########
call sign, callsign, radio call sign | D@@@# / V@@@# / 9V@@# / C6@@#
seal number, seal | SL-###### / ML@@#######
port code, un locode, unlocode, locode, port of loading, port of discharge, pol, pod,
  origin port code, destination port code, port unlocode
  | DEHAM / NLRTM / CNSHA / SGSIN / USNYC / GBFXT / BEANR / AEJEA / USLAX
  | vessel voyage ship container port cargo shipment freight bill lading sailing
scac, scac code | MAEU / MSCU / HLCU / CMDU / UPSN / FDEG
voyage number, voyage, voyage no, voyage code | ###@ / ###E / ###W
  | vessel ship port sailing container
pro number | #########
dot number, usdot, usdot number | #######
mc number | MC-######
"""

PEOPLE = """
npi, npi number, provider npi | {npi}
icd 10, icd code, icd 10 code, diagnosis code, icd | E11.9 / I10 / J45.909 / M54.5
  / F41.1 / J06.9 / K21.9 / N39.0 / E78.5 / R51
icd 9, icd 9 code | 250.00 / 401.9 / 493.90 / 724.2
cpt, cpt code, procedure code | 99213 / 99214 / 93000 / 80053 / 85025 / 36415 / 71046
hcpcs, hcpcs code | J3490 / G0438 / A4253 / E0601
loinc, loinc code | 2345-7 / 718-7 / 2093-3 / 8867-4 / 8310-5 / 4548-4 / 2160-0 / 3016-3
snomed, snomed code, snomed ct, snomed ct code | 44054006 / 38341003 / 195967001
  / 73211009 / 271649006
ndc, ndc code | 0#3#-####-## / 6####-####-##
atc, atc code | C10AA05 / A10BA02 / N02BE01 / C09AA05 / J01CA04 / N05BA01
rxnorm, rxcui | 86#### / 19####
lot number, batch number, lot, batch, lot code, batch code | L2#@#### / @@2####
  | expiry vaccine expiration drug medicine production pharmacy food warehouse product
  batch inventory stock manufacturing
passport, passport number | C####*### / @######## / ######### / P#######
driver license, driver licence, driver license number, driving licence number,
  drivers license, driving license number, driving license, drivers license number,
  driver licence number | @####### / @####-#####-##### / B###-####-####
room number, room no | 1## / 2## / 3## / 4##
locker, locker number | A-## / B-## / ###
parking spot, parking space, parking bay, parking slot, spot number, bay number, bay
  | A## / B## / P1-## / P2-##
  | parking garage car vehicle employee level lot desk
desk, desk number | #.## / 3.## / D-##
extension, phone extension, ext | [1-9]### | phone employee desk office department email
locker code, door code, gate code, entry code, access code | ####
course code, module code, course number | CS-101 / MATH-2## / BIO-1## / HIST-3##
  / ECON-1##
  / PHYS-2## | course student semester credits university instructor enrollment term
crn | ##### | course section semester
mls number, mls id, mls | ########
parcel number, apn, parcel id, cadastral number | ###-###-0##
  | property owner land assessed cadastral zoning acreage
energy rating, epc rating, energy class, energy efficiency class, efficiency class
  | A / B / B / C / C / D / E
docket number, docket, case number, case no, docket no
  | 2026-CV-0#### / 2025-CR-0#### / 1:26-cv-0####
  | court judge plaintiff defendant hearing lawsuit docket filed
permit number, permit no | BP-2026-0#### / BP-2025-0####
mpan | #############
mprn | 10#########
meter number, meter serial, meter no, meter serial number | ######## / E1#A#######
  | kwh electricity energy gas water tariff
geohash, geo hash | {geohash}
plus code, open location code | 9F4M%%%%+%%
what 3 words, w 3 w | ///filled.count.soap / ///index.home.raft / ///daring.lion.race
country iso 2, iso 2, iso alpha 2, alpha 2, country alpha 2, cca 2, iso country 2
  | {iso2}
country iso 3, iso 3, country code 3, alpha 3, country alpha 3, iso alpha 3, cca 3,
  country code iso 3 | {iso3}
country numeric, numeric code, iso numeric, ccn 3, iso 3166 numeric | {numeric}
dial code, calling code, country calling code, phone code, phone country code,
  phone prefix, dialing code, country dial code, dialling code | {dial}
wkt | POINT({lng} {lat})
crs, coordinate system, spatial reference | EPSG:4326 / EPSG:3857 / EPSG:25832
srid | 4326
"""

ROWS = "\n".join(
    (BOOKS.strip(), DEVICES.strip(), MONEY.strip(), VEHICLES.strip(), PEOPLE.strip())
)
