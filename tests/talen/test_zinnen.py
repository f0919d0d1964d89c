"""Nothing but words and the Dutch sentence's own markup gets into a translation, whatever way it comes."""

import json

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import OverridableSegment, SegmentOverride, StringTranslation, Translation

from core.goedkeuring.vertalers import vertalers
from kernpagina.models import AgendaItemPage, KernagendaPage
from tests import factories
from tests.dorp import agenda_item
from tests.talen.test_zin_schoon import VIJANDIG
from tests.talen.vertaler import begin, keur_goed, publiceer, vertaal, vul_in
from vertalen.indienen import dien_in, maak_versie
from vertalen.zinnen import zinnen_van


@pytest.fixture
def item(dorp) -> AgendaItemPage:
    tekst = f'<p>Kijk bij <a linktype="page" id="{dorp.beesd.pk}">het dorp</a> en <b>meer</b>, of <a href="https://example.org/">elders</a></p>'
    return agenda_item(
        dorp.agenda, "Avond", live=True, samenvatting="Over het plein", slug="avond", verslag=tekst
    )


@pytest.fixture
def vertaling(item) -> Translation:
    return begin(item, "pl")


def zin_van(vertaling: Translation, pad: str):
    return next(zin for zin in zinnen_van(vertaling) if zin.pad == pad)


def segment_van(vertaling: Translation, pad: str):
    return vertaling.source.stringsegment_set.get(context__path=pad)


def put(client, vertaling: Translation, pad: str, waarde: str):
    adres = reverse(
        "wagtail_localize:edit_string_translation", args=[vertaling.pk, segment_van(vertaling, pad).pk]
    )
    return client.put(adres, f"value={waarde}", content_type="application/x-www-form-urlencoded")


def met_formulier(client, vertaling, zin, tekst):
    pagina = vertaling.get_target_instance()
    return client.post(reverse("wagtailadmin_pages:edit", args=[pagina.pk]), {zin.naam: tekst})


def met_put(client, vertaling, zin, tekst):
    return put(client, vertaling, zin.pad, tekst)


def met_po(client, vertaling, zin, tekst):
    po = vertaling.export_po()
    for regel in po:
        regel.msgstr = tekst if regel.msgctxt == zin.pad else ""
    adres = reverse("wagtail_localize:upload_pofile", args=[vertaling.pk])
    return client.post(adres, {"file": ContentFile(str(po).encode(), "pl.po")})


LANGS = [met_formulier, met_put, met_po]


@pytest.mark.parametrize("langs", LANGS)
def test_een_mens_krijgt_te_horen_dat_het_niet_mag(als, vertaling, langs):
    client = als("redactie-beesd")
    zin = zin_van(vertaling, "verslag")
    for tekst in VIJANDIG:
        antwoord = langs(client, vertaling, zin, tekst)
        assert antwoord.status_code in (200, 302, 400), tekst
        assert not StringTranslation.objects.exists(), tekst


def test_wat_er_ook_schrijft_het_wordt_schoon(vertaling):
    """A command, an import, a machine of wagtail-localize: they all end in this save."""
    vul_in(vertaling)
    zin = StringTranslation.objects.get(context__path="verslag")
    for tekst in VIJANDIG:
        zin.data, zin.has_error = f"pl {tekst}", False
        zin.save()
        verslag = maak_versie(vertaling).as_object().verslag
        assert "pl" in verslag
        assert not [
            stuk for stuk in ("<img", "<!", "<?", "onclick", "javascript", "<s") if stuk in verslag
        ], tekst


def test_een_zin_zonder_woorden_is_niet_vertaald(als, vertaling):
    vul_in(vertaling, hoe=lambda zin: "<!-- niets -->")
    zinnen, klaar = vertaling.get_progress()
    assert (zinnen, klaar) == (len(zinnen_van(vertaling)), 0)
    met_put(als("redactie-beesd"), vertaling, zin_van(vertaling, "title"), "  ")
    assert not StringTranslation.objects.filter(context__path="title").exists()


@pytest.mark.parametrize("langs", LANGS)
def test_wat_niet_past_wordt_geweigerd(als, vertaling, langs):
    client = als("redactie-beesd")
    met_grens = [zin for zin in zinnen_van(vertaling) if zin.plek.grens]
    assert "title" in {zin.pad for zin in met_grens}
    for zin in met_grens:
        antwoord = langs(client, vertaling, zin, "x" * (zin.plek.grens + 1))
        assert antwoord.status_code in (200, 302, 400), zin.pad
    assert not StringTranslation.objects.exists()


def test_wat_niet_past_wordt_niet_ingediend_hoe_het_er_ook_kwam(dorp, vertaling):
    vul_in(vertaling)
    zin = zin_van(vertaling, "title")
    rij = StringTranslation.objects.get(context__path="title")
    rij.data = "x" * 300
    with pytest.raises(ValidationError):
        rij.save()
    StringTranslation.objects.filter(pk=zin.opgeslagen.pk).update(data="x" * 300)
    with pytest.raises(ValidationError, match="te lang"):
        dien_in(vertaling, dorp.gebruikers["redactie-beesd"])


def test_de_naam_in_de_beheeromgeving_is_gewone_tekst(als, vertaling):
    met_put(als("redactie-beesd"), vertaling, zin_van(vertaling, "title"), "Tom %26 Jerry")
    assert vertaling.get_target_instance().draft_title == "Tom & Jerry"


def test_een_bestand_dat_geen_po_is(als, vertaling):
    adres = reverse("wagtail_localize:upload_pofile", args=[vertaling.pk])
    client = als("redactie-beesd")
    for inhoud in (
        b"",
        b"\xff\xfe",
        b"geen po",
        b"/etc/passwd",
        b'msgid "a',
        b'msgstr[x] "a"',
        b"x" * 1_000_001,
    ):
        velden = {"file": ContentFile(inhoud, "pl.po")} if inhoud else {}
        assert client.post(adres, velden).status_code == 302, inhoud[:20]
    assert not StringTranslation.objects.exists()


def test_een_po_bestand_van_een_andere_vertaling(als, item, vertaling):
    ander = begin(item, "en").export_po()
    for regel in ander:
        regel.msgstr = "anders"
    adres = reverse("wagtail_localize:upload_pofile", args=[vertaling.pk])
    als("redactie-beesd").post(adres, {"file": ContentFile(str(ander).encode(), "pl.po")})
    assert not StringTranslation.objects.exists()


def test_wie_een_po_bestand_brengt_is_de_schrijver(als, dorp, vertaling):
    communicatie = dorp.gebruikers["communicatie"]
    vul_in(vertaling, dorp.gebruikers["redactie-beesd"])
    met_po(als("communicatie"), vertaling, zin_van(vertaling, "samenvatting"), "Z pliku")
    dien_in(vertaling, dorp.gebruikers["redactie-beesd"])
    doel = vertaling.get_target_instance()
    assert communicatie.pk in vertalers(doel)
    keur_goed(als("communicatie"), doel)
    assert not vertaling.get_target_instance().live
    keur_goed(als("communicatie-2"), doel)
    assert vertaling.get_target_instance().live


def test_wie_een_oude_zin_schreef_die_nooit_live_ging_keurt_niet_goed(als, dorp, item):
    """A sentence may be older than what is live: written, left out while the Dutch text was another one, and back."""
    doel = vertaal(item, "pl")
    vertaling = Translation.objects.get(source__object_id=item.translation_key)
    communicatie = dorp.gebruikers["communicatie"]
    zin = StringTranslation.objects.get(context__path="samenvatting")
    zin.data, zin.last_translated_by = "Inna treść", communicatie
    zin.save()
    StringTranslation.objects.filter(pk=zin.pk).update(updated_at=doel.live_revision.created_at)
    dien_in(vertaling, dorp.gebruikers["redactie-beesd"])
    keur_goed(als("communicatie"), vertaling.get_target_instance())
    assert vertaling.get_target_instance().samenvatting == "pl: Over het plein"
    keur_goed(als("communicatie-2"), vertaling.get_target_instance())
    assert vertaling.get_target_instance().samenvatting == "Inna treść"
    assert vertalers(vertaling.get_target_instance()) == set(), "wat live is, is van niemand meer"


def test_een_vertaling_heeft_geen_eigen_links_of_bestanden(als, vertaling):
    segment = OverridableSegment.objects.filter(source=vertaling.source).first()
    adres = reverse("wagtail_localize:edit_override", args=[vertaling.pk, segment.pk])
    for naam in ("redactie-beesd", "communicatie", "beheer"):
        client = als(naam)
        for doe in (client.put, client.delete, client.post):
            doe(adres, "value=javascript:alert(1)", content_type="application/x-www-form-urlencoded")
    assert not SegmentOverride.objects.exists()
    with pytest.raises(PermissionDenied):
        SegmentOverride.objects.create(
            locale=vertaling.target_locale, context=segment.context, data_json='"javascript:alert(1)"'
        )


def test_een_overschrijving_van_vroeger_komt_niet_in_een_nieuwe_versie(dorp, vertaling):
    segment = OverridableSegment.objects.filter(source=vertaling.source).first()
    communicatie = dorp.gebruikers["communicatie"]
    SegmentOverride.objects.bulk_create(
        [
            SegmentOverride(
                locale=vertaling.target_locale,
                context=segment.context,
                data_json='"javascript:alert(1)"',
                last_translated_by=communicatie,
            )
        ]
    )
    assert vertalers(vertaling.get_target_instance()) == {communicatie.pk}
    vul_in(vertaling)
    assert "javascript" not in str(maak_versie(vertaling).content)


@pytest.mark.parametrize("langs", [met_put, met_po])
def test_een_andere_kern_schrijft_niets(dorp, als, vertaling, langs):
    client = als("redactie-heukelum")
    client.raise_request_exception = False
    langs(client, vertaling, zin_van(vertaling, "title"), "Heukelum")
    assert not StringTranslation.objects.exists()


@pytest.mark.parametrize("taal", ["en", "nl"])
def test_een_vertaling_wordt_niet_verder_vertaald(als, item, taal):
    doel = vertaal(item, "pl")
    locale = Page.objects.get(pk=item.pk).locale if taal == "nl" else begin(item, "en").target_locale
    adres = reverse("wagtail_localize:submit_page_translation", args=[doel.pk])
    als("communicatie").post(adres, {"locales": [locale.pk]})
    assert set(Translation.objects.values_list("source__locale__language_code", flat=True)) == {"nl"}


def test_de_nieuwe_nederlandse_tekst_blijft_te_vertalen(vertaling, item):
    """Cleaning looks at the Dutch sentence as it was when it was offered."""
    vul_in(vertaling, hoe=lambda zin: zin.replace("meer", "więcej"))
    item.refresh_from_db()
    publiceer(item)
    assert "<b>więcej</b>" in StringTranslation.objects.get(context__path="verslag").data


def test_een_blok_van_voor_een_veld_er_was_is_te_vertalen(dorp, themas):
    punt = factories.punt("Bankje")
    assert "planning" not in punt["value"]
    kernagenda = factories.lijst_van(dorp.beesd, KernagendaPage)
    kernagenda.onderdelen = json.dumps([factories.onderdeel(themas[0], punt)])
    assert "Bankje" in [zin.bron for zin in zinnen_van(begin(publiceer(kernagenda), "pl"))]
