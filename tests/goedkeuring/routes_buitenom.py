"""The routes past the screens for a page: the page API, pictures and documents, themes, the clock."""

from unittest.mock import patch

from django.core.files.base import ContentFile
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.images.tests.utils import get_test_image_file

from core.models import Thema

from .wereld import GEHEIM


def laat_de_klok_lopen(hoelang):
    with patch("django.utils.timezone.now", return_value=timezone.now() + hoelang):
        call_command("publish_scheduled")


def pagina_api(client, w, pagina):
    gegevens = {
        "publish": {},
        "copy": {
            "destination_page_id": w.dorp.agenda.pk,
            "slug": f"api-kopie-{pagina.pk}",
            "title": GEHEIM,
            "keep_live": True,
        },
        "create_alias": {"destination_page_id": w.dorp.agenda.pk, "update_slug": f"api-alias-{pagina.pk}"},
        "convert_alias": {},
        "revert_to_page_revision": {"revision_id": pagina.latest_revision_id},
        "move": {"destination_page_id": w.dorp.agenda_heukelum.pk},
        "copy_for_translation": {"locale": "en", "copy_parents": True, "alias": True},
    }
    for naam, gegeven in gegevens.items():
        client.post(
            f"/cms/api/main/pages/{pagina.pk}/action/{naam}/", gegeven, content_type="application/json"
        )


def foto_en_document(client, w, pagina):
    client.post(
        reverse("wagtailimages:edit", args=[w.foto.pk]),
        {"title": GEHEIM, "alt_tekst": GEHEIM, "credit": GEHEIM, "collection": w.foto.collection_id,
         "file": get_test_image_file(colour="black")},
    )  # fmt: skip
    client.post(
        reverse("wagtaildocs:edit", args=[w.document.pk]),
        {
            "title": GEHEIM,
            "collection": w.document.collection_id,
            "file": ContentFile(GEHEIM.encode(), "s.txt"),
        },
    )


def thema(client, w, pagina):
    onderwerp = Thema.objects.first()
    for adres in (f"/cms/snippets/core/thema/edit/{onderwerp.pk}/", "/cms/snippets/core/thema/add/"):
        client.post(adres, {"name": f"Thema {GEHEIM}", "slug": "thema", "volgorde": "1"})


def gepland_commando(client, w, pagina):
    call_command("publish_scheduled")
