"""Beside lists: pages are followed to their end with what stands beside the items."""

from tests.sources.rebound import journeys, paged, servers, sides


def test_the_key_of_the_last_item_is_told_however_deep_it_stands():
    tally = sides.compare(paged.table_server, paged.tables, range(1, 9))

    assert tally.statuses == 1, sides.shown(tally)
    assert tally.values == 1, sides.shown(tally)


def test_files_are_listed_by_their_whole_names_and_counted():
    tally = sides.compare(paged.shelf_server, paged.shelves, range(1, 9))

    assert tally.statuses == 1, sides.shown(tally)
    assert tally.values == 1, sides.shown(tally)


def test_a_list_of_one_when_recorded_holds_all_that_were_made():
    one = next(seed for seed in range(99) if _made(seed) == 1)
    tally = sides.compare(paged.one_server, paged.people, range(1, 9), seed=one)

    assert tally.values == 1, sides.shown(tally)


def _made(seed):
    return len(sides.record(paged.one_server(), paged.people, seed)) - 1


def test_what_comes_to_a_queue_later_is_received_like_the_first():
    one = next(seed for seed in range(99) if _sent(seed) == 1)
    tally = sides.compare(servers.queue_server, journeys.queues, range(1, 9), seed=one)

    assert tally.statuses == 1, sides.shown(tally)
    assert tally.values == 1, sides.shown(tally)


def _sent(seed):
    exchanges = sides.record(servers.queue_server(), journeys.queues, seed)
    return sum(b'"MessageId"' in each.response.body for each in exchanges) // 2
