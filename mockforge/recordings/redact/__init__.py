"""Redaction: stand-ins for secrets, before disk and before matching."""

from mockforge.recordings.redact.options import RedactOptions
from mockforge.recordings.redact.redactor import CARRIED, NoRedaction, Redactor

__all__ = ["CARRIED", "NoRedaction", "RedactOptions", "Redactor"]
