"""Who shops: users, passwords, and bearer tokens that expire."""

from __future__ import annotations

import base64
import hashlib
import re
import uuid
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from mockforge.chance import rng
from mockforge.clock import Clock
from mockforge.options import Json

EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[a-z]{2,}", re.IGNORECASE)


class Refused(Exception):
    """The shop says no, and how: the status and body of the answer."""

    def __init__(
        self, status: int, code: str, message: str, fields: dict[str, str] | None = None
    ) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message
        self.fields = fields or {}
        """What is wrong with which field of the body."""

    def as_json(self) -> Json:
        """Return the body of the answer."""
        error: dict[str, Json] = {"code": self.code, "message": self.message}
        if self.fields:
            error["fields"] = self.fields
        return {"error": error}


def invalid(**fields: str | None) -> None:
    """Refuse the body if anything is wrong with one of its fields.

    Raises:
        Refused: With status 422, unless every value is None.
    """
    wrong = {name: problem for name, problem in fields.items() if problem}
    if wrong:
        raise Refused(422, "invalid", "some fields are not valid", wrong)


@dataclass(slots=True)
class Mint:
    """Makes ids and tokens that look random and depend on the seed alone."""

    seed: int
    made: Counter[str] = field(default_factory=Counter)

    def uuid(self, kind: str) -> str:
        """Return a new UUID, version 4."""
        return str(uuid.UUID(bytes=self._bytes(kind, 16), version=4))

    def token(self, kind: str, prefix: str) -> str:
        """Return a new secret of 32 characters after *prefix*."""
        return prefix + base64.urlsafe_b64encode(self._bytes(kind, 24)).decode()

    def digits(self, kind: str, length: int) -> str:
        """Return a new number of *length* digits that does not begin with 0."""
        drawn = int.from_bytes(self._bytes(kind, 12), "big")
        return str(10 ** (length - 1) + drawn % (9 * 10 ** (length - 1)))

    def _bytes(self, kind: str, length: int) -> bytes:
        self.made[kind] += 1
        return rng(self.seed, "demo", "mint", kind, self.made[kind]).randbytes(length)


@dataclass(frozen=True, slots=True)
class User:
    """A customer."""

    id: str
    email: str
    name: str
    password: str
    """A digest; the password itself is not kept."""
    created_at: float

    def as_json(self) -> Json:
        """Return what the API shows of a user."""
        return {
            "id": self.id,
            "email": self.email,
            "name": self.name,
            "created_at": timestamp(self.created_at),
        }


@dataclass(frozen=True, slots=True)
class Token:
    """What lets a client act for a user until it expires."""

    user_id: str
    expires_at: float


class Accounts:
    """Every user and every token."""

    def __init__(self, mint: Mint, clock: Clock, lifetime: float) -> None:
        self.mint = mint
        self.clock = clock
        self.lifetime = lifetime
        """Seconds that an access token lasts."""
        self.users: dict[str, User] = {}
        self.access: dict[str, Token] = {}
        self.refreshes: dict[str, Token] = {}

    def register(self, email: Json, name: Json, password: Json) -> User:
        """Add a user.

        Raises:
            Refused: 422 for unusable values, 409 if the address is taken.
        """
        invalid(
            email=None if _is_email(email) else "must be an email address",
            name=None if _is_text(name, 1) else "must not be empty",
            password=None
            if _is_text(password, 8)
            else "must have 8 characters or more",
        )
        if any(user.email == email.lower() for user in self.users.values()):
            raise Refused(409, "email_taken", f"{email} has an account already")
        user_id = self.mint.uuid("user")
        digest = _digest(user_id, password)
        user = User(user_id, email.lower(), name, digest, self.clock.now())
        self.users[user_id] = user
        return user

    def rename(self, user: User, name: Json) -> User:
        """Change the name of *user*.

        Raises:
            Refused: 422 if there is no name.
        """
        invalid(name=None if _is_text(name, 1) else "must not be empty")
        self.users[user.id] = replace(user, name=name)
        return self.users[user.id]

    def login(self, email: Json, password: Json) -> Json:
        """Return a pair of tokens for the user with *email* and *password*.

        Raises:
            Refused: 422 for missing values, 401 if they do not belong together.
        """
        invalid(
            email=None if _is_text(email, 1) else "must be given",
            password=None if _is_text(password, 1) else "must be given",
        )
        for user in self.users.values():
            if user.email == email.lower():
                if user.password != _digest(user.id, password):
                    break
                return self._grant(user)
        raise Refused(401, "wrong_credentials", "email and password do not match")

    def refresh(self, refresh_token: Json) -> Json:
        """Exchange a refresh token, once, for a new pair.

        Raises:
            Refused: 401 if the token is unknown, used or expired.
        """
        known = isinstance(refresh_token, str)
        token = self.refreshes.pop(refresh_token, None) if known else None
        if token is None or token.expires_at <= self.clock.now():
            raise Refused(401, "invalid_refresh_token", "log in again")
        return self._grant(self.users[token.user_id])

    def authenticate(self, authorization: str | None) -> User:
        """Return the user that an Authorization header speaks for.

        Raises:
            Refused: 401 if there is no header, or its token is unknown or expired.
        """
        scheme, _, secret = (authorization or "").partition(" ")
        if scheme.lower() != "bearer" or not secret:
            raise Refused(401, "missing_token", "log in and send the token")
        token = self.access.get(secret)
        if token is None:
            raise Refused(401, "invalid_token", "this token is not known")
        if token.expires_at <= self.clock.now():
            raise Refused(401, "token_expired", "this token has expired, refresh it")
        return self.users[token.user_id]

    def logout(self, authorization: str | None) -> None:
        """Forget every token of the user.

        Raises:
            Refused: 401 as for `authenticate`.
        """
        user = self.authenticate(authorization)
        for tokens in (self.access, self.refreshes):
            for secret in [key for key, t in tokens.items() if t.user_id == user.id]:
                del tokens[secret]

    def _grant(self, user: User) -> Json:
        access = self.mint.token("access", "tok_")
        refresh = self.mint.token("refresh", "ref_")
        now = self.clock.now()
        self.access[access] = Token(user.id, now + self.lifetime)
        # A working day: long enough for any session with the demonstration.
        self.refreshes[refresh] = Token(user.id, now + 8 * 3600.0)
        return {
            "user": user.as_json(),
            "token_type": "Bearer",
            "access_token": access,
            "expires_in": round(self.lifetime),
            "refresh_token": refresh,
        }


def timestamp(moment: float) -> str:
    """Return *moment*, seconds since the epoch, in RFC 3339 to the second."""
    return datetime.fromtimestamp(int(moment), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _is_email(value: Json) -> bool:
    return isinstance(value, str) and EMAIL.fullmatch(value) is not None


def _is_text(value: Json, least: int) -> bool:
    return isinstance(value, str) and len(value.strip()) >= least


def _digest(user_id: str, password: str) -> str:
    return hashlib.blake2b(password.encode(), salt=user_id.encode()[:16]).hexdigest()
