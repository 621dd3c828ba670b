"""What fields hold in any domain, by the words of their names."""

from mockforge.synthesis.lexicons.sheets import sheet

_SHEET = sheet(
    "words",
    "",
    """
genre: Drama | Comedy | Thriller | Science Fiction | Documentary | Romance
species: dog | cat | rabbit | horse | parrot
breed: Labrador Retriever | Beagle | Maine Coon | Siamese | Border Collie
cuisine: Italian | Japanese | Mexican | Indian | Thai | French | Lebanese
dietary restriction | diet: vegetarian | vegan | gluten-free | halal | dairy-free | none
allergen: gluten | peanuts | milk | eggs | soy | sesame | shellfish
ingredient: olive oil | garlic | lemon | flour | butter | basil | tomatoes | salt
meal | meal type: breakfast | lunch | dinner | snack
spice level | heat level: mild | medium | hot
flavor | flavour: vanilla | chocolate | strawberry | lemon | hazelnut | mint
fabric: cotton | linen | wool | polyester | silk | denim
pattern: plain | striped | checked | floral | dotted
finish: matte | glossy | satin | brushed
shape: round | square | oval | rectangular
gender identity | pronouns: she/her | he/him | they/them
relationship | relation: mother | father | partner | sister | brother | friend
emergency contact relationship: partner | mother | father | sister | friend
insurance provider | insurer | insurance company: MediPlus | CarePoint | National Health
  Fund | Alpine Insurance | Guardline
eye color: brown | blue | green | hazel | grey
hair color: black | brown | blond | red | grey
education | education level | degree: Bachelor of Science | Master of Arts | Diploma |
  Bachelor of Arts | PhD
major | field of study | discipline: Computer Science | Biology | History | Economics |
  Mechanical Engineering | Psychology
grade letter | letter grade: A | A- | B+ | B | C+ | C
semester | term: Fall 2025 | Spring 2026 | Summer 2026
academic year: 2024/25 | 2025/26
experience level | seniority: junior | mid | senior | lead
skill | expertise: project management | SQL | public speaking | negotiation | mentoring
interest | hobby: photography | hiking | cooking | cycling | chess | gardening
employment type | contract type: full_time | part_time | contract | internship
work mode | workplace: remote | hybrid | on_site
dress code: casual | smart casual | formal
difficulty | difficulty level | skill level: easy | medium | hard
frequency | interval | recurrence | repeat: daily | weekly | monthly | yearly
billing cycle | billing period | billing interval: monthly | annual
period: monthly | quarterly | yearly
schedule: Mon-Fri 09:00 | Every Monday 08:00 | Daily 02:30 | 1st of the month
shift: early | late | night
gallery: Gallery 1 | Gallery 4 | East Wing | Upper Hall
producer | winery | maker: Stonebank | Los Olmos | Colle Verde | Eberhof | Silver Creek
operator: Northern Lines | Harbour Group | CityWorks | Meridian Operations
style: classic | modern | minimalist | rustic
gate: A12 | B7 | C3 | D21
lane: Lane 1 | Lane 3 | Lane 7
table | table number: 4 | 12 | 7 | 21
ticket type | admission type: adult | student | child | senior
seat section: Stalls | Balcony | Floor
origin country: Colombia | Italy | Germany | Japan | Vietnam
tone: friendly | formal | neutral
weather: Sunny | Partly cloudy | Cloudy | Light rain | Overcast | Clear
direction: north | east | south | west | northeast | southwest
wind direction: N | NE | E | SE | S | SW | W | NW
orientation: landscape | portrait
season: spring | summer | autumn | winter
hemisphere: northern | southern
continent: Europe | Asia | Africa | North America | South America | Oceania
terrain: hilly | flat | mountainous | coastal | forest
climate: temperate | tropical | arid | continental | polar
neighborhood | neighbourhood | district | suburb: Riverside | Old Town | Hillcrest |
  Harbour | Northgate | Westfield
landmark: Old Lighthouse | Town Hall | Central Station | Harbour Bridge
floor: ground | 1st | 2nd | 3rd
wing | building: North | East | West | Main Building
room: Room 101 | Room 214 | Hall B | Studio 3 | Meeting Room 2
hall | auditorium: Hall A | Hall B | Main Auditorium
aisle: A | B | C | D
bin | shelf | rack | slot | storage location: A-12-3 | B-04-1 | C-21-2 | D-07-4
dock: Dock 1 | Dock 4 | Dock 7
zone: North | South | East | West | Central
area: North | Old Town | Harbour | Riverside | Hillcrest
sector: North | South | East | West
warehouse: Warehouse North | Main Depot | Harbour Warehouse
fuel | fuel type: petrol | diesel | electric | hybrid
transmission: automatic | manual
body type | body style: sedan | suv | hatchback | estate | van
drivetrain | drive: front-wheel | all-wheel | rear-wheel
vehicle: VW Golf | Toyota Corolla | Ford Transit | Tesla Model 3
vehicle class | car class: economy | compact | suv | luxury
cabin class | travel class | fare class | cabin: economy | premium economy | business
bed type | bed: king | queen | twin | double
room type: single | double | twin | suite
view: sea | city | garden | mountain
board basis | board type | meal plan: breakfast included | half board | room only
cancellation policy: free until 24 h before | non-refundable | flexible
smoking | smoking policy: no smoking | smoking allowed
parking: street | garage | none
heating: district heating | gas | heat pump | electric
energy class | energy rating | energy label: A | B | C | D
furnishing | furnished status: furnished | unfurnished | partly furnished
license | licence | license name: MIT | Apache-2.0 | BSD-3-Clause | GPL-3.0
programming language: Python | TypeScript | Go | Rust | Java | Kotlin
framework: React | Django | Spring Boot | Rails | FastAPI | Vue
database: PostgreSQL | MySQL | SQLite | MongoDB | Redis
runtime: python3.12 | nodejs20 | go1.22 | java21
architecture | arch: x86_64 | arm64
protocol: https | http | mqtt | grpc | websocket
encoding: utf-8 | base64 | gzip
algorithm: sha256 | RS256 | AES-256-GCM
cipher: TLS_AES_128_GCM_SHA256 | TLS_AES_256_GCM_SHA384
codec: h264 | aac | vp9 | opus
resolution: 1920x1080 | 1280x720 | 3840x2160
aspect ratio: 16:9 | 4:3 | 1:1
format: pdf | csv | json | mp4 | png
base branch | default branch | target branch: main | main | develop
commit message: Fix rounding of totals | Add retry to uploads | Update dependencies
pull request: Add CSV export | Fix flaky login test | Upgrade to Python 3.12
stack trace | stacktrace: Traceback (most recent call last): ... ValueError: bad id |
  TimeoutError at worker.py:214 in fetch | KeyError: 'email' at forms.py:88 in clean
exception | error type | error class: TimeoutError | ValueError | ConnectionError
error | error message | failure message: Connection timed out after 30 s | Record not
  found | Permission denied | Value out of range | Upstream returned 502
error code: E_TIMEOUT | NOT_FOUND | VALIDATION_FAILED | RATE_LIMITED
logger | component | module: auth | billing | api.gateway | worker | scheduler
queue: default | emails | exports | webhooks
event name: page_view | signup | checkout_started | purchase | button_click
trigger: push | schedule | manual | webhook
resource | resource type: order | user | invoice | product | report
action: created | updated | deleted | viewed | exported
operation: create | update | delete | read
actor type: user | system | service
plan: Basic | Standard | Pro | Business
feature | feature name: Dark mode | CSV export | Single sign-on | Offline access
campaign name | utm campaign: Spring Sale | Newsletter June | Back to School | Launch
  Week
audience: new customers | returning customers | all subscribers | trial users
ad format: banner | video | carousel | story
keyword: running shoes | summer dress | coffee grinder | desk lamp
landing page: /pricing | /signup | /spring-sale
goal | objective: raise awareness | grow sign-ups | reduce churn | save 10 %
column | swimlane | board column: Backlog | To Do | In Progress | In Review | Done
tasting notes: citrus | ripe plum and cedar | dark chocolate | green apple | jasmine
flavor notes: citrus | caramel | hazelnut | berries
topic: climate and cities | open data | the future of work | healthy soils | small teams
branch name | git branch | source branch | head branch: main | develop |
  feature/export | fix/login-redirect
clause: The supplier delivers within ten working days. | Each party may end the contract
  with three months' notice. | Both sides keep the contents confidential. | Payment is
  due within 30 days of the invoice.
section number | clause number: 4.2 | 7.1 | 12.3 | 3.4
governing law: Laws of England and Wales | German law | State of New York | Swiss law
call to action | cta: Start free trial | Shop now | Learn more | Book a demo | Sign up
ad copy | ad text: Run further with less weight. | Your weekend starts here. | Made to
  last, priced to smile. | Try it for 30 days, free of charge.
treatment plan: Rest and fluids, recheck in a week | Antibiotics for seven days | Six
  sessions of physiotherapy | Diet for two weeks
root cause: Expired certificate | Full disk | Slow database query | Misconfigured
  proxy | Human error | Worn bearing
age rating: 6+ | 12+ | 16+ | PG-13 | All ages
date format: YYYY-MM-DD | DD/MM/YYYY | MM/DD/YYYY
default view | view mode: list | board | calendar | grid
launch vehicle: Falcon 9 | Ariane 6 | Soyuz-2 | Electron
bin location | shelf location: A-12-3 | B-04-1 | C-21-2 | D-07-4
seal number: SL-{four}{small} | ZX{four}{digit}
voyage number: {small}{digit}E | {small}{digit}W
port of loading | port of discharge | loading port | discharge port | port of origin |
  port of destination: Rotterdam | Hamburg | Singapore | Antwerp | Valencia | Busan
cargo description: Machinery parts on pallets | Coffee beans in bags | Household goods |
  Steel coils | Frozen fish | Textiles in cartons
irrigation method: drip | sprinkler | flood | rain-fed
pest issue | pest: aphids | slugs | mildew | none
growth stage: seedling | vegetative | flowering | ripening
delivery instruction | delivery instructions: Leave with a neighbour | Ring twice | Back
  door, please | Call on arrival
technique: Oil on canvas | Watercolour | Etching | Fresco
museum: Rijksmuseum | Louvre | Prado | National Gallery | Uffizi | Belvedere
provenance: Private collection, Paris | Gift of the artist's family | Bought at auction
  in 1954 | Royal collection
cue: Back straight | Breathe out on the way up | Slow on the way down
modifier: no onions | extra cheese | gluten-free | well done
last command: turn on | dim to 40 % | turn off | set to 21 °C
compliance state | compliance status: compliant | compliant | non_compliant | unknown
allergy alert: Contains nuts | None | Gluten | Shellfish
call number: 823.8 AUS | 813.54 LEE | 519.5 STA | 641.5 OLI
agenda: Welcome | Keynote | Panel discussion | Workshop | Networking | Closing remarks
booking text | payment purpose | purpose of payment: Rent {month} | Invoice {four} |
  Thank you | Monthly subscription | Refund
via: Central Station | Old Harbour | University | Airport
reading level: easy | intermediate | advanced
remark: Very good participation | Needs more practice | Steady progress | Late hand-in
source text | original text: Save changes? | Your cart is empty. | Welcome back!
translated text | target text: Änderungen speichern? | Votre panier est vide. |
  ¡Bienvenido!
wave: beach break | reef break | point break
crowd level: empty | low | moderate | crowded
thrill level: mild | family | intense | extreme
best season | peak season: spring | summer | autumn | winter
top note: bergamot | lemon | pink pepper | mandarin
heart note | middle note: rose | jasmine | iris | cardamom
base note: sandalwood | musk | vanilla | cedar
meal choice: beef | fish | vegetarian | vegan | children's menu
rsvp | rsvp status: attending | attending | declined | no answer yet
analysis: HPLC | PCR | Gas chromatography | Microscopy | pH
foundry: Northtype | Letterworks | Old Press Type | Gridform
weight name | font weight: Light | Regular | Medium | Bold | Black
companion plant: tomatoes | roses | carrots | beans
latin name: Ocimum basilicum | Salvia rosmarinus | Thymus vulgaris | Mentha spicata
next stop: Town Hall | University | Harbour Bridge | Central Hospital
traffic offence: Expired meter | No valid ticket | Blocked driveway | Double parking
temperament: calm | friendly | shy | active | aggressive
denomination: Catholic | Lutheran | Baptist | Methodist | Orthodox | Anglican
element: fire | water | earth | air
course: starter | main | side | dessert
spiciness: mild | medium | hot | extra hot
pros: Friendly staff | Great location | Easy to set up | Good value | Quiet and clean
cons: A bit expensive | Small parking lot | Slow on busy days | Instructions too short
hint: Look at the first letter | Think of a colour | It is smaller than a house
side effect: headache | dry mouth | nausea | drowsiness | dizziness
grading scheme: percentage | points | letter grade | pass/fail
grade: A | A- | B+ | B | C
notice period: 1 month | 2 months | 3 months | 4 weeks
cover letter: I have followed your work for years and would like to be part of it. | My
  last three years were spent on exactly this kind of problem.
applied for | desired position | job applied for: Software Engineer | Office Manager |
  Accountant | Product Designer | Warehouse Associate
strength: Explains hard things simply | Reliable under pressure | Curious
weakness: Impatient with long meetings | Fear of heights | Cold iron
violation: Blocked exit | Missing label | No permit shown | Expired inspection
prediction: Calm and dry until the weekend | Demand will grow slightly | A close result
reaction: 👍 | ❤️ | 😂 | 🎉 | 👀
emoji: 👍 | ❤️ | 😂 | 🎉 | 🔥
files changed | changed file | file path: src/app.py | docs/index.md |
  tests/test_api.py | src/models/order.py | README.md
file changed | files: src/app.py | docs/index.md | tests/test_api.py | README.md
travel type | trip type | traveller type: business | family | couple | solo | friends
last seen near | found at location | location found | found location: Main entrance |
  Platform 3 | Reception | Cafeteria | Car park
pickup point | meeting point: Main entrance | Hotel lobby | Central Station | Old
  Harbour
service time: Sunday 10:00 | Saturday 18:00 | Wednesday 19:00
dance style: Salsa | Tango | Ballet | Hip-Hop | Waltz
martial art | discipline name: Judo | Karate | Boxing | Fencing
belt: white | yellow | green | brown | black
stroke: freestyle | backstroke | breaststroke | butterfly
tide: high | low
soil: clay | loam | sand | peat
material type: wood | metal | plastic | glass | paper
waste type | bin type: paper | glass | organic | plastic | residual
crop: Winter wheat | Maize | Barley | Potatoes | Soybeans
treatment: Physiotherapy | Antibiotics | Rest | Surgery | Massage
vaccine: Influenza | Tetanus | Hepatitis B | MMR
therapy: individual | couple | group
reason code: CUSTOMER_REQUEST | DUPLICATE | DAMAGED | OUT_OF_STOCK
rating label | sentiment label: positive | neutral | negative
quality: good | very good | fair
result | outcome: passed | passed | failed | inconclusive
judgement | verdict: approved | rejected | needs changes
decision: approved | approved | declined | deferred
recommendation: Keep monitoring | Replace soon | No action needed
resolution: Fixed | Replaced under warranty | Could not reproduce | Refunded
impact: low | medium | high
likelihood | probability level: low | medium | high
trend: up | down | stable
confidence level: low | medium | high
stage | phase: planning | in progress | review | done
visibility: public | private | unlisted
access level: read | write | admin
sex: male | female
blood group: O+ | A+ | B+ | AB+ | O-
allergy: peanuts | penicillin | pollen | latex | none known
symptom: headache | fatigue | cough | fever | dizziness | nausea
diagnosis: hypertension | asthma | migraine | type 2 diabetes | seasonal allergies
medication | medicine | drug: Ibuprofen | Metformin | Amoxicillin | Lisinopril |
  Atorvastatin | Omeprazole
dosage: 400 mg | 500 mg | 10 mg | 20 mg | 250 mg
route of administration | administration route: oral | intravenous | topical | inhaled
procedure: X-ray | Blood test | Physiotherapy | Vaccination | Ultrasound
specimen | specimen type | sample type: blood | urine | saliva | tissue
ward: Ward 3B | Cardiology | Ward 5A | Maternity
instrument | musical instrument: piano | violin | guitar | cello | drums | flute
music key | scale: C major | A minor | G major | E minor
mood | vibe: happy | calm | tired | excited | stressed
language level: A2 | B1 | B2 | C1
word: harbour | lantern | meadow | to wander | quiet | bridge
translation: der Hafen | la lanterne | il prato | el puente
part of speech: noun | verb | adjective | adverb
quote: The best time to plant a tree was twenty years ago. | What we know is a drop. |
  Simplicity is the last thing you reach.
lyric: And the harbour lights go out one by one | We were never meant to stay
position: left | center | right
alignment: left | center | right
theme: light | dark | system
icon: home | star | bell | cart | user
font | typeface: Inter | Roboto | Georgia | Source Serif
layout: grid | list | masonry
occasion: birthday | wedding | anniversary | graduation
gift wrap: none | standard | premium
dimension: 30 x 20 x 10 cm | 45 x 30 x 25 cm
packaging: box | envelope | pallet | tube
incoterm: DAP | FOB | EXW | CIF
hazard class | hazard: none | flammable | corrosive
cargo: electronics | furniture | machinery parts | textiles | coffee beans
customs status: cleared | pending | held
signature: J. Miller | A. Chen | M. Rossi
witness: J. Miller | A. Chen | M. Rossi
occupation: teacher | nurse | engineer | accountant | carpenter | designer
income source | funding: salary | self-employment | pension
purpose: home purchase | renovation | car | education | business trip
collateral: property | vehicle | none
risk profile | risk tolerance: conservative | balanced | growth
asset class: equity | bond | fund | cash | commodity
exchange | stock exchange: NASDAQ | NYSE | LSE | XETRA | TSX
order type: market | limit | stop
side: buy | sell
strategy: momentum | value | index | income
network: visa | mastercard | amex
blockchain | chain: Ethereum | Bitcoin | Polygon | Solana
election | ballot type: general | municipal | referendum
party: Green Alliance | Liberal Union | Civic Forum | Independent
position title: Chair | Treasurer | Secretary | Member
committee: Finance | Culture | Planning | Transport
answer choice | choice | option: A | B | C | D
question type: multiple_choice | single_choice | text | rating
""",
)
WORDS = _SHEET.texts
"""By the words of a name."""
