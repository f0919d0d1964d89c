"""Making forms: of any pages of a site, in one language, with a handful of questions for all of them together.

A form is stored only when nothing public changed while it was made. Who publishes raises the number of the content
first and takes away the forms that are no longer right after that (`api.vormen.vervallen`), in one transaction. So a form
is stored before that and taken away, or it finds another number, or the row of the number locked, and isn't stored.
Nor is it when somebody holds its page, to move or delete it: that writer comes for the number next, and the two would
wait for each other.
"""

import hashlib
import json
from collections.abc import Collection
from functools import cache, partial
from pathlib import Path

import django
import wagtail
from django.conf import settings
from django.db import connection
from django.utils.translation import override
from ninja.responses import NinjaJSONEncoder
from wagtail.images.utils import generate_signature
from wagtail.models import Page, Site

from api.deelvragen import met_kinderen
from api.models import Vorm
from api.paginasoorten import SOORTEN as PAGINASOORTEN
from api.paginasoorten import met_tekst, stroom_van, van_soort
from api.schemas.basis import Resultaat
from api.vormen import paginas
from api.vormen.agenda import AGENDA
from api.vormen.kernen import KERNEN
from api.vormen.lezing import THEMAS, VormLader, VormLezing
from api.vormen.oproepen import OPROEPEN
from api.vormen.projecten import PROJECTEN
from api.vormen.soort import Json, Soort
from api.vullen import Rij
from core.geheugen import versie_van_bezoek
from core.inhoudsversie import ENIGE_RIJ, Inhoudsversie

SOORTEN = (AGENDA, KERNEN, OPROEPEN, PROJECTEN)
TEKST = ("pagina_kort", "inleiding", "inhoud", "kort", "rest", "feiten")
BEWAAR = f"""
WITH nu AS MATERIALIZED (
    SELECT 1 FROM {Inhoudsversie._meta.db_table} WHERE id = %s AND nummer = %s FOR SHARE SKIP LOCKED
), hier AS MATERIALIZED (
    SELECT id FROM {Site._meta.db_table} WHERE id = %s FOR KEY SHARE SKIP LOCKED
), er AS MATERIALIZED (
    SELECT id FROM {Page._meta.db_table} WHERE id = ANY(%s::int[]) FOR KEY SHARE SKIP LOCKED
)
INSERT INTO {Vorm._meta.db_table} (site_id, taal, maaksel, pagina_id, van, {", ".join(TEKST)})
SELECT hier.id, %s, %s, er.id, string_to_array(v.van, ' '), {", ".join(f"v.{naam}" for naam in TEKST)}
FROM nu, hier, unnest(%s::int[], %s::text[]{", %s::text[]" * len(TEKST)}) AS v(pagina_id, van, {", ".join(TEKST)})
JOIN er ON er.id = v.pagina_id
ORDER BY er.id -- so that two who store the same never wait for each other
ON CONFLICT (pagina_id, taal, site_id) DO UPDATE SET maaksel = excluded.maaksel, van = excluded.van,
    {", ".join(f"{naam} = excluded.{naam}" for naam in TEKST)}
"""  # noqa: S608 - our own names


def maak_vormen(site: Site, taal: str, nummers: Collection[int]) -> list[Vorm]:
    """Make the forms of those of these pages that are public, and store them; returns what was made."""
    # Before the content: what changes meanwhile must be seen below.
    versie = versie_van_bezoek()
    with override(taal):
        vormen = bouw(VormLezing(site, taal), nummers)
    if vormen:
        kolommen = [[getattr(vorm, naam) for vorm in vormen] for naam in TEKST]
        paginas_ = [vorm.pagina_id for vorm in vormen]
        waarden = [
            ENIGE_RIJ, versie.nummer, site.pk, paginas_, taal, maaksel(),
            paginas_, [" ".join(vorm.van) for vorm in vormen], *kolommen,
        ]  # fmt: skip
        with connection.cursor() as cursor:
            cursor.execute(BEWAAR, waarden)
    return vormen


def bouw(lezing: VormLezing, nummers: Collection[int]) -> list[Vorm]:
    """The forms of these pages as they are now, as far as they are public; nothing is stored."""
    vraag = lezing.paginas(Page.objects.filter(van_soort(*PAGINASOORTEN), pk__in=nummers))
    gelezen = lezing.lees_alles(paginas.met_alles(lezing, vraag), vraag=met_tekst)
    eigen = _van_eigen_soort(lezing, gelezen)
    lader = VormLader(lezing)
    for pagina in gelezen:
        if stroom := stroom_van(pagina):
            lader.neem_blokken(*stroom)
        if pagina.pk in eigen:
            soort, rij = eigen[pagina.pk]
            soort.neem(lader, rij)
            lader.neem_pagina(rij, *soort.kinderen, met_inhoud=False)
    return [_vorm(lezing, lader, pagina, *eigen.get(pagina.pk, (None, None))) for pagina in gelezen]


def _van_eigen_soort(lezing: VormLezing, gelezen: list[Rij]) -> dict[int, tuple[Soort, Rij]]:
    """The same pages with everything of their own kind."""
    eigen = {}
    for soort in SOORTEN:
        nummers = [pagina.pk for pagina in gelezen if pagina.specific_class is soort.model]
        if nummers:
            rijen = lezing.paginas(soort.model.objects.filter(pk__in=nummers)).defer_streamfields()
            rijen = met_kinderen(soort.vraag(lezing, rijen), soort.kinderen)
            erbij = partial(met_kinderen, kinderen=soort.kinderen)
            eigen |= {rij.pk: (soort, rij) for rij in lezing.lees_alles(rijen, vraag=erbij)}
    return eigen


def _vorm(lezing: VormLezing, lader: VormLader, pagina: Rij, soort: Soort | None, rij: Rij) -> Vorm:
    lezing.gezien = set()
    lezing.zag("pagina", pagina.pk)
    blokken = paginas.inhoud_van(lezing, lader, pagina)
    algemeen = als_json(paginas.bouw(lezing, pagina, blokken))
    inhoud, inleiding = algemeen.pop("inhoud"), algemeen.pop("inleiding")
    del algemeen["versie"]
    vorm = Vorm(
        site=lezing.site, pagina_id=pagina.pk, taal=lezing.taal, maaksel=maaksel(),
        pagina_kort=_tekst(algemeen), inleiding=_tekst(inleiding), inhoud=_tekst(inhoud),
    )  # fmt: skip
    # By its number: a path in the tree is another when kernen are put in another order.
    feiten: Json = {"kern": pagina.kern_nummer}
    if soort:
        detail = als_json(soort.bouw(lezing, lader, rij, blokken))
        del detail["inhoud"]
        in_lijst = [veld.alias or naam for naam, veld in soort.lijst.model_fields.items() if naam != "inhoud"]
        vorm.kort = _tekst({naam: detail.pop(naam) for naam in in_lijst})
        vorm.rest = _tekst(detail)
        feiten |= soort.feiten(rij)
        for veld in soort.wijst_naar:
            lezing.zag("pagina", getattr(rij, f"{veld}_id"))
        if soort.noemt_wat_wijst:
            lezing.gezien.add(f"n{pagina.pk}")
        if getattr(rij, "thema_rijen", ()):
            lezing.gezien.add(THEMAS)
    vorm.feiten = _tekst(feiten)
    vorm.van = sorted(lezing.gezien)
    return vorm


def als_json(resultaat: Resultaat) -> Json:
    return json.loads(json.dumps(resultaat.model_dump(by_alias=True), cls=NinjaJSONEncoder))


def _tekst(waarde: object) -> str:
    return json.dumps(waarde, ensure_ascii=False, separators=(",", ":"))


@cache
def maaksel() -> str:
    """What forms are made with, besides content: the code, its words in each language, and the key that signs addresses
    of pictures. Forms of another making are never read."""
    gelezen = hashlib.blake2b(digest_size=12)
    wortel = Path(settings.BASE_DIR)
    apps = sorted(
        {
            Path(__import__(app).__file__ or "").parent
            for app in ("api", "core", "home", "kernpagina", "projecten")
        }
    )
    bestanden = [bestand for app in apps for bestand in app.rglob("*.py")]
    bestanden += (wortel / "locale").rglob("*.mo")
    for bestand in sorted(bestanden):
        gelezen.update(bestand.read_bytes())
    gelezen.update(repr((django.VERSION, wagtail.VERSION, settings.WAGTAIL_CONTENT_LANGUAGES)).encode())
    gelezen.update(generate_signature(1, "width-1").encode())
    return gelezen.hexdigest()
