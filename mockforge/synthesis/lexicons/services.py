"""What businesses write on their bills, by what they do."""

from __future__ import annotations

from typing import NamedTuple

from mockforge.synthesis.lexicons.lexicon import Phrases
from mockforge.synthesis.lexicons.sheets import joined_lines, parts

_TEXT = """
web website design agency designer ux branding creative studio: Website design, home and
  landing pages | UX workshop, half a day | Logo and brand guidelines | Responsive
  layout, {digit} templates | Content migration | Website maintenance, {month} | Icon
  set, {small} icons | Accessibility review
software development developer it programming app consulting saas technology: Software
  development, {month} | Code review and refactoring | API integration | Bug fixing,
  {small} hours | Cloud hosting, {month} | Software licence, annual | Support plan,
  {month} | Data migration | Security audit | User licences, {small} seats
plumbing plumber heating hvac sanitary bathroom: Repair of a leaking pipe | Boiler
  service | Installation of a mixer tap | Drain cleaning | Replacement of a radiator
  valve | Copper pipe and fittings | Call-out fee | Water heater, 80 l
electrician electrical electric wiring solar: Installation of {digit} sockets | Fuse box
  replacement | Cable and conduit | Safety inspection | LED lighting, installation |
  Call-out fee | Solar panel, 420 W | Wall charger, 11 kW
construction builder building renovation contractor roofing carpentry painter painting:
  Site preparation | Masonry work, ground floor | Roof tiles and battens | Interior
  painting, {small} sqm | Scaffolding, {digit} weeks | Plasterboard walls | Removal of
  rubble | Oak flooring, supplied and laid
cleaning cleaner janitorial facility housekeeping laundry: Office cleaning, {month} |
  Window cleaning | Carpet cleaning, {small} sqm | Cleaning supplies | Deep cleaning,
  kitchen | Stairwell cleaning, weekly
marketing advertising seo media social pr campaign: Social media management, {month} |
  Search campaign, set-up | Copywriting, {digit} articles | Newsletter, {month} | Photo
  shoot, one day | Monthly SEO report | Ad budget, {month} | Landing page
legal law lawyer attorney notary: Legal advice, {small} minutes | Drafting of a contract
  | Review of terms and conditions | Court fees | Correspondence with the other party |
  Trademark registration
accounting accountant tax bookkeeping audit payroll: Bookkeeping, {month} | Payroll,
  {small} employees | Annual accounts | Tax return | Advance VAT return, {month} |
  Advice on depreciation
garden landscaping gardening gardener tree: Lawn mowing, {month} | Hedge trimming |
  Planting of {small} shrubs | Topsoil, delivered | Tree felling | Irrigation system,
  installation
photography photographer wedding video event events catering: Wedding coverage, eight
  hours | Photo editing, {small} pictures | Second photographer | Buffet for {small}
  guests | Hire of tables and chairs | Travel costs | Album, {small} pages | Service
  staff, {digit} hours
car garage mechanic auto automotive vehicle repair: Oil and filter change | Brake pads,
  front axle | Labour, {digit} hours | Winter tyres, set of four | Wheel alignment |
  Inspection | Spark plugs, set | Air conditioning service
medical clinic doctor dental dentist hospital patient health physiotherapy: Consultation
  | Blood test, full panel | X-ray | Dental cleaning | Follow-up visit | Ultrasound |
  Vaccination | Physiotherapy, {digit} sessions
veterinary vet animal pet: Consultation | Vaccination | Dental cleaning | Blood test |
  Microchip | Deworming tablets | X-ray | Neutering
hotel lodging accommodation hostel resort guest: Room, {digit} nights | Breakfast,
  {digit} persons | City tax | Parking | Minibar | Late check-out | Dinner, half board
energy electricity gas utility utilities water power: Electricity, {four} kWh | Base
  charge, {month} | Grid fee | Gas, {four} kWh | Metering | Water, {small} m³ | Sewage
telecom telecommunication mobile internet phone broadband: Internet 250 Mbit/s, {month}
  | Mobile plan, {month} | International calls | Roaming package | Router rental |
  One-time activation
logistics freight shipping transport courier moving forwarding: Freight {from} - {to} |
  Fuel surcharge | Customs clearance | Pallet storage, {digit} days | Express delivery |
  Packing material | Loading and unloading
education school course training tuition university teacher tutoring: Course fee,
  {month} | Textbooks | Exam fee | Private lesson, 60 minutes | Workshop, one day |
  Learning materials
rent rental property landlord apartment lease housing: Rent, {month} | Heating costs,
  advance | Parking space | Service charge, {month} | Water and waste, advance
insurance insurer policy premium: Premium, {month} | Liability cover | Legal protection
  | Contents insurance | Policy fee
manufacturing factory machine industrial engineering steel metal: CNC milling, {small}
  parts | Steel plate, 3 mm | Tooling | Powder coating | Machine maintenance | Prototype
  | Surface treatment
printing print printer publisher: Business cards, 500 pieces | Flyers A5, 2,000 pieces |
  Poster A1, {small} pieces | Prepress check | Binding | Delivery
restaurant food catering bakery cafe: Lunch menu, {digit} persons | Coffee and cake |
  Buffet, {small} guests | Drinks | Service
: Consulting, {month} | Software licence, annual | On-site installation | Maintenance,
  {month} | Training, one day | Support plan, {month} | Travel costs | Project
  management, {small} hours | Office supplies | Delivery and assembly | Printing and
  binding | Hosting, {month} | Translation, {digit} pages | Equipment rental, {digit}
  days
"""


class Services(NamedTuple):
    """What is written on the bills of one sort of business."""

    signs: frozenset[str]
    lines: Phrases


def _services() -> tuple[Services, ...]:
    found = []
    for row in joined_lines(_TEXT):
        signs, _, lines = row.partition(":")
        found.append(Services(frozenset(signs.split()), parts(lines)))
    return tuple(found)


SERVICES = _services()
"""The last are of any business."""
