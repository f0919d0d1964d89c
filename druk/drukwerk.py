"""What is printed of a village: the kernagenda folder, posters, and the month for the village paper.

Every function takes live pages, as the database holds them, and returns a PDF. A draft never gets here.
"""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from django.template.defaultfilters import date as datum
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from wagtail.models import Page

from core.models import GemeenteInstellingen
from core.stand import Stand
from core.teksten.plat import alineas
from core.wanneer import op_een_dag, tijd, wanneer
from druk import zetten
from druk.veranderd import veranderd
from kernpagina.keuzes import STATUS_UITLEG, Aanmelden, AgendaStatus, PuntStatus
from kernpagina.models import AgendaItemPage, KernagendaPage, Kernagendapunt, KernPage, OproepPage
from meedoen.aanmelden.plaatsen import getoonde_plaatsen

FORMATEN = ("a4", "a3")


def folder(kernagenda: KernagendaPage, kern: KernPage, kort_adres: str) -> bytes:
    """The kernagenda on A4 sheets that fold to A5, to be delivered door to door."""
    rijen = Kernagendapunt.objects.om_te_lezen().filter(kernagenda=kernagenda.pk).select_related("thema")
    punten = list(rijen.order_by("volgorde"))
    gegevens = {
        "titel": kernagenda.title,
        "soort": _("Kernagenda"),
        "kern": kern.title,
        "versie": _versie(kernagenda),
        "onderschrift": _("Wat we samen willen met ons dorp"),
        "inleiding": alineas(kernagenda.inleiding),
        "contact": {"kop": _("Vragen of ideeën?"), "regels": _contact(kern)},
        "status": {
            "kop": _("Wat betekent de status?"),
            "koppen": [_("Status"), _("Betekenis")],
            "rijen": [{"naam": str(s.label), "uitleg": str(STATUS_UITLEG[s])} for s in PuntStatus],
        },
        "themas": [
            {"naam": str(thema), "punten": [_punt(p) for p in van_thema]}
            for thema, van_thema in groupby(punten, key=lambda p: p.thema)
        ],
        "veranderd": veranderd(kernagenda, punten),
        "qr": zetten.qr(kort_adres, _("Lees en doe mee op")),
    }
    return zetten.pdf("folder", gegevens, kernagenda.last_published_at)


def affiche_agenda(item: AgendaItemPage, kern: KernPage, kort_adres: str, formaat: str, op: date) -> bytes:
    """A poster for a meeting, as it is on that day; `formaat` is one of FORMATEN."""
    plek = ", ".join(filter(None, [item.locatie, item.adres]))
    feiten = [(_("Wanneer"), wanneer(item)), (_("Waar"), plek)]
    if aanmelden := _aanmelden(item, op):
        # It says by itself what it is about.
        feiten.append(("", aanmelden))
    if item.kosten:
        feiten.append((_("Kosten"), item.kosten))
    return _affiche(
        item,
        kort_adres,
        formaat,
        bovenkop=f"{kern.title} · {item.get_soort_display()}",
        let_op=_let_op(item.stand(op), item.toelichting),
        qr_kop=_("Lees verder en doe mee") if item.nodigt_uit(op) else _("Lees verder op"),
        tekst=item.samenvatting,
        feiten=feiten,
        bellen=bel_regel(kern),
    )


def affiche_oproep(oproep: OproepPage, kern: KernPage, kort_adres: str, formaat: str, op: date) -> bytes:
    """A poster for a call, as it is on that day; `formaat` is one of FORMATEN."""
    kan_nog = oproep.sluit >= op
    if kan_nog:
        feiten = [(_("Meedoen kan"), oproep.tijdstip()), (_("Zonder internet"), oproep.offline_meedoen)]
    else:
        feiten = [(_("Meedoen kon"), oproep.tijdstip())]
    if oproep.voor_wie:
        feiten.insert(0, (_("Voor wie"), oproep.voor_wie))
    return _affiche(
        oproep,
        kort_adres,
        formaat,
        bovenkop=f"{kern.title} · {_('Doe mee') if kan_nog else oproep.get_soort_display()}",
        let_op=_let_op(oproep.stand(op)),
        qr_kop=_("Lees verder en doe mee") if kan_nog else _("Lees verder op"),
        tekst=oproep.vraag,
        feiten=feiten,
        bellen=bel_regel(kern),
    )


def maand(gegevens: dict) -> bytes:
    """The month overview (see `maand_gegevens`) on A5, for the village paper."""
    return zetten.pdf("maand", gegevens)


def maand_als_tekst(gegevens: dict) -> str:
    """The month overview (see `maand_gegevens`) to paste into the village paper."""
    regels = [gegevens["titel"].upper(), ""]
    for item in gegevens["items"]:
        moment = ", ".join(filter(None, [item["dag"], item["tijd"]]))
        regels += [f"{moment}: {item['titel']}", item["waar"], item["tekst"], ""]
    if not gegevens["items"]:
        regels += [gegevens["leeg"], ""]
    if gegevens["oproepen"]:
        regels += [gegevens["oproepen_kop"].upper(), ""]
        for oproep in gegevens["oproepen"]:
            regels += [oproep["titel"], oproep["vraag"], oproep["tot"], ""]
    return "\n".join([*regels, f"{gegevens['qr']['kop']} {gegevens['qr']['adres']}", ""])


def maand_gegevens(
    kern: KernPage,
    eerste: date,
    items: Iterable[AgendaItemPage],
    oproepen: Iterable[OproepPage],
    kort_adres: str,
) -> dict:
    """What stands in the month overview: the same for the PDF and for the text to paste."""
    return {
        "titel": _("%(kern)s in %(maand)s")
        % {"kern": kern.title, "maand": date_format(eerste, "YEAR_MONTH_FORMAT")},
        "items": [
            {
                "dag": datum(timezone.localtime(item.begin), "DAG_KORT")
                if op_een_dag(item)
                else wanneer(item),
                "tijd": tijd(item) if op_een_dag(item) else "",
                "titel": item.title
                if item.status == AgendaStatus.GEPLAND
                else f"{item.get_status_display()}: {item.title}",
                "waar": ", ".join(filter(None, [item.locatie, item.adres])),
                "tekst": item.samenvatting,
            }
            for item in items
        ],
        "leeg": _("Deze maand staat er nog niets op de agenda."),
        "oproepen_kop": _("Doe mee"),
        "oproepen": [
            {
                "titel": oproep.title,
                "vraag": oproep.vraag,
                "tot": _("Kan tot en met %(dag)s.") % {"dag": datum(oproep.sluit, "DATE_FORMAT")},
            }
            for oproep in oproepen
        ],
        "qr": zetten.qr(kort_adres, _("Meer weten? Kijk op")),
    }


def _affiche(
    pagina: Page, kort_adres: str, formaat: str, *, feiten: list[tuple[str, str]], qr_kop: str, **tekst: str
) -> bytes:
    gegevens = {
        "titel": pagina.title,
        "formaat": formaat,
        "feiten": [{"wat": wat, "hoe": hoe} for wat, hoe in feiten],
        "qr": zetten.qr(kort_adres, qr_kop),
        **tekst,
    }
    return zetten.pdf("affiche", gegevens, pagina.last_published_at)


def _let_op(stand: Stand | None, toelichting: str = "") -> str:
    return ": ".join(filter(None, [stand.label, toelichting])) if stand and stand.let_op else ""


def _aanmelden(item: AgendaItemPage, op: date) -> str:
    if not item.aanmelden_kan(op):
        return "" if item.aanmelden == Aanmelden.NIET_NODIG else _("Aanmelden kan niet meer.")
    if item.aanmelden == Aanmelden.HIER and getoonde_plaatsen(item).get(None) == 0:
        return " ".join(
            [str(item.get_aanmelden_display()), _("Vol."), _("Je kunt nog wel op de wachtlijst.")]
        )
    return ": ".join(filter(None, [item.get_aanmelden_display(), item.aanmelden_contact]))


def _versie(kernagenda: KernagendaPage) -> str:
    versie = _("Versie %(nummer)s") % {"nummer": kernagenda.versie}
    if not kernagenda.vastgesteld_op:
        return versie
    vast = _("vastgesteld op %(dag)s") % {"dag": datum(kernagenda.vastgesteld_op, "DATE_FORMAT")}
    return f"{versie}, {vast}"


def _punt(punt) -> dict:
    wie = punt.naam_trekker or str(punt.get_trekker_display())
    return {
        "titel": punt.titel,
        "status": str(punt.get_status_display()),
        "voorrang": _("Dit heeft voorrang") if punt.prioriteit else "",
        "wie": " · ".join(filter(None, [wie, punt.planning])),
        "omschrijving": alineas(Truncator(punt.omschrijving).chars(280, html=True)),
        "motivering": alineas(punt.motivering),
    }


def _contact(kern: KernPage) -> list[dict[str, str]]:
    regels = [{"wie": g.naam, "hoe": g.contact} for g in kern.inwonersgroepen.all() if g.contact]
    if kern.gebiedsmakelaar_naam:
        hoe = ", ".join(filter(None, [kern.gebiedsmakelaar_telefoon, kern.gebiedsmakelaar_email]))
        regels.append(
            {"wie": f"{kern.gebiedsmakelaar_naam}, {_('gebiedsmakelaar van de gemeente')}", "hoe": hoe}
        )
    gemeente = GemeenteInstellingen.load()
    hoe = ", ".join(filter(None, [gemeente.telefoon, gemeente.email]))
    return [*regels, {"wie": gemeente.naam, "hoe": hoe}] if hoe else regels


def bel_regel(kern: KernPage) -> str:
    """Whom to telephone: the go-between of the village, or else the municipality."""
    wie, nummer = kern.gebiedsmakelaar_naam, kern.gebiedsmakelaar_telefoon
    if not nummer:
        gemeente = GemeenteInstellingen.load()
        wie, nummer = gemeente.naam, gemeente.telefoon
    return _("Liever bellen? %(wie)s, %(nummer)s") % {"wie": wie, "nummer": nummer} if nummer else ""
