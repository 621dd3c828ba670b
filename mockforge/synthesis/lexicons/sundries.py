"""Kinds of this and that: accidents, claims, gyms, reagents, collections."""

from mockforge.synthesis.lexicons.sheets import sheet

_REST = sheet(
    "sundries",
    "recall recalls zoo gym gyms sermon parish collection collections roadmap",
    """
= workplace incident | incident | accident | safety incident | work accident | injury
? workplace safety injury osha injured employee accident site
: id title description injury_type location reported_by occurred_at action_taken
  severity status
> title | description | injury type
- Slip on a wet floor | Fell next to the washbasin, floor was not marked. | bruise
- Cut while opening boxes | Cutter slipped, first aid on site. | cut
- Fall from a ladder | Ladder was not secured; two days of sick leave. | sprain
- Trapped finger | Guard of the press was open. | fracture
- Near miss with a forklift | Nobody hurt; view was blocked by pallets. | none
- Chemical splash | Eyes rinsed at once, goggles were missing. | irritation
severity: minor | minor | moderate | serious
status: reported | under_investigation | closed
= travel claim | claim | travel insurance claim
? travel trip flight baggage luggage journey
: id claim_number claimant{name email} type description amount:n currency status
  submitted_at
> type | description
- trip_cancellation | Trip cancelled because of an illness two days before.
- lost_baggage | Suitcase did not arrive and was not found.
- flight_delay | Eleven hours of delay, one night in a hotel.
- medical | Treatment of a broken wrist abroad.
- theft | Camera stolen from the hotel room.
status: submitted | under_review | approved | paid | rejected
= health claim | claim | medical claim
? health medical patient provider diagnosis treatment
: id claim_number patient{id name} provider type description amount_billed:n
  amount_covered:n currency status submitted_at
> type | description
- outpatient | Consultation and blood test.
- dental | Crown on a lower molar.
- inpatient | Three nights after knee surgery.
- pharmacy | Prescription for three months.
- optical | New glasses, both lenses.
status: submitted | processed | paid | denied
= recall | product recall | safety recall
? product affected lots hazard
: id product_name reason hazard affected_lots:t units:i instructions published_at status
reason: Battery may overheat | Small parts may come loose | Undeclared allergen: milk |
  Brake cable can tear | Plastic pieces found in the glass
hazard: fire | choking | allergy | injury
instructions: Stop using the product and return it for a refund. | Order a free
  replacement part online. | Do not eat; bring it back to the shop. | Have it checked at
  a workshop.
status: ongoing | ongoing | completed
= gym | fitness studio | fitness center
: id name address{street city postal_code country} phone opening_hours members:i
  monthly_fee:n currency facilities:t status
name: Ironworks {city} | Fit at {road} | Pulse Gym | Kraftraum {city} | Move Studio
facilities | facility: sauna | free weights | pool | classes | climbing wall
status: open | open | closed
= zoo | wildlife park | animal park
: id name city country species_count:i animals_count:i area_hectares:n ticket_price:n
  currency opening_hours status
name: {city} Zoo | Wildlife Park {place} | Zoological Garden {city}
status: open | open | closed_for_season
= reagent | chemical | lab chemical
? cas lot lab purity
: id name cas_number formula purity_pct:n quantity_ml:i storage supplier lot_number
  expires_on status
> name | cas number | formula
- Sodium chloride | 7647-14-5 | NaCl
- Ethanol | 64-17-5 | C2H6O
- Acetone | 67-64-1 | C3H6O
- Hydrochloric acid | 7647-01-0 | HCl
- Sodium hydroxide | 1310-73-2 | NaOH
- Glucose | 50-99-7 | C6H12O6
storage: cool and dry | flammables cabinet | refrigerator | room temperature
status: in_stock | in_stock | low | expired
= fashion collection | collection | clothing line
? fashion season designer pieces brand
: id name season designer pieces:i description launched_on status
name: Quiet Coast | Northern Light | Second Skin | City Garden | Old Harbour | Soft
  Focus
season: Spring/Summer 2026 | Autumn/Winter 2026 | Resort 2026
description: Loose cuts in undyed linen. | Wool and recycled nylon for wet days. | Bold
  prints drawn by hand. | Twelve pieces that fit with each other.
status: in_design | in_production | launched | archived
= roadmap item | roadmap | feature request
? votes quarter planned feature
: id title description quarter status votes:i
> title | description | feature
- Offline mode | Work without a connection and sync later. | Offline mode
- Shared folders | Give a team access to the same files. | Shared folders
- CSV import | Bring existing data along in one step. | CSV import
- Calendar sync | See deadlines in the calendar you use. | Calendar sync
- Audit trail | Who changed what, and when. | Audit trail
quarter: Q1 2026 | Q2 2026 | Q3 2026 | Q4 2026
status: planned | planned | in_progress | shipped | under_review
= sermon | homily
? scripture church parish speaker
: id title speaker scripture summary duration_minutes:i preached_on
name: Bread for the Journey | The Open Door | Salt and Light | A Quiet Faith | Waiting
  Well
scripture: Luke 15:11-32 | Psalm 23 | Matthew 5:1-12 | Romans 8:31-39 | John 6:1-14
summary: On hospitality and strangers. | What it means to begin again. | Hope in
  ordinary days.
""",
)

LEXICONS = (_REST,)
