"""How mail goes: into the outbox, and from there by the worker."""

from .omgeving import VAR_DIR, omgeving

# Mail. EMAIL_URL is e.g. smtp+tls://user:password@host:587. Everything goes through the outbox; the worker sends it.
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
if omgeving("EMAIL_URL"):
    vars().update(omgeving.email_url_config(omgeving("EMAIL_URL")))
VERZEND_BACKEND, EMAIL_BACKEND = EMAIL_BACKEND, "berichten.uitgang.OutboxBackend"
# Minutes of quiet before one mail tells of all that was submitted or approved in them (berichten/verzamelen.py).
MAIL_RUST = omgeving("MAIL_RUST")
# What the mail server takes from us; 0: as much as there is.
MAIL_PER_MINUUT = omgeving("MAIL_PER_MINUUT")
# Who was erased, as codes: to erase them again when a copy of the database is put back (inwoners/wissen.py).
WISLIJST = omgeving("WISLIJST") or VAR_DIR / "wislijst.csv"
EMAIL_TIMEOUT = 30  # seconds that a mail server may be silent
DEFAULT_FROM_EMAIL = WAGTAILADMIN_NOTIFICATION_FROM_EMAIL = SERVER_EMAIL = omgeving("EMAIL_AFZENDER")
