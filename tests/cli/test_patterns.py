"""Tables of patterns: plots that say what is none, little and most."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.cli import patterns
from mockforge.cli.patterns import BLOCKS, DIGITS, WIDE, age, plot, tables
from mockforge.learning.patterns.law import Law
from mockforge.learning.patterns.part import Shown, Subject


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([], ""),
        ([0.0, 0.0], "00"),
        ([0.0, 0.001, 5.0, 10.0], "0149"),
        ([float("nan"), float("inf"), -1.0, 1.0], "0009"),
    ],
)
def test_a_plot_is_as_high_as_its_values(values, expected):
    assert plot(values, DIGITS) == expected


@given(st.lists(st.floats(0, 1e9), max_size=200), st.sampled_from([BLOCKS, DIGITS]))
def test_a_plot_is_never_too_wide_and_nothing_is_lost_of_it(values, steps):
    drawn = plot(values, steps)

    assert len(drawn) == min(len(values), WIDE)
    assert set(drawn) <= set(steps)
    assert (set(drawn) - {steps[0]} != set()) == any(values)


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [(-5.0, "0 s"), (59.0, "59 s"), (90.0, "2 min"), (7200.0, "2 h"), (2e5, "2 d")],
)
def test_an_age_is_in_the_unit_that_suits_it(seconds, expected):
    assert age(seconds) == expected


def test_each_kind_has_its_table_and_personas_a_column(capsys):
    rows = [
        Shown("latency", Subject("GET /a"), 60.0, 0.86, "p50 1 ms", (1.0, 9.0)),
        Shown("latency", Subject("GET /a", "ann"), 4.0, 0.3, "p50 2 ms", seen=0.0),
        Shown("errors", Subject("GET /a"), 60.0, 0.86, "2 %", changing=0.36),
    ]

    tables(rows, Law(), str, now=60.0)

    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == [
        *("LATENCY", "PERSONA", "SAMPLES", "CONFIDENCE", "AGE"),
        *("APPLIED", "CHANGING", "PLOT", "PATTERN"),
    ]
    assert lines[1].split()[2:] == [
        "-",
        "60",
        "0.86",
        "-",
        "yes",
        "-",
        "19",
        "p50",
        "1",
        "ms",
    ]
    assert lines[2].split()[2:8] == ["ann", "4", "0.30", "1", "min", "no"]
    assert lines[3] == ""
    assert "PERSONA" not in lines[4]
    assert "36%" in lines[5]


def test_blocks_are_for_terminals_that_know_them(monkeypatch):
    class Terminal:
        encoding = "utf-8"

        def isatty(self):
            return True

    monkeypatch.delenv("TERM", raising=False)
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert patterns.draws()
    monkeypatch.setattr(Terminal, "encoding", "latin-1")
    assert not patterns.draws()
    monkeypatch.setattr(Terminal, "encoding", "utf-8")
    monkeypatch.setenv("TERM", "dumb")
    assert not patterns.draws()
