from mockforge.llm.question import Question


def test_what_is_given_is_the_body_before_anything_was_filled_in():
    written = {"id": "{{uuid}}"}

    first = Question("GET /a", "hybrid", "more", base={"id": "1"}, written=written)
    other = Question("GET /a", "hybrid", "more", base={"id": "2"}, written=written)

    assert first.given == other.given == written


def test_where_nothing_is_filled_in_the_body_itself_is_given():
    assert Question("GET /a", "hybrid", "more", base={"id": "1"}).given == {"id": "1"}
    assert Question("GET /a", "intelligent", "one").given is None
