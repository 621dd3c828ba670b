"""Logs and errors, pages, quotes and jokes, fish, expenses."""

from mockforge.synthesis.lexicons.sheets import sheet

_RUNNING = sheet(
    "running",
    """log logs error errors exception exceptions trace traces span spans monitoring
    uptime
    healthcheck health check checks metric metrics server servers host hosts node nodes
    latency request requests http status incident incidents oncall""",
    """
= log | log entry
host | hostname | node | server: web-01 | web-02 | api-03 | worker-02 | db-primary
logger | component | module | source: auth | billing | api.gateway | worker | scheduler
service | service name | app: checkout-api | auth-service | search | mailer | web
message: Request completed in {millis} ms | Cache miss for key user:{four} | Retrying
  after a timeout, attempt {digit} of 5 | Connection to the database restored | Job
  finished, {small} records processed | Slow query took {millis} ms | Token refreshed
  for user {four}
thread: main | worker-{digit} | http-{small}
= error | problem | exception | failure
? stack trace request code
: code message details:t request_id timestamp
> code | message | title | status | error code
- VALIDATION_FAILED | The field 'email' is not a valid address. | Invalid input | 422 |
  VALIDATION_FAILED
- NOT_FOUND | No order with this id exists. | Not found | 404 | NOT_FOUND
- UNAUTHORIZED | The access token has expired. | Unauthorized | 401 | UNAUTHORIZED
- RATE_LIMITED | Too many requests, try again in 30 seconds. | Too many requests | 429 |
  RATE_LIMITED
- CONFLICT | A record with this name exists already. | Conflict | 409 | CONFLICT
- TIMEOUT | The upstream did not answer within 10 s. | Gateway timeout | 504 | TIMEOUT
- FORBIDDEN | You may not change this resource. | Forbidden | 403 | FORBIDDEN
details | detail: email: is not a valid address | quantity: must be at least 1 | name:
  is required | date: lies in the past
path | instance: /api/orders/1042 | /api/users/77 | /v1/payments | /api/reports
= incident | outage report
? severity service oncall impact postmortem
: id title severity status service started_at resolved_at? commander
name: Elevated error rate on checkout | Database failover in eu-west | Slow search
  results | Login failures for some users | Delayed e-mails | Certificate expired on the
  CDN
severity: sev1 | sev2 | sev2 | sev3
status: investigating | identified | monitoring | resolved | resolved
root cause: A memory leak in the new release | A full disk on a replica | A slow query |
  An expired certificate
resolution: Rolled back the release | Added disk space | Added an index | Renewed it
impact: Checkout failed for 4 % of users | Search was slow for 20 minutes | No sign-ins
  in eu-west
summary | description: A deploy raised the memory use until workers restarted. | A full
  disk on one replica stopped writes. | A slow query held locks for four minutes.
= health check | check | uptime check
: id name url status response_time_ms:i last_checked_at
name: Home page | Checkout API | Login | Search | Image CDN
status: up | up | up | degraded | down
= service
region: eu-west-1 | us-east-1 | us-west-2 | ap-southeast-1 | eu-central-1
= deployment
region: eu-west-1 | us-east-1 | us-west-2 | ap-southeast-1
=
host | hostname | instance | node: web-01 | web-02 | api-03 | worker-02 | db-primary
""",
)

_PAGES = sheet(
    "pages",
    """wiki page pages cms content editor revision knowledge base faq faqs help docs
    documentation website site blog""",
    """
= page | wiki page | web page
: id title slug content author status updated_at
name: Getting Started | Travel Policy | Release Checklist | How We Work | Glossary |
  Onboarding Guide | Meeting Notes | Security Basics | Contact & Opening Hours | About
  Us
body | content: This page explains the steps in the order they are done. If something is
  missing, add it or ask the person named at the end. | Everything here was checked in
  {month}. Older versions are kept in the history. | Start with the short list, then
  read the details of what you need.
revision comment | comment: Fixed a typo | Added a section on access | Updated links |
  Clarified the second step | Removed what is out of date
categories | category: Handbook | How-to | Policies | Engineering | Team
status: published | published | draft | archived
= note | memo
: id title body tags:t pinned:b created_at updated_at
name: Ideas for the kitchen | Books to read | Call with {first} | Packing list | Quotes
  I liked | Things to repair | Questions for {day} | Garden plan
body | content | text: Ask {first} about the dates before booking. | Milk, bread,
  lemons, something for {day} evening. | Start small: one shelf first, then the rest. |
  The blue one fits better than the grey one.
tags | tag: home | work | ideas | shopping | travel | someday
= faq | question
: id question answer category helpful_count:i updated_at
= form field | field
: id name label type required:b placeholder
label: First name | E-mail | Phone number | Company | Message
type: text | email | number | select | checkbox
""",
)

_FUN = sheet(
    "fun",
    """quote quotes joke jokes fact facts poem poems riddle riddles horoscope horoscopes
    zodiac trivia flashcard flashcards vocabulary word words dictionary proverb meme""",
    """
= quote | quotation
: id quote author tags:t
> quote | author | text
- The only way to do great work is to love what you do. | Steve Jobs | The only way to
  do great work is to love what you do.
- Be yourself; everyone else is already taken. | Oscar Wilde | Be yourself; everyone
  else is already taken.
- In the middle of difficulty lies opportunity. | Albert Einstein | In the middle of
  difficulty lies opportunity.
- What we know is a drop, what we don't know is an ocean. | Isaac Newton | What we know
  is a drop, what we don't know is an ocean.
- It always seems impossible until it is done. | Nelson Mandela | It always seems
  impossible until it is done.
- I think, therefore I am. | René Descartes | I think, therefore I am.
- The unexamined life is not worth living. | Socrates | The unexamined life is not worth
  living.
- Well begun is half done. | Aristotle | Well begun is half done.
tags: life | wisdom | courage | work | happiness | learning | time
= joke
: id setup punchline category
> setup | punchline | category | type
- Why did the scarecrow win a prize? | He was outstanding in his field. | pun | pun
- What do you call a fish without eyes? | A fsh. | pun | pun
- Why do programmers prefer dark mode? | Because light attracts bugs. | programming |
  programming
- What did the zero say to the eight? | Nice belt! | general | general
- Why don't scientists trust atoms? | They make up everything. | science | science
- How does the moon cut its hair? | Eclipse it. | pun | pun
- Why was the maths book sad? | It had too many problems. | school | school
joke | text: Parallel lines have so much in common. A pity they will never meet. | I
  told my computer I needed a break. It froze. | I used to play piano by ear, now I use
  my hands.
= poem | haiku
: id title author lines:t
name: First Snow | Low Tide | The Orchard in March | Letters Never Sent | Night Bus |
  Harbour Light
lines | line: The tide forgets the footprints of the day | a lamp goes out behind the
  window pane | and somewhere far a bell begins to ring | we count the birds that have
  not left the field | the morning keeps its promise to the hill
form: sonnet | haiku | free verse | ballad | ode
= fact | fun fact | trivia
: id fact category source
fact | text: Honey does not spoil. | Octopuses have three hearts. | Bananas are berries,
  but strawberries are not. | A day on Venus is longer than its year. | Sharks are older
  than trees.
= riddle
: id riddle answer difficulty
riddle | question: What has keys but opens no lock? | What gets wetter the more it
  dries? | What has a neck but no head?
answer: A piano | A towel | A bottle
= horoscope | zodiac sign
: sign date prediction lucky_number:i mood compatibility
prediction | text | description: A conversation clears up more than you expect. | Keep
  your plans loose today; the best part is not on them. | An old friend has good news. |
  Say no once, and gain an evening.
= trivia question | quiz question
? options correct choices
: id question correct_answer incorrect_answers:t category difficulty
> question | correct answer | answer | category
- What is the capital of Australia? | Canberra | Canberra | Geography
- How many bones does an adult human have? | 206 | 206 | Science
- Who painted The Night Watch? | Rembrandt | Rembrandt | Art
- In which year did the Berlin Wall fall? | 1989 | 1989 | History
- Which planet has the most moons? | Saturn | Saturn | Science
- What is the chemical symbol of gold? | Au | Au | Science
= flashcard | card
? front back deck hint study review
: id deck front back hint difficulty next_review_at
> front | back | deck | hint
- der Hund | the dog | German basics | an animal that barks
- la manzana | the apple | Spanish A1 | a fruit
- photosynthesis | how plants turn light into sugar | Biology | happens in leaves
- 7 x 8 | 56 | Times tables | between 50 and 60
- H2O | water | Chemistry | you drink it
- merci | thank you | French basics | said often
- 1789 | start of the French Revolution | History | Bastille
- mitochondria | where a cell makes its energy | Biology | the power plant
= word | vocabulary word | dictionary entry
: word part_of_speech definition example
> word | part of speech | definition | translation
- serendipity | noun | finding something good without looking for it | glücklicher
  Zufall
- brisk | adjective | quick and full of energy | flott
- to wander | verb | to walk without a fixed way | umherstreifen
- lantern | noun | a lamp with a case that protects its light | Laterne
- seldom | adverb | not often | selten
=
sign | zodiac sign | star sign | compatibility: Aries | Taurus | Gemini | Cancer | Leo |
  Virgo | Libra | Scorpio | Sagittarius | Capricorn | Aquarius | Pisces
""",
)

_WATER = sheet(
    "aquarium",
    """aquarium aquariums tank fish reef coral ocean pond fishing catch angler lake""",
    """
= fish
: id common_name scientific_name family water size_cm:n diet temperament
> common name | scientific name | water | species | temperament | name
- Clownfish | Amphiprion ocellaris | salt | Clownfish | peaceful | Clownfish
- Blue Tang | Paracanthurus hepatus | salt | Blue Tang | semi-aggressive | Blue Tang
- Neon Tetra | Paracheirodon innesi | fresh | Neon Tetra | peaceful | Neon Tetra
- Betta | Betta splendens | fresh | Betta | aggressive | Betta
- Guppy | Poecilia reticulata | fresh | Guppy | peaceful | Guppy
- Angelfish | Pterophyllum scalare | fresh | Angelfish | semi-aggressive | Angelfish
- Lionfish | Pterois volitans | salt | Lionfish | aggressive | Lionfish
- Koi | Cyprinus rubrofuscus | fresh | Koi | peaceful | Koi
- Rainbow Trout | Oncorhynchus mykiss | fresh | Rainbow Trout | active | Rainbow Trout
= catch
: id species weight_kg:n length_cm:i bait location caught_at angler
species: Rainbow Trout | Pike | Perch | Cod | Mackerel | Carp | Zander
bait: worm | spinner | fly | corn | wobbler
=
tank zone: top | middle | bottom
feeding schedule: twice a day | daily at 18:00 | every second day
""",
)

_COSTS = sheet(
    "expenses",
    """expense expenses receipt receipts reimbursement travel mileage claim claims
    allowance report reports budget""",
    """
= expense | expense claim | reimbursement
? receipt employee reimbursed approver trip
: id employee{id name} category merchant amount:n currency date description status
> category | merchant | description | expense category
- Travel | Northern Rail | Train to the client in {city} | Travel
- Meals | Trattoria Lina | Dinner with the project team | Meals
- Hotel | Hotel Aurora | Two nights in {city} | Hotel
- Taxi | Metro Cabs | Airport transfer | Taxi
- Office supplies | Paper & Pen | Notebooks and markers | Office supplies
- Software | Cloudbox | Yearly licence | Software
- Fuel | Harbour Petrol | Site visit with own car | Fuel
- Training | Lumen Academy | Workshop fee | Training
status: draft | submitted | approved | approved | reimbursed | rejected
notes: Receipt attached. | Shared with a colleague. | Rate of the day used. | Approved
  by phone.
""",
)

LEXICONS = (_RUNNING, _PAGES, _FUN, _WATER, _COSTS)
