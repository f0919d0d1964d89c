"""Forms on pages that know nobody: no cookie, so Django's own token against forged forms can't be used.

A form brings a signed token along (when it was made, for which address, a number of its own), and comes from a page of
this site by what the browser says of it. Nothing is allowed because of a cookie, so there is nothing to forge; what is left to keep
out are programs that send without reading. `docs/adr/0036`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import wraps
from uuid import UUID, uuid4

from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from core import rem

ZOUT = "core.formulieren.zonder_koekje"
VELD, LOKVELD = "bewijs", "bijnaam"
# Hardly anybody fills in a form this fast, and whom a telephone helps presses once more, as programs don't; a page that
# lay open for a night is asked for again.
JONGST, OUDST = timedelta(seconds=3), timedelta(hours=12)
# A page with no more than a button: pressing it takes no time.
METEEN = timedelta(0)
View = Callable[..., HttpResponse]


def eigen_pagina(view: View) -> View:
    """Decorate a page of a resident: a form, or what a link in a mail opens. Kept and found by nobody.

    `same-origin`: with `no-referrer` a browser says of our own form that it comes from `null`.
    """

    @wraps(view)
    def alleen_hier(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        antwoord = view(request, *args, **kwargs)
        antwoord.headers["Cache-Control"] = "private, no-store"
        antwoord.headers["Referrer-Policy"] = "same-origin"
        antwoord.headers["X-Robots-Tag"] = "noindex, nofollow"
        return antwoord

    return csrf_exempt(require_http_methods(["GET", "HEAD", "POST"])(alleen_hier))


@dataclass(frozen=True)
class Inzending:
    """What a form brought along. `bewijs` goes into the form when it is shown again, whatever is wrong with it."""

    nummer: UUID
    bewijs: str
    # What to do, for people; empty when all is well.
    fout: str = ""
    # A field was filled in that people don't see. Browsers do so too: a reason to look, never to drop.
    verdacht: bool = False

    def eerste_keer(self) -> bool:
        """Whether this form wasn't sent before: a double click, or back and again. Ask it inside the transaction of
        what the form does, so that one that fails may be sent once more.
        """
        return rem.tel(ZOUT, str(self.nummer), duur=OUDST) == 1

    def mag_nog_eens(self) -> None:
        """It did nothing, and whoever sent it was told so: the same form may be sent once more."""
        rem.tel_niet(ZOUT, str(self.nummer))


def maak_bewijs(pad: str, bij: str = "") -> str:
    """A token for a form that will be sent to this path. `bij`: only of use with this, such as a cookie of our own."""
    return _teken(pad, uuid4(), int(timezone.now().timestamp()), bij)


def lees_inzending(request: HttpRequest, *, jongst: timedelta = JONGST, bij: str = "") -> Inzending:
    """Look at what a form brought along; never raises. `jongst`: none for a page with no more than a button."""
    verdacht = bool(request.POST.get(LOKVELD))
    gelezen = _lees(request, bij)
    if gelezen is None:
        nummer = uuid4()
        nieuw = _teken(request.path, nummer, int(timezone.now().timestamp()), bij)
        return Inzending(
            nummer, nieuw, _("Deze pagina stond te lang open. Druk nog een keer op de knop."), verdacht
        )
    nummer, oud, leeftijd = gelezen
    fout = ""
    if not komt_van_hier(request):
        fout = _(
            "Je browser zegt niet dat dit formulier van Bloei! komt. Open de pagina opnieuw, of bel de gemeente."
        )
    elif leeftijd < jongst:
        fout = _(
            "Dat ging zo snel dat het ook een computer kan zijn. Wat je invulde staat er nog. Druk nog een keer op de knop."
        )
    return Inzending(nummer, oud, fout, verdacht)


def komt_van_hier(request: HttpRequest) -> bool:
    """Whether the browser says that a page of ours sent this. One that says nothing at all isn't believed."""
    if van := request.headers.get("Sec-Fetch-Site"):
        return van == "same-origin"
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"


def _teken(pad: str, nummer: UUID, op: int, bij: str) -> str:
    return signing.Signer(salt=ZOUT + bij).sign_object({"p": pad, "n": str(nummer), "t": op})


def _lees(request: HttpRequest, bij: str) -> tuple[UUID, str, timedelta] | None:
    """Number, token and age, of a token for this address that isn't too old."""
    bewijs = request.POST.get(VELD, "")
    try:
        inhoud = signing.Signer(salt=ZOUT + bij).unsign_object(bewijs)
    except (signing.BadSignature, ValueError):
        return None
    leeftijd = timedelta(seconds=timezone.now().timestamp() - inhoud["t"])
    if inhoud["p"] != request.path or leeftijd > OUDST:
        return None
    return UUID(inhoud["n"]), bewijs, leeftijd
