"""What the table of routes stands on: one village with a page in each state, what of it is public, what a visitor reads.

`GEHEIM` is the word that nobody approved: it stands in drafts and in whatever a route tries to put live.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from unittest.mock import patch

from django.core.files.base import ContentFile
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from modelcluster.models import get_all_child_relations
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, Locale, Page, PageViewRestriction, get_page_models
from wagtail.test.utils.form_data import querydict_from_html
from wagtail_localize.models import Translation, TranslationSource

from core.goedkeuring.uitzondering import zonder_goedkeuring
from core.goedkeuring.vingerafdruk import BOEKHOUDING
from core.models import BloeiDocument, BloeiImage, Thema
from kernpagina.models import Afspraak, AgendaItemPage
from tests.dorp import Dorp, agenda_item, dien_in, keur_goed, maak_dorp

from .geheimen import GEHEIM

GETYPT = "application/x-www-form-urlencoded"
ROLLEN = ("redactie-beesd", "redactie-heukelum", "communicatie", "beheer")
STATEN = ("concept", "ingediend", "live-concept", "live-ingediend", "gepland", "teruggestuurd")
# Where a role stands apart. A stranger has no rights in any state, an administrator the same in each.
STATEN_VAN = {
    "redactie-heukelum": ("ingediend", "live-concept"),
    "beheer": ("ingediend", "live-concept", "gepland"),
}


@dataclass
class Wereld:
    dorp: Dorp
    pk: dict[str, int]
    foto: BloeiImage
    document: BloeiDocument
    vertaling: Translation
    formulieren: dict[int, QueryDict] = field(default_factory=dict)
    # What was public when a visitor looked and found nothing, see `rijen`.
    gelezen: set[str] = field(default_factory=set)

    def pagina(self, staat: str) -> AgendaItemPage:
        return AgendaItemPage.objects.get(pk=self.pk[staat])


def maak_wereld(met_formulier: Iterable[str] = ()) -> Wereld:
    """With the edit form of the pages in these states, which takes half of the time."""
    dorp = maak_dorp()
    pk = {staat: _in_staat(dorp, staat) for staat in STATEN}
    redacteur = dorp.gebruikers["redactie-beesd"]
    verzameling = Collection.objects.get(name="Beesd")
    with zonder_goedkeuring("tests"):
        foto = BloeiImage.objects.create(
            title="foto", file=get_test_image_file(), alt_tekst="dorpshuis", collection=verzameling,
            uploaded_by_user=redacteur,
        )  # fmt: skip
        document = BloeiDocument.objects.create(
            title="stuk",
            file=ContentFile(b"oud", "stuk.txt"),
            collection=verzameling,
            uploaded_by_user=redacteur,
        )
        for staat in ("live-concept", "live-ingediend"):
            AgendaItemPage.objects.filter(pk=pk[staat]).update(foto=foto)
            pagina = AgendaItemPage.objects.get(pk=pk[staat])
            pagina.bijlagen.create(document=document)
            pagina.save()
        engels = Locale.objects.get_or_create(language_code="en")[0]
        bron, _ = TranslationSource.get_or_create_from_instance(
            AgendaItemPage.objects.get(pk=pk["live-concept"])
        )
        vertaling = Translation.objects.create(source=bron, target_locale=engels)
    Thema.objects.get_or_create(name="Wonen", slug="wonen")
    wereld = Wereld(dorp, pk, foto, document, vertaling)
    wereld.gelezen.add(rijen(wereld)[1])
    wereld.formulieren = {pk[staat]: _formulier(dorp, pk[staat]) for staat in met_formulier}
    return wereld


def formulier(pagina: Page, wereld: Wereld, **extra) -> QueryDict:
    """What the edit form of this page would send, with changes."""
    velden = wereld.formulieren[pagina.pk].copy()
    for naam, waarde in extra.items():
        velden[naam] = waarde
    return velden


def stuur(client, adres, velden, **hoe):
    """As a browser sends a form without a file in it: that is read in a fraction of the time."""
    return client.post(adres, velden.urlencode(), content_type=GETYPT, **hoe)


def _formulier(dorp: Dorp, pk: int) -> QueryDict:
    """What the edit form of this page would send, unchanged; also of one that shows no form now, as it stands still."""
    kijker = Client()
    kijker.force_login(dorp.gebruikers["beheer"])
    with patch.object(AgendaItemPage, "get_lock", lambda self: None):
        html = kijker.get(reverse("wagtailadmin_pages:edit", args=[pk])).content.decode()
    velden = querydict_from_html(html, form_id="page-edit-form").copy()
    velden["inhoud-count"] = "0"
    return velden


def _in_staat(dorp: Dorp, staat: str) -> int:
    """Make a page with an unapproved text in this state.

    Where it isn't live, its row has that text as well: so Wagtail's edit view leaves it.
    """
    redacteur, keurder = dorp.gebruikers["redactie-beesd"], dorp.gebruikers["communicatie-2"]
    pagina = agenda_item(dorp.agenda, f"Oud {staat}", live=staat.startswith("live"), eigenaar=redacteur)
    nieuw = {"title": f"Nieuw {GEHEIM}", "samenvatting": f"Dit is {GEHEIM}."}
    if not pagina.live:
        AgendaItemPage.objects.filter(pk=pagina.pk).update(**nieuw)
    if staat in ("concept", "live-concept"):
        concept = pagina.get_latest_revision_as_object()
        for naam, waarde in nieuw.items():
            setattr(concept, naam, waarde)
        concept.save_revision(user=redacteur)
        return pagina.pk
    if staat == "gepland":
        nieuw["go_live_at"] = timezone.now() + timedelta(days=7)
    _, wacht = dien_in(pagina, redacteur, **nieuw)
    if staat == "gepland":
        keur_goed(wacht, keurder)
    if staat == "teruggestuurd":
        wacht.task.specific.on_action(wacht, keurder, "reject", comment="Graag korter.")
    return pagina.pk


def rijen(wereld: Wereld) -> tuple[str, str]:
    """What is public, as (the text of every live page, that and everything else that decides what a visitor gets).

    Both straight from the database, whatever the type of page. The second has where every page stands in the tree,
    whether it is live and who may see it, but not the text of pages that aren't live: that of those in `maak_wereld`
    is full of `GEHEIM`, and a test looks whether a visitor reads it. Of pages that aren't live only the list that they
    stand in counts: one more beside others is kept from a visitor as those are. As long as the second stays the same, a
    visitor need not look again.
    """
    with connection.cursor() as cursor:
        cursor.execute(_vraag())
        live = sorted(tekst for (tekst,) in cursor.fetchall())
    foto = BloeiImage.objects.get(pk=wereld.foto.pk)
    document = BloeiDocument.objects.get(pk=wereld.document.pk)
    rest = [
        *(getattr(foto, naam) for naam in ("title", "alt_tekst", "credit", "file_hash")),
        document.title,
        document.file.read().decode(),
        *Thema.objects.values_list("name", flat=True),
        *map(str, Afspraak.objects.order_by("pk").values_list("wat", "stand", "uitleg")),
    ]
    plaats, concepten = [], set()
    for pk, is_live, pad, *meer in Page.objects.order_by("pk").values_list(
        "pk", "live", "url_path", "locale_id", "alias_of_id"
    ):
        if is_live:
            plaats.append((pk, pad, *meer))
        else:
            concepten.add((pad[: pad[:-1].rindex("/")], *map(str, meer)))
    toegang = PageViewRestriction.objects.order_by("pk").values_list("page_id", "restriction_type")
    return json.dumps([live, rest]), json.dumps([live, rest, plaats, sorted(concepten), list(toegang)])


def _vraag() -> str:
    """The rows of live pages as JSON: of each type, with their child rows and themes."""
    tabellen = {("wagtailcore_page", "id")}
    for model in get_page_models():
        if model is not Page:
            tabellen.add((model._meta.db_table, model._meta.pk.column))
        for relatie in get_all_child_relations(model):
            if relatie.name not in BOEKHOUDING:
                tabellen.add((relatie.related_model._meta.db_table, relatie.field.column))
    # What a row says about the newest draft of its page, or about how many stand below it, is not what a visitor reads.
    concept = (
        "'{draft_title,has_unpublished_changes,latest_revision_created_at,latest_revision_id,"
        "locked,locked_at,locked_by_id,numchild}'"
    )
    return " UNION ALL ".join(
        f"SELECT (to_jsonb(t) - {concept}::text[])::text FROM {tabel} t "  # noqa: S608 - our own table names
        f"JOIN wagtailcore_page p ON p.id = t.{kolom} WHERE p.live"
        for tabel, kolom in sorted(tabellen)
    )


def bezoeker_leest(wereld: Wereld) -> str:
    """What an anonymous visitor gets: every page of the table, the lists they may stand in, the search page."""
    paginas = AgendaItemPage.objects.filter(pk__in=wereld.pk.values())
    adressen = [
        *(f"/beesd/agenda/{pagina.slug}/" for pagina in paginas),
        *(f"/en/beesd/agenda/{pagina.slug}/" for pagina in paginas if pagina.pk == wereld.pk["live-concept"]),
        "/beesd/agenda/",
        "/heukelum/agenda/",
        "/zoeken/?q=Nieuw",
        "/api/v1/agenda-items",
        "/api/v1/paginas",
        "/api/v1/zoek?q=Nieuw",
        "/agenda.ics",
        "/nieuw.xml",
    ]
    return "".join(Client().get(adres).content.decode(errors="replace") for adres in adressen)
