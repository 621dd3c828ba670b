"""Stubs: what the config says an endpoint answers.

In the order of reading: `options` (what is written), `paths` and `compiled` (read
once), `stub` (an endpoint, and what is wrong with it), `router` (which one is meant),
`stubs` (what it answers), `inventing` (bodies that are not written), `writing` (as
bytes), `cors` (browsers), `missing` (what none answers).
"""
