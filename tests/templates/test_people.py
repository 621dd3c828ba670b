from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.chance import rng
from mockforge.templates.people import WORDS, Person
from tests.templates.scopes import NOW, rendered


@given(st.integers(0, 10**6), st.permutations(sorted(WORDS)))
@settings(max_examples=30)
def test_a_person_is_the_same_in_whatever_order_it_is_asked(seed, order):
    one, other = Person(rng(seed), NOW), Person(rng(seed), NOW)
    known = dict(one)

    assert {word: other[word] for word in order} == known
    assert known["name"] == f"{known['first_name']} {known['last_name']}"
    first = "".join(filter(str.isalnum, known["first_name"])).lower()
    assert known["email"].startswith(f"{first}.")
    assert known["email"].endswith((".com", ".org", ".net"))
    assert known["username"].startswith(first[0])
    assert known["phone"].startswith("+1-")
    assert len(one) == len(WORDS)


def test_people_differ():
    people = {Person(rng(seed), NOW)["email"] for seed in range(50)}

    assert len(people) > 45


def test_the_words_of_one_answer_are_of_one_person():
    made = rendered(["{{name}}", "{{email}}", {"x": "{{first_name}}"}, "{{name}}"])

    assert made[0] == made[3]
    assert made[1].startswith(made[0].lower().replace(" ", "."))


def test_a_persona_is_who_it_is_about():
    body = {"a": "{{name}}", "b": "{{persona.name}}", "c": "{{persona.related.orders}}"}
    persona = {"name": "Ann", "related": {"orders": [1, 2]}}

    assert rendered(body, persona=persona) == {"a": "Ann", "b": "Ann", "c": [1, 2]}
    alone = rendered(body)
    assert alone["a"] == alone["b"] != "Ann"
    assert alone["c"] is None
