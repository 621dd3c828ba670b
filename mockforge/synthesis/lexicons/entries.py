"""What programs write to their logs, by how grave it is."""

from mockforge.synthesis.lexicons.lexicon import Phrases, lines

ENTRIES: dict[str, Phrases] = {
    "debug": lines("""
        Cache miss for key user:{four}
        Loaded {small} rows from the replica in {digit} ms
        Opening connection to redis:6379
        Parsed request body, {four} bytes
        Feature flag new-checkout is off for user {four}
        Reusing connection {digit} of the pool
    """),
    "info": lines("""
        Request completed in {millis} ms
        Token refreshed for user {four}
        Scheduled job finished, {small} records processed
        Configuration reloaded
        Connection to the database restored
        Server is listening on port 8080
        User {four} signed in
        Order {code} was created
    """),
    "warn": lines("""
        Slow query took {millis} ms
        Retrying after a timeout, attempt {attempt} of 5
        Disk usage is at 8{digit} %
        Deprecated endpoint /v1/orders was called
        Rate limit nearly reached by client {four}
        Certificate expires in {digit} days
        Queue emails has {four} waiting messages
    """),
    "error": lines("""
        Could not connect to postgres:5432, connection refused
        Request to the payment provider timed out after 30 s
        Unhandled exception: KeyError 'total'
        Message {code} was moved to the dead-letter queue
        Upload failed: no space left on device
        Upstream inventory-api answered with 503
        Transaction rolled back after a deadlock
    """),
    "fatal": lines("""
        Out of memory, the process is shutting down
        Migration {small} failed, the service does not start
        Configuration is not readable, giving up
    """),
}
"""By level, least first."""

LEVELS = {
    **dict.fromkeys(("trace", "debug", "verbose", "finest"), "debug"),
    **dict.fromkeys(("info", "information", "informational", "notice", "low"), "info"),
    **dict.fromkeys(("warn", "warning", "medium"), "warn"),
    **dict.fromkeys(("error", "err", "severe", "high"), "error"),
    **dict.fromkeys(("fatal", "critical", "crit", "alert", "emergency", "emerg",
                     "panic"), "fatal"),
}  # fmt: skip
"""How levels are called."""
