"""mockforge.yaml as one value: every block that works in this version."""

from __future__ import annotations

from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

import platformdirs
from pydantic import BeforeValidator, Field, PrivateAttr, field_validator

from mockforge.config.streams import WebsocketOptions
from mockforge.engine import OnMiss
from mockforge.http import Origin
from mockforge.learning.options import LearningOptions
from mockforge.learning.patterns.options import DriftLearningOptions
from mockforge.llm.options import RagOptions
from mockforge.options import Duration, Options, Size
from mockforge.recall.options import RecallOptions
from mockforge.recordings.matchers import MatchOptions
from mockforge.recordings.recorder import RecordOptions
from mockforge.recordings.redact import RedactOptions
from mockforge.stages.faults import Errors
from mockforge.stages.pacing import Latency, Pace
from mockforge.stages.reality.options import RealityOptions
from mockforge.stages.sessions import SessionOptions
from mockforge.stubs.options import EndpointOptions


def _several(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _lower(value: object) -> object:
    return value.lower() if isinstance(value, str) else value


def with_scheme(address: str) -> str:
    """Return *address* with the scheme that was most likely meant if it has none.

    A port of its own, or a name that only this network knows, speaks plain HTTP.
    """
    if "://" in address:
        return address
    parts = urlsplit(f"//{address}")
    host = parts.hostname or ""
    is_local = "." not in host or host.endswith((".localhost", ".local", ".internal"))
    is_plain = is_local or parts.port not in (None, 443) or _is_private(host)
    return f"{'http' if is_plain else 'https'}://{address}"


def _is_private(host: str) -> bool:
    try:
        return ip_address(host).is_private
    except ValueError:
        return False


Texts = Annotated[
    tuple[str, ...],
    BeforeValidator(_several, json_schema_input_type=str | list[str]),
]
"""One text, or a list of them."""


class ServerOptions(Options):
    """Where to listen."""

    host: str = "127.0.0.1"
    """The address; `0.0.0.0` is every one of this machine."""
    port: Annotated[int, Field(ge=0, le=65535)] = 8080
    """The port; 0 is any free one."""
    workers: Annotated[int, Field(ge=1, le=64)] = 1
    """The processes that answer on it; more than one on Linux only."""
    journal: Literal["none", "requests", "bodies"] = "none"
    """What is kept of the last requests for `/__mockforge/journal`: `requests` their
    addresses and what answered them, `bodies` headers and bodies too."""
    journal_size: Annotated[int, Field(ge=1, le=1_000_000)] = 1000
    """How many of the last requests are kept."""
    provenance: bool = True
    """Whether the answers of mockforge name their source in `X-MockForge-Source`."""
    watch: bool = False
    """Whether `endpoints` count as they are written as soon as the file changes."""
    cors: bool = True
    """Whether browsers of other origins may read what `endpoints` answer."""
    tls: bool = False
    """Whether a replay speaks HTTPS, with certificates of mockforge's authority. A
    proxy does in any case."""
    cert: str | None = None
    """A certificate for a replay's HTTPS, as PEM, in place of the authority's."""
    key: str | None = None
    """Its key, as PEM, if that is not in the same file."""


class ProxyOptions(Options):
    """How traffic reaches the proxy, and where it goes."""

    upstream: str | None = None
    """The address of the API that a reverse proxy stands in front of."""
    mode: Texts = ("reverse",)
    """`reverse`, `regular`, `socks5`, `upstream:http://proxy:3128`; several at once."""
    ca_dir: str | None = None
    """The directory of the certificate authority; the user's data directory if not
    given."""
    verify: bool = True
    """Whether the upstream's certificate must be valid."""
    upstream_ca: str | None = None
    """A file of authorities that vouch for the upstream, in place of the usual ones."""
    client_certs: str | None = None
    """A file or directory of certificates to show the upstream."""
    keep_host: bool = False
    """Whether the upstream sees the host that the client called."""
    timeout: Duration = 600.0
    """Seconds until an upstream's answer must have begun; 0 is for ever."""
    lane: Annotated[Literal["own", "mitmproxy"], BeforeValidator(_lower)] = "mitmproxy"
    """Whose HTTP/1.1 serves the proxy's port: `mitmproxy`'s, or our `own`, which costs
    less and leaves to mitmproxy's what is unusual."""

    @property
    def ca_directory(self) -> Path:
        """The directory of the certificate authority."""
        if self.ca_dir is not None:
            return Path(self.ca_dir).expanduser()
        return platformdirs.user_data_path("mockforge") / "ca"

    @field_validator("upstream")
    @classmethod
    def _is_address(cls, value: str | None) -> str | None:
        if value is None:
            return None
        address = with_scheme(value)
        Origin.parse(address)
        return address


class RecordingsOptions(RecordOptions):
    """How exchanges are kept, and where."""

    dir: str = "recordings"
    """The directory of recordings that are not given a place."""


class ReplayOptions(Options):
    """How recordings answer."""

    on_miss: OnMiss = OnMiss.FAIL
    """What becomes of a request that no recording answers: `fail` answers 404 with the
    reason, `upstream` asks the real service, `recall` gives what was answered to the
    request that is nearest in meaning, `invent` makes an answer up from what the
    recordings teach about the API."""
    world: Literal["session", "shared", "recording"] = "session"
    """Whose things made-up answers speak of: each client's own, those of all, or those
    of all, kept in the recording."""
    shift_times: bool = True
    """Whether tokens, cookies and fields of answers end as long after now as they did
    after they were recorded."""
    latency: Annotated[Latency | None, BeforeValidator(_lower)] = None
    """When answers begin: `none` at once, `recorded` after the time that each took,
    `learned` after times like those that such answers took. If not given `none`, or
    `learned` with `drift_learning.traffic_mirroring`."""
    speed: Annotated[float, Field(gt=0.0, allow_inf_nan=False)] = 1.0
    """How many times as fast as recorded or learned time passes in answers."""
    errors: Annotated[Errors | None, BeforeValidator(_lower)] = None
    """When failures are given that came and went: `recorded` in their turn, `learned`
    as often as they were seen and in such bursts, `none` never. What requests cause is
    answered always. If not given `recorded`, or `learned` with
    `drift_learning.traffic_mirroring`."""
    max_memory: Size | None = None
    """The bytes of memory that the process may take: what does not fit is read from
    the recording each time; twice its bodies if not given."""


class LogOptions(Options):
    """What is logged to stderr."""

    level: Annotated[
        Literal["debug", "info", "warning", "error"], BeforeValidator(_lower)
    ] = "info"
    """The least that is told."""
    format: Annotated[Literal["text", "json"], BeforeValidator(_lower)] = "text"
    """Lines for people, or a JSON object a line."""


@dataclass(frozen=True, slots=True)
class Home:
    """Where settings are from; the same from elsewhere are no others."""

    path: Path | None = field(default=None, compare=False)


class Config(Options):
    """The settings of every part, as they are in force."""

    server: ServerOptions = ServerOptions()
    """Where to listen."""
    proxy: ProxyOptions = ProxyOptions()
    """How traffic reaches the proxy, and where it goes."""
    recordings: RecordingsOptions = RecordingsOptions()
    """How exchanges are kept, and where."""
    redact: RedactOptions = RedactOptions()
    """What is replaced by a stand-in before anything is kept."""
    matching: MatchOptions = MatchOptions()
    """What makes a request the same as a recorded one."""
    sessions: SessionOptions = SessionOptions()
    """How a client is recognised from one request to the next."""
    replay: ReplayOptions = ReplayOptions()
    """How recordings answer."""
    recall: RecallOptions = RecallOptions()
    """How the recorded exchange is found that is nearest in meaning."""
    learning: LearningOptions = LearningOptions()
    """What is known of the API before anything is learned."""
    drift_learning: DriftLearningOptions = DriftLearningOptions()
    """How patterns are learnt from recorded traffic."""
    endpoints: tuple[EndpointOptions, ...] = ()
    """What endpoints answer by themselves: bodies, prompts, drift."""
    websocket: tuple[WebsocketOptions, ...] = ()
    """What WebSocket endpoints send by themselves. Read and checked, and not served
    yet."""
    rag: RagOptions = RagOptions()
    """The language model, and the embeddings, that answers may be invented with."""
    reality_continuum: RealityOptions = RealityOptions()
    """How much of an answer is real: 0 all invented, 1 all from the upstream."""
    log: LogOptions = LogOptions()
    """What is logged to stderr."""
    db: str | None = None
    """The database: a file or a URL such as `postgresql+psycopg://...`."""
    workspace: str = "default"
    """The name under which state is kept apart. So far there is no such state, and
    any name means the same."""
    seed: int = 0
    """What everything drawn by chance depends on."""
    offline: bool = False
    """Whether to contact nobody, whatever else is set."""

    _home: Home = PrivateAttr(default=Home())

    def stands(self, home: Path) -> None:
        """Take *home* for the directory of the file that the settings are from."""
        self._home = Home(home)

    @property
    def state(self) -> str | Path | None:
        """Where state is kept that outlives the program; None for memory alone."""
        if self.db is not None or self._home.path is None:
            return self.db
        from mockforge.store.kept import STATE

        return self._home.path / STATE

    @property
    def is_mixed(self) -> bool:
        """Whether anything is said of how real answers are."""
        return bool(self.reality_continuum.model_fields_set)

    @property
    def pace(self) -> Pace:
        """How time passes in answers; what is set explicitly wins over mirroring."""
        latency = self.replay.latency
        if latency is None:
            mirrors = self.drift_learning.mirrors_statistics
            latency = Latency.LEARNED if mirrors else Latency.NONE
        return Pace(latency, self.replay.speed)

    @property
    def errors(self) -> Errors:
        """When failures are given; what is set explicitly wins over mirroring."""
        errors = self.replay.errors
        if errors is None:
            mirrors = self.drift_learning.mirrors_statistics
            errors = Errors.LEARNED if mirrors else Errors.RECORDED
        return errors
