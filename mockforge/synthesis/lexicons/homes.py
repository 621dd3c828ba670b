"""The earth and the weather; houses and flats, beauty, schools."""

from mockforge.synthesis.lexicons.sheets import sheet

_EARTH = sheet(
    "earth",
    """volcano volcanoes earthquake earthquakes mountain mountains river lake peak
    summit
    geology mineral minerals rock trail trails hike hikes hiking glacier park parks
    elevation eruption seismic""",
    """
= volcano
: id name country elevation_m:i type last_eruption:i status
> name | country | elevation m | type | last eruption | status
- Etna | Italy | 3357 | stratovolcano | 2024 | active
- Kilauea | United States | 1247 | shield | 2024 | active
- Fuji | Japan | 3776 | stratovolcano | 1707 | dormant
- Popocatepetl | Mexico | 5426 | stratovolcano | 2024 | active
- Vesuvius | Italy | 1281 | stratovolcano | 1944 | dormant
- Teide | Spain | 3715 | stratovolcano | 1909 | dormant
- Cotopaxi | Ecuador | 5897 | stratovolcano | 2023 | active
- Hekla | Iceland | 1491 | stratovolcano | 2000 | dormant
- Merapi | Indonesia | 2910 | stratovolcano | 2024 | active
- Mayon | Philippines | 2462 | stratovolcano | 2023 | active
= earthquake | quake
: id magnitude:n depth_km:n place occurred_at tsunami_warning:b status
place: {small} km W of Ridgecrest | {small} km SSE of Hualien | {small} km NE of
  Kodiak | {small} km SW of Coquimbo | {small} km N of Amatrice
status: automatic | reviewed
= mountain | peak | summit
: id name country range elevation_m:i first_ascent:i difficulty
> name | country | range | elevation m | first ascent
- Matterhorn | Switzerland | Alps | 4478 | 1865
- Aconcagua | Argentina | Andes | 6961 | 1897
- Mont Blanc | France | Alps | 4806 | 1786
- Denali | United States | Alaska Range | 6190 | 1913
- Kilimanjaro | Tanzania | Eastern Rift | 5895 | 1889
- Eiger | Switzerland | Alps | 3967 | 1858
- K2 | Pakistan | Karakoram | 8611 | 1954
= trail | hike | hiking trail
: id name region length_km:n elevation_gain_m:i difficulty duration_hours:n surface
  rating:n
name: Ridge Loop | Falls Trail | Cedar Canyon Path | Lakeshore Walk | Old Mine Track |
  Eagle Point Trail | Three Bridges Loop
difficulty: easy | moderate | moderate | hard
surface: gravel | rock | forest floor | paved
description: A steady climb to the ridge with views over the valley. | Follows the
  stream to a double waterfall. | Shaded most of the way, muddy after rain.
status: open | open | partially_closed | closed
= mineral
: id name formula hardness:n color luster crystal_system
> name | formula | hardness | luster | crystal system
- Quartz | SiO2 | 7 | vitreous | trigonal
- Calcite | CaCO3 | 3 | vitreous | trigonal
- Fluorite | CaF2 | 4 | vitreous | cubic
- Pyrite | FeS2 | 6.5 | metallic | cubic
- Topaz | Al2SiO4(F,OH)2 | 8 | vitreous | orthorhombic
- Gypsum | CaSO4·2H2O | 2 | silky | monoclinic
""",
)

_WEATHER = sheet(
    "weather",
    """weather forecast forecasts meteo climate rain wind temperature humidity storm
    precipitation meteorology uv""",
    """
= weather station | station | weather stations
? temperature wind humidity elevation
: id name location{lat:n lng:n} elevation_m:i temperature_c:n humidity_pct:i
  wind_speed_kmh:n pressure_hpa:n status observed_at
name: {city} Airport | {city} Observatory | {city} Harbour | {city} North | {city} Hill
type: automatic | manned | buoy | mobile
status: online | online | online | offline
= weather alert | alert
? weather storm wind rain forecast area
: id title severity area description valid_from valid_until status
> name | description | message
- Strong wind | Gusts up to 95 km/h near the coast. | Gusts up to 95 km/h near the
  coast.
- Heavy snow | Up to 30 cm of snow above 800 m. | Up to 30 cm of snow above 800 m.
- Heat wave | Above 36 °C until Sunday. | Above 36 °C until Sunday.
- Dense fog | Visibility below 150 m in the valleys. | Visibility below 150 m.
- Frost | Ground frost down to -6 °C at night. | Ground frost down to -6 °C at night.
- Thunderstorm | Heavy rain and lightning in the evening. | Heavy rain and lightning.
severity: minor | moderate | severe | extreme
area: North coast | Highlands | Central valley | Lake district
= forecast | weather forecast
: city date condition temperature_min_c:n temperature_max_c:n precipitation_mm:n
  precipitation_probability:i wind_speed_kmh:n humidity_pct:i sunrise sunset
= weather | current weather | weather observation | observation of weather
: city country condition temperature_c:n feels_like_c:n humidity_pct:i pressure_hpa:i
  wind_speed_kmh:n wind_direction visibility_km:n observed_at
=
sunrise: 05:42 | 06:15 | 06:58 | 07:31
sunset: 17:04 | 18:47 | 20:12 | 21:26
condition: Sunny | Partly cloudy | Cloudy | Light rain | Overcast | Rain showers | Clear
conditions: Sunny | Partly cloudy | Cloudy | Light rain | Overcast | Rain showers |
  Clear
description: Clear sky | Scattered clouds | Light rain | Overcast clouds | Moderate
  rain | Broken clouds | Mist
summary: Sunny spells with a light breeze | Cloudy, some rain in the afternoon | Fog in
  the morning, clearing later | Dry and mostly bright | Showers from the west
weather: Sunny | Partly cloudy | Cloudy | Light rain | Overcast | Clear
=
wind direction | wind dir: N | NE | E | SE | S | SW | W | NW | WSW | NNE
alert: Strong wind warning | Frost warning | Thunderstorm watch | Heat advisory
""",
)

_HOMES = sheet(
    "homes",
    """house houses lease leases tenant tenants landlord rent rental property properties
    apartment apartments unit units building buildings realtor listing listings bedroom
    mortgage housing viewing viewings maintenance""",
    """
= lease | tenancy | rental agreement | rental contract
? tenant landlord rent deposit
: id tenant{name email} property address{street city postal_code} monthly_rent:i
  deposit:i currency start_date end_date status
status: active | active | expiring | ended | pending_signature
type: fixed_term | open_ended | sublease
= property
highlights | highlight | features | feature: South-facing balcony | New kitchen | Quiet
  courtyard | Two parking spaces | Underfloor heating | Large garden
= unit | apartment unit | rental unit
? tenant building rent bedrooms floor
: id number building floor:i bedrooms:i area_sqm:i monthly_rent:i status
number: {digit}{letter} | 1{digit}{letter} | {digit}0{digit}
status: occupied | occupied | vacant | under_renovation
= viewing | showing | open house
: id property agent visitor{name email phone} scheduled_at status feedback
feedback: Liked the light, worried about the street. | Ready to make an offer. | Too
  small for the family. | Wants a second viewing on {day}.
status: scheduled | confirmed | completed | cancelled
= household chore | chore | task
? household family kitchen laundry
: id title assignee room due_date points:i status
name: Empty the dishwasher | Vacuum the hallway | Take out the recycling | Water the
  plants | Clean the bathroom | Fold the laundry | Mow the lawn | Change the sheets
description: Takes about 15 minutes. | Everything is under the sink. | Before the guests
  arrive on {day}.
status: open | open | done | overdue
= maintenance request | repair request
: id unit tenant{name phone} category description priority status reported_at
name: Leaking tap | Heating does not work | Broken window lock | Blocked drain | Mould
  in the bathroom
description: The kitchen tap has been dripping since {day}. | Radiator in the bedroom
  stays cold. | The front door does not close properly. | No hot water in the morning.
category: Plumbing | Heating | Electrical | Doors and windows | Appliances
status: open | scheduled | in_progress | resolved
=
unit | unit number | apartment | apartment number: 3B | 12A | 101 | 204 | 5C
property | building: 14 Mill Lane | Harbour View 3B | Linden Court 12 | 8 Station Road |
  Oak Terrace 5
""",
)

_SALON = sheet(
    "salon",
    """salon spa beauty hair barber stylist massage nails treatment treatments cleaning
    cleaner booking appointment appointments facial manicure""",
    """
= salon appointment | appointment | spa appointment | salon booking
? stylist haircut salon spa massage treatment
: id client{name phone} stylist service start_time duration_minutes:i price:n currency
  status
status: booked | confirmed | completed | completed | cancelled | no_show
= salon service | service | spa treatment | treatment | beauty service
? salon stylist spa duration massage
: id name description duration_minutes:i price:n currency category
> name | category | service
- Haircut & Styling | Hair | Haircut & Styling
- Balayage | Hair | Balayage
- Beard Trim | Barber | Beard Trim
- Gel Manicure | Nails | Gel Manicure
- Deep Tissue Massage | Massage | Deep Tissue Massage
- Classic Facial | Skin | Classic Facial
- Hot Stone Massage | Massage | Hot Stone Massage
- Pedicure | Nails | Pedicure
- Brow Shaping | Brows | Brow Shaping
description: Includes washing and a short massage. | A calm hour with warm oil. | With a
  consultation before we begin.
=
notes: Prefers short sides. | Sensitive to perfume. | First visit. | Same colour as last
  time.
= cleaning job | cleaning | house cleaning
: id client{name phone} address{street city postal_code} type rooms:i scheduled_at
  price:n status
type: regular | deep_clean | move_out | windows
status: scheduled | in_progress | completed | cancelled
""",
)

_CHILDREN = sheet(
    "school",
    """school schools pupil pupils classroom grade teacher teachers kindergarten daycare
    nursery homework timetable parent guardian exam exams lesson attendance""",
    """
= school class | class | classroom
? pupils teacher grade school
: id name grade:i teacher room pupils_count:i school_year
name: 1A | 2B | 3C | 4A | 5B | 6C | 7A | 8B | 9A | 10C
= homework | assignment
: id title subject class teacher due_date status
name: Fractions, page {small} | Essay: My street | Vocabulary unit {digit} | Map of the
  rivers | Lab report: density | Reading log, week {digit}
subject: Mathematics | English | History | Biology | Geography | Music | Physics
status: open | submitted | graded
= attendance | attendance record
: id student{id name} class date status reason
status: present | present | present | absent | late | excused
reason: Illness | Medical appointment | Family event | Bus was late
=
subject: Mathematics | English | History | Biology | Geography | Music | Physics
room: Room 101 | Room 204 | Lab 2 | Gym | Music Room
grade level: 5 | 6 | 7 | 8 | 9 | 10
""",
)

LEXICONS = (_EARTH, _WEATHER, _HOMES, _SALON, _CHILDREN)
