"""Libraries, courts, authorities, elections, museums, charities."""

from mockforge.synthesis.lexicons.sheets import sheet

_LIBRARY = sheet(
    "library",
    """library libraries book books borrower borrowers patron patrons isbn shelf
    overdue librarian copy copies catalogue hold holds lending""",
    """
= library loan | loan | lending | checkout | borrowing | book loan
? due returned renewals member title author fine
: id book{title author isbn} borrower{id name email} loaned_at due_date returned_at?
  renewals:i status
status: on_loan | on_loan | returned | returned | overdue
= library book | book | volume
? shelf copies available patron borrower loan
: id title author isbn genre publication_year:i pages:i copies_total:i
  copies_available:i shelf
> title | author/writer | genre | publication year | publisher | pages
- Pride and Prejudice | Jane Austen | Romance | 1813 | Penguin Classics | 432
- Frankenstein | Mary Shelley | Gothic | 1818 | Oxford World's Classics | 261
- Moby-Dick | Herman Melville | Adventure | 1851 | Penguin Classics | 720
- Great Expectations | Charles Dickens | Novel | 1861 | Vintage | 544
- Crime and Punishment | Fyodor Dostoevsky | Novel | 1866 | Vintage | 565
- Middlemarch | George Eliot | Novel | 1871 | Penguin Classics | 880
- The Time Machine | H. G. Wells | Science Fiction | 1895 | Penguin Classics | 128
- Dracula | Bram Stoker | Horror | 1897 | Oxford World's Classics | 418
- The Hound of the Baskervilles | Arthur Conan Doyle | Mystery | 1902 | Vintage | 256
- Mrs Dalloway | Virginia Woolf | Novel | 1925 | Vintage | 224
- The Great Gatsby | F. Scott Fitzgerald | Novel | 1925 | Scribner | 180
- Nineteen Eighty-Four | George Orwell | Dystopia | 1949 | Secker & Warburg | 328
- The Hobbit | J. R. R. Tolkien | Fantasy | 1937 | Allen & Unwin | 310
- To Kill a Mockingbird | Harper Lee | Novel | 1960 | J. B. Lippincott | 281
- One Hundred Years of Solitude | Gabriel García Márquez | Novel | 1967 | Harper | 417
- The Name of the Rose | Umberto Eco | Mystery | 1980 | Harcourt | 536
- Beloved | Toni Morrison | Novel | 1987 | Knopf | 324
- Dune | Frank Herbert | Science Fiction | 1965 | Chilton Books | 412
status: available | available | on_loan | reserved | lost
shelf: A-{small} | F-{small}.{digit} | SF-{small} | H-{small}.{digit}
condition: good | good | worn | new
description: A classic that is as fresh as on its first day. | Set over one summer, told
  by someone who saw only half of it. | A family, a house, and what nobody said.
summary: A young woman learns to trust her own judgement. | A man follows an idea
  further than he should. | Two families, one town and a long-kept secret.
= library hold | hold | book reservation
: id book{title author} borrower{id name} position:i placed_at expires_at status
status: waiting | waiting | ready_for_pickup | picked_up | expired
= library branch | library
: id name address{street city postal_code} phone opening_hours books_count:i
name: Central Library | {place} Branch | Old Town Library | Harbour Library
=
branch: Central Library | Old Town | Harbour | Riverside
notes: Spine slightly damaged. | Renewed by phone. | Reminder sent. | Keep at the desk.
""",
)

_LEGAL = sheet(
    "legal",
    """legal law court courts case cases attorney attorneys lawyer lawyers judge hearing
    plaintiff defendant litigation contract contracts filing docket counsel verdict
    clause settlement matter jurisdiction""",
    """
= legal case | case | matter | lawsuit | court case
? plaintiff court filed
: id case_number title type court judge plaintiff defendant status filed_at
  next_hearing_at?
name: {plaintiff} v. {defendant} | {plaintiff} v. {defendant} et al.
type: civil | civil | criminal | family | employment | contract | probate
category: Contract dispute | Employment | Property | Personal injury | Family |
  Intellectual property
status: open | filed | discovery | in_trial | settled | closed | dismissed | appealed
court: District Court | High Court | County Court | Superior Court | Court of Appeal
description: Dispute over the delivery terms of a supply contract. | Claim for unpaid
  overtime and holiday pay. | Boundary dispute between neighbouring owners. | Claim for
  damages after a traffic accident. | Alleged breach of a non-compete clause. |
  Challenge to the terms of a will.
outcome | verdict: settled out of court | judgment for plaintiff | dismissed | judgment
  for defendant
notes: Witness statements are due before the hearing. | Opposing counsel asked for an
  extension. | Settlement offer under review. | Documents served on {day}.
= hearing | court hearing
: id case_number type judge courtroom scheduled_at status
type: preliminary | motion | trial | sentencing | status_conference
status: scheduled | scheduled | held | adjourned | cancelled
courtroom: Courtroom {digit} | Courtroom {digit}B
= legal contract | contract | agreement
? party clause signed effective
: id title type party counterparty{name email} value:n currency effective_date
  expiry_date status
name: Master Services Agreement | Supply Agreement | Non-Disclosure Agreement | Lease
  Agreement | Licence Agreement | Consulting Agreement | Framework Agreement
type: services | nda | lease | supply | licence | employment
status: draft | in_review | signed | active | expired | terminated
= filing | motion
: id case_number title type filed_by filed_at status
name: Motion to Dismiss | Statement of Claim | Notice of Appeal | Motion for Summary
  Judgment | Answer and Counterclaim
=
subject: Extension of time | Settlement proposal | Witness list | Discovery request
""",
)

_PUBLIC = sheet(
    "public",
    """permit permits licence licences license city council municipal municipality
    government citizen citizens zoning inspection inspections applicant authority
    building code public service civic tax property assessment registry""",
    """
= permit | licence | license | building permit | application for a permit
: id permit_number type applicant{name email phone} address{street city postal_code}
  description status fee:n submitted_at issued_at? expires_at?
> name | type | description
- Building Permit | building | Single-storey extension at the rear of the house.
- Building Permit, Roof | building | Replacement of the roof and two skylights.
- Change of Use Permit | building | Conversion of a garage into a workshop.
- Street Event Permit | event | Street closure for a neighbourhood festival.
- Electrical Permit | electrical | Installation of a rooftop solar system.
- Signage Permit | signage | Illuminated sign above the shop entrance.
- Demolition Permit | demolition | Removal of a disused storage shed.
- Plumbing Permit | plumbing | New water connection for the annex.
- Parking Permit | parking | Resident parking for one vehicle.
status: submitted | under_review | approved | issued | rejected | expired
notes: Site plan missing, applicant informed. | Approved with conditions on noise. |
  Waiting for the fire department. | Neighbours were notified.
= inspection | safety inspection
: id type location inspector result score:i findings:t inspected_at
type: routine | follow_up | complaint | annual
name: Fire Safety Inspection | Kitchen Hygiene Inspection | Electrical Inspection
status: scheduled | passed | passed | passed_with_conditions | failed
result | outcome: passed | passed | passed with conditions | failed
findings | finding: Exit sign not lit | Fire door blocked | Handrail loose |
  Extinguisher overdue | No hot water at one sink | Wiring exposed in the store room
notes: Reinspection in 30 days. | All points of the last visit are resolved.
= service request | citizen request | pothole | 311 request
: id category description address{street city} status reported_at resolved_at?
> name | category | description
- Pothole | Roads | Deep pothole in the right lane.
- Street light out | Street lighting | The light has been out for a week.
- Missed collection | Waste | The bin was not emptied on {day}.
- Fallen branch | Parks | A large branch blocks the footpath.
- Graffiti | Graffiti | Fresh paint on the wall of the underpass.
- Leaking hydrant | Water | Water runs from the hydrant at the corner.
- Broken bench | Parks | Two boards of the bench are missing.
- Blocked drain | Roads | The gully is blocked and the road floods.
status: open | assigned | in_progress | resolved | closed
= election
: id name type date district registered_voters:i turnout_pct:n status
> name | type
- {city} Mayoral Election | municipal
- {city} City Council | municipal
- Regional Assembly, {place} | regional
- School Board, {place} District | municipal
- Referendum on the {city} Tramway | referendum
- General Election | general
- Primary, {place} District | primary
status: scheduled | open | counting | certified
description: Voters choose the council for the next four years. | One seat is to be
  filled in each district. | Polls are open from 7:00 to 20:00.
= election result
? election votes candidate turnout party
: id candidate party votes:i vote_share_pct:n elected:b
= candidate | election candidate | nominee
? party votes district ballot
: id name party district votes:i vote_share_pct:n elected:b
party: Green Alliance | Liberal Union | Workers' Party | Civic Forum | Centre
  Democrats | Independent
= ballot | vote
: id election district candidate votes:i counted_at
district: North | Old Town | Harbour | Riverside | Hillcrest | Central
= legislative bill | bill | act of parliament
? parliament senate committee sponsor vote law
: id bill_number title sponsor_name committee status introduced_at summary
name: Clean Rivers Act | School Meals Bill | Night Train Subsidy Act | Data Protection
  Amendment | Housing Renovation Bill | Library Funding Act
summary: Raises the yearly budget and sets a deadline of three years. | Extends the
  rules to small municipalities. | Replaces the fee by a share of income.
sponsor: Anna Keller | David Osei | Maria Novak | James Whitfield
status: introduced | in_committee | in_committee | passed | rejected | signed
= polling station
: id name address{street city postal_code} district registered_voters:i status
name: {place} Primary School | {city} Town Hall | St. Mary's Parish Hall | {place}
  Library
=
department: Public Works | Planning | Parks | Finance | Transport | Health
""",
)

_CULTURE = sheet(
    "museum",
    """museum museums gallery exhibit exhibits exhibition exhibitions artifact artifacts
    artwork artworks painting paintings sculpture curator collection heritage antique
    archive""",
    """
= artwork | painting | sculpture | art piece
: id title artist year:i medium dimensions location status
> title | artist/painter/creator/sculptor | year | medium/technique
- The Starry Night | Vincent van Gogh | 1889 | Oil on canvas
- Girl with a Pearl Earring | Johannes Vermeer | 1665 | Oil on canvas
- The Great Wave off Kanagawa | Katsushika Hokusai | 1831 | Woodblock print
- Impression, Sunrise | Claude Monet | 1872 | Oil on canvas
- The Night Watch | Rembrandt van Rijn | 1642 | Oil on canvas
- The Kiss | Gustav Klimt | 1908 | Oil and gold leaf on canvas
- The Thinker | Auguste Rodin | 1904 | Bronze
- Wanderer above the Sea of Fog | Caspar David Friedrich | 1818 | Oil on canvas
- The Birth of Venus | Sandro Botticelli | 1485 | Tempera on canvas
- Las Meninas | Diego Velázquez | 1656 | Oil on canvas
- The Bathers | Paul Cézanne | 1906 | Oil on canvas
- Young Hare | Albrecht Dürer | 1502 | Watercolour
status: on_display | on_display | in_storage | on_loan | in_restoration
dimensions: {small} x {small} cm
description: Acquired from a private collection in {city}. | Restored in {month}; the
  frame is original. | One of three known versions.
= artifact | museum object | relic | antique
: id name period origin material dimensions gallery acquired_at status
> name | period | origin | material
- Attic red-figure amphora | 5th century BC | Athens | ceramic
- Bronze oil lamp | 1st century AD | Pompeii | bronze
- Silver denarius | 2nd century AD | Rome | silver
- Ming blue-and-white bowl | 15th century | Jingdezhen | porcelain
- Samurai helmet | 17th century | Edo | iron and lacquer
- Carved ivory comb | 11th century | Byzantium | ivory
- Cuneiform tablet | 18th century BC | Larsa | clay
- Viking arm ring | 10th century | Gotland | silver
- Astrolabe | 14th century | Granada | brass
- Shabti figure | 13th century BC | Thebes | faience
status: on_display | on_display | in_storage | on_loan | in_conservation
description: Found in {month} during excavations near the harbour. | Part of the
  founding collection. | The handle was restored in the 1960s.
condition: excellent | good | fair | fragile
= exhibition | exhibit
: id title description gallery curator start_date end_date visitors:i status
name: Light and Shadow | Treasures of the Silk Road | Women of the Bauhaus | After the
  Ice Age | The Printed City | Islands of Glass
status: upcoming | open | open | closed
description: More than {small} works, many of them never shown before. | Follows the
  trade routes from east to west. | A first overview of a forgotten generation.
gallery | room | hall: Gallery {digit} | East Wing | Upper Hall | Room {small}
=
medium: Oil on canvas | Watercolour | Bronze | Ink on paper | Woodblock print
""",
)

_GIVING = sheet(
    "nonprofit",
    """donation donations donor donors charity charities nonprofit ngo fundraiser
    fundraising volunteer volunteers cause causes grant grants beneficiary campaign
    pledge""",
    """
= donation | gift | pledge
: id donor{name email} amount:n currency campaign payment_method anonymous:b message
  status donated_at
message: Keep up the good work! | In memory of my grandmother. | Happy to help. | For
  the children. | Thank you for all you do.
status: completed | completed | pending | refunded
type: one_time | monthly | annual
campaign: Clean Water Fund | Winter Shelter | School Meals | Plant a Forest
= fundraiser | cause | donation campaign | charity campaign
: id title description goal:i raised:i currency donors_count:i start_date end_date
  status
name: Clean Water for {city} | Winter Shelter Appeal | Books for Every School | Plant
  10,000 Trees | Warm Meals Weekend | A New Roof for the Clinic
description: Every gift of 25 keeps a family warm for a week. | We are building wells
  where they are needed most. | Your help gives children a place to learn.
status: active | active | completed | paused
= grant
grantee: Riverside Sports Club | Open Garden Association | Little Theatre {city} | Youth
  Orchestra {city} | Repair Café {city}
program: Culture | Sports | Environment | Research | Social
: id title grantee amount:i currency program status awarded_at
name: Youth Sports Grant | Community Garden Grant | Small Theatre Fund | Research Grant
status: submitted | under_review | awarded | declined | closed
= volunteer shift | shift | volunteering
? volunteer charity cause
: id volunteer{name email} role location start_time end_time status
role: food distribution | reception | driver | tutoring | clean-up | event support
=
skills: first aid | driving licence | translation | cooking | tutoring | carpentry
""",
)

LEXICONS = (_LIBRARY, _LEGAL, _PUBLIC, _CULTURE, _GIVING)
