"""Journeys with servers that store: objects and tables, images, packages."""

import base64
import hashlib
import json


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
