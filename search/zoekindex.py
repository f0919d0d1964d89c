"""Search in which every page is indexed with the word forms of its own language.

Wagtail keeps one entry per page, made with one PostgreSQL text search configuration for the whole site. Here the
configuration follows the page. Why: docs/adr/0014-search-per-language.md and 0028.
"""

from collections import defaultdict
from collections.abc import Iterable
from copy import copy

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from modelsearch.backends.database.postgres.postgres import PostgresIndex, PostgresSearchBackend
from modelsearch.conf import get_app_config
from modelsearch.utils import get_content_type_pk
from wagtail.models import Locale, Page, TranslatableMixin, get_page_models

from core.talen.lezen import feiten
from core.talen.taal import BRONTAAL, taal_van
from search.models import Woord
from search.woorden import leg_vast

STEEKPROEF = 300
# How short a title is beside others. With each publication beside some hundreds of them: beside all, who publishes would wait
# for a look at every page. A title without words stays as it was written.
NORM = """
UPDATE {tabel} SET title_norm = CASE WHEN length(title) > 0 THEN (
    SELECT avg(woorden) FROM (SELECT length(title) AS woorden FROM {tabel} WHERE length(title) > 0 LIMIT %s) AS steekproef
) / length(title) ELSE title_norm END
WHERE content_type_id = %s AND object_id = ANY(%s) RETURNING title_text || ' ' || body_text
"""

# PostgreSQL's configurations with word forms, for languages that may be switched on. It has none for Polish or
# Ukrainian: those are searched word by word.
WOORDVORMEN = {
    "ar": "arabic",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "nl": "dutch",
    "ro": "romanian",
    "tr": "turkish",
}


def woordvormen(taal: str) -> str:
    """The PostgreSQL text search configuration of a language."""
    return WOORDVORMEN.get(taal, "simple")


class IndexPerTaal(PostgresIndex):
    # The entries that are being written: of a kind of page, these numbers; and then what is in them.
    nieuw: tuple[int, list[str]]
    teksten: list[str]

    def _refresh_title_norms(self, full: bool = False) -> None:
        if full:
            super()._refresh_title_norms(full=True)
            return
        with self.write_connection.cursor() as cursor:
            cursor.execute(NORM.format(tabel=self.entries.model._meta.db_table), [STEEKPROEF, *self.nieuw])
            self.teksten = [tekst for (tekst,) in cursor.fetchall()]

    def reset(self) -> None:
        super().reset()
        Woord.objects.using(self.write_connection.alias).delete()

    def add_items(self, model: type[Model], objs: Iterable[Model]) -> None:
        per_taal = defaultdict(list)
        for ding in objs:
            per_taal[taal_van(ding.locale_id) if isinstance(ding, TranslatableMixin) else BRONTAAL].append(
                ding
            )
        for taal, groep in per_taal.items():
            if taal != BRONTAAL:
                groep = met_feiten_van_bron(groep)
            index = copy(self)
            index.backend = copy(self.backend)
            index.backend.config = woordvormen(taal)
            index.nieuw = (get_content_type_pk(model), [str(ding.pk) for ding in groep])
            index.teksten = []
            PostgresIndex.add_items(index, model, groep)
            leg_vast(taal, index.teksten)


def vul_woorden() -> bool:
    """Keep the words of every page in the index, when there are none yet. True when there was something to keep."""
    if Woord.objects.exists():
        return False
    ingang = get_app_config().get_model("IndexEntry")
    for taal in Locale.objects.values_list("language_code", flat=True):
        paginas = Page.objects.filter(locale__language_code=taal).values_list("pk", flat=True)
        # The key of an entry is text, whatever it is of.
        ingangen = ingang.objects.filter(
            content_type__in=ContentType.objects.get_for_models(*get_page_models()).values(),
            object_id__in=[str(pk) for pk in paginas],
        )
        leg_vast(taal, (" ".join(rij) for rij in ingangen.values_list("title_text", "body_text").iterator()))
    return Woord.objects.exists()


def met_feiten_van_bron(vertalingen: list[Page]) -> list[Page]:
    """Copies of these translations with what is the same in every language (a place, an organiser) as it stands on
    the Dutch page: a translation is found by what a visitor reads."""
    sleutels = [pagina.translation_key for pagina in vertalingen]
    in_bron = {"locale__language_code": BRONTAAL, "translation_key__in": sleutels}
    bronnen = {}
    for soort in {type(pagina) for pagina in vertalingen}:
        bronnen |= {bron.translation_key: bron for bron in soort._base_manager.filter(**in_bron)}
    kopieen = [copy(pagina) for pagina in vertalingen]
    for kopie in kopieen:
        if bron := bronnen.get(kopie.translation_key):
            for veld in feiten(type(kopie)):
                if veld.concrete and not veld.many_to_many:
                    setattr(kopie, veld.attname, getattr(bron, veld.attname))
    return kopieen


class SearchBackend(PostgresSearchBackend):
    index_class = IndexPerTaal
