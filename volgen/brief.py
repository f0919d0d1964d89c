"""An edition as a mail: several for one address together, each page once, in the language of the address."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import Page

from berichten.models import Bericht, Voorrang
from core.models import Thema
from inwoners.models import Adres
from inwoners.post import schrijf_aan
from volgen.abonnementen import stoplink
from volgen.doelen import Doel
from volgen.models import Editie, Levering, Ritme, Volgt
from volgen.samenstellen import in_delen

# What is nearest comes first, and then isn't told again further on.
VOLGORDE = [Volgt.OPROEP, Volgt.KERN, Volgt.PROJECT, Volgt.THEMA, Volgt.ALLES]
LANGSTE_ONDERWERP = 100


def schrijf(adres: Adres, leveringen: list[Levering]) -> Bericht | None:
    """Put it in the outbox; None when there is nothing left to tell."""
    leveringen = sorted(
        leveringen, key=lambda r: (VOLGORDE.index(r.editie.volgt), r.editie.ritme, r.editie.pk)
    )
    with override(adres.taal):
        hoofdstukken = _hoofdstukken(leveringen, adres.taal)
        if not hoofdstukken:
            return None
        site = settings.WAGTAILADMIN_BASE_URL
        stop = site + stoplink([r.abonnement_id for r in leveringen if r.abonnement_id], adres.taal)
        context = {
            "onderwerp": _onderwerp(hoofdstukken, leveringen[0].editie),
            "hoofdstukken": hoofdstukken,
            "uitkomst": leveringen[0].editie.ritme == Ritme.METEEN,
            "stop": stop,
            "mijn": site + reverse("mijn"),
        }
    eerste = min(r.pk for r in leveringen)
    koppen = {
        "List-Id": f"<{_lijst(leveringen)}.volgen.{urlsplit(site).hostname}>",
        "List-Unsubscribe": f"<{stop}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
    # A delivery that is taken back comes again under its own number: its mail was never sent.
    return schrijf_aan(adres, f"editie:{eerste}", "editie", context, voorrang=Voorrang.EDITIE, koppen=koppen)


def _hoofdstukken(leveringen: list[Levering], taal: str) -> list[dict[str, Any]]:
    """What each edition tells that none before it told."""
    verteld: set[int] = set()
    hoofdstukken = []
    for levering in leveringen:
        editie = levering.editie
        inhoud = [stuk for stuk in editie.inhoud if stuk["pagina"] not in verteld]
        verteld.update(stuk["pagina"] for stuk in inhoud)
        if inhoud or editie.voorwoord:
            hoofdstukken.append(
                {
                    "naam": naam_van(editie),
                    "voorwoord": editie.voorwoord,
                    "delen": in_delen(inhoud, taal),
                    "met_kern": editie.volgt in (Volgt.THEMA, Volgt.ALLES),
                }
            )
    return hoofdstukken


def naam_van(editie: Editie) -> str:
    """“Beesd”, in the language that is being read."""
    pagina = Page.objects.filter(pk=editie.pagina).first() if editie.pagina else None
    thema = Thema.objects.filter(pk=editie.thema).first() if editie.thema else None
    return Doel(Volgt(editie.volgt), pagina, thema).naam


def _onderwerp(hoofdstukken: list[dict[str, Any]], eerste: Editie) -> str:
    namen = ", ".join(hoofdstuk["naam"] for hoofdstuk in hoofdstukken)
    if eerste.ritme == Ritme.METEEN:
        zin = _("Dit kwam eruit: %(naam)s") % {"naam": namen}
    else:
        zin = _("Nieuw op Bloei!: %(naam)s") % {"naam": namen}
    return Truncator(zin).chars(LANGSTE_ONDERWERP)


def _lijst(leveringen: list[Levering]) -> str:
    """Of one thing its own name, by which a mail program can sort; it says nothing of who gets it."""
    if len(leveringen) > 1:
        return "samen"
    editie = leveringen[0].editie
    return f"{editie.volgt}-{editie.pagina or editie.thema or 0}"
