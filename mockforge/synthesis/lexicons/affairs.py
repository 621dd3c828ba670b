"""The public and its health: offices, police, courts, clinics, schools."""

from mockforge.synthesis.lexicons.sheets import sheet

_OFFICES = sheet(
    "government",
    """government parliament senate senators congress law laws petition petitions tax
    taxes citizen citizens municipality register registry passport visa census
    police crime crimes prison prisons ministry tender tenders""",
    """
= member of parliament | senator | representative | legislator | mp | councillor
? party district parliament term
: id name party district email phone committees:t elected_in:i term_ends status
committees: Finance | Transport | Health | Education | Environment
district: {place} | {city} North | {city} South | Harbour | Old Town
status: in_office | in_office | former
= political party | party
? seats leader election members
: id name abbreviation leader founded_year:i seats:i members:i ideology color
> name | abbreviation | ideology
- Green Alliance | GA | ecologist
- Liberal Union | LU | liberal
- Civic Forum | CF | centrist
- Workers' List | WL | social democratic
- National Order | NO | conservative
- Future Now | FN | progressive
= law | statute | act | regulation | ordinance
? section paragraph enacted parliament
: id number title description category enacted_on effective_from status
name: Clean Water Act | Data Protection Act | Rental Housing Act | Road Safety
  Regulation | School Meals Act | Noise Ordinance | Small Business Relief Act
description: Sets limits for emissions and how they are checked. | Regulates what may be
  stored and for how long. | Protects tenants in areas with high demand. | Simplifies
  reporting for companies with few employees.
category: environment | privacy | housing | transport | education
status: in_force | in_force | draft | repealed
= petition
: id title description author{name} category signatures:i goal:i deadline status
name: Safe Bike Lanes on {road} | Keep the {place} Library Open | More Trees for {city}
  | Longer Pool Hours | Free School Lunches
description: The crossing is used by hundreds of children every day. | We ask the
  council to keep the branch open. | Every summer is hotter than the last; shade helps
  everyone.
category: transport | culture | environment | education
status: open | open | successful | closed | under_review
= tax return | tax assessment | tax filing | tax
? taxable income refund taxpayer
: id tax_year:i taxpayer{name tax_id} taxable_income:n tax_due:n tax_paid:n refund:n
  currency filed_on status
status: filed | assessed | assessed | under_review | amended
= passport application | passport | visa application | visa | id card
? applicant nationality embassy issued
: id application_number applicant{name date_of_birth nationality} type submitted_at
  decided_at? valid_until? fee:n currency status
type: first issue | renewal | child | replacement
status: received | in_review | approved | ready_for_pickup | rejected
= registered company | company registration | business registration | register entry |
  company register | business register | commercial register | company
? register registration incorporated directors officers filings
: registration_number name type status incorporated_on registered_address{street city
  postal_code country} directors[name appointed_on] industry_code share_capital:i
  currency
name: {company} Ltd | {company} GmbH | {company} plc
type: private limited company | public limited company | partnership | sole trader
industry code: 62.01 | 47.11 | 41.20 | 56.10 | 69.20
status: active | active | active | dissolved | in_liquidation
= civil record | birth certificate | marriage certificate | marriage | civil status
  record
: id register_number type person{name date_of_birth} place registered_on registrar
type: birth | marriage | death | partnership
= tender | public tender | procurement notice | call for tenders
? bidders procurement award
: id reference title buyer category estimated_value:i currency published_at
  submission_deadline bids_count:i status
name: Renovation of the {place} School | Supply of {small} electric buses | Winter road
  service | IT support for the town hall | Playground equipment
buyer: City of {city} | Regional Hospital {city} | Transport Authority
category: construction | supplies | services
status: open | open | evaluation | awarded | cancelled
= crime | crime report | police report | offence | police incident
? police officer suspect offence
: id case_number type description location{street city} occurred_at reported_at officer
  status
type: burglary | theft | vandalism | fraud | assault
description: Bicycle taken from the yard overnight. | Shop window broken, nothing
  missing. | Wallet stolen on the tram between two stops. | Caller pretended to be from
  the bank. | Car scratched in the garage.
status: open | open | under_investigation | closed
= emergency call | dispatch | emergency | fire incident | ambulance call | emergency
  incident | fire
? units responders dispatched ambulance brigade
: id incident_number type priority address{street city} units:t reported_at
  dispatched_at arrived_at? status
type: medical | medical | fire | traffic accident | gas leak | rescue
priority: 1 | 2 | 2 | 3
units: Ambulance 4 | Engine 12 | Ladder 2 | Rescue 7 | Medic 3
status: dispatched | en_route | on_scene | on_scene | closed
= ambulance | fire engine | emergency vehicle
: id call_sign type station crew_size:i location{lat:n lng:n} status last_update
call sign: Medic {digit} | Ambulance {small} | Rescue {digit}
type: emergency ambulance | patient transport | rapid response
status: available | available | on_call | at_hospital | out_of_service
= prison | correctional facility
: id name city country security_level capacity:i inmates:i opened_year:i status
name: {city} Correctional Facility | {place} Prison | North Gate Prison
security level: minimum | medium | maximum
status: operational | operational | under_renovation
= inmate | prisoner
? cell sentence prison
: id inmate_number first_name last_name date_of_birth cell sentence_months:i admitted_at
  release_date status
cell: A-{small} | B-{small} | C-{small}
status: in_custody | in_custody | on_parole | released
= warrant
? judge court suspect
: id warrant_number type subject{name} issued_by issued_at expires_at status
type: arrest | search | bench
status: active | active | executed | recalled
= public holiday | holiday | bank holiday
? holidays country calendar
: date name local_name country type
> name | local name
- New Year's Day | New Year's Day
- Good Friday | Good Friday
- Easter Monday | Easter Monday
- Labour Day | Labour Day
- Christmas Day | Christmas Day
- Boxing Day | Boxing Day
- Independence Day | Independence Day
type: public | public | bank | school
""",
)

_CARE = sheet(
    "care",
    """vaccine vaccines immunization allergy allergies surgery surgeries symptom
    symptoms donor donors trial trials dentist physiotherapy nursing""",
    """
= allergy | allergies | allergy intolerance
? patient reaction substance
: id patient_id substance category reaction severity onset_date status
substance: Penicillin | Peanuts | Latex | Bee venom | Shellfish | Birch pollen
category: medication | food | environment
reaction: Skin rash | Swelling of the lips | Shortness of breath | Hives | Runny nose
severity: mild | moderate | severe
status: active | active | resolved
= immunization | vaccination record | vaccine dose
? vaccine lot dose
: id patient_id vaccine dose_number:i lot_number manufacturer site administered_at
  performer status
vaccine: Influenza | Tetanus | Hepatitis B | MMR | COVID-19 mRNA | HPV
manufacturer: BioNord | Vaxima | Sanova | Immutech
site: left arm | right arm | left thigh
status: completed | completed | not_done
= surgery | operation | surgical procedure
? surgeon patient anesthesia theatre
: id patient{id name} procedure surgeon anesthetist operating_room scheduled_at
  duration_minutes:i status
procedure: Knee arthroscopy | Appendectomy | Cataract surgery | Hip replacement | Hernia
  repair | Tonsillectomy
operating room: OR {digit} | OR 1{digit}
status: scheduled | scheduled | in_progress | completed | cancelled
= symptom
? patient severity onset
: id patient_id name severity onset_date duration_days:i notes
name: Headache | Fever | Cough | Nausea | Fatigue | Dizziness | Back pain
severity: mild | moderate | severe
notes: Worse in the evening. | Better after rest. | Started after a cold.
= blood donation | donation appointment
? blood donor hemoglobin
: id donor{name blood_type} volume_ml:i hemoglobin_g_dl:n center donated_at
  next_eligible_date status
center: {city} Blood Centre | University Hospital | Mobile Unit {digit}
status: completed | completed | deferred
= clinical trial | clinical study | medical study
? phase sponsor participants placebo
: id nct_number title phase condition sponsor participants:i start_date
  estimated_completion status
name: Vitamin D and Bone Density | New Inhaler for Asthma | Sleep and Blood Pressure |
  Early Physiotherapy After Stroke
phase: Phase I | Phase II | Phase III | Phase IV
condition: asthma | hypertension | type 2 diabetes | stroke | migraine
sponsor: BioNord | Sanova | University Hospital {city}
status: recruiting | recruiting | active | completed | terminated
= vital sign | vitals | vital signs | vital sign reading
? patient heart pressure pulse spo2
: id patient_id heart_rate:i systolic_bp:i diastolic_bp:i temperature_c:n spo2:i
  respiratory_rate:i measured_at
= hospital bed | bed
? ward patient hospital occupied
: id number ward room type occupied:b patient_id? status
type: standard | standard | intensive care | isolation
status: available | occupied | occupied | cleaning
""",
)

_STUDY = sheet(
    "study",
    """exam exams grade grades transcript timetable semester scholarship scholarships
    thesis dormitory faculty lecture lectures campus university""",
    """
= exam | examination | final exam
? room semester students grade credits
: id title course_code examiner room date start_time duration_minutes:i max_points:i
  registered:i status
name: Midterm: Linear Algebra | Final: Microeconomics | Oral Exam: Spanish II | Final:
  Organic Chemistry | Midterm: World History
room: Hall {digit} | Room {digit}0{digit} | Auditorium A
status: scheduled | scheduled | graded | cancelled
= exam result | grade | course grade | transcript entry | mark
? course credits semester score student letter
: id course_code course_name instructor credits:i score:i letter_grade term
= scholarship | bursary | stipend
? applicants eligibility amount university
: id name description provider amount:i currency deadline eligibility slots:i status
name: Excellence Scholarship | First Generation Grant | Women in Engineering | Study
  Abroad Award | Music Talent Stipend
description: Covers tuition for one year. | For students whose parents did not attend
  university. | Monthly support during a semester abroad.
provider: {city} University | Halden Foundation | State of {city}
eligibility: Bachelor students, 2nd year | Grade average of 2.0 or better | Enrolled
  full time
status: open | open | closed | awarded
= thesis | dissertation
? supervisor university abstract
: id title author supervisor degree department submitted_at grade status
name: Urban Heat and Street Trees | Sensor Fusion for Small Robots | Trade Routes of the
  Hanse | Sleep in Shift Workers | Pricing under Uncertainty
degree: Bachelor of Science | Master of Arts | PhD
status: in_progress | submitted | graded | published
= dormitory | student residence | dorm
: id name address{street city postal_code} rooms:i occupied:i rent_from:i currency
  has_wifi:b status
name: {place} House | North Hall | Studentenwerk {city} | Campus Living
status: open | open | full
= timetable entry | timetable | lecture slot | class schedule
? room weekday lecturer course
: id course teacher room day start_time end_time type weeks
type: lecture | lecture | seminar | lab
weeks: 1-15 | odd weeks | even weeks
= club | student club | society
? members meeting school sports
: id name description category members_count:i president meeting_day founded_year:i
name: Chess Club | Robotics Society | Debate Club | Rowing Club | Theatre Group | Film
  Club
description: Meets every week and is open to beginners. | Trains twice a week and takes
  part in regional events. | Puts on two shows a year.
category: sports | culture | science | games
""",
)

LEXICONS = (_OFFICES, _CARE, _STUDY)
