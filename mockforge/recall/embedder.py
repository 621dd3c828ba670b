"""Embedders: what turns requests and words into vectors, by itself or by asking."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from mockforge.errors import ConfigError, UpstreamError
from mockforge.http import Origin, Request
from mockforge.recall import hashed
from mockforge.recall.fields import Fields
from mockforge.recall.options import RecallOptions
from mockforge.recall.telling import told_request

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from mockforge.recall.hashed import Span, Vectors

BATCH = 96
"""Texts that an API is asked about at a time."""

OPENAI = ("https://api.openai.com/v1", "text-embedding-3-small")
OLLAMA = ("http://127.0.0.1:11434", "nomic-embed-text")


@dataclass(frozen=True, slots=True)
class Asked:
    """A request, read."""

    request: Request
    """With stand-ins for secrets."""
    fields: Fields


class Embedder(Protocol):
    """Turns what was asked into vectors of length 1."""

    id: str
    """Its name with everything that decides what it makes: a word without a space."""
    spans: Sequence[Span]
    """The fields that its vectors consist of; none if they are of one piece."""

    async def requests(self, asked: Sequence[Asked]) -> Vectors:
        """Return the vectors of *asked*, a row each.

        Raises:
            UpstreamError: If whom it asks does not answer.
        """

    async def texts(self, texts: Sequence[str]) -> Vectors | None:
        """Return the vectors of *texts*; None if it knows requests alone.

        Raises:
            UpstreamError: If whom it asks does not answer.
        """

    async def close(self) -> None:
        """Let go of connections."""


class Hashed:
    """Hashed features of requests: no model, no network, the same everywhere."""

    id = f"hashed/{hashed.VERSION}/{hashed.DIM}"
    spans: Sequence[Span] = hashed.SPANS

    async def requests(self, asked: Sequence[Asked]) -> Vectors:
        """Return the vectors of *asked*, a row each."""
        return hashed.matrix(hashed.row_of(one.fields) for one in asked)

    async def texts(self, texts: Sequence[str]) -> Vectors | None:
        """Return None: words are searched for as they are."""
        return None

    async def close(self) -> None:
        """Do nothing."""


class _Texts(ABC):
    """What embedders have in common that read requests as texts."""

    spans: Sequence[Span] = ()

    async def requests(self, asked: Sequence[Asked]) -> Vectors:
        return await self.texts([told_request(one.request) for one in asked])

    @abstractmethod
    async def texts(self, texts: Sequence[str]) -> Vectors: ...

    async def close(self) -> None:  # noqa: B027 - most hold nothing
        """Do nothing."""


class Remote(_Texts):
    """A model behind an API of OpenAI's form, or Ollama's."""

    def __init__(self, options: RecallOptions) -> None:
        """Ask as *options* say; no connection is opened yet.

        Raises:
            ConfigError: If the address is none.
        """
        import httpx

        self._is_ollama = options.embedder == "ollama"
        base, model = OLLAMA if self._is_ollama else OPENAI
        self._base = (options.base_url or base).rstrip("/")
        self._model = options.model or model
        try:
            self._origin = Origin.parse(self._base)
        except ValueError as error:
            raise ConfigError(str(error), where="recall.base_url") from None
        self.id = f"{options.embedder}/{self._base}/{self._model}".replace(" ", "_")
        headers = {}
        if options.api_key:
            headers["Authorization"] = f"Bearer {options.api_key}"
        # Proxies and certificates by environment are for what config reads.
        self._client = httpx.AsyncClient(
            headers=headers, timeout=options.timeout or None, trust_env=False
        )

    async def texts(self, texts: Sequence[str]) -> Vectors:
        """Return the vectors of *texts*, a row each.

        Raises:
            UpstreamError: If the API does not answer, or not with vectors.
        """
        rows: list[Any] = []
        for start in range(0, len(texts), BATCH):
            rows += await self._ask(texts[start : start + BATCH])
        return _unit(rows)

    async def close(self) -> None:
        """Close the connections."""
        await self._client.aclose()

    async def _ask(self, texts: Sequence[str]) -> list[Any]:
        import httpx

        place = "/api/embed" if self._is_ollama else "/embeddings"
        told = {"model": self._model, "input": list(texts)}
        try:
            said = await self._client.post(f"{self._base}{place}", json=told)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            # What the library says may quote the address with what is in it.
            raise self._failed(type(error).__name__) from None
        if said.status_code != 200:
            # The body may quote the key.
            raise self._failed(f"status {said.status_code}")
        try:
            found = said.json()
            if self._is_ollama:
                rows = found["embeddings"]
            else:
                ordered = sorted(found["data"], key=lambda one: one["index"])
                rows = [one["embedding"] for one in ordered]
        except (ValueError, KeyError, TypeError):
            raise self._failed("no vectors in what it says") from None
        if not isinstance(rows, list) or len(rows) != len(texts):
            raise self._failed("as many vectors as texts are missing")
        return rows

    def _failed(self, why: str) -> UpstreamError:
        return UpstreamError(
            f"the embedder at {self._origin} did not answer: {why}",
            where="recall.embedder",
            next_step="check recall.base_url, recall.model and recall.api_key,"
            " or leave recall.embedder out",
        )


class Local(_Texts):
    """A model of model2vec in a directory of this machine."""

    def __init__(self, options: RecallOptions) -> None:
        """Read the model.

        Raises:
            ConfigError: If there is none, or what reads it is not installed.
        """
        where = "recall.path"
        path = None if options.path is None else Path(options.path).expanduser()
        # A name that is no directory would be fetched from the network.
        if path is None or not path.is_dir():
            raise ConfigError(
                f"{options.path!r} is no directory with a model",
                where=where,
                next_step="name the directory of a model2vec model",
            )
        try:
            from model2vec import StaticModel
        except ImportError:
            raise ConfigError(
                "model2vec is not installed",
                where="recall.embedder",
                next_step="pip install 'mockforge[embeddings]'",
            ) from None
        try:
            self._model = StaticModel.from_pretrained(str(path))
        except Exception as error:
            raise ConfigError(
                f"{options.path!r} holds no model2vec model: {type(error).__name__}",
                where=where,
            ) from None
        self.id = f"model2vec/{path.resolve()}/{_stamp(path)}".replace(" ", "_")

    async def texts(self, texts: Sequence[str]) -> Vectors:
        """Return the vectors of *texts*, a row each."""
        return _unit(self._model.encode(list(texts)))


def embedder_of(options: RecallOptions, *, offline: bool = False) -> Embedder:
    """Return the embedder that *options* name.

    Args:
        options: Which it is.
        offline: Nobody may be contacted.

    Raises:
        ConfigError: If it would have to be, or its settings are unusable.
    """
    if options.embedder == "hashed":
        return Hashed()
    if options.embedder == "model2vec":
        return Local(options)
    if offline:
        raise ConfigError(
            f"the embedder {options.embedder!r} is asked over the network, and nobody"
            " may be contacted",
            where="recall.embedder, --offline",
            nearest="'hashed' and 'model2vec' ask nobody",
            next_step="leave one of them out",
        )
    return Remote(options)


def _stamp(path: Path) -> int:
    """Return what changes when the model in *path* does."""
    return max((one.stat().st_mtime_ns for one in path.iterdir()), default=0)


def _unit(rows: Any) -> NDArray[Any]:
    """Return *rows* of length 1.

    Raises:
        UpstreamError: If they are no vectors of one length.
    """
    import numpy as np

    try:
        found = np.asarray(rows, dtype=np.float32)
        if found.ndim != 2 or not np.isfinite(found).all():
            raise ValueError
    except (ValueError, TypeError):
        raise UpstreamError(
            "what the embedder made are no vectors", where="recall.embedder"
        ) from None
    lengths = np.linalg.norm(found, axis=1, keepdims=True)
    unit: NDArray[Any] = found / np.where(lengths > 0, lengths, 1.0)
    return unit
