"""Which municipality this is (docs/gemeente.md)."""

from .omgeving import BASE_DIR, omgeving

# The folder with its name, kernen and colours (core/gemeente.py).
GEMEENTE = BASE_DIR / omgeving("GEMEENTE")
