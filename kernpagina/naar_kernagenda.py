"""What was agreed at a meeting, as a point in the draft of the kernagenda."""

import json
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.formats import date_format
from django.utils.html import escape
from django.utils.text import Truncator

from core.boom import PAD_LENGTE
from core.goedkeuring.besluiten import KanNiet
from core.goedkeuring.grendel import houd_paginas
from core.models import Thema
from kernpagina.keuzes import AfspraakStand, Herkomst, PuntStatus, Trekker
from kernpagina.models import Afspraak, AgendaItemPage, KernagendaPage

STATUS = {
    AfspraakStand.AFGESPROKEN: PuntStatus.GEPLAND,
    AfspraakStand.BEZIG: PuntStatus.BEZIG,
    AfspraakStand.GEDAAN: PuntStatus.GEREED,
}
# As long as the form of a point takes them.
TITEL, PLANNING = 160, 80


def kernagenda_bij(item: AgendaItemPage) -> KernagendaPage | None:
    """The kernagenda of the kern of this meeting, online or not."""
    return KernagendaPage.objects.filter(path__startswith=item.path[:PAD_LENGTE]).first()


def punten_in_concept(kernagenda: KernagendaPage) -> set[str]:
    """The identities of the points in the newest version, which may be a draft."""
    return {
        str(punt.id)
        for onderdeel in _concept(kernagenda).onderdelen
        for punt in onderdeel.value["punten"].bound_blocks
    }


@transaction.atomic
def zet_op_kernagenda(afspraak: Afspraak, thema: Thema, user) -> KernagendaPage:
    """Add a point to the draft; pressed twice it is one point. It is public when somebody else approved the kernagenda.

    Raises PermissionDenied, and KanNiet with what has to be done first.
    """
    kernagenda = kernagenda_bij(afspraak.agenda_item)
    if kernagenda is None:
        raise KanNiet("Deze kern heeft nog geen kernagenda.")
    houd_paginas([kernagenda.pk])
    kernagenda.refresh_from_db()
    rechten = kernagenda.permissions_for_user(user)
    if not rechten.can_edit():
        raise PermissionDenied
    if str(afspraak.punt) in punten_in_concept(kernagenda):
        return kernagenda
    if kernagenda.workflow_in_progress or rechten.page_locked():
        raise KanNiet(
            "De kernagenda wacht op goedkeuring. Open haar: daar lees je hoe je haar terugkrijgt. Of wacht tot ze online staat."
        )
    if afspraak.stand not in STATUS:
        raise KanNiet("Deze afspraak is vervallen. Zet haar alleen op de kernagenda als ze weer geldt.")
    concept = _concept(kernagenda)
    onderdelen = concept.onderdelen.get_prep_value()
    if not any(deel["value"]["thema"] == thema.pk for deel in onderdelen):
        onderdelen.append({"type": "thema", "value": {"thema": thema.pk, "punten": []}})
    van_thema = next(deel["value"] for deel in onderdelen if deel["value"]["thema"] == thema.pk)
    van_thema["punten"].append({"type": "item", "id": str(afspraak.punt), "value": _punt(afspraak)})
    concept.onderdelen = json.dumps(onderdelen)
    concept.save_revision(user=user, log_action=True, clean=False)
    return kernagenda


def _concept(kernagenda: KernagendaPage) -> Any:
    return kernagenda.get_latest_revision_as_object()


def _punt(afspraak: Afspraak) -> dict[str, Any]:
    past = len(afspraak.wat) <= TITEL
    planning = (
        f"uiterlijk {date_format(afspraak.uiterlijk, 'j F Y')}" if afspraak.uiterlijk else afspraak.wanneer
    )
    return {
        "titel": Truncator(afspraak.wat).chars(TITEL),
        "omschrijving": "" if past else f"<p>{escape(afspraak.wat)}</p>",
        "status": STATUS[AfspraakStand(afspraak.stand)],
        "trekker": afspraak.wie_soort or Trekker.INWONERS,
        "naam_trekker": afspraak.wie,
        "planning": Truncator(planning).chars(PLANNING),
        "herkomst": Herkomst.BIJEENKOMST,
        "prioriteit": False,
        "project": afspraak.project_id,
        "motivering": "",
    }
