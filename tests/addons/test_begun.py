import asyncio

import pytest
from mockforge.addons import begun


async def test_what_waits_for_nothing_is_done_at_once():
    seen = []

    async def work():
        seen.append("done")

    assert begun.begin(work()) is None
    assert seen == ["done"]


async def test_what_waits_is_left_to_be_awaited():
    seen = []
    gate = asyncio.get_running_loop().create_future()

    async def work():
        seen.append("begun")
        seen.append(await gate)
        await asyncio.sleep(0)
        seen.append("done")

    rest = begun.begin(work())
    assert rest is not None
    assert seen == ["begun"]
    gate.set_result("gone on")
    await rest

    assert seen == ["begun", "gone on", "done"]


async def test_what_fails_at_once_is_raised():
    async def work():
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        begun.begin(work())


async def test_what_fails_later_is_raised_where_it_is_awaited():
    async def work():
        await asyncio.sleep(0)
        raise ValueError("no")

    rest = begun.begin(work())
    assert rest is not None
    with pytest.raises(ValueError, match="no"):
        await rest


async def test_what_it_awaits_may_fail_and_be_caught():
    gate = asyncio.get_running_loop().create_future()
    seen = []

    async def work():
        try:
            await gate
        except OSError as error:
            seen.append(str(error))

    rest = begun.begin(work())
    assert rest is not None
    gate.set_exception(OSError("gone"))
    await rest

    assert seen == ["gone"]


async def test_it_can_be_ended_while_it_waits():
    seen = []

    async def work():
        try:
            await asyncio.get_running_loop().create_future()
        finally:
            seen.append("ended")

    async def waiting():
        rest = begun.begin(work())
        assert rest is not None
        await rest

    task = asyncio.ensure_future(waiting())
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task

    assert seen == ["ended"]


async def test_a_limit_of_time_ends_what_was_begun_and_nothing_else():
    seen = []

    async def work():
        try:
            async with asyncio.timeout(0.001):
                await asyncio.get_running_loop().create_future()
        except TimeoutError:
            seen.append("too late")

    here = asyncio.current_task()
    rest = begun.begin(work())
    assert asyncio.current_task() is here
    assert rest is not None
    await rest

    assert seen == ["too late"]


async def test_it_has_one_task_all_along():
    seen = []

    async def work():
        seen.append(asyncio.current_task())
        await asyncio.sleep(0)
        seen.append(asyncio.current_task())

    rest = begun.begin(work())
    assert rest is not None
    await rest

    assert seen == [rest, rest]
