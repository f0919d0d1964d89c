"""What an edition tells: of each page that the log names the newest state, in parts, with its words in each language."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any, cast
from urllib.parse import urlsplit
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.template.defaultfilters import date as datum
from django.utils.translation import get_language, gettext_lazy, ngettext, override
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.query import PageQuerySet

from core.boom import VOORPAGINA_DIEPTE
from core.models import BasePage, LijstPage
from core.openbaar import openbaar
from core.talen.adres import pad_in_taal
from core.talen.lezen import heel_in_leestaal, van_elke_soort
from core.talen.taal import BRONTAAL, talen
from core.teksten.plat import is_leeg, platte_tekst
from kernpagina.afspraken import van_verslag
from kernpagina.kernen import met_kern
from kernpagina.keuzes import OproepStatus
from kernpagina.models import Afspraak, AgendaItemPage, OproepPage
from projecten.models import ProjectPage
from volgen.lezen import eerste_zin
from volgen.models import Soort, Volgt, Wijziging

# One page as an edition keeps it: {"pagina", "deel", "kern", "teksten": {"nl": {"titel", "label", "wanneer", …}},
# "feiten": {"pl": {"label", "wanneer", "punten"}}}, the last for a language in which it can't be read: each of those
# points is in pieces, [language, text], because how it stands is ours to say, and what it's about is in Dutch.
Stuk = dict[str, Any]
# Of these pages, which agreements are news.
Nieuws = Mapping[int, Collection[UUID]]
Punt = list[tuple[str, str]]
MEESTE_AFSPRAKEN = 10


class Deel(models.TextChoices):
    """The parts of an edition, in order."""

    KOMT = "komt", gettext_lazy("Komt eraan")
    DOE_MEE = "doe mee", gettext_lazy("Doe mee")
    GEBEURD = "gebeurd", gettext_lazy("Dit gebeurde ermee")
    AFSPRAKEN = "afspraken", gettext_lazy("Afspraken")
    NIEUW = "nieuw", gettext_lazy("Nieuw of veranderd")


def stel_samen(
    volgt: str, pagina: int | None, thema: int | None, van: int, tot: int, op: date, dag: date | None = None
) -> list[Stuk]:
    """What became public after `van`, up to and with `tot`, as it is on this day. Hold the version: it must stay so.
    `dag`: the one that stands above it, from which it counts how long something takes; it may be made later."""
    laatste: dict[int, tuple[int, str]] = {}
    nieuw: set[int] = set()
    afspraken: dict[int, set[UUID]] = defaultdict(set)
    regels = Wijziging.objects.na(van).filter(_hoort_bij(volgt, pagina, thema), nummer__lte=tot, eigen=True)
    for regel in regels.filter(taal=BRONTAAL).values_list("pagina", "nummer", "soort", "afspraken"):
        laatste[regel[0]] = regel[1:3]
        afspraken[regel[0]].update(regel[3])
        if regel[2] == Soort.NIEUW:
            nieuw.add(regel[0])
    er_nog = [nummer for nummer, (_nummer, soort) in laatste.items() if soort != Soort.WEG]
    stukken = lees_stukken(er_nog, op, nieuw, afspraken, dag)
    plek = list(Deel.values).index
    return sorted(stukken, key=lambda s: (plek(s["deel"]), s.pop("eerst"), -laatste[s["pagina"]][0]))


def lees_stukken(
    paginas: Iterable[int],
    op: date,
    nieuw: Collection[int] = (),
    afspraken: Nieuws | None = None,
    dag: date | None = None,
) -> list[Stuk]:
    """These Dutch pages as far as they are public and news; each with `eerst`, by which its part is put in order."""
    stukken: dict[int, Stuk] = {}
    keuze = cast("PageQuerySet", openbaar(Page.objects.filter(pk__in=list(paginas))))
    for taal in talen():
        with override(taal):
            for pagina in cast("list[Any]", met_kern(van_elke_soort(keuze, taal))):
                punten = _punten(pagina, (afspraken or {}).get(pagina.pk, ()))
                if taal == BRONTAAL and (deel := _deel(pagina, op, pagina.pk in nieuw, bool(punten))):
                    stukken[pagina.pk] = {
                        "pagina": pagina.pk,
                        "deel": deel,
                        "kern": pagina.kern.title if pagina.kern else "",
                        "eerst": _eerst(pagina, deel),
                        "teksten": {},
                        "feiten": {},
                    }
                if not (stuk := stukken.get(pagina.pk)):
                    continue
                if pagina.taal == taal:
                    regels = [aaneen(punt) for punt in punten]
                    stuk["teksten"][taal] = _woorden(pagina, stuk["deel"], dag or op, regels)
                else:
                    stuk["feiten"][taal] = _feiten(pagina, stuk["deel"], dag or op)
                    if punten and stuk["deel"] == Deel.AFSPRAKEN:
                        stuk["feiten"][taal]["punten"] = punten
    return list(stukken.values())


def _hoort_bij(volgt: str, pagina: int | None, thema: int | None) -> Q:
    match volgt:
        case Volgt.KERN:
            return Q(kern=pagina)
        case Volgt.PROJECT:
            erbij = [
                model.objects.filter(project=pagina).values("pk") for model in (AgendaItemPage, OproepPage)
            ]
            return Q(pagina=pagina) | Q(pagina__in=erbij[0]) | Q(pagina__in=erbij[1])
        case Volgt.THEMA:
            return Q(themas__contains=[thema])
    return Q()


def _deel(pagina: BasePage, op: date, nieuw: bool, afgesproken: bool) -> Deel | None:
    """Under which heading it is news on this day; None when it isn't: a list, or what is over."""
    match pagina:
        case AgendaItemPage():
            if not pagina.is_voorbij(op):
                return Deel.KOMT
            if afgesproken:
                return Deel.AFSPRAKEN
            return Deel.GEBEURD if pagina.verslag else None
        case OproepPage():
            status = pagina.status(op)
            if status in (OproepStatus.OPEN, OproepStatus.GEPLAND):
                return Deel.DOE_MEE
            return Deel.GEBEURD if status == OproepStatus.TERUGGEKOPPELD else None
        case ProjectPage():
            return Deel.NIEUW if nieuw else Deel.GEBEURD
    return None if isinstance(pagina, LijstPage) or pagina.depth <= VOORPAGINA_DIEPTE else Deel.NIEUW


def _eerst(pagina: BasePage, deel: Deel) -> str:
    if deel == Deel.KOMT and isinstance(pagina, AgendaItemPage):
        return pagina.begin.isoformat()
    if deel == Deel.DOE_MEE and isinstance(pagina, OproepPage):
        return pagina.sluit.isoformat()
    return ""


def aaneen(punt: Punt) -> str:
    return " ".join(tekst for _taal, tekst in punt)


def _woorden(pagina: BasePage, deel: str, op: date, punten: list[str]) -> dict[str, Any]:
    """In the language that is being read."""
    gezegd = {
        "titel": pagina.title,
        **_feiten(pagina, deel, op),
        "regel": eerste_zin(pagina.in_het_kort()),
        "pad": urlsplit(pagina.full_url or "").path,
    }
    if deel == Deel.AFSPRAKEN:
        gezegd["punten"] = punten
    elif deel == Deel.GEBEURD and isinstance(pagina, OproepPage):
        gezegd["regel"] = eerste_zin(platte_tekst(pagina.uitkomst))
    elif deel == Deel.GEBEURD and isinstance(pagina, AgendaItemPage):
        gezegd["regel"] = eerste_zin(platte_tekst(pagina.verslag))
    return {naam: waarde for naam, waarde in gezegd.items() if waarde}


def _feiten(pagina: BasePage, deel: str, op: date) -> dict[str, str]:
    """How it stands and when it is, in the language that is being read: our words, also where its own are only in Dutch."""
    stand = pagina.stand(op)
    return {
        "label": str(stand.label) if stand and stand.let_op and not stand.vanzelf else "",
        "wanneer": _wanneer(pagina, deel, op),
    }


def _punten(pagina: BasePage, nieuws: Collection[UUID]) -> list[Punt]:
    """Of a meeting the agreements that are news and stand in its report, each in a line, in the language that is being read."""
    if not nieuws or not isinstance(pagina, AgendaItemPage) or is_leeg(pagina.verslag):
        return []
    item = heel_in_leestaal(pagina)
    regels = [
        _afspraak(afspraak, pagina.taal) for afspraak in van_verslag(item) if afspraak.kenmerk in nieuws
    ]
    over = len(regels) - MEESTE_AFSPRAKEN
    meer = _("Op de pagina staan er nog %(aantal)s.") % {"aantal": over}
    return regels[:MEESTE_AFSPRAKEN] + ([[(get_language() or BRONTAAL, meer)]] if over > 0 else [])


def _afspraak(afspraak: Afspraak, taal: str) -> Punt:
    """“Afgesproken: een bankje, buurtteam, in mei”, “Gedaan: een bankje. Het staat er.” How it stands is said in the
    language that is being read, the rest in `taal`; how it went is told in Dutch, and only where the rest is."""
    stand = (get_language() or BRONTAAL, f"{afspraak.get_stand_display()}:")
    if afspraak.loopt:
        return [stand, (taal, ", ".join(filter(None, [afspraak.wat, afspraak.wie, afspraak.wanneer])))]
    uitleg = afspraak.uitleg if taal == BRONTAAL else ""
    return [stand, (taal, f"{afspraak.wat.rstrip('.')}. {uitleg}" if uitleg else afspraak.wat)]


def _wanneer(pagina: BasePage, deel: str, op: date) -> str:
    if isinstance(pagina, AgendaItemPage):
        return ", ".join(filter(None, [pagina.tijdstip(), pagina.locatie]))
    if deel != Deel.DOE_MEE or not isinstance(pagina, OproepPage):
        return ""
    if pagina.opent > op:
        return _("Begint op %(dag)s") % {"dag": datum(pagina.opent, "DAG_EN_MAAND")}
    dagen = (pagina.sluit - op).days
    over = ngettext("Sluit over %(dagen)s dag", "Sluit over %(dagen)s dagen", dagen) % {"dagen": dagen}
    return f"{over if dagen else _('Sluit vandaag')}: {datum(pagina.sluit, 'DAG_EN_MAAND')}"


def in_delen(inhoud: Iterable[Stuk], taal: str) -> list[tuple[str, list[dict[str, Any]]]]:
    """To show: per part its heading and its pages, in a language as far as it is there, each with `taal`, `kern`, the
    language of what is ours in it, `feitentaal`, and its `punten` in pieces."""
    per_deel: dict[str, list[dict[str, Any]]] = {}
    for stuk in inhoud:
        van = taal if taal in stuk["teksten"] else BRONTAAL
        feiten = stuk.get("feiten", {}).get(taal)
        gezegd = stuk["teksten"].get(van, {}) | (feiten or {})
        gezegd |= {"taal": van, "feitentaal": taal if feiten else van, "kern": stuk["kern"]}
        gezegd["punten"] = [[(van, p)] if isinstance(p, str) else p for p in gezegd.get("punten", [])]
        if van != taal and "pad" in gezegd:
            # Its words are only there in Dutch; of the page that it leads to, all around them can be read.
            gezegd["pad"] = pad_in_taal(gezegd["pad"], taal)
        per_deel.setdefault(stuk["deel"], []).append(gezegd)
    return [(str(Deel(deel).label), stukken) for deel, stukken in per_deel.items()]
