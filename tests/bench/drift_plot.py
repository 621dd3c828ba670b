"""Distributions of latency, recorded and replayed, as SVG made without a library."""

import math
from html import escape

WIDTH, HEIGHT, LEFT, TOP, GAP = 430, 190, 46, 44, 60

STYLE = """
  .ground { fill: #ffffff; } .grid { stroke: #d8dee4; }
  text { font: 12px system-ui, sans-serif; fill: #24292f; }
  .title { font-weight: 600; } .small { fill: #57606a; }
  path { fill: none; stroke-width: 2; }
  .recorded { stroke: #2f74c0; } .replayed { stroke: #d1600a; }
  @media (prefers-color-scheme: dark) {
    .ground { fill: #0d1117; } .grid { stroke: #30363d; }
    text { fill: #e6edf3; } .small { fill: #9da7b3; }
    .recorded { stroke: #58a6ff; } .replayed { stroke: #f0883e; }
  }
""".strip("\n")


def chart(pairs):
    """Return the plot.

    Args:
        pairs: Title to (recorded, replayed), each milliseconds in any order.
    """
    across = 2
    down = -(-len(pairs) // across)
    width, height = across * (WIDTH + 10) + 10, down * (HEIGHT + GAP + TOP) + 20
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
        f' viewBox="0 0 {width} {height}" role="img"'
        ' aria-label="Time to the first byte, recorded and replayed">',
        f"<style>\n{STYLE}\n</style>",
        f'<rect class="ground" width="{width}" height="{height}" rx="6"/>',
    ]
    for number, (title, samples) in enumerate(pairs.items()):
        x = 10 + number % across * (WIDTH + 10)
        y = 10 + number // across * (HEIGHT + GAP + TOP)
        parts.append(f'<g transform="translate({x} {y})">{panel(title, *samples)}</g>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def panel(title, recorded, replayed):
    """Return one pair of cumulative distributions on a logarithmic scale."""
    values = [each for each in (*recorded, *replayed) if each > 0]
    low, high = math.log10(min(values)), math.log10(max(values))
    room = WIDTH - LEFT - 10

    def place(value, share):
        at = (math.log10(max(value, 10**low)) - low) / ((high - low) or 1)
        return f"{LEFT + room * at:.1f},{TOP + HEIGHT * (1 - share):.1f}"

    parts = [
        f'<text class="title" x="{LEFT}" y="16">{escape(title)}</text>',
        f'<text class="small" x="{LEFT}" y="33">share of answers begun within ms;'
        " blue as recorded, orange as replayed</text>",
    ]
    for share in (0, 0.5, 1):
        y = TOP + HEIGHT * (1 - share)
        parts.append(
            f'<line class="grid" x1="{LEFT}" y1="{y}" x2="{WIDTH - 10}" y2="{y}"/>'
            f'<text class="small" x="{LEFT - 8}" y="{y + 4}" text-anchor="end">'
            f"{share:g}</text>"
        )
    tick = math.ceil(low)
    while tick <= high:
        x = LEFT + room * (tick - low) / ((high - low) or 1)
        parts.append(
            f'<line class="grid" x1="{x:.1f}" y1="{TOP}" x2="{x:.1f}"'
            f' y2="{TOP + HEIGHT}"/><text class="small" x="{x:.1f}"'
            f' y="{TOP + HEIGHT + 18}" text-anchor="middle">{10**tick:g}</text>'
        )
        tick += 1
    for kind, sample in (("recorded", recorded), ("replayed", replayed)):
        ordered = sorted(sample)
        step = max(1, len(ordered) // 300)
        points = [
            place(value, (n + 1) / len(ordered)) for n, value in enumerate(ordered)
        ]
        shown = [*points[::step], points[-1]]
        parts.append(f'<path class="{kind}" d="M{" L".join(shown)}"/>')
    return "".join(parts)
