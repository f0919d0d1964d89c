"""The routes through translations: see `routes`."""

from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation

from vertalen.zinnen import zinnen_van

from .wereld import GEHEIM, GETYPT


def actie(client, pagina, naam):
    staat = pagina.current_workflow_state
    if staat and staat.current_task_state:
        adres = reverse(
            "wagtailadmin_pages:workflow_action", args=[pagina.pk, naam, staat.current_task_state.pk]
        )
        client.post(adres, {"comment": ""})


def vertalen(client, w, pagina):
    locales = {"locales": [w.vertaling.target_locale_id], "include_subtree": "on"}
    client.post(reverse("wagtail_localize:submit_page_translation", args=[pagina.pk]), locales)
    client.post(reverse("wagtail_localize:submit_page_translation", args=[w.dorp.beesd.pk]), locales)
    for vertaling in Translation.objects.all():
        _vertaling_doorzetten(client, vertaling)


def _vertaling_doorzetten(client, vertaling):
    bron = reverse("wagtail_localize:update_translations", args=[vertaling.source_id])
    client.post(bron, {"publish_translations": "on"})
    po = f'msgid ""\nmsgstr ""\n"X-WagtailLocalize-TranslationID: {vertaling.uuid}\\n"\n'
    client.post(
        reverse("wagtail_localize:upload_pofile", args=[vertaling.pk]),
        {"file": ContentFile(po.encode(), "vertaling.po")},
    )
    doel = vertaling.get_target_instance() if vertaling.get_status_display() and _bestaat(vertaling) else None
    if doel:
        client.post(reverse("wagtailadmin_pages:edit", args=[doel.pk]), {"action": "publish"})
        client.post(reverse("wagtail_localize:convert_to_alias", args=[doel.pk]), {})


def _bestaat(vertaling) -> bool:
    sleutel = vertaling.source.object_id
    return Page.objects.filter(translation_key=sleutel, locale=vertaling.target_locale).exists()


def vertaling_indienen(client, w, pagina):
    """Translate, submit, and approve one's own translation; and once more over one that is live."""
    client.post(
        reverse("wagtail_localize:submit_page_translation", args=[pagina.pk]),
        {"locales": [w.vertaling.target_locale_id]},
    )
    for vertaling in Translation.objects.filter(source__object_id=pagina.translation_key):
        for segment in vertaling.source.stringsegment_set.all():
            StringTranslation.objects.update_or_create(
                translation_of_id=segment.string_id,
                locale=vertaling.target_locale,
                context_id=segment.context_id,
                defaults={"data": GEHEIM, "translation_type": "machine"},
            )
        client.post(reverse("vertaling_indienen", args=[vertaling.pk]))
        if _bestaat(vertaling):
            actie(client, vertaling.get_target_instance(), "approve")
        _vertaling_doorzetten(client, vertaling)


def vertaling_bijschrijven(client, w, pagina):
    """Every address of a translation that writes; an editor submits it, and who wrote it approves."""
    for vertaling in _vertalingen(client, w, pagina):
        for segment in vertaling.source.stringsegment_set.all():
            adres = reverse("wagtail_localize:edit_string_translation", args=[vertaling.pk, segment.pk])
            client.put(adres, f"value={GEHEIM} 1", content_type=GETYPT)
            client.delete(adres)
            client.put(adres, f"value={GEHEIM} 2", content_type=GETYPT)
        for segment in vertaling.source.overridablesegment_set.all():
            adres = reverse("wagtail_localize:edit_override", args=[vertaling.pk, segment.pk])
            client.put(adres, f"value={w.foto.pk}", content_type=GETYPT)
        client.post(reverse("wagtail_localize:machine_translate", args=[vertaling.pk]))
        doel = reverse("wagtailadmin_pages:edit", args=[vertaling.get_target_instance().pk])
        client.post(doel, {zin.naam: f"{GEHEIM} 3" for zin in zinnen_van(vertaling)[::2]})
        po = vertaling.export_po()
        for regel in po[::3]:
            regel.msgstr = f"{GEHEIM} 4"
        client.post(
            reverse("wagtail_localize:upload_pofile", args=[vertaling.pk]),
            {"file": ContentFile(str(po).encode(), "vertaling.po")},
        )
        _laat_indienen_en_keur_goed(client, w, vertaling)
        client.post(reverse("wagtail_localize:stop_translation", args=[vertaling.pk]))
        client.post(doel, {"localize-restart-translation": "1"})
        _laat_indienen_en_keur_goed(client, w, vertaling)


def _vertalingen(client, w, pagina):
    adres = reverse("wagtail_localize:submit_page_translation", args=[pagina.pk])
    client.post(adres, {"locales": [w.vertaling.target_locale_id]})
    vertalingen = Translation.objects.filter(source__object_id=pagina.translation_key)
    return [vertaling for vertaling in vertalingen if _bestaat(vertaling)]


def _laat_indienen_en_keur_goed(client, w, vertaling):
    redacteur = Client()
    redacteur.force_login(w.dorp.gebruikers["redactie-beesd-2"])
    redacteur.post(reverse("vertaling_indienen", args=[vertaling.pk]))
    actie(client, vertaling.get_target_instance(), "approve")
