"""What an expert would check in answers about health, food, work and school."""

from tests.bench.believable_laws import (
    NOW,
    about,
    days,
    each_row,
    form,
    has,
    holds,
    moment,
    near,
    never,
    number,
    of_list,
    of_values,
    rising,
    shares,
    so_many,
    within,
)
from tests.bench.believable_tables import FOODS

VITALS = [
    so_many("", 6),
    holds("patient_id", "P-20481"),
    within("body_temp_c", 35, 41),
    within("heart_rate_bpm", 40, 150),
    within("systolic_mmhg", 85, 190),
    within("diastolic_mmhg", 45, 115),
    each_row("sums", "systolic above diastolic", "", lambda r: (
        20 <= r.systolic_mmhg - r.diastolic_mmhg <= 100)),
    within("spo2_pct", 86, 100),
    within("respiratory_rate", 8, 32),
    within("blood_glucose_mgdl", 55, 350),
    within("weight_kg", 3, 180),
    within("height_cm", 45, 210),
    within("pain_score", 0, 10),
    each_row("sums", "bmi is of weight and height", "", lambda r: near(
        r.bmi, r.weight_kg / (r.height_cm / 100) ** 2, 0.15)),
    of_list("people", "one patient has one height", "", lambda rs: (
        max(r.height_cm for r in rs) - min(r.height_cm for r in rs) <= 3)),
    of_list("people", "and much the same weight", "", lambda rs: (
        max(r.weight_kg for r in rs) <= 1.25 * min(r.weight_kg for r in rs))),
    of_list("times", "in order of time", "", lambda rs: (
        rising([moment(r.taken_at) for r in rs])
        or rising([-moment(r.taken_at) for r in rs]))),
    of_values("times", "taken already", "taken_at", lambda v: moment(v) <= NOW),
    of_values("quantity", "one decimal", "body_temp_c", lambda v: round(v, 1) == v),
]  # fmt: skip
APPOINTMENTS = [
    so_many("", 5),
    *has("patient", "date|time|start|scheduled", "doctor|physician|provider"
         "|practitioner|clinician|with", "status|state", "reason|type|notes"
                                                         "|description"),
    each_row("requests", "of the patient asked for", "", lambda r: "12" in (
        str(r.get("patient_id")), str(r.get("patient")),
        str(r.patient.get("id") if isinstance(r.get("patient"), dict) else ""))),
    about("~reason|^type$|notes|description|title|purpose", "check|consult|follow|exam"
          "|vaccin|blood|pain|annual|physical|review|test|visit|therapy|scan|x-ray"
          "|screen|treatment|routine|surger|dental|referral|cough|fever|back|skin"
          "|result"
          "|medication|knee|migraine|allerg|prescription|patient|symptom", 0.6),
    never("sales demo|sprint|refund|product launch|haircut|meeting room|investor"),
    form("~^status$", "(?i)(scheduled|confirmed|completed|cancell?ed|no.?show|booked"
         "|checked.in|pending|arrived|in.progress|rescheduled|fulfilled|proposed"
         "|requested|attended|missed)", "status"),
]  # fmt: skip
LAB = [
    so_many("", 6),
    about("test_name", "hemoglobin|haemoglobin|glucose|sodium|potassium|creatinine|chol"
          "|platelet|white|red|wbc|rbc|hba1c|tsh|ferritin|iron|vitamin|alt|ast|urea|crp"
          "|calcium|albumin|bilirubin|triglycerid|hdl|ldl|hematocrit|haematocrit"
          "|insulin"
          "|c-reactive|leu[kc]ocyte|thyroid|uric|magnesium|lipid|blood|count|panel"
          "|lymphocyte|neutrophil|egfr|free t4|lipase|amylase|chloride|phosph"
          "|psa", 0.9),
    about("unit", "mg|g/|mmol|umol|µmol|u/l|iu|miu|ng|pg|10|x10|%|fl|ml|cells|meq|nmol"
          "|u/ml|ug|μ|µ|/ul|k/|m/", 0.9),
    each_row("sums", "the flag is of the range", "", lambda r: r.flag == (
        "L" if r.value < r.reference_low else
        "H" if r.value > r.reference_high else "N")),
    each_row("sums", "low below high", "", lambda r: (
        r.reference_low < r.reference_high)),
    each_row("quantity", "the value is near its range", "", lambda r: (
        0.2 * r.reference_low <= r.value <= 5 * r.reference_high)),
    each_row("times", "reported soon after", "", lambda r: (
        0 < days(r.collected_at, r.reported_at) <= 15)),
    of_list("diversity", "several tests", "", lambda rs: (
        len({r.test_name for r in rs}) >= 5)),
]  # fmt: skip
PRESCRIPTION = [
    holds("id", "RX-33018"),
    each_row("people", "age is of the birth date", "patient", lambda r: (
        abs(r.age - days(r.date_of_birth, NOW) / 365.25) <= 1.01)),
    within("patient.age", 0, 105),
    form("prescriber", r"(Dr\.? )?[^\d]{4,40}", "people"),
    form("medication", r"(?i)[a-z][a-z /-]*(in|ol|ine|ide|am|one|ole|ate|il|en|id"
         r"|ium|an|ic|ir|ab|ac|ix|um|ex|ax|em|or|on|at|um|cillin|acid|er|a)( .*)?",
         "texts"),
    never("Ltd|GmbH|shoes|laptop|subscription|coffee"),
    form("dosage", r"\d+([.,]\d+)? ?(mg|g|mcg|µg|ml|iu|units?|%|puffs?|drops?"
         r"|tablets?|mg/ml)(/.*)?( .*)?", "units"),
    about("frequency", "once|twice|three|daily|every|day|needed|week|morning|night|hour"
          "|bed|meal|four", 1),
    within("quantity", 1, 400),
    within("refills_allowed", 0, 12),
    each_row("sums", "no more left than allowed", "", lambda r: (
        0 <= r.refills_remaining <= r.refills_allowed)),
    each_row("times", "expires after it is issued", "", lambda r: (
        1 <= days(r.issued_at, r.expires_at) <= 740)),
    each_row("status", "expired is past, active is not", "", lambda r: (
        r.status == "cancelled" or (r.status == "expired")
        == (moment(r.expires_at) + 86400 <= NOW))),
    of_values("times", "issued already", "issued_at", lambda v: moment(v) <= NOW),
]  # fmt: skip
PETS = [
    so_many("", 6),
    *has("name", "species|^type$|kind|animal", "breed", "owner", "weight|age|birth"
                                                                 "|dob"),
    form("~^(species|animal_type|animal)$", "(?i)(dog|cat|rabbit|bird|hamster|guinea"
         " ?pig|ferret|parrot|horse|turtle|tortoise|snake|lizard|fish|canine|feline"
         "|reptile|budgie|cockatiel|rat|mouse|gerbil|chinchilla|goat|iguana|gecko"
         "|budgerigar|canary|hedgehog)", "texts"),
    within("~^age(_years)?$", 0, 40),
    within("~^weight(_kg)?$", 0.02, 700),
    never("laptop|order|invoice|subscription|pet food sale|SKU"),
    form("~^name$", r"[A-Z][\w'. -]{1,24}", "texts"),
]  # fmt: skip
WORKOUTS = [
    so_many("", 6),
    holds("username", "mara_k"),
    within("duration_sec", 300, 8 * 3600),
    within("distance_km", 0.8, 250),
    each_row("sums", "a pace that legs have", "", lambda r: (
        (5 if r.activity_type == "run" else 10)
        <= r.distance_km / (r.duration_sec / 3600)
        <= (21 if r.activity_type == "run" else 50))),
    each_row("sums", "average speed is of both", "", lambda r: near(
        r.avg_speed_kmh, r.distance_km / (r.duration_sec / 3600), 0.2)),
    within("avg_heart_rate", 85, 190),
    within("max_heart_rate", 100, 215),
    each_row("sums", "highest above average", "", lambda r: (
        r.avg_heart_rate < r.max_heart_rate)),
    within("calories_kcal", 40, 6000),
    within("elevation_gain_m", 0, 4000),
    of_values("times", "done already", "start_time", lambda v: moment(v) <= NOW),
]  # fmt: skip
RECIPE = [
    holds("slug", "lemon-chicken-soup"),
    about("title", "lemon|chicken|soup", 1),
    about("ingredients.name", FOODS, 0.8),
    form("ingredients.unit", "(?i)(g|kg|ml|l|dl|cl|tsp|tbsp|cups?|teaspoons?|oz|lbs?"
         "|tablespoons?|pieces?|pcs|cloves?|pinch(es)?|slices?|grams?|bunch(es)?|cans?"
         "|litres?|liters?|sprigs?|stalks?|sticks?|whole|handfuls?|small|large|medium"
         "|leaves|fillets?|head|dash|pack)", "units"),
    each_row("units", "an amount that a kitchen has", "ingredients", lambda r: (
        0 < r.amount <= (2000 if r.unit in {"g", "ml", "grams"} else
                         20 if r.unit not in {"piece", "pieces", "pcs"} else 30))),
    about("steps", "heat|add|stir|cook|bake|mix|chop|boil|simmer|serve|cut|pour|season"
          "|preheat|whisk|combine|slice|fry|roast|drain|place|remove|let|bring|melt"
          "|dice"
          "|peel|garnish|toss|blend|fold|saute|brown|knead|rest|sprinkle|mince|spread"
          "|cover|wash|rinse|transfer|taste|set|in a|soak|reduce|arrange|line"
          "|grate", 0.8),
    each_row("sums", "both times make the whole", "", lambda r: (
        r.total_time_minutes == r.prep_time_minutes + r.cook_time_minutes)),
    within("prep_time_minutes", 3, 120),
    within("cook_time_minutes", 0, 360),
    within("servings", 1, 16),
    each_row("sums", "the energy of what is in it", "nutrition", lambda r: (
        abs(r.calories - 4 * r.protein_g - 9 * r.fat_g - 4 * r.carbs_g)
        <= 0.3 * r.calories + 20)),
    within("nutrition.calories", 40, 1500),
    within("nutrition.sodium_mg", 0, 4000),
    within("oven_temp_c", 80, 280),
    form("cuisine", "(?i)[a-z]+([ -][a-z]+)?", "texts"),
    about("cuisine", "italian|greek|french|thai|indian|mexican|chinese|japanese"
                     "|american"
          "|spanish|mediterr|middle|turkish|korean|vietnam|moroccan|british|german"
          "|asian"
          "|nordic|lebanese|polish|portug|brazil|ethiop|caribb|cajun|scandi|persian"
          "|european|swedish|international|north african|peruvian|hungarian", 1),
]  # fmt: skip
MENU = [
    so_many("", 8),
    *has("name|dish|title", "price", "description", "category|course|section"),
    within("~price$", 2, 90),
    about("~^(name|dish|title|item|dish_name)$", f"{FOODS}|pizza|risotto|lasagn|gnocchi"
          "|tiramisu|bruschetta|carbonara|panna|calzone|ravioli|minestrone|caprese"
          "|carpaccio|salad|insalata|tagliatelle|penne|focaccia|margherita|saltimbocca"
          "|vitello|linguin|gelato|antipast|caponata|prosciutto|soup|burrata|arancini"
          "|cannoli|polenta|osso|fettuc|ossobuco|parmigiana|calamari|affogato|espresso"
          "|seafood|grilled|steak|veal|sorbet|diavola|quattro|pesto|ragu"
          "|bolognese", 0.8),
    about("~description$", f"{FOODS}|sauce|fresh|grilled|served|baked|salad|homemade"
          "|slow|roast|herb|ragu|dough|wood", 0.8),
    never("burger king|sushi|taco|ramen|pad thai|USB|laptop|menu item|user interface"
          "|dropdown|keyboard|cotton|battery"),
]  # fmt: skip
BOOKED = {
    "guestName": "Amara Okafor",
    "partySize": 6,
    "date": "2026-04-04",
    "time": "19:30",
    "phone": "+44 20 7946 0123",
    "specialRequests": "A high chair and a table by the window",
}
TABLE = [
    holds("guest_name", "Amara Okafor"),
    holds("party_size", 6),
    holds("date", "2026-04-04"),
    holds("time", "19:30"),
    holds("phone", "+44 20 7946 0123"),
    holds("special_requests", BOOKED["specialRequests"]),
    form("status", "confirmed|waitlisted", "status"),
    each_row("times", "created just now", "", lambda r: (
        -0.01 <= days(r.created_at, NOW) <= 2)),
    form("table", r"(?i)(table )?[a-z]?-?\d{1,3}|\w+( \w+)?", "codes"),
    form("confirmation_code", r"[A-Z0-9-]{4,14}"),
]  # fmt: skip
STAFF = [
    so_many("", 8),
    each_row("people", "mail of the name", "", lambda r: (
        shares(r.first_name, r.work_email) or shares(r.last_name, r.work_email))),
    of_list("people", "one firm, one domain", "", lambda rs: (
        len({r.work_email.split("@")[1] for r in rs}) == 1)),
    each_row("people", "16 or older when hired", "", lambda r: (
        16 <= days(r.birth_date, r.hire_date) / 365.25 <= 68)),
    each_row("people", "at work until 70", "", lambda r: (
        17 <= days(r.birth_date, NOW) / 365.25 <= 70 or not r.is_active)),
    each_row("people", "years of service since hired", "", lambda r: (
        not r.is_active
        or abs(r.years_of_service - days(r.hire_date, NOW) / 365.25) <= 1.01)),
    each_row("status", "who left has left", "", lambda r: (
        r.is_active == (r.get("termination_date") is None)
        or (r.is_active and moment(r.termination_date) > NOW))),
    each_row("times", "left after coming", "", lambda r: (
        days(r.hire_date, r.termination_date) > 0)),
    form("currency", "SEK", "places"),
    each_row("quantity", "a Swedish salary, a month or a year", "", lambda r: (
        22_000 <= r.salary <= 2_000_000)),
    form("phone", r"(\+46|0).*", "places"),
    about("job_title", "engineer|developer|manager|designer|analyst|lead|head|architect"
          "|consultant|specialist|officer|scientist|tester|admin|owner|scrum|support"
          "|recruiter|director|accountant|account|qa|devops|hr|marketing|sales|product"
          "|programmer|coordinator|assistant|controller|writer|success|vp|chief", 0.9),
    about("department", "engineering|product|design|sales|marketing|finance|hr|human"
          "|people|it|legal|support|operations|research|data|customer|security|r&d"
          "|development|quality|platform|infrastr|admin", 0.9),
    of_list("codes", "numbers differ", "", lambda rs: (
        len({r.employee_number for r in rs}) == len(rs))),
    form("employee_number", r"[A-Z]{0,4}-?\d{3,8}"),
    about("last_name", ".*(sson|berg|strom|lund|gren|qvist|kvist|dahl|holm|man|stedt"
          "|ström|en|an|er|in|ell|ius|stad|ing|mark|a|by|borg)$", 0.8),
]  # fmt: skip
CANDIDATES = [
    so_many("", 5),
    *has("name", "e_?mail", "status|stage", "experience|years|skills", "applied|_at$"),
    holds("~^job(_id)?$", "7"),
    within("~years(_of)?_experience", 0, 45),
    about("~^skills?$|^headline|summary|current_(title|role)", "java|python|go|node|sql"
          "|rust|backend|software|develop|engineer|api|kubernetes|docker|postgres"
          "|spring"
          "|django|c#|php|aws|ruby|kotlin|redis|cloud|kafka|graphql|linux|scala|type"
          "|micro|terraform|git|typescript|mongo|fastapi|rest|.net|ci", 0.6),
    form("~^(status|stage)$", "(?i)(applied|new|screen.*|phone.screen|interview.*"
                              "|offer.*"
         "|hired|rejected|withdrawn|shortlisted|in.review|under.review|technical.*"
         "|assessment|reviewing|onsite|received|on.hold|contacted|declined|reviewed)",
         "status"),
    never("president|senate|election|vote|ballot|party|sneakers"),
]  # fmt: skip
GRADES = [
    so_many("", 6),
    holds("student_id", "S-88120"),
    form("course_code", r"[A-Z]{2,5}[ -]?\d{2,4}[A-Z]?"),
    within("credits", 1, 30),
    each_row("sums", "the letter is of the score", "", lambda r: r.letter_grade in (
        {"A"} if r.score >= 93 else {"A", "B"} if r.score >= 85 else
        {"B", "C"} if r.score >= 77 else {"C", "D", "B"} if r.score >= 67 else
        {"D", "C", "F"} if r.score >= 50 else {"F", "D"})),
    form("term", r"(?i)(fall|spring|summer|winter|autumn|semester.*|ws|ss|q\d) ?"
         r"20[12]\d(/\d\d)?|20[12]\d.*", "times"),
    about("course_name", "intro|history|calculus|algebra|physics|chem|bio|program|data"
          "|stat|econom|psych|literature|writing|method|theory|design|analysis|network"
          "|math|philosoph|art|law|engineering|computer|database|machine|learning"
          "|market"
          "|account|politic|sociolog|language|linear|organic|micro|macro|statistics"
          "|operating|software|principles|algorithm|financ|mechanic|english|ethic"
          "|web|develop|speaking|genetic|research|spanish|world|anatomy|probab|geometr"
          "|business|music", 0.8),
    of_list("diversity", "courses differ", "", lambda rs: (
        len({r.course_name for r in rs}) >= 5)),
    of_list("diversity", "scores", "", lambda rs: len({r.score for r in rs}) > 3),
]  # fmt: skip
COURSES = [
    so_many("", 6),
    *has("title|name", "instructor|teacher|author", "duration|hours|weeks|lessons",
         "level|difficulty", "price|enrol|students|rating"),
    about("~^(title|name|course_name|course_title)$", "data|statistic|machine|learning"
          "|python|sql|analy|visuali|model|deep|neural|regression|r |predict|big|pandas"
          "|probability|mining|science|algorithm|spark|nlp|bayes|a/b|time series|ai",
          0.8),
    within("~rating$", 1, 5),
    within("~^duration_hours$|^hours$", 0.5, 400),
    of_values("quantity", "a price of a course", "~^price$", lambda v: (
        0 <= number(v) <= 5000)),
    never("soup|dessert|starter|golf|race|horse|sneakers"),
    form("~^(level|difficulty)$", "(?i)(beginner|intermediate|advanced|all.levels"
                                  "|expert"
         "|introductory|easy|medium|hard|foundation.*|basic|professional)", "texts"),
]  # fmt: skip
CASES = [
    ("hospital", "schema", "/patients/P-20481/vitals", VITALS),
    ("hospital", "path", "/patients/12/appointments", APPOINTMENTS),
    ("laboratory", "prompt", "/lab-results", LAB),
    ("pharmacy", "schema", "/prescriptions/RX-33018", PRESCRIPTION),
    ("veterinary", "path", "/vet/pets", PETS),
    ("sport tracking", "prompt", "/users/mara_k/workouts", WORKOUTS),
    ("recipes", "schema", "/recipes/lemon-chicken-soup", RECIPE),
    ("restaurants", "path", "/restaurants/31/menu", MENU),
    ("restaurants", "schema", "/restaurant/reservations", TABLE, BOOKED),
    ("staff", "prompt", "/hr/employees", STAFF),
    ("recruiting", "path", "/jobs/7/candidates", CANDIDATES),
    ("university", "prompt", "/students/S-88120/grades", GRADES),
    ("courses", "path", "/courses", COURSES),
]  # fmt: skip
