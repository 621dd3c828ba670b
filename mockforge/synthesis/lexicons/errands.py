"""Stays, runs of machines, drones, locks, racket games, things for sale."""

from mockforge.synthesis.lexicons.sheets import sheet

_HOMES = sheet(
    "getaways",
    """stay stays getaway getaways vacation rental rentals host hosts guests checkin
    checkout night nights superhost""",
    """
= stay | holiday home | vacation rental | holiday rental | getaway
? guests host night city villa cottage
: id title description type city country price_per_night:n currency max_guests:i
  bedrooms:i bathrooms:i rating:n review_count:i amenities:t host
title | name: Sunny flat with a balcony | Old town studio with roof terrace | Cottage by
  the lake | Quiet loft near the market | Garden house for families | Sea view apartment
  | Little house in the hills
type: entire home | apartment | private room | villa | cottage
description: Two minutes from the square, with a small balcony. | A quiet house with
  thick walls and a shady garden. | Bright rooms, a big table and good coffee. |
  Close to
  the beach, with bikes for guests.
amenities: Wi-Fi | Kitchen | Air conditioning | Washing machine | Free parking | Pool
""",
)

_RUNS = sheet(
    "builds",
    """pipeline pipelines ci build builds runner runners stage commit sha branch
    workflow
    deploy artifacts""",
    """
= pipeline job | build job | ci job | job | workflow job
? pipeline runner stage commit ci build
: id name stage status ref commit_sha duration_seconds:n started_at finished_at runner
name: build | unit-tests | lint | integration-tests | deploy-staging | docker-image |
  security-scan | e2e-tests
stage: build | test | test | deploy
status: success | success | failed | running | canceled
runner: runner-linux-01 | runner-linux-02 | runner-arm64-01
= incident update | status update
: id body status created_at
""",
)

_CAREERS = sheet(
    "careers",
    """jobs vacancies vacancy careers hiring recruiting openings department
    applicants""",
    """
= job listing | listing | job opening | opening | open position | job post
? jobs job department salary vacancies careers hiring remote
: id title department location employment_type salary_min:i salary_max:i currency
  description posted_at closes_at status
title: Backend Engineer | Product Designer | Data Analyst | Office Manager | Site
  Reliability Engineer | Account Executive | Technical Writer
employment type | type: full_time | full_time | part_time | contract | internship
description: You will join a team of six and own what you ship. | Help us make billing
  simple for small firms. | Plan, test and write with the people who use it. | Keep our
  services fast and our nights quiet.
status: open | open | open | closed
""",
)

_AIR = sheet(
    "drones",
    """drone drones uav uavs waypoint waypoints quadcopter pilot payload""",
    """
= drone flight | flight | mission | drone mission
? drone uav waypoint waypoints quadcopter drones
: id drone_id purpose pilot started_at ended_at battery_percent:i status
purpose: Roof inspection | Crop survey | Site mapping | Power line check | Search flight
  | Training
status: completed | completed | aborted | in_progress
""",
)

_ENTRY = sheet(
    "entry",
    """lock locks door doors smart-lock keypad unlock unlocked locked deadbolt doorbell
    badge turnstile""",
    """
= lock event | door event | access event | event | entry event
? lock door keypad unlocked smart badge
: id lock_id type method user battery_percent:i occurred_at
type | event: locked | unlocked | locked | unlocked | door_opened | jammed | auto_locked
method: keypad | app | fingerprint | key | auto
""",
)

_RACKETS = sheet(
    "tennis",
    """tennis badminton squash padel racket court courts sets tiebreak wimbledon atp
    wta""",
    """
= tennis match | match | fixture
? tennis court sets badminton squash padel atp wta
: id tournament round player_one{name country} player_two{name country} score court
  started_at status
tournament: Harbour Open | City Masters | Clay Court Classic | Winter Indoor
round: First round | Second round | Quarter-final | Semi-final | Final
score: 6-4 6-3 | 7-5 3-6 6-2 | 6-7 6-4 7-6 | 6-1 6-4
court: Centre Court | Court 1 | Court 2 | Court 7
status: finished | live | scheduled
""",
)

_SECOND_HAND = sheet(
    "marketplace",
    """marketplace classified classifieds secondhand used seller buyer pickup haggle""",
    """
= marketplace listing | listing | classified | classified ad | ad
? marketplace classifieds seller secondhand
: id title description price:n currency condition category seller{name rating:n} city
  posted_at status
title | name: Road bike, 54 cm | Oak dining table | Espresso machine | Winter jacket,
  size
  M | Vintage record player | Children's bunk bed | Camera with two lenses
description: Used for two seasons, small scratches. | Bought last year, hardly used. |
  Works well, only collected in person. | From a smoke-free home, with the receipt.
condition: new | like_new | good | good | fair
category: Furniture | Electronics | Clothing | Sports | Toys | Garden
status: active | active | reserved | sold
""",
)

_COINS = sheet(
    "crypto",
    """coin coins crypto cryptocurrency cryptocurrencies token blockchain bitcoin
    ethereum
    altcoin""",
    """
= coin | cryptocurrency | crypto asset | coin market | market
? coins crypto bitcoin ethereum circulating supply
: id symbol name current_price:n market_cap:n market_cap_rank:i total_volume:n
  price_change_percentage_24h:n last_updated
> id | symbol | name | current price | market cap rank
- bitcoin | btc | Bitcoin | 67240.5 | 1
- ethereum | eth | Ethereum | 3412.18 | 2
- solana | sol | Solana | 148.72 | 5
- ripple | xrp | XRP | 0.5214 | 7
- dogecoin | doge | Dogecoin | 0.1283 | 9
- cardano | ada | Cardano | 0.4471 | 11
- polkadot | dot | Polkadot | 6.42 | 15
- litecoin | ltc | Litecoin | 78.35 | 20
""",
)

_LENDING = sheet(
    "mortgages",
    """mortgage mortgages lender lenders refinance amortization homebuyer""",
    """
= mortgage quote | quote | mortgage offer | loan quote
? mortgage lender loan rate term
: id lender product property_value:i loan_amount:i interest_rate:n term_years:i
  monthly_payment:n fixed_period_years:i valid_until
lender: Northbank | First Harbor Savings | Crestline Home Loans | Union Building Society
product: 5-year fixed | 10-year fixed | Variable rate | 2-year tracker
""",
)

_KITCHENS = sheet(
    "hygiene",
    """restaurant restaurants hygiene eatery eateries food sanitary""",
    """
= food inspection | hygiene inspection | inspection | restaurant inspection
? food hygiene restaurant kitchen violations
: id business_name address city inspection_date inspector result
  violations[code description]
business name | restaurant | facility: Trattoria Lina | Noodle Lane | Corner Bakery |
  Blue
  Door Bistro | Casa Verde
result: pass | pass | pass with conditions | fail
findings | violations: Fridge above 8 degrees | No soap at the hand basin | Raw food
  stored
  above cooked | Dates missing on prepared food
= violation
? food kitchen hygiene
description: Fridge above 8 degrees | No soap at the hand basin | Raw food stored above
  cooked | Dates missing on prepared food | Floor under the fryer not clean
""",
)

_MAPS = sheet(
    "geocoding",
    """geocode geocoding geocoder reverse formatted placeid""",
    """
= geocode | geocoding result | geocoded address
: place_id formatted_address street city postal_code country lat:n lng:n accuracy
accuracy: rooftop | rooftop | street | postal_code
= leaderboard | leaderboard entry | weekly leaderboard | ranking entry
? leaderboard score player rank
: rank:i player score:i games_played:i country
""",
)

LEXICONS = (_HOMES, _RUNS, _CAREERS, _AIR, _ENTRY, _RACKETS, _SECOND_HAND, _COINS,
            _LENDING, _KITCHENS, _MAPS)  # fmt: skip
