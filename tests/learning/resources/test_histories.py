from mockforge.learning.resources.histories import chained, request_mark
from tests.learning.resources.told import LIFE, resources_of


def test_a_mark_depends_on_everything_written_and_its_order():
    assert chained(chained("", "a"), "b") != chained(chained("", "b"), "a")


def test_each_request_has_the_marks_of_what_was_written_before_it():
    found = resources_of(*LIFE).histories

    lists = found[request_mark("GET /users", {})]
    assert len(lists) == 2
    read = found[request_mark("GET /users/{id}", {("param", "id"): "8"})]
    assert len(read) == 2
