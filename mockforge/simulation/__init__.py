"""The client behind `mockforge simulate`: users who behave as the recorded ones did.

Pure, in the order of use: `taking` (what a request took from answers before it),
`stories` (recorded sessions with that), `chain` (which step follows, and after how
long), `values` and `cookies` (what live answers gave a user), `walk` (one session of
one user). With the network: `talk` (a connection), `run` (all users), `tally` and
`outcome` (what is counted and told), `screen` (how).
"""
