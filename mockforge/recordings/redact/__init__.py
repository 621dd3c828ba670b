"""Redaction: stand-ins for secrets, before disk and before matching."""

from mockforge.recordings.redact.options import RedactOptions
from mockforge.recordings.redact.redactor import NoRedaction, Redactor

__all__ = ["NoRedaction", "RedactOptions", "Redactor"]
