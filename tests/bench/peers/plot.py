"""A horizontal bar chart as SVG, made without a library."""

import math
from dataclasses import dataclass
from html import escape

WIDTH, LEFT, RIGHT = 860, 330, 90
TOP, ROW, BAR, BOTTOM = 58, 26, 16, 30

# The chart brings its own ground: a page may be dark where the system is light.
STYLE = """
  .ground { fill: #ffffff; } .grid { stroke: #d8dee4; }
  text { font: 13px system-ui, sans-serif; fill: #24292f; }
  .title { font-size: 15px; font-weight: 600; } .small { fill: #57606a; }
  .mine { fill: #d1600a; } .limit { fill: #8c959f; } .peer { fill: #2f74c0; }
  .strong { font-weight: 600; }
  @media (prefers-color-scheme: dark) {
    .ground { fill: #0d1117; } .grid { stroke: #30363d; }
    text { fill: #e6edf3; } .small { fill: #9da7b3; }
    .mine { fill: #f0883e; } .limit { fill: #6e7681; } .peer { fill: #58a6ff; }
  }
""".strip("\n")


@dataclass(frozen=True)
class Bar:
    """One bar."""

    label: str
    value: float
    kind: str
    """`mine`, `peer` or `limit`: its colour."""


def chart(title: str, unit: str, bars: list[Bar]) -> str:
    """Return the chart; its scale is logarithmic and says so."""
    low = 10 ** math.floor(math.log10(min(bar.value for bar in bars)))
    high = 10 ** math.ceil(math.log10(max(bar.value for bar in bars)))
    high = max(high, low * 10)
    height = TOP + ROW * len(bars) + BOTTOM
    room = WIDTH - LEFT - RIGHT

    def across(value: float) -> float:
        return LEFT + room * math.log(value / low) / math.log(high / low)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}"'
        f' viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{escape(title)}">',
        f"<style>\n{STYLE}\n</style>",
        f'<rect class="ground" width="{WIDTH}" height="{height}" rx="6"/>',
        f'<text class="title" x="16" y="26">{escape(title)}</text>',
        f'<text class="small" x="16" y="45">{escape(unit)}, logarithmic scale</text>',
    ]
    bottom = TOP + ROW * len(bars)
    tick = low
    while tick <= high:
        x = across(tick)
        parts.append(
            f'<line class="grid" x1="{x:.1f}" y1="{TOP}" x2="{x:.1f}" y2="{bottom}"/>'
            f'<text class="small" x="{x:.1f}" y="{bottom + 18}"'
            f' text-anchor="middle">{tick:,g}</text>'
        )
        tick *= 10
    for number, bar in enumerate(bars):
        parts.append(_bar(bar, TOP + ROW * number, across(bar.value)))
    return "\n".join([*parts, "</svg>"]) + "\n"


def _bar(bar: Bar, top: float, end: float) -> str:
    middle = top + ROW / 2 + 4.5
    strong = ' class="strong"' if bar.kind == "mine" else ""
    value = f"{bar.value:,.0f}" if bar.value >= 100 else f"{bar.value:.1f}"
    return (
        f'<text{strong} x="{LEFT - 10}" y="{middle}" text-anchor="end">'
        f"{escape(bar.label)}</text>"
        f'<rect class="{bar.kind}" x="{LEFT}" y="{top + (ROW - BAR) / 2}"'
        f' width="{max(end - LEFT, 2):.1f}" height="{BAR}" rx="2"/>'
        f'<text{strong} x="{max(end, LEFT + 2) + 6:.1f}" y="{middle}">{value}</text>'
    )
