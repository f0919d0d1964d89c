"""The environment variables Bloei! listens to, with their types; `docs/instellingen.md` explains each."""

import os
from collections.abc import Iterable
from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent.parent
VAR_DIR = BASE_DIR / "var"

omgeving = environ.Env(
    SECRET_KEY=(str, ""),
    DATABASE_URL=(str, ""),
    DATABASE_REPLICA_URL=(str, ""),
    ALLOWED_HOSTS=(list, []),
    DEBUG=(bool, False),
    DEMO=(bool, False),
    DEMO_WACHTWOORD=(str, "bloei-demo"),
    OEFEN=(bool, False),
    OEFEN_WACHTWOORD=(str, ""),
    OEFEN_ACCOUNTS=(int, 12),
    OEFENSITE_URL=(str, ""),
    SITE_URL=(str, ""),
    GEMEENTE=(str, "gemeenten/west-betuwe"),
    VALKEY_URL=(str, ""),
    MEDIA_ROOT=(str, ""),
    MEDIA_S3_URL=(str, ""),
    EMAIL_URL=(str, ""),
    EMAIL_AFZENDER=(str, "Bloei! <noreply@localhost>"),
    OIDC_SERVER=(str, ""),
    OIDC_CLIENT=(str, ""),
    OIDC_GEHEIM=(str, ""),
    OIDC_NAAM=(str, "je account van de gemeente"),
    OIDC_GROEPEN_VELD=(str, "groups"),
    OIDC_GROEPEN=(dict, {}),
    OIDC_TWEEDE_STAP=(list, []),
    OIDC_ADRES_ZEKER=(bool, False),
    PROXY_HTTPS=(bool, True),
    PROXY_AANTAL=(int, 1),
    VRAAG_GEDULD=(int, 20),
    MAIL_RUST=(int, 15),
    MAIL_PER_MINUUT=(int, 300),
    INWONERMAIL_PER_UUR=(int, 300),
    NAAM_BIJ_REACTIE_DAGEN=(int, 365),
    UITDAAGRECHT_WEKEN=(int, 8),
    WISLIJST=(str, ""),
    VERSIEBORD=(str, ""),
    VERSIEWIJZER=(str, ""),
    LOG_LEVEL=(str, "INFO"),
    LOG_VORM=(str, "json"),
    TRAGE_VRAAG=(float, 1.0),
    TRAAG_ANTWOORD=(float, 3.0),
    METINGEN_SLEUTEL=(str, ""),
    SENTRY_DSN=(str, ""),
    OTEL_EXPORTER_OTLP_ENDPOINT=(str, ""),
    VEILIG_SLEUTEL=(str, ""),
    POSTGRES_PROGRAMMAS=(str, ""),
    TALEN=(list, ["nl", "en", "pl"]),
    LIBRETRANSLATE_URL=(str, ""),
    LIBRETRANSLATE_SLEUTEL=(str, ""),
    TEST_DATABASE=(str, "test_bloei"),
)


def vereis(namen: Iterable[str]) -> None:
    """Refuse to start when one of the named environment variables is missing or empty.

    All that is missing stands in one error, so that whoever installs Bloei! mends it in one go.
    """
    ontbrekend = [naam for naam in namen if not os.environ.get(naam, "").strip()]
    if ontbrekend:
        raise ImproperlyConfigured(
            f"Bloei! kan niet starten: zet eerst {', '.join(ontbrekend)} in de omgeving. "
            "Zie docs/instellingen.md voor wat erin hoort."
        )


def vereis_sleutel(sleutel: str) -> None:
    """Refuse to start with a SECRET_KEY that can be guessed: what Django only warns of (security.W009), and stricter."""
    if len(sleutel) < 50 or len(set(sleutel)) < 10 or sleutel.startswith("django-insecure-"):
        raise ImproperlyConfigured(
            "Bloei! kan niet starten: SECRET_KEY is te kort of te makkelijk te raden. Maak een nieuwe met: "
            "python3 -c 'import secrets; print(secrets.token_urlsafe(50))'"
        )
