"""The next version of a kernagenda: begun in the draft, from what is online and what was written since."""

import json

from django.core.exceptions import PermissionDenied
from django.db import transaction

from core.goedkeuring.besluiten import KanNiet
from core.goedkeuring.grendel import houd_paginas
from kernpagina.models import KernagendaPage


@transaction.atomic
def begin(kernagenda: KernagendaPage, user) -> int:
    """Give the draft the next number, and return that; pressed twice it is the same version.

    A reason tells why a state changed since the version before: what it told of the last one is taken out.
    Raises PermissionDenied, and KanNiet with what has to be done first.
    """
    houd_paginas([kernagenda.pk])
    kernagenda = KernagendaPage.objects.get(pk=kernagenda.pk)
    rechten = kernagenda.permissions_for_user(user)
    if not rechten.can_edit():
        raise PermissionDenied
    laatste = kernagenda.versies.order_by("versie").last()
    if laatste is None:
        raise KanNiet("De eerste versie staat nog niet online. Maak die eerst af.")
    concept = kernagenda.get_latest_revision_as_object()
    if concept.versie > laatste.versie:
        return concept.versie
    if kernagenda.workflow_in_progress or rechten.page_locked():
        raise KanNiet(
            "De kernagenda wacht op goedkeuring. Open haar: daar lees je hoe je haar terugkrijgt. Of wacht tot ze online staat."
        )
    was = {punt["uuid"]: punt["status"] for punt in laatste.punten}
    onderdelen = concept.onderdelen.get_prep_value()
    for punt in (punt for onderdeel in onderdelen for punt in onderdeel["value"]["punten"]):
        if was.get(punt["id"]) == punt["value"].get("status"):
            punt["value"]["reden"] = ""
    concept.versie, concept.vastgesteld_op = laatste.versie + 1, None
    concept.onderdelen = json.dumps(onderdelen)
    concept.save_revision(user=user, log_action=True, clean=False)
    return concept.versie
