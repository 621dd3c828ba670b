"""mitmproxy addons; also usable as `mitmdump -s addons/record.py`."""
