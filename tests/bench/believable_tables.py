"""What names of fields mean, and what belongs to a country."""

import re

PROSE = re.compile(
    r"(^|_)(description|summary|notes?|comments?|message|body|content|text|bio|review"
    r"|reason|caption|instructions|remarks|abstract|feedback)$"
)
WRITTEN = re.compile(r"(^|_)(description|summary|body|bio|review|abstract|subtitle)$")
TITLES = re.compile(r"(\w+_)?title|name|subject|headline")
PAST = re.compile(
    r"^(created|updated|registered|joined|paid|shipped|delivered|signed_up|opened"
    r"|closed|completed|recorded|measured|observed|logged|received|resolved|filed"
    r"|first_seen|last_seen|last_login|published|posted|sent|submitted|committed"
    r"|collected|captured|modified|last_updated|last_modified|lent|checked_out)"
    r"(_at|_on|_date|_time)?$|^timestamp$"
)
LATER = re.compile(
    r"^(updated|paid|shipped|delivered|closed|completed|resolved|last_seen|last_login"
    r"|modified|last_updated|last_modified|deleted|cancelled|canceled)(_at|_on|_date)?$"
)
BEFORE = re.compile(r"^(created|opened|registered|joined|filed)(_at|_on|_date)?$")
PAIRS = (
    ("start", "end"),
    ("starts_at", "ends_at"),
    ("start_time", "end_time"),
    ("start_date", "end_date"),
    ("started_at", "finished_at"),
    ("started_at", "ended_at"),
    ("started_at", "completed_at"),
    ("valid_from", "valid_to"),
    ("check_in", "check_out"),
    ("departure_time", "arrival_time"),
    ("current_period_start", "current_period_end"),
    ("begin", "end"),
)
MONEY = re.compile(
    r"(^|_)(price|total|subtotal|tax|fee|cost|salary|gross|net|deposit)(_amount)?$"
)
CURRENCIES = re.compile(
    "USD|EUR|GBP|JPY|CHF|SEK|NOK|DKK|PLN|CZK|HUF|RON|BGN|TRY|CAD|AUD|NZD|MXN|BRL|ARS"
    "|CLP|COP|PEN|INR|CNY|HKD|TWD|KRW|SGD|MYR|THB|IDR|PHP|VND|ZAR|EGP|NGN|KES|MAD|ILS"
    "|AED|SAR|QAR|UAH|RUB|ISK|GHS|PKR|BDT|LKR|KWD|BHD|OMR|JOD|UYU|XOF|TZS|UGX"
)
COUNTRIES = {
    "DE": ("Germany|Deutschland", "EUR", "+49", (47, 55.2), (5.5, 15.5), r"\d{5}"),
    "FR": ("France", "EUR", "+33", (41, 51.5), (-5.5, 9.8), r"\d{5}"),
    "GB": ("United Kingdom|UK|Great Britain", "GBP", "+44", (49, 61), (-9, 2.2), ""),
    "US": ("United States.*|USA|US", "USD", "+1", (18, 72), (-180, -65), r"\d{5}.*"),
    "CA": ("Canada", "CAD", "+1", (41, 84), (-142, -52), r"[A-Z]\d[A-Z] ?\d[A-Z]\d"),
    "ES": ("Spain|España", "EUR", "+34", (27, 44), (-19, 5), r"\d{5}"),
    "IT": ("Italy|Italia", "EUR", "+39", (35, 47.5), (6, 19), r"\d{5}"),
    "NL": ("(The )?Netherlands", "EUR", "+31", (50.5, 53.8), (3, 7.5), r"\d{4}.*"),
    "JP": ("Japan", "JPY", "+81", (24, 46), (122, 154), r"\d{3}-?\d{4}"),
    "AU": ("Australia", "AUD", "+61", (-44, -9), (112, 155), r"\d{4}"),
    "BR": ("Brazil|Brasil", "BRL", "+55", (-34, 6), (-74, -34), r"\d{5}-?\d{3}"),
    "IN": ("India", "INR", "+91", (6, 36), (68, 98), r"\d{3} ?\d{3}"),
    "NO": ("Norway|Norge", "NOK", "+47", (57.5, 81), (4, 32), r"\d{4}"),
    "SE": ("Sweden|Sverige", "SEK", "+46", (55, 69.5), (10, 25), r"\d{3} ?\d{2}"),
    "CH": ("Switzerland", "CHF", "+41", (45.5, 48), (5.5, 10.8), r"\d{4}"),
    "AT": ("Austria|Österreich", "EUR", "+43", (46, 49.2), (9, 17.5), r"\d{4}"),
    "PL": ("Poland|Polska", "PLN", "+48", (48.8, 55), (14, 24.5), r"\d{2}-?\d{3}"),
    "MX": ("Mexico|México", "MXN", "+52", (14, 33), (-119, -86), r"\d{5}"),
    "DK": ("Denmark|Danmark", "DKK", "+45", (54, 58), (7.5, 15.5), r"\d{4}"),
}
BABBLE = re.compile(
    r"synerg|paradigm|mission-critical|e-(services|business|tailers|markets)|holistic"
    r"|bleeding-edge|value-added|cross-platform deliver|monitor(ed|ing) .*-based"
    r"|infomed"
    r"|(front|back)-line|vortal|leverag|24/365|clicks-and-mortar|lorem|ipsum|dolor sit",
    re.IGNORECASE,
)
STOPGAP = re.compile(
    r"(a )?(string|text|value|test|foo|bar|baz|sample|example|name|title|description"
    r"|placeholder|lorem|n/?a|todo|tbd|(item|product|user|name|title|value|thing) \d+)",
    re.IGNORECASE,
)
FOODS = (
    "tomato|onion|garlic|salt|pepper|oil|butter|egg|milk|flour|sugar|chicken|beef|pork"
    "|rice|pasta|cheese|potato|carrot|lemon|lime|cream|basil|parsley|fish|salmon|bean"
    "|lentil|spinach|mushroom|stock|broth|water|wine|vinegar|honey|yeast|coriander"
    "|cumin|paprika|ginger|soy|noodle|tofu|coconut|bread|bacon|thyme|oregano|chili"
    "|chilli|curry|cilantro|shrimp|prawn|zucchini|courgette|aubergine|eggplant|leek"
    "|celery|cucumber|avocado|corn|peas|yogurt|yoghurt|mustard|cinnamon|vanilla|apple"
    "|chocolate|nut|almond|sesame|scallion|turmeric|cabbage|lamb|chickpea|parmesan"
    "|mozzarella|feta|rosemary|sage|cardamom|bell|spaghetti|olive|tortilla|pumpkin"
)
