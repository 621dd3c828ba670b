"""Random APIs: what they document, and a little traffic on them."""

import json
import random
import re

from mockforge.http import Request, Response


def listed(text):
    return text.split()


NOUNS = listed(
    """
    accounts albums alerts appointments articles assets auctions backups badges
    batches boards bookings branches brands buckets campaigns cards carts categories
    channels charges clusters comments companies contacts contracts coupons courses
    customers dashboards deliveries deployments devices documents drivers employees
    environments episodes exports families files filters flights folders forms
    functions gateways goals groups guests histories hosts hotels images indices
    ingredients instances invoices issues items jobs keys labels languages leads
    lessons libraries licenses listings locations machines matches measurements
    meetings members memberships menus messages milestones models monitors networks
    nodes notes notifications offers orders organizations owners pages parcels
    partners patients payments people permissions photos pipelines plans players
    playlists policies posts prices products profiles projects properties queues
    quotes ratings receipts recipes records regions releases repositories reports
    reservations reviews rewards roles rooms routes rules schedules schools scores
    sensors servers services shipments shops snapshots songs sources stages stations
    statuses stores stories streams students subscriptions suppliers surveys tags
    tasks teachers teams tenants tickets tokens topics tournaments tracks transactions
    transfers trips units uploads users vehicles vendors versions videos volumes votes
    wallets warehouses widgets workers zones
    """
)
WORDS = listed(
    """
    amber anchor apple arrow aspen atlas badger bamboo beacon birch blaze bravo breeze
    bronze canyon cedar cobalt comet copper coral crane crystal dahlia delta dune
    eagle ember falcon fern flint fossil garnet ginger glacier granite harbor hazel
    heron indigo iris ivory jade jasper juniper kestrel lagoon lark laurel lemon lily
    linden lotus lunar lynx magnolia maple marble meadow mint mosaic nectar nimbus
    noble oasis ocean olive onyx opal orchid otter palm panther pearl pebble pine plum
    polar poppy prairie quartz raven reef river robin ruby saffron sage salmon scarlet
    sierra silver sparrow spruce summit sunset tango tiger topaz tulip tundra umber
    valley velvet violet walnut willow winter zephyr zinc
    """
)
SINGLE = ["profile", "settings", "status", "usage", "summary", "avatar", "balance"]
BESIDE = ["me", "search", "export", "count", "batch", "latest"]
ACTIONS = ["cancel", "archive", "restore", "approve", "publish", "retry", "clone"]
HEX = "0123456789abcdef"
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def drawn(letters, size, rng):
    return "".join(rng.choice(letters) for _ in range(size))


def uuid(rng):
    text = drawn(HEX, 32, rng)
    return "-".join([text[:8], text[8:12], text[12:16], text[16:20], text[20:]])


def token(rng):
    return f"{drawn(LETTERS, 3, rng)}_{drawn(LETTERS + '0123456789' * 2, 14, rng)}"


STYLES = {
    "number": lambda rng: str(rng.randrange(1, 10 ** rng.randint(1, 9))),
    "uuid": uuid,
    "hex": lambda rng: drawn(HEX, 24, rng),
    "token": token,
    "word": lambda rng: rng.choice(WORDS),
    "slug": lambda rng: "-".join(rng.sample(WORDS, rng.randint(2, 3))),
    "named": lambda rng: f"{rng.choice(WORDS)}-{rng.randrange(100)}",
    "mail": lambda rng: f"{rng.choice(WORDS)}@{rng.choice(WORDS)}.example",
    "host": lambda rng: f"{rng.choice(WORDS)}.{rng.choice(['com', 'org', 'io'])}",
}


class Api:
    """An API with its documented endpoints and what is asked of it."""

    def __init__(self, seed):
        self.rng = random.Random(seed)
        self.documented = set()
        self.requests = []
        prefix = self.rng.choice(["", "/v1", "/api", "/api/v2", "/rest"])
        for noun in self.rng.sample(NOUNS, self.rng.randint(2, 5)):
            self.collection(prefix, prefix, noun, 1)

    def ask(self, method, template, path, told=None, status=200):
        self.documented.add(f"{method} {template}")
        body = b"" if told is None else json.dumps(told).encode()
        headers = ((b"Content-Type", b"application/json"),)
        request = Request(method, "https", "api.example.com", path)
        self.requests.append((request, Response(status, headers, body)))

    def collection(self, template, path, noun, depth):
        """Ask a collection at *path*, and what is in it."""
        rng = self.rng
        style = rng.choice(list(STYLES))
        ids = [STYLES[style](rng) for _ in range(rng.randint(1, 4))]
        template, path = f"{template}/{noun}", f"{path}/{noun}"
        things = [{"id": one, "note": "x", "at": 1} for one in ids]
        self.whole(template, path, things)
        one, here = f"{template}/{{}}", f"{path}/{rng.choice(ids)}"
        for method in ("GET", "PUT", "DELETE"):
            if rng.random() < 0.6:
                for thing in things[: rng.randint(1, 3)]:
                    missing = rng.random() < 0.1
                    told, status = ({"error": 1}, 404) if missing else (thing, 200)
                    self.ask(method, one, f"{path}/{thing['id']}", told, status)
        self.part(one, here)
        if depth < 3 and rng.random() < 0.5:
            self.collection(one, here, rng.choice(NOUNS), depth + 1)

    def whole(self, template, path, things):
        """Ask for all of *things*, for one more, and for what is beside them."""
        rng = self.rng
        if rng.random() < 0.7:
            self.ask("GET", template, path, {"all": things})
        if rng.random() < 0.6:
            self.ask("POST", template, path, things[0], 201)
        if rng.random() < 0.25:
            word = rng.choice(BESIDE)
            self.ask("GET", f"{template}/{word}", f"{path}/{word}", {"all": []})

    def part(self, template, path):
        """Ask for what one thing has and does."""
        rng = self.rng
        if rng.random() < 0.3:
            word = rng.choice(SINGLE)
            self.ask("GET", f"{template}/{word}", f"{path}/{word}", {"value": 1})
        if rng.random() < 0.3:
            word = rng.choice(ACTIONS)
            self.ask("POST", f"{template}/{word}", f"{path}/{word}", {"ok": True}, 202)


def plain(known):
    """Return an endpoint without the names of its parameters."""
    template = re.sub(r"\{[^}]*\}", "{}", known.endpoint.template)
    return f"{known.endpoint.method} {template}"
