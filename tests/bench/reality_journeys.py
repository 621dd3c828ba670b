"""Journeys of users: log in, make, read, list, change, delete, and look again.

Each asks a server of its kind as any client would, and tells what is not as it must be.
"""

import base64
from collections import Counter

import httpx
from reality_stores import moto, registry, verdaccio


class Journey:
    """One user: asks, and counts what is not as it must be."""

    def __init__(self, url, number):
        self.number, self.wrong, self.sources = number, [], Counter()
        self.last = "nothing"
        scope = {"X-MockForge-Session": f"user{number}"}
        self.http = httpx.Client(
            base_url=url, timeout=60, trust_env=False, headers=scope
        )

    def ask(self, method, path, **more):
        """Return the answer, and count its source."""
        answer = self.http.request(method, path, **more)
        source = answer.headers.get("x-mockforge-source", "-").partition(";")[0]
        self.sources[source] += 1
        self.last = f"{method} {path} {answer.status_code} {source}"
        return answer

    def must(self, what, is_so):
        """Count *what* as wrong if it is not so."""
        if not is_so:
            self.wrong.append(f"user {self.number}: {what}, after {self.last}")


def jupyter(journey):
    """Write, read, list, change and delete files."""
    headers = {"Authorization": "token tok123"}
    names = [f"f{journey.number}-{part}.txt" for part in range(2)]

    def ask(method, path, value=None):
        return journey.ask(method, path, headers=headers, json=value)

    def content(name):
        return ask("GET", f"/api/contents/{name}").json().get("content")

    for name in names:
        value = {"type": "file", "format": "text", "content": f"one {name}"}
        made = ask("PUT", f"/api/contents/{name}", value)
        journey.must("made", made.status_code in (200, 201))
        journey.must("read as written", content(name) == f"one {name}")
    listed = {each["name"] for each in content("") or []}
    journey.must("all listed", set(names) <= listed)
    value = {"type": "file", "format": "text", "content": "two"}
    journey.must("changed", ask("PUT", f"/api/contents/{names[0]}", value).is_success)
    journey.must("read as changed", content(names[0]) == "two")
    gone = ask("DELETE", f"/api/contents/{names[0]}")
    journey.must("deleted", gone.status_code == 204)
    journey.must(
        "not there", ask("GET", f"/api/contents/{names[0]}").status_code == 404
    )
    listed = {each["name"] for each in content("") or []}
    journey.must("one listed", names[1] in listed and names[0] not in listed)


def etcd(journey):
    """Put, read, list and delete keys: each is a POST to a procedure."""

    def call(path, **value):
        return journey.ask("POST", f"/v3/kv/{path}", json=value).json()

    def coded(text):
        return base64.b64encode(text.encode()).decode()

    prefix = f"u{journey.number}/"
    ends = {"key": coded(prefix), "range_end": coded(prefix[:-1] + "0")}
    for part in range(3):
        key = coded(f"{prefix}k{part}")
        call("put", key=key, value=coded(f"v{part}"))
        found = call("range", key=key).get("kvs") or [{}]
        journey.must("read as written", found[0].get("value") == coded(f"v{part}"))
    listed = [each["key"] for each in call("range", **ends).get("kvs") or []]
    journey.must("all listed", {coded(f"{prefix}k{n}") for n in range(3)} == {*listed})
    call("put", key=coded(f"{prefix}k0"), value=coded("new"))
    found = call("range", key=coded(f"{prefix}k0")).get("kvs") or [{}]
    journey.must("read as changed", found[0].get("value") == coded("new"))
    call("deleterange", key=coded(f"{prefix}k1"))
    journey.must("not there", not call("range", key=coded(f"{prefix}k1")).get("kvs"))


def mlflow(journey):
    """Make an experiment and runs in it, change one, delete one."""

    def ask(method, path, **value):
        how = {"params": value} if method == "GET" else {"json": value}
        return journey.ask(method, f"/api/2.0/mlflow/{path}", **how)

    def run_of(run):
        return ask("GET", "runs/get", run_id=run).json()["run"]

    def listed():
        found = ask("POST", "runs/search", experiment_ids=[experiment], max_results=9)
        return {each["info"]["run_id"] for each in found.json().get("runs", ())}

    name = f"study-{journey.number}"
    made = ask("POST", "experiments/create", name=name)
    journey.must("made", made.status_code == 200)
    experiment = made.json()["experiment_id"]
    found = ask("GET", "experiments/get", experiment_id=experiment).json()
    journey.must("read as written", found["experiment"]["name"] == name)
    found = ask("GET", "experiments/get-by-name", experiment_name=name).json()
    journey.must("found by name", found["experiment"]["experiment_id"] == experiment)
    runs = []
    for number in range(2):
        value = {"experiment_id": experiment, "run_name": f"run-{number}"}
        made = ask("POST", "runs/create", start_time=1700000000000 + number, **value)
        runs.append(made.json()["run"]["info"]["run_id"])
        ask(
            "POST", "runs/log-parameter", run_id=runs[-1], key="lr", value=f"0.{number}"
        )
        info = run_of(runs[-1])
        journey.must("run of its name", info["info"]["run_name"] == f"run-{number}")
        journey.must("run there", info["info"]["experiment_id"] == experiment)
        params = info["data"].get("params", ())
        journey.must("logged", {"key": "lr", "value": f"0.{number}"} in params)
    journey.must("all listed", listed() == {*runs})
    ask("POST", "runs/update", run_id=runs[0], status="FINISHED")
    journey.must("read as changed", run_of(runs[0])["info"]["status"] == "FINISHED")
    ask("POST", "runs/delete", run_id=runs[1])
    stage = run_of(runs[1])["info"]["lifecycle_stage"]
    journey.must("read as deleted", stage == "deleted")
    journey.must("one listed", listed() == {runs[0]})


def yoga(journey):
    """Make orders, read and list them, advance one and remove one."""

    def ask(query, **variables):
        value = {"query": query, "variables": variables}
        return journey.ask("POST", "/graphql", json=value).json()["data"]

    def read(number):
        query = "query Order($id: ID!) { order(id: $id) { id state total note } }"
        return ask(query, id=number)["order"]

    def listed():
        query = "query Page($first: Int) { orders(first: $first) { id } }"
        return {each["id"] for each in ask(query, first=500)["orders"]}

    create = "mutation Create($order: NewOrder!) { create(order: $order) { id state } }"
    made = []
    for number in range(2):
        value = {"total": journey.number + number + 0.5, "note": f"n{number}"}
        made.append(ask(create, order=value)["create"]["id"])
        found = read(made[-1])
        journey.must("read as written", found["total"] == value["total"])
        journey.must("with its note", found["note"] == value["note"])
    journey.must("all listed", {*made} <= listed())
    before = read(made[0])["state"]
    query = "mutation Advance($id: ID!) { advance(id: $id) { id state } }"
    state = ask(query, id=made[0])["advance"]["state"]
    journey.must("advanced", state != before)
    journey.must("read as changed", read(made[0])["state"] == state)
    gone = ask("mutation Remove($id: ID!) { remove(id: $id) }", id=made[1])
    journey.must("removed", gone["remove"] is True)
    journey.must("not there", read(made[1]) is None)
    left = listed()
    journey.must("one listed", made[0] in left and made[1] not in left)


JOURNEYS = {
    each.__name__: each
    for each in (jupyter, etcd, mlflow, moto, registry, verdaccio, yoga)
}
