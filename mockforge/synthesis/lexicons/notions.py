"""More fields of any domain: what went wrong, what is planned, how things are."""

from mockforge.synthesis.lexicons.sheets import sheet

_SHEET = sheet(
    "notions",
    "",
    """
fault description | fault | defect description | problem description | damage
  description | malfunction: Strange noise at start-up | Leaks oil at the lower seal |
  Display stays dark | Stops after ten minutes | Door does not close fully | Overheats
  under load | Button sticks
damage: Scratch on the left side | Dent in the rear door | Cracked corner | Water stain
  | None
work done | work performed | repair notes | repair description | action taken: Seal
  replaced and tested | Filter cleaned, fluid topped up | Loose cable fixed | Software
  updated | Part ordered, second visit planned
parts | part used | replaced part | spare part: Drive belt | Bearing 6204 | Seal kit |
  Fuse 10 A | Control board | Filter cartridge
cover note | cover letter | motivation: I have followed your work for years and would
  love to join. | Five years in a similar role, and ready for the next step. | I enjoy
  working with people and numbers alike. | Available from next month.
hypothesis: Higher doses shorten recovery. | Reminders raise the response rate. | Shade
  lowers the evening temperature.
conclusion | finding | findings: No significant difference was found. | The effect is
  small but stable. | Values were within the expected range. | Two items need follow-up.
next step | next action | follow up: Call back on {day} | Send the offer | Wait for the
  documents | Plan a second visit
objection: Too expensive | Already under contract | No decision before summer
competitor: Northwind Systems | Bluepeak Software | Vertex Labs
use case: Reporting | Onboarding | Stock control | Field service
target group | target audience: Families | Small businesses | Students | Commuters |
  Retirees
placement | ad placement: Top of page | Sidebar | In-feed | Newsletter | Search results
creative | ad creative: Summer banner 300x250 | Video, 15 s | Carousel | Story
headline text | ad headline: Save 20 % this week | Made for busy mornings | Free
  delivery until {day}
escape theme | room theme | party theme: Pirate ship | Haunted library | Bank heist |
  Space station | Jungle temple
meeting point: In front of the main station | At the fountain | Hotel lobby | Harbour,
  pier {digit}
dress: Casual | Smart casual | Black tie
parking info: Free parking behind the house | Public garage 200 m away | Street parking
  only
directions | how to get there: Five minutes from the station, follow the river. | Exit
  {digit}, then second left. | Bus 12 stops in front of the door.
check in instruction | check in instructions | access instructions: Key box next to the
  door, code {four}. | Reception is open until 10 pm. | Call us ten minutes before you
  arrive.
house rule | house rules: No smoking | No parties | Quiet after 10 pm | Pets on request
safety instruction | safety note | warning: Keep away from heat. | Wear gloves. | Do not
  open while running. | Keep out of reach of children.
storage | storage condition | storage instructions: Cool and dry | Below 25 °C | In the
  refrigerator | Away from light
care instruction | care instructions | washing instructions: Machine wash at 30 °C |
  Hand wash only | Do not tumble dry | Wipe with a damp cloth
usage | usage instructions | how to use: Shake before use. | Apply twice a day. | Take
  with a glass of water after meals.
warranty text | warranty info | guarantee: 2 years | 5 years on the motor | 30 days
payment terms | terms of payment: 30 days net | 14 days net, 2 % discount | Due on
  receipt | Prepayment
delivery terms: DAP {city} | Free delivery from 50 EUR | Within 48 hours
seller message | decline message: Payment complete. | The bank declined the payment. |
  Under review.
network status: approved_by_network | approved_by_network | declined_by_network
risk level: normal | normal | elevated | highest
decline code: insufficient_funds | do_not_honor | expired_card | incorrect_cvc
funding type: credit | debit | prepaid
subtitle | sub title | strapline: What changes, and for whom | A report from {city} |
  The story so far | Five people, five answers | And why it matters now
kicker | dateline: Opinion | Analysis | {city} | Report
press quote | pull quote: "We did not expect so much interest." | "It is a start, not
  the end." | "Nobody asked us before."
fun fact | trivia: Holds the record for the longest run in its category. | Was planned
  for one season and stayed for ten years. | Its first version was built in a garage.
greeting | salutation text | welcome message: Welcome! | Good to see you again. | Hello
  and welcome to {company}.
signature line | sign off: Kind regards | Best wishes | Yours sincerely
wish | special wish | special request: Quiet room, please | A window table | Late
  arrival, around 10 pm | Vegetarian meal | High chair needed
accessibility: Step-free access | Lift available | Hearing loop | Accessible toilet
inclusion | included | what is included: Breakfast | Guide | Transfer | Entrance fee |
  Lunch | Equipment
exclusion | excluded | not included: Flights | Tips | Travel insurance | Drinks
equipment: Whiteboard | Video conference system | Projector | Flipchart | Microphone
habit: Drink two litres of water | Read ten pages | Walk 8,000 steps | Meditate
milestone name: Design approved | Beta release | Public launch | Contract signed
blocker: Waiting for access | Open question to legal | Missing test data
definition: The share of all visitors who buy something. | The time from order to
  delivery. | All costs that do not change with output.
dream | ambition: Open a small bakery | See the northern lights | Write a book
tradition: Lanterns on the river | A long table in the street | Bread with salt
""",
)
NOTIONS = _SHEET.texts
"""By the words of a name."""
