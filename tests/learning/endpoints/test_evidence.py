from mockforge.learning.endpoints.evidence import Beside, Scene, evidence, kin_of
from mockforge.learning.endpoints.trie import End, Node

COLLECTION = Scene("orders", 1)


def node(*words, method="GET", status=200):
    whole = Node()
    for word in words:
        child = whole.children[word] = Node()
        end = child.ends[method] = End()
        end.count, end.statuses = 1, {status: 1}
    return whole


def test_a_scene_tells_roots_and_collections():
    assert Scene("", 0).is_root
    assert Scene("v2", 1).is_root
    assert not Scene(None, 1).is_root
    assert COLLECTION.is_collection
    assert not Scene("account", 1).is_collection


def test_places_and_answers_weigh_for_and_against_a_value():
    one = node("sunset")
    plain = evidence(one, "sunset", COLLECTION)

    assert evidence(one, "sunset", Scene("", 0)) < plain
    assert evidence(one, "sunset", Scene(None, 2)) < plain
    assert evidence(node("sunset", status=404), "sunset", COLLECTION) > plain
    assert evidence(node("sunset", method="DELETE"), "sunset", COLLECTION) > plain
    assert evidence(node("sunset", method="POST"), "sunset", COLLECTION) < plain
    named = Scene("orders", 1, lambda text: text == "sunset")
    assert evidence(one, "sunset", named) > plain


def test_more_alike_siblings_say_more():
    few, many = node(*"abcd"), node(*"abcdefghijklmnop")

    assert kin_of(few, list("abcd"), COLLECTION)["a"] == 0
    assert kin_of(many, many.words(), COLLECTION)["a"] > 0


def test_values_beside_say_more_of_what_has_the_same_below():
    sure = node("issues", "tags")
    beside = Beside.of([sure], COLLECTION)

    assert beside.evidence(node("issues", "tags")) > beside.evidence(node("issues"))
    assert beside.evidence(node("issues")) > beside.evidence(node("other"))
