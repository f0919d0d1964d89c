"""What is other on a site to practise on (`OEFEN=1`): nothing there is real, and nothing leaves it."""

from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from .omgeving import omgeving

WOORD = "oefen"
KORTST = 12  # characters


def instellingen(basis: dict[str, Any]) -> dict[str, Any]:
    """What takes the place of these settings. Raises ImproperlyConfigured when something points at a real site.

    The last word is the mark on the database (oefenen/merk.py): this is for who mistypes.
    """
    fouten = _fouten(basis)
    if fouten:
        raise ImproperlyConfigured(
            f"De oefensite kan niet starten: {'; '.join(fouten)}. Zie docs/productie.md, De oefensite."
        )
    middleware = list(basis["MIDDLEWARE"])
    middleware.insert(
        middleware.index("django.contrib.sessions.middleware.SessionMiddleware"),
        "oefenen.middleware.OefenMiddleware",
    )
    return {
        "INSTALLED_APPS": ["oefenen", "demo", *basis["INSTALLED_APPS"]],
        "MIDDLEWARE": middleware,
        "DEMO_WACHTWOORD": omgeving("OEFEN_WACHTWOORD"),
        "VEILIGE_KOPPEN": {**basis["VEILIGE_KOPPEN"], "X-Robots-Tag": "noindex, nofollow"},
        "VERZEND_BACKEND": "berichten.postvak.MapBackend",
        "EMAIL_FILE_PATH": Path(basis["MEDIA_ROOT"]).parent / "oefenpost",
        "MAIL_RUST": 0,
        # Many share these accounts for a day; there is nothing real behind them, and nobody administers.
        "TWEEDE_FACTOR": False,
    }


def _fouten(basis: dict[str, Any]) -> list[str]:
    fouten = []
    if WOORD not in str(basis["DATABASES"]["default"]["NAME"]):
        fouten.append(f"de naam van de databank in DATABASE_URL moet '{WOORD}' bevatten")
    if WOORD not in omgeving("MEDIA_ROOT"):
        fouten.append(f"MEDIA_ROOT moet een eigen map zijn met '{WOORD}' erin")
    if omgeving("EMAIL_URL"):
        fouten.append("EMAIL_URL moet leeg zijn, want er gaat geen mail weg")
    if len(omgeving("OEFEN_WACHTWOORD")) < KORTST:
        fouten.append(f"OEFEN_WACHTWOORD moet {KORTST} tekens of meer hebben")
    return fouten
