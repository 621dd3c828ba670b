import uuid

import pytest

from mockforge.clock import VirtualClock
from mockforge.demo.accounts import Accounts, Mint, Refused, timestamp

EMAIL, NAME, PASSWORD = "bo@example.com", "Bo", "long-enough"


@pytest.fixture
def clock():
    return VirtualClock(1_767_258_000.0)


@pytest.fixture
def accounts(clock):
    return Accounts(Mint(1), clock, lifetime=60.0)


def bearer(grant):
    return f"Bearer {grant['access_token']}"


def test_who_registers_can_log_in(accounts):
    user = accounts.register(EMAIL, NAME, PASSWORD)

    assert accounts.login(EMAIL.upper(), PASSWORD)["user"] == user.as_json()


def test_a_password_is_not_kept(accounts):
    assert PASSWORD not in repr(accounts.register(EMAIL, NAME, PASSWORD))


@pytest.mark.parametrize(
    ("email", "name", "password", "wrong"),
    [
        ("no-address", NAME, PASSWORD, {"email"}),
        (None, NAME, PASSWORD, {"email"}),
        (EMAIL, " ", PASSWORD, {"name"}),
        (EMAIL, NAME, "short", {"password"}),
        (3, 4, 5, {"email", "name", "password"}),
    ],
)
def test_unusable_values_are_named(accounts, email, name, password, wrong):
    with pytest.raises(Refused) as refused:
        accounts.register(email, name, password)

    assert (refused.value.status, set(refused.value.fields)) == (422, wrong)


def test_an_address_has_one_account(accounts):
    accounts.register(EMAIL, NAME, PASSWORD)

    with pytest.raises(Refused) as refused:
        accounts.register(EMAIL.upper(), "Other", PASSWORD)

    assert (refused.value.status, refused.value.code) == (409, "email_taken")


@pytest.mark.parametrize(
    ("email", "password", "status"),
    [(EMAIL, "wrong", 401), ("other@example.com", PASSWORD, 401), (None, None, 422)],
)
def test_a_login_needs_both_right(accounts, email, password, status):
    accounts.register(EMAIL, NAME, PASSWORD)

    with pytest.raises(Refused) as refused:
        accounts.login(email, password)

    assert refused.value.status == status


@pytest.mark.parametrize(
    ("header", "code"),
    [
        (None, "missing_token"),
        ("", "missing_token"),
        ("Basic YTpi", "missing_token"),
        ("Bearer", "missing_token"),
        ("Bearer nobody", "invalid_token"),
    ],
)
def test_a_stranger_is_refused(accounts, header, code):
    with pytest.raises(Refused) as refused:
        accounts.authenticate(header)

    assert (refused.value.status, refused.value.code) == (401, code)


def test_a_token_expires_when_it_says(accounts, clock):
    user = accounts.register(EMAIL, NAME, PASSWORD)
    grant = accounts.login(EMAIL, PASSWORD)
    clock.advance(grant["expires_in"] - 1)
    assert accounts.authenticate(bearer(grant)) == user

    clock.advance(1)
    with pytest.raises(Refused) as refused:
        accounts.authenticate(bearer(grant))

    assert refused.value.code == "token_expired"


def test_a_refresh_token_works_once(accounts, clock):
    user = accounts.register(EMAIL, NAME, PASSWORD)
    grant = accounts.login(EMAIL, PASSWORD)
    clock.advance(3600.0)

    again = accounts.refresh(grant["refresh_token"])

    assert accounts.authenticate(bearer(again)) == user
    for spent in (grant["refresh_token"], "unknown", None, ["x"]):
        with pytest.raises(Refused) as refused:
            accounts.refresh(spent)
        assert refused.value.code == "invalid_refresh_token"


def test_a_refresh_token_expires_too(accounts, clock):
    accounts.register(EMAIL, NAME, PASSWORD)
    grant = accounts.login(EMAIL, PASSWORD)
    clock.advance(8 * 3600.0)

    with pytest.raises(Refused):
        accounts.refresh(grant["refresh_token"])


def test_who_logs_out_is_forgotten_and_nobody_else(accounts):
    accounts.register(EMAIL, NAME, PASSWORD)
    accounts.register("al@example.com", "Al", PASSWORD)
    mine, other = (
        accounts.login(EMAIL, PASSWORD),
        accounts.login("al@example.com", PASSWORD),
    )

    accounts.logout(bearer(mine))

    with pytest.raises(Refused):
        accounts.authenticate(bearer(mine))
    with pytest.raises(Refused):
        accounts.refresh(mine["refresh_token"])
    assert accounts.authenticate(bearer(other)).name == "Al"


def test_a_user_is_renamed(accounts):
    user = accounts.register(EMAIL, NAME, PASSWORD)

    assert accounts.rename(user, "Bea").name == "Bea"
    with pytest.raises(Refused):
        accounts.rename(user, "")


def test_what_is_minted_differs_and_depends_on_the_seed():
    one, same, other = Mint(1), Mint(1), Mint(2)

    ids = [one.uuid("user") for _ in range(5)]

    assert ids == [same.uuid("user") for _ in range(5)]
    assert len({*ids, other.uuid("user"), one.uuid("order")}) == 7
    assert {uuid.UUID(text).version for text in ids} == {4}


def test_a_tracking_number_has_its_digits():
    numbers = [Mint(seed).digits("tracking", 9) for seed in range(50)]

    assert {len(number) for number in numbers} == {9}
    assert not any(number.startswith("0") for number in numbers)


def test_a_moment_is_written_to_the_second():
    assert timestamp(1_767_258_000.9) == "2026-01-01T09:00:00Z"
