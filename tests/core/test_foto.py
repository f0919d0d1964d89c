"""A picture says what is on it, for who can't see it."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from core.models import BloeiImage


@pytest.fixture
def bestand():
    png = BytesIO()
    Image.new("RGB", (4, 4), "green").save(png, "PNG")
    return SimpleUploadedFile("linde.png", png.getvalue(), content_type="image/png")


@pytest.mark.parametrize("alt_tekst", ["", "   "])
def test_zonder_alternatieve_tekst_gaat_het_niet(beheer, bestand, alt_tekst):
    antwoord = beheer.post(
        reverse("wagtailimages:add"), {"title": "Linde", "file": bestand, "alt_tekst": alt_tekst}
    )
    assert antwoord.status_code == 200
    vraag = "Vul ‘Alternatieve tekst’ in. Vertel in één zin wat er op de foto te zien is, voor wie de foto niet kan zien."
    assert antwoord.context["form"].errors["alt_tekst"] == [vraag]
    assert not BloeiImage.objects.exists()


@pytest.mark.parametrize(
    "alt_tekst", ["IMG_2034.jpg", "img 2034", "linde.png", "20260312_193000", "WhatsApp Image 2026-03-12 at 19.30.02", "Foto 3"]
)  # fmt: skip
def test_de_naam_van_een_bestand_zegt_niet_wat_er_te_zien_is(beheer, bestand, alt_tekst):
    antwoord = beheer.post(
        reverse("wagtailimages:add"), {"title": "Linde", "file": bestand, "alt_tekst": alt_tekst}
    )
    (fout,) = antwoord.context["form"].errors["alt_tekst"]
    assert "Vertel wat er te zien is" in fout
    assert not BloeiImage.objects.exists()


@pytest.mark.parametrize(
    ("naam", "voor"), [("wagtailimages:add", ""), ("wagtailimages_chooser:create", "image-chooser-upload-")]
)
def test_het_bestand_wordt_alleen_opnieuw_gevraagd_waar_het_kwijt_is(beheer, bestand, naam, voor):
    velden = {"title": "Linde", "file": bestand, "alt_tekst": "IMG_2034"}
    antwoord = beheer.post(reverse(naam), {f"{voor}{veld}": waarde for veld, waarde in velden.items()})
    tekst = antwoord.content.decode()
    assert "Dit lijkt de naam van een bestand." in tekst
    assert ("Kies ook het bestand opnieuw." in tekst) is not bool(voor)


@pytest.mark.parametrize("naam", ["wagtailimages:add", "wagtaildocs:add"])
def test_wat_er_nog_moet_heeft_een_naam(beheer, naam):
    fouten = beheer.post(reverse(naam), {}).context["form"].errors
    assert fouten["file"] == ["Kies een bestand."]
    assert fouten["title"] == ["Vul ‘Titel’ in."]


def test_de_alternatieve_tekst_komt_op_de_pagina(beheer, bestand):
    beheer.post(
        reverse("wagtailimages:add"),
        {
            "title": "Linde",
            "file": bestand,
            "alt_tekst": "Een oude linde op het plein",
            "credit": "Foto: Jan",
        },
    )
    foto = BloeiImage.objects.get()
    assert foto.credit == "Jan"
    assert 'alt="Een oude linde op het plein"' in foto.get_rendition("width-4").img_tag()
