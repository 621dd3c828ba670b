"""Boards of work, staff, factories, building sites, insurance, energy, telephones."""

from mockforge.synthesis.lexicons.sheets import sheet

_BOARDS = sheet(
    "boards",
    """kanban board boards card cards column columns swimlane backlog sprint sprints
    agile
    scrum task tasks story epic epics milestone milestones todo checklist assignee
    lists""",
    """
= board card | card | kanban card
? column assignee label checklist due
: id title description column position:i assignee labels:t due_date priority created_at
name: Redesign the sign-up form | Write tests for the importer | Plan the offsite |
  Update the price list | Fix broken links in the footer | Interview three customers |
  Prepare the release notes | Clean up old branches | Translate the help pages | Review
  the supplier contract | Collect feedback on the draft
description: Agree on the scope first; the mock-up is attached. | Needs a decision on
  {day}. | Split it if it takes more than two days. | Ask {first} for the figures.
status: todo | in_progress | in_progress | in_review | done
type: feature | bug | chore | idea
labels | label: frontend | backend | design | urgent | research | docs | blocked
= board | kanban board
: id name description columns[id name position:i cards_count:i] owner created_at
name: Product Roadmap | Website Relaunch | Marketing Plan | Bug Triage | Hiring | Sprint
  {small}
description: What we work on this quarter. | Everything on the way to the relaunch. |
  Ideas, drafts and what is done.
= board column | column | swimlane | list
? cards board position
: id name position:i cards_count:i limit:i
name: Backlog | To Do | In Progress | In Review | Done
= sprint | iteration
: id name goal start_date end_date committed_points:i completed_points:i status
name: Sprint {small} | Sprint 2{digit}
goal: Finish the import flow | Stable release of the mobile app | Halve the open bugs
status: planned | active | completed | completed
= epic | milestone | user story
: id title description status progress_pct:i due_date owner
name: Self-service billing | Offline mode | Faster search | Single sign-on |
  Accessibility
status: planned | in_progress | in_progress | completed
=
column | list | stage | swimlane: Backlog | To Do | In Progress | In Review | Done
""",
)

_STAFF = sheet(
    "staff",
    """hr employee employees staff shift shifts leave vacation absence payroll payslip
    payslips timesheet timesheets recruiting applicant applicants candidate candidates
    interview interviews onboarding attendance salary roster workforce hiring""",
    """
= shift | work shift
? employee roster break hours
: id employee{id name} role location start_time end_time break_minutes:i status
name: Early shift | Late shift | Night shift | Weekend shift
type: early | late | night | on_call
status: scheduled | scheduled | confirmed | completed | swapped
role: Barista | Cashier | Supervisor | Picker | Receptionist | Nurse | Security guard
= leave request | leave | vacation | absence | time off | pto request
: id employee{id name} type start_date end_date days:n reason status approver
type: vacation | vacation | sick | parental | unpaid | training
status: pending | approved | approved | rejected | cancelled
reason: Family holiday | Medical appointment | Moving house | Wedding | Training
  course | Child is ill
= payslip | payroll | pay stub
: id employee{id name} period_start period_end gross_pay:n tax:n net_pay:n currency
  paid_at status
status: paid | paid | pending
= timesheet | time entry | time log
: id employee{id name} project task date hours:n billable:b status
task: Development | Code review | Client meeting | Documentation | Support | Planning
description: Weekly meeting with the client | Fixed the export | Design review | On-site
  visit
status: draft | submitted | approved | approved
= applicant | candidate | job application | application
? resume interview position hiring job
: id name email phone position stage source years_of_experience:i applied_at status
status: applied | screening | interview | offer | hired | rejected
stage: Applied | Phone screen | Interview | Offer | Hired | Rejected
source: referral | linkedin | career_page | job_board | agency
notes: Strong portfolio, asked good questions. | Available from {month}. | Salary above
  our range. | Second interview on {day}.
= performance review | appraisal
: id employee{id name} reviewer period rating:n strengths goals status
strengths: Explains hard things simply. | Reliable under pressure. | Helps others first.
goals: Lead a project of three people. | Learn to delegate. | Speak at a meetup.
comment: Exceeded the goals of the year. | Solid work, could share more early. | A calm
  presence in a busy team.
= interview | job interview
: id candidate{id name} position interviewer type scheduled_at duration_minutes:i status
type: phone | video | onsite | technical
status: scheduled | completed | completed | cancelled
position: Software Engineer | Office Manager | Sales Representative | Accountant |
  Nurse | Warehouse Associate | Product Designer | Electrician
=
contract type | employment type: full_time | part_time | fixed_term | internship
# topic: onboarding | feedback | planning the roster
""",
)

_FACTORY = sheet(
    "manufacturing",
    """factory manufacturing production assembly plant line machine machines part parts
    workorder work orders order defect defects quality batch batches maintenance bom
    supplier construction site building contractor equipment tool tools warehouse""",
    """
= work order | production order | maintenance order | workorder
? machine production asset technician
: id work_order_number title description asset priority assigned_to scheduled_for
  completed_at? status
name: Replace conveyor belt | Lubricate press {digit} | Calibrate torque sensor |
  Inspect fire doors | Replace air filters | Repair hydraulic leak | Fit new guard rail
description: Belt shows wear on the left edge. | Planned service after {four} hours. |
  Operator reports vibration at start. | Oil stain under the pump.
type: preventive | corrective | inspection | installation
status: open | scheduled | in_progress | completed | on_hold
asset: Conveyor {digit} | Press {digit} | Boiler {letter} | Lift {digit} | Compressor
  {digit}
notes: Part ordered, arrives on {day}. | Done, test run without findings. | Needs a
  second person.
= part | spare part | component
? material supplier quantity machine assembly
: id part_number name material supplier quantity:i unit_cost:n currency location status
name: Hex bolt M8 x {small} | Ball bearing 62{small} | O-ring {small} mm | Drive belt |
  Pressure valve | Gear wheel Z{small} | Bushing {small} mm | Control board
material: stainless steel | aluminium | brass | nitrile rubber | nylon | carbon steel
status: in_stock | in_stock | low_stock | on_order | obsolete
= machine | equipment | asset | production line
? serial hours manufacturer maintenance
: id name type manufacturer model serial_number location operating_hours:i
  last_maintenance_at status
name: Press {digit} | CNC Mill {letter} | Packaging Line {digit} | Robot Arm {letter} |
  Injection Moulder {digit} | Laser Cutter {letter}
type: press | cnc_mill | lathe | robot | conveyor | packaging
manufacturer: Trumann | Helvex | Okura | Ferrotec | Maschwerk | Norrland Machines
location: Hall A | Hall B, bay {digit} | Line {digit} | Workshop
status: running | running | idle | maintenance | fault
= batch | production batch | production lot
: id batch_number product quantity:i unit defects:i started_at finished_at? status
product: Oat bar 40 g | Bracket 12 mm | Valve housing | Hand cream 75 ml | Circuit board
  R4
status: in_production | released | released | quarantined | rejected
= defect | quality issue | non conformance
? severity line batch product
: id batch_number product description severity detected_at status
description: Scratch on the visible side | Weld seam porous | Label not straight | Hole
  {digit} mm off centre | Cap does not close
status: open | open | in_rework | scrapped | closed
= construction site | site | building project
? contractor foundation building
: id name address{street city postal_code} contractor budget:i progress_pct:i start_date
  end_date status
name: {place} Residences | {road} Office Block | {city} Bridge Repair | School Extension
status: planning | under_construction | under_construction | on_hold | completed
= tool
: id name brand type serial_number condition location status
name: Cordless Drill | Angle Grinder | Circular Saw | Laser Level | Rotary Hammer |
  Jigsaw
brand: Makero | Festwerk | Boschke | Hiltor
status: available | in_use | in_repair
=
unit: pcs | kg | m | l
""",
)

_INSURANCE = sheet(
    "insurance",
    """insurance insurer insured policy policies claim claims premium premiums coverage
    deductible policyholder underwriting broker beneficiary""",
    """
= insurance policy | policy
? premium coverage deductible holder insured
: id policy_number type holder{name email} premium:n currency coverage_amount:i
  deductible:i start_date end_date status
name: Home & Contents | Car Comprehensive | Term Life | Family Health | Travel Annual |
  Liability Plus | Pet Care
type: auto | home | life | health | travel | liability
status: active | active | active | pending | lapsed | cancelled
coverage: Fire and water | Theft | Liability | Collision | Glass | Legal costs
coverages: Fire and water | Theft | Liability | Collision | Glass | Legal costs
description: Covers fire, water and theft up to the insured sum. | Third-party liability
  and own damage, with glass. | Medical costs abroad for trips up to 45 days.
= claim
> type | description | cause
- collision | Rear-end collision at a traffic light, bumper damaged. | collision
- water_damage | Water damage in the kitchen after a burst pipe. | burst pipe
- theft | Bicycle stolen from the locked courtyard. | theft
- hail | Hail damage on roof and bonnet. | hail
- storm | Storm tore tiles from the roof. | storm
- fire | Kitchen fire, smoke damage in two rooms. | fire
- liability | Ball broke the window of a neighbour. | liability
- glass | Windscreen cracked by a stone on the motorway. | glass
status: submitted | under_review | approved | paid | rejected
""",
)

_POWER = sheet(
    "energy",
    """energy power electricity solar wind turbine turbines grid meter meters kwh mwh
    consumption generation inverter panel panels utility tariff tariffs gas outage
    outages plant battery substation watt photovoltaic""",
    """
= power plant | plant | power station | solar farm | wind farm
? capacity mw fuel generation grid output
: id name type capacity_mw:n output_mw:n operator location{lat:n lng:n}
  commissioned_year:i status
> name | type
- {place} Solar Park | solar
- {city} Wind Farm | wind
- {place} Hydro | hydro
- {city} Gas Plant | gas
- North Ridge Wind | wind
- {city} Biomass Plant | biomass
- South Field Solar | solar
status: operational | operational | maintenance | offline | under_construction
= turbine | wind turbine
: id name model capacity_kw:i wind_speed_ms:n rotor_rpm:n output_kw:n status
name: WTG-{small} | Turbine {letter}{digit}
model: V126-3.45 | E-138 EP3 | SG 5.0-145 | N149/4.0
status: running | running | idle | maintenance | fault
= meter | smart meter | electricity meter
? kwh reading tariff consumption
: id meter_number type address{street city postal_code} last_reading_kwh:n tariff
  installed_at status
type: electricity | gas | water | heat
status: active | active | inactive | faulty
= tariff | energy plan | electricity tariff
: id name price_per_kwh:n base_fee:n currency green:b contract_months:i
name: Green Home | Night Saver | Fix 12 | Flex Hourly | Basic Power
= outage | power outage
: id area cause customers_affected:i started_at estimated_restoration status
cause: storm damage | cable fault | planned work | transformer failure | vegetation
area: North | Old Town | Harbour | Riverside | Hillcrest
status: reported | crew_assigned | in_progress | restored
=
tariff: Green Home | Night Saver | Fix 12 | Flex Hourly
operator: Northern Grid | SunVale | Windkraft Nord | Hydra Power
# topic: peak load | solar forecasts | grid stability
""",
)

_TELECOM = sheet(
    "telecom",
    """telecom mobile sim sims network carrier roaming broadband msisdn tower call calls
    minutes sms voice fibre fiber 5g lte imsi subscriber handset line""",
    """
= sim | sim card | phone line | line
? msisdn iccid data roaming plan mobile
: id iccid msisdn plan subscriber{name email} data_used_gb:n roaming:b activated_at
  status
status: active | active | active | suspended | deactivated
plan: Mobile S | Mobile M | Mobile XL | Prepaid Basic | Data 10 GB | Family Share
= call | phone call | call record | cdr
? caller callee duration direction
: id from to direction duration_seconds:i cost:n currency started_at status
direction: inbound | outbound
status: completed | completed | missed | busy | failed
= cell tower | cell site | tower
: id name technology location{lat:n lng:n} frequency_mhz:i sectors:i load_pct:n status
name: {city} North {digit} | {place} Mast | {road} Rooftop
technology: 5G | 4G LTE | 4G LTE | 3G
status: operational | operational | degraded | down
=
plan: Mobile S | Mobile M | Mobile XL | Prepaid Basic
""",
)

LEXICONS = (_BOARDS, _STAFF, _FACTORY, _INSURANCE, _POWER, _TELECOM)
