"""Several processes that answer on one port.

In the order of reading: `ports` (one port for all), `channel` (how processes talk),
`forking` (how they are started), `crew` (the first process: adds up what the others
did, and stops them), `hand` (one that answers), `asking` (whose turn it is).
"""
