"""What a browser is told for safety: https only, cookies that stay here, and what a page may load (CSP)."""

from csp.constants import NONE, SELF

from .omgeving import omgeving

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = True
# Who may approve, publish with haste or administer takes a second step (docs/adr/0044), and who writes has no password
# (0057). Not a variable of the environment: no production goes without.
TWEEDE_FACTOR = True
# What watches the site asks it from inside, past the proxy that does https (machinekamer/middleware.py).
SECURE_REDIRECT_EXEMPT = [r"^healthz/(live|ready)$", r"^metrics$"]
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SECURE_HSTS_SECONDS = 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
# What somebody was reading is told to no other site (internet.nl asks for this one or for none).
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# On every answer, whoever gives it (site_bloei/middleware.py). Nothing of a telephone is used: not where it is, nor what it sees.
APPARAAT = (
    "accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer", "microphone", "midi", "payment",
    "usb", "xr-spatial-tracking",
)  # fmt: skip
VEILIGE_KOPPEN = {"Permissions-Policy": ", ".join(f"{naam}=()" for naam in APPARAAT)}
# Pictures that other sites show, beside what says so itself: the API, feeds, frames.
VOOR_ANDERE_SITES = ("/media/images/", "/afbeeldingen/", "/deelbeeld/")
# For what is no page.
CSP_NIETS = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
if omgeving("PROXY_HTTPS"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# How many proxies of our own stand in front: so many addresses at the end of X-Forwarded-For are true (core/rem.py).
PROXY_AANTAL = omgeving("PROXY_AANTAL")

# Visitors get the strict policy. The admin still needs inline scripts, see site_bloei/middleware.py.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    },
}
CSP_BEHEER = {
    "default-src": [SELF],
    "script-src": [SELF, "'unsafe-inline'", "'unsafe-eval'"],
    "style-src": [SELF, "'unsafe-inline'"],
    "img-src": [SELF, "data:", "blob:"],
    "font-src": [SELF, "data:"],
    "connect-src": [SELF],
    "frame-src": [SELF],
    "form-action": [SELF],
    "base-uri": [SELF],
    "frame-ancestors": [SELF],
}
