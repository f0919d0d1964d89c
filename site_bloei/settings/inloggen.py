"""Logging in to /cms/, by django-allauth (docs/adr/0057); and with the accounts of the municipality where it has a server for that."""

from typing import Any

from .omgeving import omgeving, vereis

AUTH_USER_MODEL = "core.User"
AUTHENTICATION_BACKENDS = ["toegang.herkennen.Herkennen"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{naam}"}
    for naam in ("UserAttributeSimilarityValidator", "CommonPasswordValidator", "NumericPasswordValidator")
] + [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    }
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
# Nobody makes up a password for somebody else; who writes for a kern has none.
WAGTAILUSERS_PASSWORD_REQUIRED = False
WAGTAILADMIN_USER_PASSWORD_RESET_FORM = "werkplek.inloggen.WachtwoordForm"  # noqa: S105 - a form
PASSWORD_RESET_TIMEOUT = 24 * 3600  # seconds

# Seconds without a click after which one logs in again; the second for who may approve or administer (toegang/poort.py).
SESSION_COOKIE_AGE = SESSIE_STIL = 8 * 3600
SESSIE_STIL_KEURDER = 3600

ACCOUNT_ADAPTER = "toegang.adapters.InlogAdapter"
ACCOUNT_FORMS = {
    "login": "toegang.formulieren.WachtwoordInlogForm",
    "request_login_code": "toegang.formulieren.CodeVraagForm",
    "confirm_login_code": "toegang.formulieren.CodeForm",
}
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
# As a telephone offers it from a mail, and easy to type over.
ACCOUNT_LOGIN_BY_CODE_FORMAT = {"numeric": True, "length": 6, "dashed": False}
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = ACCOUNT_LOGIN_TIMEOUT = 15 * 60  # seconds
ACCOUNT_AUTHENTICATED_LOGIN_REDIRECTS = False  # ours does so, for who may enter (toegang/views.py)
ACCOUNT_EMAIL_VERIFICATION = "none"
# Nothing is mailed to an address that nobody has; it takes as long all the same (toegang/codepost.py).
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_SESSION_REMEMBER = True
# Tries are counted in PostgreSQL, for all processes together (core/rem.py): allauth's live in the cache of one process.
ACCOUNT_RATE_LIMITS = MFA_RATE_LIMITS = False
# Who has a second step takes it again before choosing another.
ACCOUNT_REAUTHENTICATION_METHODS = {"mfa"}

MFA_ADAPTER = "toegang.adapters.StapAdapter"
MFA_FORMS = {
    "authenticate": "toegang.formulieren.AppCodeForm",
    "reauthenticate": "toegang.formulieren.AppCodeNogEensForm",
    "activate_totp": "toegang.formulieren.AppKiesForm",
    "add_webauthn": "toegang.formulieren.PasskeyForm",
}
# No codes on paper: they end up beside the password (docs/adr/0044).
MFA_SUPPORTED_TYPES = ["totp", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_TOTP_ISSUER = "Bloei!"
MFA_TOTP_TOLERANCE = 1  # half minutes that a telephone's clock may be off, before and after
MFA_ALLOW_UNVERIFIED_EMAIL = True

if omgeving("OIDC_SERVER"):
    vereis(["OIDC_CLIENT", "OIDC_GEHEIM", "OIDC_GROEPEN"])
SOCIALACCOUNT_ADAPTER = "toegang.adapters.GemeenteAdapter"
# What in the answer of the server names the groups of somebody, and which groups here those are.
OIDC_GROEPEN_VELD = omgeving("OIDC_GROEPEN_VELD")
OIDC_GROEPEN: dict[str, str] = omgeving("OIDC_GROEPEN")
# Values of `acr` or `amr` by which the server says that it asked for a second step.
OIDC_TWEEDE_STAP: list[str] = omgeving("OIDC_TWEEDE_STAP")
OIDC_ADRES_ZEKER = omgeving("OIDC_ADRES_ZEKER")
OIDC_NAAM = omgeving("OIDC_NAAM") if omgeving("OIDC_SERVER") else ""


def aanbieder(server: str, client: str, geheim: str, naam: str) -> dict[str, Any]:
    """The municipality's server as allauth wants to know it."""
    app = {
        "provider_id": "gemeente",
        "name": naam,
        "client_id": client,
        "secret": geheim,
        "settings": {"server_url": server, "oauth_pkce_enabled": True},
    }
    return {"openid_connect": {"APPS": [app]}}


SOCIALACCOUNT_PROVIDERS = (
    aanbieder(omgeving("OIDC_SERVER"), omgeving("OIDC_CLIENT"), omgeving("OIDC_GEHEIM"), OIDC_NAAM)
    if OIDC_NAAM
    else {}
)
