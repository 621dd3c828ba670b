"""Countries, languages, money, waters, sights; ways by road, rail and air."""

from mockforge.synthesis.lexicons.sheets import sheet

_LANDS = sheet(
    "geography",
    """country countries continent capital population geography languages currencies
    timezone timezones border borders river rivers lake lakes island islands beach
    beaches""",
    """
= country | nation
? capital population iso continent calling currency
: code alpha3 name capital region population:i area_km2:i currency language calling_code
  timezone
> name | code | alpha 3 | capital | region | population | area km 2 | currency |
  language | calling code | timezone | continent | country
- Portugal | PT | PRT | Lisbon | Europe | 10467366 | 92212 | EUR | Portuguese | +351 |
  Europe/Lisbon | Europe | Portugal
- Germany | DE | DEU | Berlin | Europe | 84482267 | 357588 | EUR | German | +49 |
  Europe/Berlin | Europe | Germany
- France | FR | FRA | Paris | Europe | 68373433 | 551695 | EUR | French | +33 |
  Europe/Paris | Europe | France
- Norway | NO | NOR | Oslo | Europe | 5550203 | 385207 | NOK | Norwegian | +47 |
  Europe/Oslo | Europe | Norway
- Japan | JP | JPN | Tokyo | Asia | 123802000 | 377975 | JPY | Japanese | +81 |
  Asia/Tokyo | Asia | Japan
- Brazil | BR | BRA | Brasília | South America | 203080756 | 8510418 | BRL | Portuguese
  | +55 | America/Sao_Paulo | South America | Brazil
- Canada | CA | CAN | Ottawa | North America | 41288599 | 9984670 | CAD | English | +1 |
  America/Toronto | North America | Canada
- Kenya | KE | KEN | Nairobi | Africa | 52428290 | 580367 | KES | Swahili | +254 |
  Africa/Nairobi | Africa | Kenya
- Australia | AU | AUS | Canberra | Oceania | 27309396 | 7692024 | AUD | English | +61 |
  Australia/Sydney | Oceania | Australia
- Poland | PL | POL | Warsaw | Europe | 37489000 | 312696 | PLN | Polish | +48 |
  Europe/Warsaw | Europe | Poland
- Spain | ES | ESP | Madrid | Europe | 48946035 | 505990 | EUR | Spanish | +34 |
  Europe/Madrid | Europe | Spain
- Chile | CL | CHL | Santiago | South America | 19629590 | 756102 | CLP | Spanish | +56
  | America/Santiago | South America | Chile
= language | spoken language
? speakers iso native
: code name native_name family speakers_millions:i script
> name | code | native name | family | speakers millions | script | language
- English | en | English | Indo-European | 1500 | Latin | English
- Spanish | es | Español | Indo-European | 560 | Latin | Spanish
- Mandarin Chinese | zh | 中文 | Sino-Tibetan | 1180 | Han | Mandarin Chinese
- German | de | Deutsch | Indo-European | 134 | Latin | German
- Portuguese | pt | Português | Indo-European | 267 | Latin | Portuguese
- Japanese | ja | 日本語 | Japonic | 126 | Kanji and Kana | Japanese
- Arabic | ar | العربية | Afro-Asiatic | 335 | Arabic | Arabic
- Finnish | fi | Suomi | Uralic | 5 | Latin | Finnish
- Swahili | sw | Kiswahili | Niger-Congo | 87 | Latin | Swahili
- Turkish | tr | Türkçe | Turkic | 91 | Latin | Turkish
= currency | monetary unit
? symbol minor digits
: code name symbol numeric_code decimal_digits:i
> code | name | symbol | numeric code | decimal digits | currency code
- USD | US Dollar | $ | 840 | 2 | USD
- EUR | Euro | € | 978 | 2 | EUR
- GBP | Pound Sterling | £ | 826 | 2 | GBP
- JPY | Japanese Yen | ¥ | 392 | 0 | JPY
- CHF | Swiss Franc | CHF | 756 | 2 | CHF
- SEK | Swedish Krona | kr | 752 | 2 | SEK
- PLN | Polish Złoty | zł | 985 | 2 | PLN
- INR | Indian Rupee | ₹ | 356 | 2 | INR
- BRL | Brazilian Real | R$ | 986 | 2 | BRL
- KWD | Kuwaiti Dinar | KD | 414 | 3 | KWD
= exchange rate | currency rate | fx rate
: base quote rate:n bid:n ask:n change_pct:n timestamp
base: EUR | USD | GBP | EUR | CHF
quote: JPY | SEK | NOK | PLN | CAD | AUD
= river
: id name country length_km:i discharge_m3s:i source mouth
> name | country | length km | discharge m 3 s | source | mouth
- Danube | Romania | 2850 | 7130 | Black Forest | Black Sea
- Rhine | Germany | 1233 | 2900 | Swiss Alps | North Sea
- Amazon | Brazil | 6400 | 209000 | Andes | Atlantic Ocean
- Nile | Egypt | 6650 | 2830 | Lake Victoria | Mediterranean Sea
- Loire | France | 1012 | 840 | Massif Central | Atlantic Ocean
- Vistula | Poland | 1047 | 1080 | Barania Góra | Baltic Sea
- Mekong | Vietnam | 4350 | 16000 | Tibetan Plateau | South China Sea
= lake
: id name country area_km2:n max_depth_m:i elevation_m:i
> name | country | area km 2 | max depth m | elevation m
- Lake Geneva | Switzerland | 580 | 310 | 372
- Lake Garda | Italy | 370 | 346 | 65
- Lake Victoria | Uganda | 59947 | 81 | 1135
- Loch Ness | United Kingdom | 56 | 230 | 16
- Lake Baikal | Russia | 31722 | 1642 | 456
- Lake Tahoe | United States | 490 | 501 | 1897
= island
: id name country area_km2:n population:i highest_point_m:i
> name | country | area km 2 | population | highest point m
- Crete | Greece | 8336 | 624408 | 2456
- Mallorca | Spain | 3640 | 923608 | 1436
- Gotland | Sweden | 2994 | 61000 | 82
- Skye | United Kingdom | 1656 | 10000 | 992
- Madeira | Portugal | 741 | 250769 | 1862
- Jeju | South Korea | 1833 | 670000 | 1947
= beach
: id name city country length_m:i surface lifeguard:b water_quality
  water_temperature_c:n rating:n
name: {Place} Beach | Playa Larga | Golden Sands | Praia da Luz | Dune Bay | Shell Cove
surface: sand | sand | pebbles | rock
water quality: excellent | excellent | good | sufficient
= landmark | monument | sight | castle | point of interest | attraction
? visitors built heritage sights
: id name description type city country built_year:i visitors_per_year:i ticket_price:n
  currency opening_hours rating:n
name: St. Anne's Castle | Old Lighthouse | {city} Cathedral | Bell Tower | Royal Gardens
  | Clock Museum | Roman Bridge | Merchant's House
type: castle | church | museum | tower | garden | bridge
description: Built in several stages and open to visitors all year. | The tower gives a
  view over the whole of {city}. | Guided tours every hour in summer. | Restored after
  the fire and part of the old town's heritage.
status: open | open | open | under_renovation
= bridge
: id name city country type length_m:i height_m:i opened_year:i status
name: {place} Bridge | Old Stone Bridge | Harbour Bridge | Railway Bridge | {road}
  Viaduct
type: suspension | arch | beam | cable-stayed
status: open | open | open | under_repair | closed
= tunnel
: id name location type length_m:i lanes:i opened_year:i status
name: {place} Tunnel | Ridge Tunnel | Harbour Tunnel | North Portal Tunnel
type: road | rail | pedestrian
status: open | open | closed | maintenance
= dam | reservoir
: id name river country height_m:i capacity_mm3:i level_pct:n purpose completed_year:i
  status
name: {place} Dam | Upper Valley Dam | Stonegate Dam | Blackwater Reservoir
river: Danube | Rhine | Loire | Ebro | Vistula | Drava
purpose: hydropower | irrigation | water supply | flood control
status: operational | operational | maintenance
= lighthouse
: id name location{lat:n lng:n} height_m:i range_nm:i character built_year:i automated:b
  status
name: North Head | Skerry Rock | Cape Grey | Gull Point | St. Brandan
character: Fl W 10s | Fl(2) W 15s | Oc W 6s | Iso W 4s
status: active | active | deactivated
""",
)

_MOVING = sheet(
    "mobility",
    """departure departures arrival arrivals garage garages lounge baggage scooter
    scooters bikeshare traffic roadworks toll highway motorway tollroad gates
    sharing""",
    """
= departure | departure board
? platform gate line train flight bus destination board timetable
: id line destination scheduled_time expected_time delay_minutes:i platform operator
  status
line: S1 | U6 | RE 50 | 12 | M41 | IC 2204
destination: {city} Central | Airport | {place} | {city} Harbour
platform: {digit} | 1{digit} | {digit}A
operator: Northern Rail | Metro Lines | Intercity | City Bus
status: on_time | on_time | delayed | boarding | cancelled
= arrival | arrival board
? platform gate line train flight origin board
: id line origin scheduled_time expected_time delay_minutes:i platform operator status
line: S1 | RE 50 | ICE 57{digit} | IC 2204 | EC 8{digit}
origin: {city} Central | Airport | {city}
platform: {digit} | 1{digit}
operator: Northern Rail | Intercity | Metro Lines
status: on_time | on_time | delayed | arrived | cancelled
= parking garage | garage | car park | parking lot | parking facility
? spaces occupied parking levels
: id name address{street city postal_code country} location{lat:n lng:n} capacity:i
  available_spaces:i levels:i hourly_rate:n currency ev_chargers:i opening_hours status
name: {city} Central Garage | {place} Car Park | Station P{digit} | Market Square Garage
  | {road} Parking
status: open | open | full | closed
= bike station | bikeshare station | docking station | bike share station | station
? bikes docks bikeshare ebikes
: id name location{lat:n lng:n} capacity:i bikes_available:i docks_available:i
  is_renting:b last_reported_at
name: {road} | {place} Park | University | Central Station | Town Hall | Museum Island
status: active | active | active | out_of_service
= shared bike | rental bike | bike | scooter | e scooter
? battery dock unlock range sharing
: id number type location{lat:n lng:n} battery_pct:i range_km:n status last_seen
type: bike | e_bike | e_scooter | cargo_bike
status: available | available | reserved | in_use | maintenance
= traffic incident | traffic event | roadwork | road closure | congestion
? lane road traffic delay
: id type description road direction severity delay_minutes:i location{lat:n lng:n}
  started_at expected_end status
type: accident | roadworks | congestion | closure | obstacle
description: Right lane closed after an accident. | Resurfacing, one lane in each
  direction. | Slow traffic over {digit} kilometres. | Road closed for a street
  festival. | Lost load on the hard shoulder.
road: A{digit} | B{small} | {road} | Ring Road | M{small}
severity: minor | moderate | major
status: active | active | planned | cleared
= toll | toll road | toll gate | toll passage
: id road gate vehicle_class license_plate amount:n currency passed_at status
road: A{digit} | E{small} | M{small}
vehicle class: car | motorcycle | van | truck
status: billed | billed | paid | disputed
= baggage | bag | luggage | baggage item
? passenger flight belt checked
: id tag_number passenger flight_number weight_kg:n belt status last_scanned_at
belt: {digit} | 1{digit}
status: checked_in | loaded | arrived | on_belt | delayed
= boarding pass
: id passenger flight_number seat gate boarding_group boarding_time departure_time
  barcode status
boarding group: A | B | C | 1 | 2
status: issued | issued | scanned
= airline
: id iata icao name country callsign fleet_size:i website status
> name | iata | icao | callsign | country
- Nordwind Air | NW | NWA | NORDWIND | Norway
- Aerlink | AL | ALK | AERLINK | Ireland
- Iberwave | IB | IBW | IBERWAVE | Spain
- Pacific Crest Air | PC | PCR | CREST | United States
- Skybridge | SB | SKB | SKYBRIDGE | Germany
- Polar Express | PX | PLX | POLAR | Finland
status: active | active | suspended
= streetlight | street lamp | traffic light
: id pole_number type location{lat:n lng:n} street power_w:i brightness_pct:i status
  last_service_date
type: LED | LED | sodium | solar
status: on | off | off | faulty
= ski resort | ski area
: id name country region elevation_top_m:i elevation_base_m:i slopes_km:i lifts:i
  snow_depth_cm:i day_pass_price:n currency status
name: Alpenrose | Monte Neve | Hochkar Ridge | Val Blanche | Snowpeak | Fjellheim
status: open | open | partially_open | closed
= ski slope | slope | piste | ski run
: id name difficulty length_m:i vertical_m:i groomed:b snow_depth_cm:i status
name: Panorama | Black Eagle | Family Run | Valley Descent | Glacier | Bear Forest
difficulty: blue | blue | red | red | black
status: open | open | groomed | closed
= ski lift | cable car | chairlift | gondola
: id name type capacity_per_hour:i length_m:i duration_minutes:i wait_minutes:i status
name: Summit Express | Valley Gondola | Bear Chair | Glacier Lift | Sunrise
type: gondola | chairlift | t-bar | cable car
status: open | open | on_hold | closed
= campsite | campground | camping pitch | pitch
: id name address{street city country} pitches:i pets_allowed:b electricity:b
  price_per_night:n currency rating:n season_start season_end status
name: Camping {place} | Lakeside Camp | Dune Camping | Forest Edge | River Bend
status: open | open | full | closed
""",
)

LEXICONS = (_LANDS, _MOVING)
