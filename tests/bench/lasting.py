"""Sections of serving.py about time and memory: delays, soak, start, profile."""

import http.client
import itertools
import statistics
import subprocess
import sys
import time
from collections import Counter

import traffic
from load import (
    Bare,
    Served,
    drive,
    measured,
    program,
    round_and_round,
    spied,
)
from sections import recording, shuffled, works_of
from timed import Group, percentile, timed

# Seconds until the recorded answer began, and how many clients wait for theirs.
WAITING = ((0.05, 100), (0.05, 1000), (0.5, 1000))
SHARES = (0.5, 0.95, 0.99)
SPARSE = 0.5
"""Seconds of delay from which the delayed answers are few enough to be taken off."""
TIMEOUT = 2


def delays(asked):
    """Sleep error of delayed answers, and what they cost others beside them.

    Wanted: error p95 at most 2 ms, nothing added for others. "limit" is a server that
    does nothing else; "alone" and "beside" are a client whose answers have no delay,
    the floor of what is measured here. Clocks need a quiet machine.
    """
    rows = []
    for delay, waiting in WAITING:
        path = asked.folder / f"delay-{delay}-{waiting}.db"
        seen = [traffic.exchange(number) for number in range(400)]
        is_slow = [each.target.startswith("/v1/orders/ord") for each in seen]
        traffic.write(
            path,
            (
                traffic.as_recorded(each, at, first_byte=delay if slow else 0.0)
                for at, (each, slow) in enumerate(zip(seen, is_slow, strict=True))
            ),
        )
        slow = works_of(itertools.compress(seen, is_slow))
        others = works_of(e for e in seen if e.target.startswith("/v1/customers"))
        with Served(path, "--latency", "recorded", root=asked.root) as server:
            rows.append(_delayed(asked, server, slow, others, (delay, waiting)))
        with Bare(asked.folder, 400, "--delay", str(delay)) as server:
            row = _delayed(asked, server, slow, others, (delay, waiting))
            rows.append({**row, "server": "limit"})
    return {"delays": rows}


def _delayed(asked, server, slow, others, load):
    delay, waiting = load
    many = Group(slow, waiting, spread=delay)
    one = Group(others, 1, pause=0.002)
    # Longer than an answer takes where there are more than can be given.
    settle = 0.5 + 2 * delay
    seconds = max(2.0, asked.seconds) + settle
    timed(server.port, [one], seconds, settle=settle)
    alone = list(one.took)
    took = timed(server.port, [many, one], seconds, settle=settle)
    row = {
        "server": "replay",
        "delay ms": delay * 1e3,
        "waiting": waiting,
        "rate": len(many.took) / took,
    }
    late = [took - delay for took in many.took]
    row |= _milliseconds("error", late, SHARES)
    row |= _milliseconds("alone", alone, SHARES[::2])
    row |= _milliseconds("beside", one.took, SHARES[::2])
    server.settle(delay)
    return row | (_costs(server, many, others, seconds) if delay >= SPARSE else {})


def _milliseconds(name, values, shares):
    """Return percentiles; "none" where the server was too busy to answer any."""
    return {
        f"{name} p{share * 100:.0f} ms": percentile(values, share) * 1e3
        if values
        else "none"
        for share in shares
    }


def _costs(server, many, others, seconds):
    """Return CPU a request of undelayed clients, alone and beside the delayed.

    What the delayed cost when alone is taken off; that is little where they are few.
    """
    busy = Group(others, 4)
    used, counts = [], []
    for groups in ([busy], [many], [busy, many]):
        before = server.cpu()
        timed(server.port, groups, seconds, settle=0.0)
        server.settle(many.spread)
        used.append((server.cpu() - before) * 1e6)
        counts.append([len(each.took) for each in groups])
    delayed = used[1] / max(1, counts[1][0])
    beside = used[2] - delayed * counts[2][1]
    return {
        "delayed us": delayed,
        "alone us": used[0] / max(1, counts[0][0]),
        "beside us": beside / max(1, counts[2][0]),
    }


def soak(asked):
    """Memory while sessions come and go; wanted: flat within 5 % from 10 % on.

    Each session asks three times and is never heard of again; half are named, half
    have a token. Sessions end after two seconds.
    """
    path, settings = asked.folder / "soak.db", asked.folder / "soak.yaml"
    settings.write_text(f"sessions:\n  timeout: {TIMEOUT}\n")
    seen = [traffic.exchange(n, turn) for turn in range(3) for n in range(200)]
    numbered = zip(seen, itertools.count(), strict=False)
    traffic.record(path, itertools.starmap(traffic.as_recorded, numbered))
    rows, part = [], max(1, asked.requests // 10)
    with Served(path, "-c", str(settings), root=asked.root) as server:
        work = _passing(seen[:200])
        for tenth in range(1, 11):
            found = measured(server, itertools.islice(work, part), 32)
            if rows and tenth not in (2, 5, 10):
                continue
            memory = server.memory() / 1e6
            rows.append(
                {
                    "requests": tenth * part,
                    "RSS MB": memory,
                    "ratio": memory / rows[0]["RSS MB"] if rows else 1.0,
                    "CPU us": found["cpu_us"],
                }
            )
        if missed := server.missed():
            raise SystemExit(f"{missed} requests were missed")
    return {"soak": rows}


def _passing(told):
    """Yield requests of sessions that are new all the time."""
    parts = [(*each.raw().split(b"\r\n", 1), len(each.expected)) for each in told]
    forms = (
        b"%b\r\nX-MockForge-Session: worker-%d\r\n%b",
        b"%b\r\nAuthorization: Bearer tok-%024d\r\n%b",
    )
    for number, (line, rest, size) in enumerate(itertools.cycle(parts)):
        session = number // 3
        yield forms[session % 2] % (line, session, rest), size, 1


def begin(asked):
    """Time from the command to the first answer, and memory; least of some runs."""
    rows = []
    shown = subprocess.run(
        [sys.executable, "-m", "mockforge", "replay", "--help"],
        cwd=asked.root,
        capture_output=True,
        text=True,
    )
    variants = [[]]
    if "--max-memory" in shown.stdout:
        variants.append(["--max-memory", asked.max_memory])
    for count, words in itertools.product(asked.sizes, variants):
        path, runs = recording(asked, count), []
        for _ in range(asked.rounds):
            with Served(path, *words, root=asked.root, pinned=False) as server:
                first = first_answer(server)
                runs.append((first, server.cpu(), server.memory()))
                if len(runs) == asked.rounds:
                    numbers = shuffled(range(count))
                    drive(server.port, works_of(map(traffic.exchange, numbers)), 32)
                    after = server.memory()
        bodies = traffic.mean_size() * count
        rows.append(
            {
                "exchanges": count,
                "options": " ".join(words),
                "first answer s": min(run[0] for run in runs),
                "median s": statistics.median(run[0] for run in runs),
                "CPU s": min(run[1] for run in runs),
                "bodies MB": bodies / 1e6,
                "RSS MB": min(run[2] for run in runs) / 1e6,
                "RSS, all asked MB": after / 1e6,
                "RSS/bodies": after / bodies,
            }
        )
    return {"start": rows}


def first_answer(server):
    """Return the seconds from the command to the first answer."""
    asked = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    asked.request("GET", traffic.exchange(0).target)
    answer = asked.getresponse()
    if (answer.status, answer.read()) != (200, traffic.exchange(0).answer):
        raise SystemExit("the first answer is not what was recorded")
    asked.close()
    return time.perf_counter() - server.began


def profile(asked):
    """Where the time goes, by py-spy: share of samples in a function, and below it."""
    if program("py-spy") is None:
        return {"profile": [{"note": "py-spy is not here"}]}
    found = {}
    told = [traffic.exchange(number) for number in range(200)]
    kinds = {
        "GET": works_of(each for each in told if each.method == "GET"),
        "POST": works_of(each for each in told if each.method == "POST"),
    }
    seconds = max(2, round(asked.seconds * 2))
    with Served(recording(asked, 200), root=asked.root) as server:
        drive(server.port, works_of(told), 32)
        for kind, work in kinds.items():
            into = asked.folder / f"{kind}.folded"
            watching = spied(server.pid, seconds, into)
            try:
                drive(server.port, round_and_round(work), 32, seconds=seconds + 1.0)
            finally:
                watching.wait(60)
            found[f"profile of {kind}"] = _functions(into.read_text())
    return found


def _functions(folded, most=30):
    own, total = Counter(), Counter()
    for line in folded.splitlines():
        stack, _, count = line.rpartition(" ")
        if "threading.py" in stack.partition(";")[0]:
            # It waits for work, which py-spy cannot always tell.
            continue
        frames = [_named(frame) for frame in stack.split(";")]
        own[frames[-1]] += int(count)
        for frame in set(frames):
            total[frame] += int(count)
    every = sum(own.values()) or 1
    return [
        {
            "function": name,
            "self %": 100 * count / every,
            "with callees %": 100 * total[name] / every,
        }
        for name, count in own.most_common(most)
    ]


def _named(frame):
    """Return `function (file)` without the line."""
    return frame.rpartition(":")[0] + ")" if ":" in frame else frame
