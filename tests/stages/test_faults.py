from mockforge.stages.faults import Places


def test_a_place_counts_its_requests_and_knows_what_the_last_met():
    places, asked = Places(), []

    def draw(turn, before):
        asked.append((turn, before))
        return "503" if turn == 1 else ""

    met = [places.step("s", "GET /a", draw) for _ in range(3)]
    places.step("t", "GET /a", draw)
    places.step("s", "GET /b", draw)

    assert met == [(0, ""), (1, "503"), (2, "")]
    assert asked == [(0, None), (1, ""), (2, "503"), (0, None), (0, None)]


def test_no_more_places_are_remembered_than_there_is_room_for():
    places = Places(kept=3)
    for number in range(10):
        places.step(str(number), "GET /a", lambda turn, _: str(turn))

    assert len(places) == 3
    assert places.step("9", "GET /a", lambda turn, _: str(turn)) == (1, "1")
    assert places.step("0", "GET /a", lambda turn, _: str(turn)) == (0, "0")
