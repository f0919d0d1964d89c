"""Paper for on the table at a meeting: sheets to write on, cards with what stands on the kernagenda, and afterwards the
folder with what was agreed.

Of live pages only, as all that is printed. What is written on a sheet is typed over line by line (`werkplek/inbreng.py`).
"""

from django.template.defaultfilters import date as datum
from django.utils.translation import gettext as _

from core.models import Thema
from druk import zetten
from druk.drukwerk import bel_regel
from kernpagina.keuzes import AfspraakStand
from kernpagina.models import Afspraak, AgendaItemPage, Kernagendapunt, KernPage

# Room on one sheet: ideas, agreements, cards.
REGELS, AFSPRAKEN, KAARTEN = 12, 3, 8
# The folder for the letter box, and the same one to hang up.
FORMATEN = ("a5", "a4")


def tafelvellen(item: AgendaItemPage, kern: KernPage, qr: dict[str, str]) -> bytes:
    """A sheet for each theme, and one for whatever else comes up. `qr` as `zetten.qr` makes it."""
    themas = [str(thema) for thema in _themas(item, _punten(kern))]
    gegevens = {
        "titel": _("Tafelvellen: %(titel)s") % {"titel": item.title},
        "bovenkop": f"{kern.title} · {item.title}",
        "onderkop": item.tijdstip(),
        "vellen": [*themas, _("Verder")] if themas else [_("Wat komt er op tafel?")],
        "tafel": _("Tafel"),
        "opdracht": _("Schrijf één ding op elke regel. Schrijf geen namen op."),
        "regels": REGELS,
        "afspraken_kop": _("Wat spreken we af?"),
        "koppen": [_("Wat"), _("Wie"), _("Wanneer")],
        "afspraken": AFSPRAKEN,
        "qr": qr,
    }
    return zetten.pdf("tafelvellen", gegevens, item.last_published_at)


def kaarten(item: AgendaItemPage, kern: KernPage, qr: dict[str, str]) -> bytes:
    """Cards to cut out: the points about the themes of this meeting, or else all; then the QR code, and empty ones."""
    punten = _punten(kern)
    themas = {thema.pk for thema in item.themas.all()}
    punten = [punt for punt in punten if punt.thema_id in themas] or punten
    gegevens = {
        "titel": _("Kaartjes: %(titel)s") % {"titel": item.title},
        "kaarten": [_kaart(punt) for punt in punten],
        "leeg": -(len(punten) + 1) % KAARTEN,
        "leeg_kop": _("Jouw idee"),
        "qr": qr,
    }
    return zetten.pdf("kaarten", gegevens, item.last_published_at)


def dit_spraken_we_af(
    item: AgendaItemPage, kern: KernPage, afspraken: list[Afspraak], kort_adres: str, formaat: str
) -> bytes:
    """What was agreed, by whom, when, and how it goes by now; `formaat` is one of FORMATEN."""
    aantal = item.aantal_aanwezigen
    gegevens = {
        "titel": _("Dit spraken we af"),
        "formaat": formaat,
        "bovenkop": f"{kern.title} · {item.title}",
        "onderkop": ", ".join(filter(None, [item.tijdstip(), item.locatie])),
        "mensen": _("Er waren %(aantal)s mensen.") % {"aantal": aantal} if aantal else "",
        "afspraken": [_afspraak(rij) for rij in afspraken],
        "qr": zetten.qr(kort_adres, _("Hoe gaat het ermee? Kijk op")),
        "bellen": bel_regel(kern),
    }
    return zetten.pdf("afspraken", gegevens, item.last_published_at)


def _punten(kern: KernPage) -> list[Kernagendapunt]:
    punten = Kernagendapunt.objects.om_te_lezen().zichtbaar().van_kern(kern).select_related("thema")
    return list(punten.op_volgorde())


def _themas(item: AgendaItemPage, punten: list[Kernagendapunt]) -> list[Thema]:
    """Those of the meeting; when it names none, those of the kernagenda."""
    eigen = sorted(item.themas.all(), key=lambda thema: thema.volgorde)
    return eigen or list(dict.fromkeys(punt.thema for punt in punten))


def _kaart(punt: Kernagendapunt) -> dict[str, str]:
    return {
        "thema": str(punt.thema),
        "titel": punt.titel,
        "status": str(punt.get_status_display()),
        "wie": punt.naam_trekker or str(punt.get_trekker_display()),
        "voorrang": _("Dit heeft voorrang") if punt.prioriteit else "",
    }


def _afspraak(rij: Afspraak) -> dict[str, str]:
    soort = str(rij.get_wie_soort_display()) if rij.wie_soort else ""
    uiterlijk = _("Uiterlijk %(dag)s") % {"dag": datum(rij.uiterlijk, "DATE_FORMAT")} if rij.uiterlijk else ""
    nieuws = str(rij.get_stand_display()) if rij.stand != AfspraakStand.AFGESPROKEN else ""
    return {
        "wat": rij.wat,
        "wie": f"{rij.wie} ({soort})" if rij.wie and soort else rij.wie or soort,
        "wanneer": " · ".join(filter(None, [rij.wanneer, uiterlijk])),
        "stand": ": ".join(filter(None, [nieuws, rij.uitleg])),
    }
