"""Sports, fitness, cinemas and concerts."""

from mockforge.synthesis.lexicons.sheets import sheet

_SPORTS = sheet(
    "sports",
    """sport sports team teams player players match matches game games league leagues
    tournament tournaments season football soccer basketball tennis goal goals score
    referee stadium coach fixture fixtures standings race races runner standing""",
    """
= sports team | team | football club | club | home | away | opponent
? league wins losses stadium coach players matches
: id name city stadium coach founded:i league wins:i draws:i losses:i points:i
name: {city} United | {city} Rovers | {city} Falcons | FC {city} | {city} Wolves |
  Athletic {city} | {city} Harbour FC
status: active | active | relegated | promoted
= match | game | fixture | football match
? home away goals score stadium referee
: id home_team away_team home_score:i away_score:i competition venue kickoff_at status
status: scheduled | in_progress | finished | finished | postponed
name: {city} United vs. {lastname} City | Matchday {small}
venue: {place} Stadium | {city} Arena | {lastname} Park | Riverside Ground
= tournament | cup | championship
: id name sport location start_date end_date teams:i prize_pool:i currency status
name: {city} Open | Spring Invitational | {place} Cup | Northern Masters | City Derby |
  Winter Classic | Golden Racket Trophy
type: knockout | round_robin | league | swiss
status: upcoming | registration_open | ongoing | completed | completed
description: {small} teams, four groups and one final in {city}. | Three days of
  knock-out rounds, open to amateurs. | Qualifiers on Friday, finals on Sunday.
= league
: id name country sport season teams_count:i current_round:i status
name: Premier Division | Northern League | Super League | Second Division | Coastal
  League
status: upcoming | in_season | in_season | finished
= medal | medal standing
: country gold:i silver:i bronze:i total:i rank:i
= standing | league table
: position:i team played:i won:i drawn:i lost:i goals_for:i goals_against:i points:i
= sports player | player | footballer
? club goals jersey team position match
: id name team position jersey_number:i nationality age:i height_cm:i goals:i assists:i
status: active | active | injured | suspended | on_loan
position: Goalkeeper | Defender | Defender | Midfielder | Midfielder | Forward | Winger
= race | marathon | run event
? distance runner lap finish
: id name type distance_km:n location date participants:i status
> name | type | distance km
- {city} Marathon | marathon | 42.2
- {place} Half Marathon | half_marathon | 21.1
- {city} Night Run | 10k | 10
- {place} Ridge Trail | trail | 28
- {city} City Run | 5k | 5
status: registration_open | upcoming | completed | completed
=
team | home team | away team | opponent | winner | home | away | team name | champion:
  Harbor City FC | Northside United | Riverton Rovers | Lakeside Wolves | Kingsbridge
  Athletic | Eastport Falcons | Westfield Town | Granite Bay SC | Oakmont FC
stadium | arena: Riverside Stadium | Harbour Arena | Lakeside Park | Kingsway Ground
sport: football | basketball | tennis | volleyball | handball | ice hockey
competition: Premier Division | National Cup | Northern League | Champions Trophy
position: Goalkeeper | Defender | Midfielder | Forward | Winger
season: 2024/25 | 2025/26
round: Group stage | Round of 16 | Quarter-final | Semi-final | Final
surface: grass | clay | hard court | artificial turf
detail: right-footed shot | header | penalty | tactical change | late tackle
event type: goal | yellow_card | substitution | corner | red_card
""",
)

_FITNESS = sheet(
    "fitness",
    """gym fitness workout workouts exercise exercises training trainer yoga pilates
    membership memberships reps sets steps running cycling calories wellness studio
    class classes muscle""",
    """
= fitness class | class | gym class | yoga class | session
? instructor trainer capacity gym spots
: id name instructor type level start_time duration_minutes:i capacity:i booked:i room
  status
> name | type | category
- Morning Yoga | yoga | Yoga
- HIIT Express | hiit | Cardio
- Spin 45 | spin | Cardio
- Pilates Core | pilates | Mobility
- Zumba | dance | Dance
- Boxing Basics | boxing | Cardio
- Power Yoga | yoga | Yoga
- Body Pump | strength | Strength
- Stretch & Relax | yoga | Mobility
- Kettlebell Circuit | strength | Strength
- Barre | pilates | Mobility
- Indoor Cycling | spin | Cardio
level: beginner | intermediate | all levels | advanced
status: scheduled | scheduled | full | completed | cancelled
room: Studio A | Studio B | Spin Room | Main Hall
description: Forty-five minutes of intervals; bring a towel. | Slow and deep stretching
  to end the day. | All levels welcome, mats are provided. | Work on strength with your
  own weight.
= workout | training session | activity | run | exercise session
? calories distance heart pace reps
: id user_id type duration_minutes:i distance_km:n calories:i avg_heart_rate:i
  started_at notes
> name | type
- Morning Run | running
- Leg Day | strength
- Upper Body Strength | strength
- Evening Ride | cycling
- Interval Session | running
- Easy 5K | running
- Core & Mobility | yoga
- Lunch Swim | swimming
- Weekend Hike | hiking
- Rowing Intervals | rowing
notes: Felt strong on the last kilometre. | Windy, slower than planned. | New personal
  best! | Kept it easy after yesterday.
= exercise
: id name muscle_group equipment difficulty sets:i reps:i instructions
> name | muscle group | equipment
- Barbell Squat | legs | barbell
- Bench Press | chest | barbell
- Deadlift | back | barbell
- Pull-Up | back | pull-up bar
- Plank | core | none
- Lunge | legs | dumbbells
- Overhead Press | shoulders | barbell
- Biceps Curl | arms | dumbbells
- Push-Up | chest | none
- Kettlebell Swing | glutes | kettlebell
- Seated Row | back | cable machine
difficulty: beginner | intermediate | advanced
instructions: Keep your back straight and move slowly. | Lower under control, then push
  up. | Breathe out on the way up. | Hold for 45 seconds, rest, repeat.
= membership | gym membership
? gym member access freeze club
: id member{name email} plan price:n currency start_date end_date auto_renew:b status
plan: Monthly | Annual | Student | Off-Peak | Family | Day Pass
type: monthly | annual | day_pass
status: active | active | active | frozen | expired | cancelled
=
equipment: barbell | dumbbells | kettlebell | rowing machine | none | resistance band
goal: lose weight | build muscle | run a marathon | stay active | improve mobility
muscle group: legs | chest | back | core | shoulders | arms
""",
)

_STAGE = sheet(
    "cinema",
    """cinema cinemas theatre theater screening screenings showtime showtimes concert
    concerts festival festivals venue venues seat seats box ticket tickets film movie
    performance performances stage admission row screen""",
    """
= cinema ticket | ticket | movie ticket | event ticket | concert ticket | admission
? seat row screening showtime event venue movie
: id ticket_number event venue starts_at section row seat price:n currency holder{name
  email} status
type: adult | adult | student | child | senior | vip
status: reserved | paid | paid | used | refunded
row: A | C | F | H | K
= screening | showtime | showing
: id movie cinema screen starts_at language format seats_available:i price:n currency
  status
format: 2D | 2D | 3D | IMAX | Dolby Atmos
screen: Screen {digit} | Screen 1
status: scheduled | selling_fast | sold_out | ended
= venue | concert hall | theatre | arena
: id name address{street city postal_code country} capacity:i type phone website
name: {city} Concert Hall | The Old Foundry | Riverside Arena | {place} Theatre |
  Harbour Stage | Studio {small} | Metro Ballroom
type: concert_hall | theatre | arena | club | open_air
= concert | show | gig | performance
: id artist title venue city doors_at starts_at price_from:n currency genre status
genre: Rock | Jazz | Indie | Classical | Folk | Electronic
name: {artist} Live | An Evening with {artist} | {artist}: The Farewell Tour
status: on_sale | on_sale | sold_out | postponed | cancelled
= theme park ride | ride | attraction
? park wait thrill queue height
: id name area wait_time_minutes:i min_height_cm:i thrill_level status
name: Thunder Ridge | The Sky Swing | Log River | Haunted Mill | Twister | Space Loop
thrill level: mild | family | intense | extreme
status: open | open | closed | maintenance
= festival
: id name location start_date end_date headliners:t capacity:i price:n currency status
name: {city} Jazz Days | Lakeside Sounds | Harvest Folk Festival | Northern Lights
  Festival
headliners | headliner | lineup: Velvet Harbor | Night Gardeners | Silver Lanes | Mara
  Lindholm | The Paper Kites Club
status: announced | on_sale | sold_out | past
=
event: Velvet Harbor Live | Paper Lanterns | Swan Lake | An Evening of Stand-Up | The
  Long Tide | Brahms Symphony No. 4 | Improv Night | Night Gardeners
movie | film: The Long Tide | Paper Lanterns | Echoes of Winter | The Glass Orchard |
  Second Sunrise | Below the Pines | Salt and Silver | North of Nowhere
venue: Riverside Arena | Metro Cinema | Harbour Stage | Old Town Theatre | Lumen Cinema
cinema: Lumen Cinema | Metro Cinema | Parkside Cinema | Old Town Kino
artist: Velvet Harbor | Mara Lindholm | Night Gardeners | Silver Lanes
section: Stalls | Balcony | Floor | Block B | Circle
# artist: Velvet Harbor | Mara Lindholm | Night Gardeners | Silver Lanes
""",
)

LEXICONS = (_SPORTS, _FITNESS, _STAGE)
