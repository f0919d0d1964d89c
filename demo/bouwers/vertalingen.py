"""Pages in other languages, made as translators make them: sentence by sentence, and published."""

from wagtail.models import Locale, Page, Site
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.operations import translate_object

from core.gemeente import gemeente
from core.talen.taal import talen
from demo.inhoud.vertaald import TALEN, VERTAALD
from vertalen.indienen import maak_versie


def bouw_vertalingen() -> None:
    """Translate what isn't translated yet. A page in which somebody wrote another sentence is left alone."""
    voorpagina = Site.objects.get(is_default_site=True).root_page
    vul_in = gemeente().vul_in
    for adres, zinnen in VERTAALD.items():
        pagina = Page.objects.get(url_path=voorpagina.url_path.rstrip("/") + adres).specific
        for nummer, taal in enumerate(TALEN):
            locale = Locale.objects.get(language_code=taal) if taal in talen() else None
            if locale and not pagina.has_translation(locale):
                _vertaal(
                    pagina, locale, {vul_in(zin): vul_in(anders[nummer]) for zin, anders in zinnen.items()}
                )


def _vertaal(pagina: Page, locale: Locale, zinnen: dict[str, str]) -> None:
    translate_object(pagina, [locale])
    vertaling = Translation.objects.get(source__object_id=pagina.translation_key, target_locale=locale)
    segmenten = list(vertaling.source.stringsegment_set.select_related("string"))
    if not all(segment.string.data in zinnen for segment in segmenten):
        return
    for segment in segmenten:
        StringTranslation.objects.get_or_create(
            translation_of=segment.string,
            locale=locale,
            context=segment.context,
            defaults={"data": zinnen[segment.string.data]},
        )
    maak_versie(vertaling).publish()
