"""Tables in restaurants, rooms to talk, talks, records, stations, board games, golf."""

from mockforge.synthesis.lexicons.sheets import sheet

_TABLES = sheet(
    "dining",
    """restaurant restaurants table tables menu waiter party guests dinner lunch brunch
    kitchen bistro cafe reservation reservations booking dining chef""",
    """
= restaurant table | table | dining table
? seats restaurant guests party
: id number seats:i area status
number: {digit} | 1{digit} | T{small}
area: Window | Terrace | Main room | Bar | Garden
status: free | occupied | occupied | reserved | cleaning
= restaurant reservation | reservation | booking | table reservation | table booking
? party table restaurant guests seating covers
: id guest{name phone} restaurant date time party_size:i table_number:i special_requests
  status
status: confirmed | confirmed | seated | completed | cancelled | no_show
special requests | special request | notes: Window table, please. | High chair for a
  toddler. | One guest is allergic to nuts. | Birthday, a candle on the dessert. |
  Step-free access needed.
= ingredient
: id name category unit calories_per_100g:i allergen
> name | category | unit
- Olive oil | Oils | ml
- Garlic | Vegetables | clove
- Flour | Baking | g
- Butter | Dairy | g
- Basil | Herbs | bunch
- Tomato | Vegetables | piece
- Chickpeas | Legumes | g
- Lemon | Fruit | piece
- Cumin | Spices | tsp
- Rice | Grains | g
- Parmesan | Dairy | g
- Salmon | Fish | g
= restaurant order | food order | order | delivery order
? dish table kitchen restaurant tip menu waiter
: id order_number table_number:i items[name quantity:i price:n total:n notes] subtotal:n
  tax:n tip:n total:n currency status placed_at
status: received | preparing | ready | served | paid | cancelled
notes: No onions | Extra spicy | Dressing on the side | Gluten-free bread | Well done
=
specialties | specialty: Risotto | Wood-fired pizza | Fresh pasta | Sourdough bread |
  Flat white | Grilled fish | Dumplings
restaurant: Trattoria Lina | The Copper Pot | Saffron House | Blue Door Bistro | Noodle
  Lane | Casa Verde | Harbour Grill
dish: Mushroom Risotto | Grilled Sea Bass | Margherita Pizza | Chicken Tikka | Beef Pho
area: Window | Terrace | Main room | Bar | Garden
""",
)

_TALKS = sheet(
    "conference",
    """conference conferences talk talks speaker speakers keynote agenda track tracks
  venue
    attendee attendees abstract session sessions summit workshop schedule""",
    """
= talk | session | conference session | conference talk | keynote | presentation
? speaker track room abstract slides conference
: id title abstract speaker{name bio} track room level start_time end_time
name: Small Teams, Large Systems | What We Learned From a Failed Launch | Testing
  Without Tears | A Map of Modern Storage | Design for the Second Day | Queues All the
  Way Down | Accessible by Default | Numbers You Can Trust | The Cost of a Millisecond
track: Engineering | Design | Data | Leadership | Open Source
type: talk | workshop | keynote | panel | lightning_talk
level: beginner | intermediate | advanced | all levels
room: Hall A | Hall B | Room 2.04 | Main Stage | Studio 1
status: confirmed | confirmed | waitlisted | cancelled
abstract | description: A tour through three years of decisions, and which of them we
  would make again. | With real traces from production and the code that fixed them. |
  You will leave with a checklist for your own team.
= speaker
: id name job_title company bio email city
= booth | exhibitor | stand
: id number company{name} hall size_sqm:i status
number: {letter}{small} | {letter}-0{digit}
""",
)

_CHAT = sheet(
    "chat",
    """chat chats channel channels message messages room rooms slack messaging dm member
    members emoji thread unread""",
    """
= chat room | room | channel | chat channel
? topic members unread messages chat
: id name topic members_count:i unread_count:i is_private:b last_message created_at
name: general | random | announcements | design | support | release-planning |
  book-club | frontend | coffee-corner
topic: Company-wide news | Everything and nothing | Questions and answers | Plans for
  the next release
type: public | public | private | direct
""",
)

_SOUND = sheet(
    "music",
    """music song songs track tracks album albums artist artists band bands label
    playlist
    release releases genre lyrics radio vinyl streaming discography concert podcast""",
    """
= music release | release | record | vinyl
? album artist label tracks vinyl
: id title artist type label genre release_date tracks_count:i upc
name: Small Hours | Rooms We Left | Blue Hour | Cartography | Tidal | Home Movies |
  Paper Moon Café | Slow Light | Northern Line | Velvet Static
type: album | single | ep | live | compilation
status: announced | released | released
= radio station | station
? frequency genre listeners broadcast radio
: id name frequency_mhz:n genre city stream_url listeners:i bitrate_kbps:i
name: Radio {city} | {city} FM | Harbour Sound | Classic Wave | Jazz 24 | Night Radio
genre: Pop | Classical | Jazz | News | Rock | Electronic
=
artist | band | performer: Velvet Harbor | Mara Lindholm | Night Gardeners | Silver
  Lanes | Okafor Quartet | Juno & the Tides | The Paper Kites Club
album: Small Hours | Rooms We Left | Blue Hour | Cartography | Tidal | Home Movies
genre: Indie | Pop | Jazz | Electronic | Folk | Rock | Hip-Hop | Classical
label | record label: Low Tide Records | Paper Crane Music | Northern Sound
song | track | track name | song title: Paper Moon Café | Slow Light | Harbor Lights |
  Ninety Miles | Velvet Static | Northern Line | Afterglow
""",
)

_PLAY = sheet(
    "boardgames",
    """board boardgame boardgames chess dice meeple tabletop players opening moves elo
    golf hole holes par puzzle cards toy toys""",
    """
= board game | game | boardgame | tabletop game
? players board playtime designer age meeple
: id name description min_players:i max_players:i play_time_minutes:i min_age:i category
  rating:n price:n
name: Harbour Masters | Castle of Cards | Seven Orchards | The Silk Caravan | Cloud
  Gardens | Rivers & Mills | Last Train North | Lanterns of Edo
category: Strategy | Family | Party | Cooperative | Card game
description: Build the busiest harbour before the fog comes in. | Trade, plan and bluff
  in three short rounds. | Everyone plays together against the clock.
= chess game | game | chess match | match
? white black opening moves elo chess
: id white_player black_player result opening moves_count:i time_control played_at
result: 1-0 | 0-1 | 1/2-1/2
opening: Sicilian Defence | Queen's Gambit | Ruy Lopez | Caro-Kann | English Opening |
  Italian Game | French Defence
time control: 3+2 | 5+0 | 10+0 | 15+10
= golf course | course
? holes par golf green tee
: id name city country holes:i par:i length_m:i green_fee:n currency rating:n
name: {place} Golf Club | {city} Links | Old Oak Course | Lakeside Golf Resort
status: open | open | closed
""",
)

_PRINTS = sheet(
    "making",
    """3d print prints printing filament printer stl craft knitting yarn sewing pattern
    patterns woodworking diy handmade crochet needle stitch""",
    """
= printed model | 3d model | model | printable
? filament stl print infill layer
: id name description category file_size_mb:n print_time_minutes:i filament_g:i likes:i
  designer
name: Cable Clip Set | Modular Drawer | Plant Pot, Geometric | Phone Stand | Wall Hook |
  Articulated Dragon | Headphone Holder
category: Household | Toys | Tools | Gadgets | Art
= print job
: id model printer material progress_pct:i status started_at finished_at?
material: PLA | PETG | ABS | TPU
status: queued | printing | printing | completed | failed
= knitting pattern | pattern | crochet pattern | sewing pattern
? yarn needle stitch fabric gauge
: id title designer yarn_weight needle_size_mm:n difficulty sizes:t price:n
name: Fjord Sweater | Mossy Cardigan | Cloud Baby Blanket | Harbour Beanie | Ripple
  Shawl | Lighthouse Socks | Cable Vest | Summer Tee
difficulty: easy | intermediate | advanced
yarn weight: fingering | dk | worsted | aran | bulky
=
yarn weight: fingering | dk | worsted | aran | bulky
material: PLA | PETG | ABS | TPU
""",
)

_HEALTH = sheet(
    "epidemic",
    """covid cases deaths vaccination vaccinations virus disease outbreak epidemic
  pandemic
    infection infections tests hospital""",
    """
= case count | case | covid case | epidemic report
? deaths recovered country covid confirmed
: country date confirmed:i deaths:i recovered:i active:i tests:i
= vaccination | vaccine | immunization
: id patient{id name} vaccine dose_number:i lot_number administered_at site
  next_due_date?
vaccine: Influenza | Tetanus | Hepatitis B | MMR | COVID-19 mRNA | HPV
site: left arm | right arm
status: completed | scheduled | overdue
= medical case | case | clinical case
? patient diagnosis symptoms doctor treatment
: id case_number patient{id name} diagnosis symptoms:t doctor status opened_at
status: open | under_treatment | referred | closed
= therapy session | session | counselling session
? therapist client patient therapy
: id patient{id name} therapist type start_time duration_minutes:i status notes
type: individual | couple | group | online
status: scheduled | completed | completed | cancelled
notes: Slept better this week. | Breathing exercise practised daily. | Next: plan for
  the return to work.
= lab order | order
? specimen test patient lab physician
: id patient{id name} test_name specimen_type ordered_by priority status ordered_at
  collected_at?
test name: Complete blood count | Lipid panel | HbA1c | TSH | Urinalysis | Vitamin D
status: ordered | collected | in_progress | resulted | resulted
priority: routine | routine | urgent | stat
""",
)

LEXICONS = (_TABLES, _TALKS, _CHAT, _SOUND, _PLAY, _PRINTS, _HEALTH)
