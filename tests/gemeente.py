"""A municipality of any size, in seconds: 26 kernen, and `maal` times what they have in their first years.

One village is made the way every page is made, in Dutch and in English. All else is copied from it inside the database,
row by row: page, kind of page, what hangs below it, and its entry in the search index. Each has words of its own.
`maal=1` gives about a thousand pages, 10 about nine thousand, 100 about ninety thousand.
"""
# ruff: noqa: S608 - every word of the questions is written here

import json
from datetime import date, timedelta

from django.db import connection, models
from modelcluster.models import get_all_child_relations
from modelsearch.conf import get_app_config
from wagtail.models import Comment, Locale, Page

from kernpagina.models import AgendaItemPage, AgendaPage, KernagendaPage, KernPage, OproepenPage, OproepPage
from projecten.models import ProjectenPage, ProjectFase, ProjectMijlpaal, ProjectPage
from search.woorden import leg_vast
from tests import factories
from tests.dorp import maak_site
from tests.talen.vertaler import vertaal

KERNEN = 26
# How much of each kind a kern has in a gemeente of one.
PER_KERN = {AgendaItemPage: 15, ProjectPage: 6, OproepPage: 6}
# One in so many is translated.
VERTAALD = 4
MERK = "Lopendetekst"
INHOUD = json.dumps(
    [{"type": "tekst", "id": "6d1c2b1e-3c36-4a0c-9d6f-0e8f7f1c2a11", "value": f"<p>{MERK}</p>"}]
)
# Words as Dutch makes them: what is said first, and what it is. Of the nr-th page they are the same each time.
EERST = [
    "dorps",
    "water",
    "school",
    "kerk",
    "dijk",
    "sport",
    "jeugd",
    "kunst",
    "tuin",
    "feest",
    "zomer",
    "winter",
    "boeren",
    "linge",
    "molen",
    "buurt",
]
DAN = [
    "plein",
    "pad",
    "huis",
    "tuin",
    "dag",
    "avond",
    "markt",
    "brug",
    "veld",
    "bos",
    "zaal",
    "fonds",
    "bank",
    "weg",
    "haven",
    "kring",
]
WOORD = "(ARRAY{0})[1 + (hashint4({1}) & 1023) % {2}] || (ARRAY{3})[1 + (hashint4({1} + 77) & 1023) % {4}]"
TITELS = {
    AgendaItemPage: ["Dorpsborrel", "Inwonersavond", "Klusdag", "Kermis", "Koffieochtend", "Wandeling"],
    ProjectPage: ["Speeltuin", "Bankjes", "Woningen", "Brug", "Groen", "Glasvezel"],
    OproepPage: ["Denk mee", "Doe mee", "Kies mee", "Kom kijken", "Help mee", "Stem"],
}


def maak_gemeente(maal: int, vandaag: date) -> None:
    """Fill an empty site. Six in seven meetings are over on that day; one in forty goes on for days, some for months."""
    locale = Locale.objects.get_or_create(language_code="en")[0]
    home = maak_site("Beesd")
    beesd = KernPage.objects.get()
    lijsten = [KernagendaPage, AgendaPage, ProjectenPage, OproepenPage]
    soorten = dict(zip(PER_KERN, lijsten[1:], strict=True))
    zaad = {soort: _zaad(soort, factories.lijst_van(beesd, lijst)) for soort, lijst in soorten.items()}
    for pagina in (home, beesd, *(factories.lijst_van(beesd, lijst) for lijst in lijsten), *zaad.values()):
        vertaal(pagina, "en")
    for bron in KernPage.objects.order_by("locale__language_code"):
        _kopieer(bron, f"id = {bron.get_parent().pk}", KERNEN - 1, 1, ["Kern"])
        onder = f"depth = {bron.depth} AND locale_id = {bron.locale_id} AND id <> {bron.pk}"
        soort = f"content_type_id = {bron.content_type_id}"
        for n, lijst in enumerate(bron.get_children().specific()):
            _kopieer(lijst, f"{soort} AND {onder}", 1, n, [lijst.title])
    for soort in soorten:
        for bron in soort.objects.all():
            ouder = f"content_type_id = {bron.get_parent().content_type_id} AND locale_id = {bron.locale_id}"
            elke = VERTAALD if bron.locale_id == locale.pk else 1
            _kopieer(bron, ouder, PER_KERN[soort] * maal, 1, TITELS[soort], elke)
    _dagen(vandaag, PER_KERN[AgendaItemPage] * maal, PER_KERN[OproepPage] * maal)
    _afmaken()


def _zaad(soort: type[Page], ouder: Page) -> Page:
    """The one that all of its kind are copied from."""
    fabriek = {
        AgendaItemPage: factories.AgendaItemPageFactory,
        ProjectPage: factories.ProjectPageFactory,
        OproepPage: factories.OproepPageFactory,
    }[soort]
    pagina = fabriek(parent=ouder, title="Zaad", inhoud=INHOUD)
    pagina.themas.add(*factories.drie_themas()[:1])
    if soort is ProjectPage:
        pagina.fasen = [ProjectFase(titel=f"Fase {n}") for n in (1, 2, 3)]
        pagina.mijlpalen = [ProjectMijlpaal(datum=date(2026, 6, 20), titel="Open")]
    return factories.publiceer(pagina)


def _kopieer(bron: Page, ouders: str, aantal: int, vanaf: int, titels: list[str], elke: int = 1) -> None:
    """So many copies of this page below each page that meets the condition, at the places from `vanaf` on."""
    bron = bron.specific
    gegeven = {
        "stap": "lpad(" + "||".join(f"substr(A, (nr / {36**m} % 36)::int + 1, 1)" for m in (3, 2, 1, 0)) + ",4)",
        "titel": f"(ARRAY{titels})[nr % {len(titels)} + 1]",
    }  # fmt: skip
    gegeven["stap"] = gegeven["stap"].replace("A", "'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'")
    woorden = WOORD.format(EERST, "o.id * 131 + nr * 60 + w", len(EERST), DAN, len(DAN))
    zeldzaam = f"{woorden.replace(' w', ' 59')} || {woorden.replace(' w', ' 60')}"
    _vraag(
        f"""CREATE TEMP TABLE nieuw ON COMMIT DROP AS
        SELECT nextval(pg_get_serial_sequence('wagtailcore_page', 'id'))::int AS id, nr, o.path || {gegeven["stap"]} AS path,
            o.url_path, {gegeven["titel"]} AS titel, md5('{bron.translation_key}' || o.translation_key || nr)::uuid AS sleutel,
            (SELECT string_agg({woorden}, ' ') FROM generate_series(1, 58) AS w)
                || ' ' || {zeldzaam} AS tekst
        FROM wagtailcore_page o, generate_series({vanaf} + 1, {vanaf} + {aantal}) AS nr
        WHERE {ouders} AND nr % {elke} = 0"""
    )
    slug = f"'{bron.slug}'" if aantal == 1 else "lower(replace(titel, ' ', '-')) || '-' || nr"
    naam = "titel" if aantal == 1 else "titel || ' ' || nr"
    moment = "now() - nr * interval '1 hour'"
    _rijen(Page, "id", bron.pk, {
        "id": "n.id", "path": "n.path", "title": naam, "draft_title": naam, "slug": slug,
        "url_path": f"n.url_path || {slug} || '/'", "translation_key": "sleutel", "numchild": "0",
        "live_revision_id": "NULL", "latest_revision_id": "NULL",
        "first_published_at": moment, "last_published_at": moment,
    })  # fmt: skip
    kort = {bron.veld_kort: "left(tekst, 200)"} if bron.veld_kort else {}
    if bron.veld_inhoud == "inhoud":
        kort["inhoud"] = f"replace(b.inhoud::text, '{MERK}', tekst)::jsonb"
    _rijen(type(bron), "page_ptr_id", bron.pk, {"page_ptr_id": "n.id", **kort})
    for relatie in get_all_child_relations(type(bron)):
        if relatie.related_model is not Comment:
            _kinderen(relatie.related_model, relatie.field.column, bron.pk)
    ingang = get_app_config().get_model("IndexEntry")
    taal = "english" if bron.taal == "en" else "dutch"
    _rijen(ingang, "object_id", str(bron.pk), {
        "object_id": "n.id::text", "title": f"setweight(to_tsvector('{taal}', {naam}), 'A')",
        "body": f"to_tsvector('{taal}', tekst)", "title_text": naam, "body_text": "tekst",
        "autocomplete": f"to_tsvector('simple', {naam})",
    }, f"AND b.content_type_id = {bron.content_type_id}")  # fmt: skip
    _vraag("DROP TABLE nieuw")


def _kinderen(model: type[models.Model], kolom: str, bron: int) -> None:
    anders = {kolom: "n.id"}
    if "translation_key" in {veld.column for veld in model._meta.concrete_fields}:
        anders["translation_key"] = "md5(b.translation_key::text || n.sleutel)::uuid"
    _rijen(model, kolom, bron, anders)


def _rijen(
    model: type[models.Model], kolom: str, bron: int | str, anders: dict[str, str], en: str = ""
) -> None:
    """Copy the rows of the source for each new page, with other values in some columns."""
    kolommen = [
        v.column for v in model._meta.local_concrete_fields if not v.primary_key or v.column in anders
    ]
    waarden = [anders.get(naam, f'b."{naam}"') for naam in kolommen]
    lijst = ", ".join(f'"{naam}"' for naam in kolommen)
    tabel = model._meta.db_table
    _vraag(
        f"INSERT INTO {tabel} ({lijst}) SELECT {', '.join(waarden)} FROM {tabel} b, nieuw n WHERE b.{kolom} = '{bron}' {en}"
    )


def _dagen(vandaag: date, items: int, oproepen: int) -> None:
    """Spread the meetings and calls over six years before that day and one after it."""
    begin, duur = vandaag - timedelta(days=6 * 365), 7 * 365
    nr = "(row_number() OVER (PARTITION BY left(p.path, 12) ORDER BY p.path))"
    einde = (
        "CASE WHEN k.n % 200 = 0 THEN d + interval '200 days' WHEN k.n % 40 = 0 THEN d + interval '3 days' "
        "ELSE d + interval '22 hours' END"
    )
    for soort, per_kern, zet in (
        (AgendaItemPage, items, f"begin = d + interval '20 hours', einde = {einde}"),
        (OproepPage, oproepen, "opent = d, sluit = d + 30, terugkoppeling_uiterlijk = d + 90"),
    ):
        tabel = soort._meta.db_table
        _vraag(
            f"""WITH k AS (SELECT p.id, {nr} AS n, ascii(substr(p.path, 12, 1)) AS kern FROM wagtailcore_page p
                JOIN {tabel} t ON t.page_ptr_id = p.id)
            UPDATE {tabel} SET {zet} FROM k,
                LATERAL (SELECT date '{begin}' + (k.n * {duur} / {per_kern} + k.kern % 7)::int AS d) AS dag
            WHERE page_ptr_id = k.id"""
        )


def _afmaken() -> None:
    """What the tree counts, projects that are about another kern too, and what the planner has to know."""
    _vraag(
        "UPDATE wagtailcore_page o SET numchild = k.n FROM (SELECT left(path, -4) AS path, count(*) AS n FROM "
        "wagtailcore_page GROUP BY 1) k WHERE k.path = o.path AND o.numchild <> k.n"
    )
    kernen = (
        KernPage.objects.filter(locale=Locale.get_default()).order_by("path").values_list("pk", flat=True)
    )
    for kern in list(kernen)[:3]:
        _vraag(
            f"INSERT INTO projecten_projectpage_ook_in_kernen (projectpage_id, page_id) SELECT page_ptr_id, {kern} FROM "
            "projecten_projectpage JOIN wagtailcore_page p ON p.id = page_ptr_id WHERE page_ptr_id % 50 = 0 AND "
            f"locale_id = {Locale.get_default().pk} ON CONFLICT DO NOTHING"
        )
    ingang = get_app_config().get_model("IndexEntry")
    for taal in ("nl", "en"):
        leg_vast(taal, ingang.objects.values_list("body_text", flat=True))
    _vraag("ANALYZE")


def _vraag(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)
