"""The client behind `mockforge bench`: sends recorded requests, measures the answers.

In the order of use: `prepared` (exchanges to bytes), `target` (whom, and whether that
is allowed), `schedule` (when each request is due), `alarm` (waking up then), `line` (a
connection), `drive` (the run), `tally` and `histogram` (what is counted), `outcome`
(what is told).
"""
