"""Of what there are parts that are all of it: tests that passed, failed, were skipped.

A row tells what is counted and what else that is called, how many there usually are,
what the whole is called, and its parts, each with the share that is usual.
"""

ROWS = """
test|case assertion check spec unit scenario run|12 900|all run total executed\
|passed pass passe passing succeeded successful success ok: 86 99\
|failed failure fail failing\
: 0 7|skipped skip ignored: 0 5|error errored broken: 0 1|pending todo disabled: 0 2
ballot|vote|900 90000000|cast total counted all\
|valid: 970 992|invalid spoiled spoilt rejected void: 4 16|blank empty: 2 10
vote|ballot|9 90000000|valid total cast all|ye yes for favor favour approve: 40 60\
|no against opposed oppose reject: 30 55|abstain abstention abstained: 1 8
mail|message email sms notification recipient|50 500000|sent total all\
|delivered: 950 990|bounced bounce: 4 30|failed failure: 1 8|pending queued: 0 5
job|task request call record row item file import event webhook delivery batche\
 attempt operation transaction payment|3 5000000|processed total all\
|succeeded successful success completed imported done passed processed ok: 90 99\
|failed failure error errored rejected: 0 5|skipped ignored duplicate: 0 3\
|pending queued waiting: 0 4|running processing progress: 0 2|cancelled canceled: 0 2
pod|node host device server instance replica machine agent container endpoint camera\
 sensor printer|1 20000|total all desired|online up healthy ready running connected\
 active available operational: 84 99|offline notready notonline down unhealthy failed\
 error disconnected inactive unavailable: 1 8\
|pending starting maintenance warning unknown degraded: 0 4
review|feedback mention sentiment comment response rating|5 90000|total all\
|positive promoter: 55 80|neutral passive: 10 25|negative detractor: 5 18
guest|invitee invitation attendee rsvp invite|4 5000|invited total all\
|confirmed accepted attending ye yes going: 55 80|declined no rejected: 5 15\
|pending maybe tentative awaiting: 8 25
student|employee attendance member people attendee day class session|5 5000\
|total all enrolled roster|present attended: 86 97|absent: 1 7|late tardy: 0 4\
|excused sick leave: 0 3
employee|staff worker headcount job people|3 90000|total all|full permanent: 70 88\
|part: 8 20|contractor contract temporary freelance: 2 10|intern: 0 3
people|population resident patient student gender employee member|10 90000000\
|total all|male men boy: 44 54|female women girl: 44 54|other nonbinary diverse: 0 1
visit|session user visitor traffic view share device|50 90000000|total all\
|desktop: 35 55|mobile phone: 40 60|tablet: 2 8
visit|session user visitor traffic channel source|50 90000000|total all\
|organic: 30 45|direct: 18 30|referral: 6 14|social: 6 16|email newsletter: 3 9\
|paid: 8 20
line|change code|2 9000|change changed total all|added addition insertion: 50 80\
|deleted removed deletion: 15 45
vehicle|bike scooter car truck bicycle fleet|4 5000|total all fleet|available idle free\
: 45 70|rented use active reserved busy moving trip: 20 45|maintenance service disabled\
 charging: 3 10
bike|ebike scooter vehicle|2 400|available total all|mechanical classic regular\
 standard: 45 75|electric ebike: 20 50
station|available slot free|4 80|capacity total|bike ebike: 20 80|dock: 20 80
bed|room|4 3000|total capacity all|occupied used taken\
 occupancy utilization utilisation: 60 95\
|available free vacant empty open: 5 30|blocked closed cleaning maintenance reserved\
: 0 6
ticket|issue bug incident task story case request alert order claim|5 90000|total all\
 created|open new todo backlog: 12 30|progress ongoing investigating active assigned\
: 8 20|pending hold waiting blocked review: 3 10|resolved closed done completed solved\
 fixed: 45 75
alert|vulnerability issue finding incident bug severity defect|2 900|total all\
|critical blocker: 1 6|high major: 8 20|medium moderate: 30 45|low minor: 25 45\
|info informational none trivial: 0 12
flight|departure arrival train trip bus|10 3000|total all scheduled|punctual\
: 70 88|delayed late: 9 25|cancelled canceled: 0 3|diverted: 0 1
line|branch statement function code|40 90000|total all|covered coverage: 70 95\
|missed uncovered missing notcovered: 5 28
loan|payment installment instalment emi|20 90000|total payment installment amount\
|principal: 45 80|interest: 15 45|escrow insurance tax: 5 12
"""
