"""The form of a call or a meeting to fill in by hand: the same questions as on its page, in the language that is being read."""

from datetime import date
from typing import Any, cast

from django import forms
from django.conf import settings
from django.template.defaultfilters import date as datum
from django.utils import timezone
from django.utils.translation import gettext as _

from core.models import GemeenteInstellingen
from druk import zetten
from kernpagina.bellen import bel
from kernpagina.models import AgendaItemPage, KernPage, OproepPage
from meedoen.aanmelden.forms import AanmeldForm
from meedoen.aanmelden.open import dag_van, met_aanmelding
from meedoen.aanmelden.plaatsen import Plek
from meedoen.aanmelden.vergeten import BEWAREN
from meedoen.forms import AntwoordForm
from meedoen.keuzes import IN_WOORDEN
from meedoen.namen import voorbeeldnamen
from meedoen.uitdagen.forms import UitdaagForm
from meedoen.uitdagen.stappen import met_uitdaging
from meedoen.uitdaging import DELEN

# Room to write by hand: lines of almost 9 millimetres, so that a short form is one sheet.
REGELS_TEKST, REGELS_ANTWOORD = 7, 3


def zet(pagina: Plek, kern: KernPage, kort_adres: str) -> bytes:
    """The PDF of a call or a meeting that has a form."""
    is_item = isinstance(pagina, AgendaItemPage)
    kop, tot, hoe = _van_item(pagina, kern) if is_item else _van_oproep(pagina)
    gegevens = {
        "titel": pagina.title,
        "bovenkop": f"{kern.title} · {_('Meld je aan op papier') if is_item else _('Doe mee op papier')}",
        "vraag": kop,
        "inleveren": {
            "kop": _("Waar lever je dit in?"),
            "tot": _("Kan tot en met %(dag)s.") % {"dag": datum(tot, "DATE_FORMAT")},
            "hoe": hoe,
        },
        **_van_deze_soort(pagina),
        "qr": zetten.qr(kort_adres, _("Liever online?")),
    }
    return zetten.pdf("formulier", gegevens, pagina.last_published_at)


def _van_oproep(oproep: OproepPage) -> tuple[str, date, str]:
    return oproep.vraag, oproep.sluit, oproep.offline_meedoen


def _van_item(item: AgendaItemPage, kern: KernPage) -> tuple[str, date, str]:
    """When and where it is, until when one signs up, and with whom."""
    wie = bel(kern)
    hoe = item.aanmelden_contact or ", ".join(filter(None, [wie["wie"], wie["telefoon"] or wie["email"]]))
    begin = timezone.localdate(item.begin)
    geef = _("Geef het aan wie dit organiseert: %(wie)s") % {"wie": hoe}
    return f"{item.tijdstip()}, {item.locatie}", min(item.aanmelden_tot or begin, begin), geef


def _van_deze_soort(oproep: Plek) -> dict[str, Any]:
    """What is asked, of whom, how they hear, and what happens to it."""
    if isinstance(oproep, AgendaItemPage) or met_aanmelding(oproep):
        return _aanmelding(oproep)
    if met_uitdaging(oproep):
        return _uitdaging()
    return {
        # Kept with what is typed over, so that no sheet is typed twice. Of the other two the name says that.
        "vel": _("Vel"),
        "vragen": [_veld(veld) for veld in AntwoordForm(oproep).fields.values()],
        "wie": _wie(oproep),
        "horen": _horen(oproep),
        "gegevens": _wat_ermee_gebeurt(_uitleg(oproep)),
    }


def _aanmelding(oproep: Plek) -> dict[str, Any]:
    velden = AanmeldForm(oproep).fields
    if "taak" in velden and isinstance(oproep, OproepPage):
        # How many are still needed is another number when somebody reads the paper.
        taken = [(str(taak.kenmerk), taak.taak) for taak in oproep.taken.all() if taak.kenmerk]
        cast("forms.ChoiceField", velden["taak"]).choices = taken
    regels = [
        _("De redactie van je kern zet je op de lijst. Het papier gaat weg als het voorbij is."),
        _("Is het vol? Dan kom je op de wachtlijst."),
        _("Je naam bewaren we tot %(dag)s. Daarna weten we alleen nog hoeveel mensen het waren.")
        % {"dag": datum(dag_van(oproep) + BEWAREN, "DATE_FORMAT")},
    ]
    return {
        "vragen": [_veld(velden[naam]) for naam in ("taak", "aantal") if naam in velden],
        "wie": {
            "kop": _("Wie ben je?"),
            "uitleg": str(velden["naam"].help_text),
            "velden": [str(velden["naam"].label), _("Je telefoonnummer")],
            "tekenen": [],
            "namen": [str(velden["wil_afspraken"].label)] if "wil_afspraken" in velden else [],
            "zonder": _("Je nummer mag leeg blijven. We bellen alleen als er geen plek is, of als er iets verandert."),
        },
        "horen": {
            "kop": _("Wil je een bevestiging?"),
            "uitleg": _("Vul in hoe je het wilt horen, of laat het leeg."),
            "velden": _mail_of_brief(),
        },
        "gegevens": _wat_ermee_gebeurt(regels),
    }  # fmt: skip


def _uitdaging() -> dict[str, Any]:
    velden = UitdaagForm().fields
    regels = [
        _("De redactie van je kern geeft dit formulier aan de gemeente. Niets ervan komt op de site."),
        _("De gemeente bewaart het tot een jaar na de dag waarop je het besluit hoort."),
    ]
    return {
        "vragen": [_veld(velden[deel]) for deel in DELEN],
        "wie": {
            "kop": _("Wie ben je?"),
            "uitleg": str(velden["naam"].help_text),
            "velden": [str(velden["naam"].label), _("Waar woon je?")],
            # A formal request on paper is dated and signed (Awb, article 4:2).
            "tekenen": [_("Datum"), _("Handtekening")],
            "namen": [str(velden["akkoord"].label)],
            "zonder": "",
        },
        "horen": {
            "kop": _("Hoe wil je het besluit horen?"),
            "uitleg": _("Je hoort binnen %(weken)s weken wat de gemeente besluit.")
            % {"weken": settings.UITDAAGRECHT_WEKEN},
            "velden": _mail_of_brief(),
        },
        "gegevens": _wat_ermee_gebeurt(regels),
    }


def _veld(veld: forms.Field) -> dict[str, Any]:
    """One question: what is asked, and room for lines or boxes to tick."""
    keuzes, uitleg = [], str(getattr(veld, "uitleg", veld.help_text))
    if isinstance(veld, forms.ChoiceField):
        keuzes = [str(naam) for _waarde, naam in cast("list[tuple[str, str]]", veld.choices)]
        meer = isinstance(veld, forms.MultipleChoiceField)
        uitleg = f"{uitleg} {_('Je mag er meer aankruisen.') if meer else _('Kruis er één aan.')}".strip()
    lang = isinstance(veld.widget, forms.Textarea)
    hoog = REGELS_TEKST if getattr(veld, "max_length", 0) == 2000 else REGELS_ANTWOORD
    return {
        "label": str(veld.label),
        "uitleg": uitleg,
        "keuzes": keuzes,
        "regels": 0 if keuzes else hoog if lang else 1,
    }


def _wie(oproep: OproepPage) -> dict[str, Any]:
    voorbeeld = voorbeeldnamen(oproep)
    namen = [
        _("Mijn naam mag erbij, zo: %(naam)s") % {"naam": voorbeeld["kort"]},
        _("Mijn hele naam mag erbij, zo: %(naam)s") % {"naam": voorbeeld["voluit"]},
    ]
    in_woorden = oproep.soort in IN_WOORDEN
    return {
        "kop": _("Wie ben je?"),
        "uitleg": _("Bij Bloei! reageren we met onze naam."),
        "velden": [_("Je voor- en achternaam"), _("Waar woon je?")],
        "tekenen": [],
        "namen": namen if in_woorden else [],
        "zonder": _("Kruis je niets aan? Dan staat er: een inwoner, naam bekend.")
        if in_woorden
        else _("Je antwoorden staan niet los op de site, en je naam ook niet."),
    }


def _horen(oproep: OproepPage) -> dict[str, Any]:
    dag = datum(oproep.terugkoppeling_uiterlijk, "DATE_FORMAT")
    return {
        "kop": _("Wil je horen wat ermee gebeurt?"),
        "uitleg": _("Uiterlijk op %(dag)s is dat bekend. Vul in hoe je het wilt horen, of laat het leeg.")
        % {"dag": dag},
        "velden": _mail_of_brief(),
    }


def _mail_of_brief() -> list[str]:
    return [_("Met een mail naar:"), _("Met een brief naar:")]


def _uitleg(oproep: OproepPage) -> list[str]:
    """Short; all of it stands on /privacy."""
    return [
        _("De redactie van je kern typt het over. Daarna gaat het papier weg."),
        _("Communicatie leest het binnen 2 werkdagen, voordat het op de site komt.")
        if oproep.soort in IN_WOORDEN
        else _("Een ander kijkt na of het klopt. Daarna tellen je antwoorden mee."),
        _("Met dit formulier houd je je aan de huisregels: blijf aardig, noem geen gegevens van anderen, maak geen reclame."),
        _("Je naam en adres bewaren we niet langer dan een jaar na de uitkomst."),
    ]  # fmt: skip


def _wat_ermee_gebeurt(regels: list[str]) -> dict[str, Any]:
    gemeente = GemeenteInstellingen.load()
    if gemeente.telefoon:
        weg = _("Iets veranderen of weghalen? Bel de gemeente: %(telefoon)s") % {
            "telefoon": gemeente.telefoon
        }
        regels = [*regels, weg]
    return {"kop": _("Wat gebeurt er met dit formulier?"), "regels": regels}
