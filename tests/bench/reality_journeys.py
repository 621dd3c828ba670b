"""Journeys of users: log in, make, read, list, change, delete, and look again.

Each asks a server of its kind as any client would, and tells what is not as it must be.
"""

import base64
import hashlib
import json
from collections import Counter

import httpx


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


def aws(service, target=None):
    """Return the head of a request to a service of AWS."""
    scope = f"Credential=testing/20260101/us-east-1/{service}/aws4_request"
    key = f"AWS4-HMAC-SHA256 {scope}, SignedHeaders=host, Signature=0"
    head = {"Authorization": key}
    if target is not None:
        head |= {"X-Amz-Target": target, "Content-Type": "application/x-amz-json-1.0"}
    return head


def moto(journey):
    """Make a bucket with objects, then a table with items."""
    bucket, names = f"bucket-{journey.number}", ["a.json", "b.json"]

    def ask(method, path, **more):
        return journey.ask(method, path, headers=aws("s3"), **more)

    def listed():
        text = ask("GET", f"/{bucket}", params={"list-type": "2"}).text
        return {each for each in names if f"<Key>{each}</Key>" in text}

    journey.must("made", ask("PUT", f"/{bucket}").status_code == 200)
    journey.must("bucket listed", f"<Name>{bucket}</Name>" in ask("GET", "/").text)
    for name in names:
        value = {"name": name, "of": journey.number}
        journey.must("put", ask("PUT", f"/{bucket}/{name}", json=value).is_success)
        found = ask("GET", f"/{bucket}/{name}")
        journey.must("read as written", found.json() == value)
    journey.must("all listed", listed() == {*names})
    ask("PUT", f"/{bucket}/{names[0]}", json={"now": "changed"})
    found = ask("GET", f"/{bucket}/{names[0]}")
    journey.must("read as changed", found.json() == {"now": "changed"})
    gone = ask("DELETE", f"/{bucket}/{names[0]}")
    journey.must("deleted", gone.status_code == 204)
    journey.must("not there", ask("GET", f"/{bucket}/{names[0]}").status_code == 404)
    journey.must("one listed", listed() == {names[1]})
    table(journey)


def table(journey):
    """Make a table, and put, read, list, change and delete its items."""
    name = f"table-{journey.number}"

    def call(what, **value):
        head = aws("dynamodb", f"DynamoDB_20120810.{what}")
        value = {"TableName": name, **value}
        return journey.ask("POST", "/", headers=head, json=value).json()

    def item(number, state):
        return {"id": {"S": f"o{number}"}, "state": {"S": state}}

    def read(number):
        return call("GetItem", Key={"id": {"S": f"o{number}"}}).get("Item")

    fields = [{"AttributeName": "id", "AttributeType": "S"}]
    keys = [{"AttributeName": "id", "KeyType": "HASH"}]
    call(
        "CreateTable",
        KeySchema=keys,
        AttributeDefinitions=fields,
        BillingMode="PAY_PER_REQUEST",
    )
    for number in range(2):
        call("PutItem", Item=item(number, "new"))
        journey.must("read as written", read(number) == item(number, "new"))
    found = call("Scan").get("Items", ())
    journey.must("all listed", {each["id"]["S"] for each in found} == {"o0", "o1"})
    call("PutItem", Item=item(0, "paid"))
    journey.must("read as changed", read(0) == item(0, "paid"))
    call("DeleteItem", Key={"id": {"S": "o1"}})
    journey.must("not there", read(1) is None)
    found = call("Scan").get("Items", ())
    journey.must("one listed", [each["id"]["S"] for each in found] == ["o0"])


KIND = "application/vnd.docker.distribution.manifest.v2+json"
CONFIG = "application/vnd.docker.container.image.v1+json"


def registry(journey):
    """Push an image, read it and its tags, and delete it."""
    name, auth = f"team/app{journey.number}", ("ci", "pw")

    def ask(method, path, **more):
        return journey.ask(method, path, auth=auth, **more)

    def digest(data):
        return "sha256:" + hashlib.sha256(data).hexdigest()

    def manifests(what):
        head = {"Accept": KIND}
        return ask("GET", f"/v2/{name}/manifests/{what}", headers=head)

    journey.must("refused", journey.ask("GET", "/v2/").status_code == 401)
    journey.must("let in", ask("GET", "/v2/").status_code == 200)
    blob = json.dumps({"of": journey.number}).encode()
    begun = ask("POST", f"/v2/{name}/blobs/uploads/")
    place = "/" + begun.headers["Location"].split("/", 3)[3]
    stream = {"Content-Type": "application/octet-stream"}
    put = ask("PUT", f"{place}&digest={digest(blob)}", content=blob, headers=stream)
    journey.must("made", put.status_code == 201)
    found = ask("GET", f"/v2/{name}/blobs/{digest(blob)}")
    journey.must("read as written", found.content == blob)
    about = {"mediaType": CONFIG, "size": len(blob), "digest": digest(blob)}
    manifest = {"schemaVersion": 2, "mediaType": KIND, "config": about, "layers": []}
    image = json.dumps(manifest).encode()
    for tag in ("v1", "v2"):
        path = f"/v2/{name}/manifests/{tag}"
        put = ask("PUT", path, content=image, headers={"Content-Type": KIND})
        journey.must("tagged", put.status_code == 201)
    journey.must("image as written", manifests("v1").content == image)
    tags = ask("GET", f"/v2/{name}/tags/list").json().get("tags") or []
    journey.must("all listed", sorted(tags) == ["v1", "v2"])
    names = ask("GET", "/v2/_catalog", params={"n": 1000}).json()["repositories"]
    journey.must("in the catalogue", name in names)
    gone = ask("DELETE", f"/v2/{name}/manifests/{digest(image)}")
    journey.must("deleted", gone.status_code == 202)
    journey.must("not there", manifests("v1").status_code == 404)
    tags = ask("GET", f"/v2/{name}/tags/list").json().get("tags") or []
    journey.must("none listed", not tags)


def verdaccio(journey):
    """Register, publish a package twice, tag it, and take it back."""
    user, name = f"user{journey.number}", f"lib{journey.number}"
    url = f"/-/user/org.couchdb.user:{user}"
    value = {"name": user, "password": "pw-pw-pw", "type": "user", "roles": []}
    made = journey.ask("PUT", url, json=value)
    journey.must("registered", made.status_code == 201)
    head = {"Authorization": f"Bearer {made.json()['token']}"}

    def ask(method, path, **more):
        return journey.ask(method, path, headers=head, **more)

    journey.must("who", ask("GET", "/-/whoami").json().get("username") == user)
    for version in ("1.0.0", "1.1.0"):
        tarball = base64.b64encode(f"{name} {version}".encode()).decode()
        about = {
            "name": name,
            "version": version,
            "dist": {"tarball": "http://x/x.tgz"},
        }
        value = {
            "_id": name,
            "name": name,
            "dist-tags": {"latest": version},
            "versions": {version: about},
            "_attachments": {
                f"{name}-{version}.tgz": {
                    "content_type": "application/octet-stream",
                    "data": tarball,
                    "length": len(tarball),
                }
            },
        }
        made = ask("PUT", f"/{name}", json=value)
        journey.must("published", made.status_code == 201)
        found = ask("GET", f"/{name}").json()
        journey.must("read as published", version in found["versions"])
        journey.must("the latest", found["dist-tags"]["latest"] == version)
    journey.must("both", {*found["versions"]} == {"1.0.0", "1.1.0"})
    made = ask("PUT", f"/-/package/{name}/dist-tags/stable", json="1.0.0")
    journey.must("tagged", made.status_code == 201)
    tags = ask("GET", f"/-/package/{name}/dist-tags").json()
    journey.must("tags listed", tags == {"latest": "1.1.0", "stable": "1.0.0"})
    gone = ask("DELETE", f"/{name}/-rev/{found.get('_rev', '1')}")
    journey.must("taken back", gone.status_code == 201)
    journey.must("not there", ask("GET", f"/{name}").status_code == 404)


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
