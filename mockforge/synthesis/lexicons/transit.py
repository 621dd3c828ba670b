"""Ships, trains, buses, cars, aeroplanes, parking, charging."""

from mockforge.synthesis.lexicons.sheets import sheet

_SEA = sheet(
    "maritime",
    """vessel vessels ship ships port ports maritime marine harbour harbor berth voyage
    voyages cargo container containers imo mmsi sailing boat boats fleet captain crew
    draught knots ais ferry yacht""",
    """
= vessel | ship | boat | ferry | yacht
: id name imo mmsi type flag length_m:n gross_tonnage:i built_year:i status
  speed_knots:n destination
> name | type | flag
- MV Northern Star | container ship | Panama
- Ocean Pioneer | bulk carrier | Liberia
- MT Baltic Spirit | oil tanker | Marshall Islands
- Seabreeze | ferry | Norway
- Atlantic Grace | car carrier | Bahamas
- MV Coral Bay | general cargo | Malta
- Polar Wind | LNG carrier | Norway
- Santa Lucia | fishing vessel | Spain
- Aurora Borealis | cruise ship | Italy
- Titan Tow | tug | Netherlands
- MV Cape Horn | container ship | Singapore
- Jade Horizon | bulk carrier | Hong Kong
status: under_way | under_way | moored | at_anchor | in_port | under_repair
imo: IMO 9{four}{small} | IMO 9{small}{four}
mmsi: 2{four}{four} | 5{four}{four}
= port | harbour | harbor
: id name unlocode country latitude:n longitude:n berths:i status
> name | port | unlocode | country
- Rotterdam | Rotterdam | NLRTM | Netherlands
- Hamburg | Hamburg | DEHAM | Germany
- Singapore | Singapore | SGSIN | Singapore
- Antwerp | Antwerp | BEANR | Belgium
- Los Angeles | Los Angeles | USLAX | United States
- Valencia | Valencia | ESVLC | Spain
- Piraeus | Piraeus | GRPIR | Greece
- Busan | Busan | KRPUS | South Korea
- Felixstowe | Felixstowe | GBFXT | United Kingdom
- Santos | Santos | BRSSZ | Brazil
status: open | open | open | congested | closed
= crew member | crew | seafarer
? vessel ship captain rank
: id first_name last_name rank nationality vessel embarked_at status
rank: Captain | Chief Officer | Second Officer | Chief Engineer | Bosun | Able Seaman |
  Cook
status: on_board | on_board | on_leave | signed_off
= voyage | sailing | port call
: id vessel voyage_number departure_port arrival_port departed_at eta status
status: scheduled | under_way | under_way | arrived | delayed
= container | shipping container
? port vessel teu seal cargo
: id container_number type size_ft:i cargo weight_kg:i status location
container number: MSKU{four}{small}{digit} | TGHU{four}{small}{digit} |
  HLXU{four}{small}{digit}
type: dry | dry | reefer | open_top | tank
status: in_transit | at_port | loaded | discharged | customs_hold | empty
=
departure port | arrival port | origin port | destination port | port of loading | port
  of discharge | home port | last port | next port | destination | port: Rotterdam |
  Hamburg | Singapore | Antwerp | Valencia | Piraeus | Busan | Felixstowe | Santos
cargo: Steel coils | Grain | Coffee beans | Electronics | Machinery parts | Timber |
  Cars
berth: Berth {digit} | Berth {small} | Pier {letter}{digit}
vessel type: container ship | bulk carrier | oil tanker | ferry | tug
flag: Panama | Liberia | Malta | Norway | Singapore | Bahamas
""",
)

_RAIL = sheet(
    "rail",
    """rail train trains railway station stations platform platforms carriage coach
    departure timetable track metro tram bus buses stop stops transit transport line
    lines route routes commuter schedule""",
    """
= train ticket | ticket | rail ticket | bus ticket
? seat coach passenger origin destination class fare departure
: id ticket_number passenger{name email} train_number origin destination departure_time
  arrival_time coach seat class price:n currency status
status: booked | booked | checked_in | used | refunded | cancelled
type: single | return | day_pass | weekly_pass
= train | train service
: id train_number operator origin destination departure_time arrival_time platform
  delay_minutes:i status
train number: ICE {small}{digit} | IC {four} | TGV {four} | RE {small} | EC
  {small}{digit}
status: on_time | on_time | delayed | boarding | departed | cancelled
name: ICE {small}{digit} | Night Liner {small} | Coast Express | City Shuttle {digit}
operator: Northern Rail | Intercity | Coastal Railways | Metro Lines
= train station | station | railway station | rail station
? platform train
: id name code city country platforms:i latitude:n longitude:n accessible:b
name: {city} Central | {city} Hbf | {city} North | {city} Airport Station | {city} East
code: HBF | CST | NOR | VIC | GDN | EUS
= bus stop | stop | tram stop | transit stop
: id name code latitude:n longitude:n lines:t zone accessible:b
name: {road} | Town Hall | University | {place} Park | Central Hospital | Harbour Bridge
lines | line: 4 | 12 | 27 | 41 | N5 | S1 | U6 | M10
zone: A | B | C
= transit route | route | bus route | bus line | line
? stop stops transit bus tram
: id short_name long_name type color stops_count:i operator status
name: Airport Express | Ring Line | Harbour - University | {place} - Central
short name: 4 | 12 | 27 | N5 | S1 | U6
long name: Central Station - {place} | Airport - {place} | University - Harbour
type: bus | tram | metro | ferry
status: in_service | in_service | delayed | suspended
=
from: {from}
to: {to}
coach: {digit} | 1{digit} | 2{digit}
class | travel class | fare class: second | second | first
platform: {digit} | {digit}A | 1{digit}
reason: Signal failure | Late arrival of an earlier service | Track works | Door fault
message: Delayed by {digit} minutes because of a signal failure. | Runs without its
  restaurant car today. | Departs from platform {digit} today.
""",
)

_CARS = sheet(
    "automotive",
    """car cars vehicle vehicles auto automotive garage dealer dealership mechanic
    repair
    mileage odometer fuel engine transmission parking charger chargers charging ev
    rental rentals ride rides taxi driver drivers fleet tyre""",
    """
= vehicle | rental car
> make | model | body type | fuel type | transmission | type
- Toyota | Corolla | hatchback | hybrid | automatic | car
- Volkswagen | Golf | hatchback | petrol | manual | car
- Ford | Transit | van | diesel | manual | van
- Tesla | Model 3 | sedan | electric | automatic | car
- BMW | 320d | sedan | diesel | automatic | car
- Hyundai | Ioniq 5 | suv | electric | automatic | car
- Skoda | Octavia | estate | diesel | manual | car
- Renault | Clio | hatchback | petrol | manual | car
- Volvo | XC60 | suv | hybrid | automatic | car
- Kia | Sportage | suv | petrol | automatic | car
- Mercedes-Benz | Sprinter | van | diesel | manual | van
- Honda | Civic | sedan | petrol | manual | car
- Nissan | Leaf | hatchback | electric | automatic | car
- MAN | TGX | truck | diesel | automatic | truck
status: available | in_use | in_use | maintenance | reserved
color: Black | White | Silver | Blue | Grey | Red | Dark green
features | feature: Heated seats | Reversing camera | Cruise control | Navigation |
  Panoramic roof | Tow bar | Parking sensors | LED headlights
description: One owner, serviced every year. | Non-smoker car with two sets of tyres. |
  New brakes and a fresh inspection. | Used mostly on long trips, very well kept.
trim | trim level: Base | Comfort | Sport | Premium | GT
engine: 1.0 TSI | 1.5 dCi | 2.0 TDI | Dual motor | 1.8 Hybrid
= car service | service | repair | service record | maintenance record | car repair
? vehicle mileage mechanic garage
: id vehicle{make model license_plate} type description mileage_km:i cost:n currency
  mechanic serviced_at status
> name | type | description | service type
- Oil change | oil_change | Oil and filter changed. | oil_change
- Brake service | brake_service | Front brake pads and discs replaced. | brake_service
- Tyre change | tyre_change | Winter tyres mounted, pressure checked. | tyre_change
- Timing belt | repair | Timing belt and water pump replaced. | repair
- Annual inspection | inspection | Passed without defects. | inspection
- Battery | repair | Battery tested and replaced. | repair
- Clutch | repair | Clutch kit replaced after 140,000 km. | repair
status: booked | in_progress | completed | completed | waiting_for_parts
= car rental | rental | vehicle rental
? vehicle pickup dropoff mileage driver
: id vehicle{make model license_plate} driver{name email} pickup_location
  dropoff_location pickup_at dropoff_at daily_rate:n total:n currency status
status: reserved | active | active | completed | cancelled
= ride | taxi ride | trip
? driver rider passenger pickup dropoff fare
: id rider{name} driver{name rating:n} pickup_location dropoff_location distance_km:n
  duration_minutes:i fare:n currency status requested_at completed_at?
status: requested | en_route | in_progress | completed | completed | cancelled
type: standard | comfort | xl | premium
= parking spot | spot | parking space | parking bay | bay
? level occupied parking
: id number level:i zone type occupied:b hourly_rate:n status
number: {letter}{small} | {letter}-{small}
name: {letter}{small} | {letter}-{small}
type: standard | standard | compact | accessible | ev_charging
status: free | occupied | occupied | reserved | out_of_service
zone: A | B | C | North | South
= parking violation | violation | parking fine | parking offence
? plate officer fine parking
: id license_plate violation_type location fine:n currency officer issued_at status
violation type | violation: Expired meter | No valid ticket | Blocked driveway | Double
  parking | Disabled bay | Fire lane
status: unpaid | unpaid | paid | contested | dismissed
= parking session | parking ticket | parking
: id license_plate lot spot started_at ended_at? amount:n currency status
lot: {place} Garage | Central Station P1 | Harbour Parking | Airport P{digit}
status: active | active | completed | unpaid
= charging station | charger | charge point | ev charger | station
? connector kw power ev plug
: id name operator location{lat:n lng:n} address connectors[type power_kw:i status]
  price_per_kwh:n status
name: {city} {road} | {place} Park & Ride | {city} Central Garage | {road} Charge Hub
operator: Voltway | ChargeNorth | GridPlus | Amperio
type: CCS | Type 2 | CHAdeMO | Type 2
status: available | available | charging | occupied | out_of_order
connector type | connector | plug type: CCS | Type 2 | CHAdeMO
= charging session | ev session
: id station connector_type vehicle energy_kwh:n cost:n currency started_at ended_at?
  status
status: charging | completed | completed | failed
=
fuel type | fuel: petrol | diesel | electric | hybrid
transmission: automatic | manual
body type: sedan | suv | hatchback | estate | van
pickup location | dropoff location: Airport Terminal {digit} | Central Station |
  {road} | {place} Hotel
""",
)

_AIR = sheet(
    "aviation",
    """flight flights airline airlines airport airports aircraft boarding gate terminal
    baggage iata icao runway pilot crew passenger cabin""",
    """
= aircraft | plane | airplane
: id registration manufacturer model capacity:i range_km:i status
> manufacturer | model | capacity | range km | aircraft type
- Airbus | A320neo | 180 | 6300 | Airbus A320neo
- Boeing | 737-800 | 186 | 5430 | Boeing 737-800
- Airbus | A350-900 | 325 | 15000 | Airbus A350-900
- Boeing | 787-9 | 290 | 14140 | Boeing 787-9
- Embraer | E195-E2 | 146 | 4800 | Embraer E195-E2
- ATR | 72-600 | 72 | 1500 | ATR 72-600
registration: D-AB{letter}{letter} | G-EZ{letter}{letter} | EC-M{letter}{letter}
status: in_service | in_service | maintenance | grounded
=
aircraft | aircraft type: Airbus A320neo | Boeing 737-800 | Airbus A350-900 | Boeing
  787-9
cabin class | cabin | travel class | fare class: economy | economy | premium economy |
  business | first
= airport
: iata icao name city country latitude:n longitude:n terminals:i
> iata | icao | name | city | country
- LHR | EGLL | London Heathrow | London | United Kingdom
- CDG | LFPG | Paris Charles de Gaulle | Paris | France
- FRA | EDDF | Frankfurt Airport | Frankfurt | Germany
- AMS | EHAM | Amsterdam Schiphol | Amsterdam | Netherlands
- MAD | LEMD | Madrid-Barajas | Madrid | Spain
- JFK | KJFK | John F. Kennedy International | New York | United States
- SFO | KSFO | San Francisco International | San Francisco | United States
- NRT | RJAA | Narita International | Tokyo | Japan
- SIN | WSSS | Singapore Changi | Singapore | Singapore
- OSL | ENGM | Oslo Gardermoen | Oslo | Norway
""",
)

LEXICONS = (_SEA, _RAIL, _CARS, _AIR)
