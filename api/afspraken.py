"""How the API tells of an agreement: in the list of all, and with its meeting."""

from datetime import date
from typing import Any

from django.db.models import OuterRef, Subquery
from wagtail.models import Page

from api.deelvragen import pagina_json, project_van, rijen
from api.lezing import Lezing
from api.schemas import afspraken as s
from api.schemas.kernagenda import AfspraakVanPunt
from api.schemas.keuzes import naar_api
from api.vullen import Rij, vul
from core.talen.lezen import vertaald
from core.talen.taal import BRONTAAL
from kernpagina.keuzes import LOPENDE_AFSPRAAK, AfspraakStand
from kernpagina.models import Afspraak, AgendaItemPage, KernagendaPage, Kernagendapunt
from kernpagina.querysets_afspraken import AfspraakQuerySet
from projecten.models import ProjectPage


def met_alles(lezing: Lezing, afspraken: AfspraakQuerySet) -> AfspraakQuerySet:
    """With everything of a result in one query."""
    van_pagina = ("path", "begin")
    return (
        afspraken.select_related("agenda_item")
        .only(*_velden(afspraken), *(f"agenda_item__{veld}" for veld in van_pagina))
        .annotate(
            item_rijen=pagina_json(
                lezing, AgendaItemPage.objects.filter(pk=OuterRef("agenda_item")).order_by()
            ),
            project_rijen=project_van(lezing),
            punt_rijen=punt_van(lezing),
        )
    )


def _velden(afspraken: AfspraakQuerySet) -> list[str]:
    return [veld.name for veld in afspraken.model._meta.concrete_fields if not veld.is_relation]


def punt_van(lezing: Lezing) -> Any:
    """The visible point that belongs to an agreement, in the language of the reader: a list of one or none."""
    kernagendas = lezing.paginas(KernagendaPage.objects.order_by())
    punten = Kernagendapunt.objects.filter(
        uuid=OuterRef("punt"), kernagenda__in=kernagendas.values("pk")
    ).order_by("pk")
    velden: dict[str, Any] = {
        "id": "kernagenda_id",
        "uuid": "uuid",
        "titel": "titel",
        "url_path": "kernagenda__url_path",
    }
    if lezing.taal != BRONTAAL:
        anders = Kernagendapunt.objects.filter(
            uuid=OuterRef("uuid"), kernagenda__in=Page.objects.filter(vertaald(lezing.taal)).values("pk")
        )
        velden["vertaald"] = Subquery(anders.values("titel")[:1])
    return rijen(punten, **velden)


def van_verslag(lezing: Lezing) -> dict[str, Any]:
    """What the register says of the agreements of a meeting, and which kernagenda may have points of them: as columns of
    its page."""
    rij = Afspraak.objects.filter(agenda_item=OuterRef("pk")).order_by("volgorde")
    project = pagina_json(lezing, ProjectPage.objects.filter(pk=OuterRef("project")).order_by())
    velden = {naam: naam for naam in ("kenmerk", "stand", "uitleg", "stand_op", "project_id")}
    van_kern = KernagendaPage.objects.filter(plek__kern=OuterRef("plek__kern"), plek__taal=BRONTAAL)
    return {
        "register_rijen": rijen(rij, **velden, project=project, punt=punt_van(lezing)),
        "kernagenda_nummer": Subquery(van_kern.order_by().values("pk")[:1]),
    }


def in_verslag(lezing: Lezing, rij: dict[str, Any], register: dict[str, Any]) -> s.Afspraak:
    """An agreement as it stands in the report (the columns of the schema), with what the register says of it."""
    return vul(
        s.Afspraak,
        rij,
        stand=naar_api(register.get("stand") or AfspraakStand.AFGESPROKEN),
        uitleg=register.get("uitleg"),
        stand_datum=register.get("stand_op"),
        dagen_te_laat=0,
        kernagendapunt=als_punt(lezing, next(iter(register.get("punt") or ()), None)),
        project=lezing.verwijzing(next(iter(register.get("project") or ()), None)),
    )


def tel_dagen(afspraak: dict[str, Any], op: date) -> None:
    """Fill in, in an answer, how late it is on that day."""
    dag = afspraak["uiterlijkDatum"]
    loopt = afspraak["stand"] in {naar_api(stand) for stand in LOPENDE_AFSPRAAK}
    afspraak["dagenTeLaat"] = max((op - date.fromisoformat(dag)).days, 0) if dag and loopt else 0


def van_punt(lezing: Lezing) -> Any:
    """The visible agreements that a point belongs to, each with its meeting."""
    items = lezing.paginas(AgendaItemPage.objects.order_by())
    item = pagina_json(lezing, AgendaItemPage.objects.filter(pk=OuterRef("agenda_item")).order_by())
    van_dit = Afspraak.objects.filter(punt=OuterRef("uuid"), agenda_item__in=items.values("pk"))
    return rijen(van_dit.order_by("agenda_item__begin", "volgorde"), kenmerk="kenmerk", item=item)


def bij_punt(lezing: Lezing, punt: Rij) -> list[AfspraakVanPunt]:
    return [
        AfspraakVanPunt(id=rij["kenmerk"], agenda_item=lezing.verwijzing(rij["item"][0]))
        for rij in punt.afgesproken_rijen
    ]


def als_afspraak(lezing: Lezing, rij: Rij) -> s.Afspraak:
    """What doesn't follow from the day: how late it is, is filled in by who asks."""
    return vul(
        s.Afspraak,
        rij,
        id=str(rij.kenmerk),
        dagen_te_laat=0,
        kernagendapunt=als_punt(lezing, next(iter(rij.punt_rijen), None)),
        project=lezing.verwijzing(next(iter(rij.project_rijen), None)),
    )


def als_punt(lezing: Lezing, rij: dict[str, Any] | None) -> s.PuntVanAfspraak | None:
    if rij is None:
        return None
    adres = lezing.url_van_rij(rij)
    return s.PuntVanAfspraak(
        id=rij["uuid"], titel=rij.get("vertaald") or rij["titel"], url=f"{adres}#punt-{rij['uuid']}"
    )
