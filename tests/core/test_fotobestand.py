"""What a telephone makes is taken, made as small as needed and stripped; what isn't a picture is refused in words."""

import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse
from PIL import Image, PngImagePlugin
from wagtail.models import UploadedFile

from core.fotos.bestand import LANGSTE_ZIJDE, maak_schoon
from core.models import BloeiImage
from kernpagina.models import KernPage
from tests import factories

PLAATS = b"51.8942"
MERK = b"Zeiss-Geheim"


def plaatje(maat=(60, 40), vorm="RGB") -> Image.Image:
    """A picture with more colours than a drawing."""
    beeld = Image.radial_gradient("L").resize(maat)
    return Image.merge("RGB", (beeld, beeld.rotate(90), beeld.rotate(180))).convert(vorm)


def als_bytes(beeld: Image.Image, soort: str, **kwargs) -> bytes:
    uit = BytesIO()
    beeld.save(uit, soort, **kwargs)
    return uit.getvalue()


def exif(stand: int = 1) -> bytes:
    """What a camera notes: its make, how it was held, and where it was."""
    gegevens = Image.Exif()
    gegevens[0x010F], gegevens[0x0112] = MERK.decode(), stand
    gegevens.get_ifd(0x8825)[0x001D] = PLAATS.decode()
    return gegevens.tobytes()


def van_een_telefoon(maat=(60, 40), stand: int = 1) -> bytes:
    foto = als_bytes(plaatje(maat), "JPEG", exif=exif(stand), comment=MERK, xmp=b"<x>" + PLAATS + b"</x>")
    return foto + b"moving picture" + MERK


def tekst_in_png() -> bytes:
    info = PngImagePlugin.PngInfo()
    info.add_text("Comment", MERK.decode())
    info.add_itxt("XML:com.adobe.xmp", PLAATS.decode())
    return als_bytes(plaatje(), "PNG", pnginfo=info, exif=exif())


UPLOADS = {
    "jpeg.jpg": van_een_telefoon,
    "png.png": tekst_in_png,
    "webp.webp": lambda: als_bytes(plaatje(), "WEBP", exif=exif(), xmp=PLAATS),
    "avif.avif": lambda: als_bytes(plaatje(), "AVIF", exif=exif(), xmp=PLAATS),
    "heic.heic": lambda: als_bytes(plaatje(), "HEIF", exif=exif()),
    "gif.gif": lambda: als_bytes(plaatje(), "GIF", comment=MERK),
    "zestien.png": lambda: als_bytes(Image.new("I;16", (20, 10), 40_000), "PNG"),
    "drukkleuren.jpg": lambda: als_bytes(plaatje(vorm="CMYK"), "JPEG"),
    "eigenlijk-webp.jpg": lambda: als_bytes(plaatje(), "WEBP"),
    "doorzichtig.png": lambda: als_bytes(plaatje(vorm="LA"), "PNG"),
    "palet.png": lambda: als_bytes(plaatje(vorm="P"), "PNG", transparency=0),
    "zwart-wit.png": lambda: als_bytes(plaatje(vorm="1"), "PNG"),
    "half-profiel.jpg": lambda: als_bytes(plaatje(), "JPEG", icc_profile=b"no profile"),
}


def upload(client, naam: str, inhoud: bytes):
    bestand = SimpleUploadedFile(naam, inhoud)
    return client.post(
        reverse("wagtailimages:add"), {"title": "Linde", "file": bestand, "alt_tekst": "Een linde"}
    )


@pytest.mark.parametrize("naam", UPLOADS)
def test_what_people_upload_is_kept_clean_and_every_size_can_be_made(beheer, naam):
    assert upload(beheer, naam, UPLOADS[naam]()).status_code == 302
    foto = BloeiImage.objects.get()
    bestanden = [
        foto.file,
        *(foto.get_rendition(f"width-20|format-{s}").file for s in ("jpeg", "webp", "avif")),
    ]
    for bestand in bestanden:
        with bestand.open() as inhoud:
            gelezen = inhoud.read()
        assert MERK not in gelezen
        assert PLAATS not in gelezen
        assert not Image.open(BytesIO(gelezen)).getexif()
    assert Path(foto.file.name).suffix in (".jpg", ".png")
    assert foto.file_hash
    with foto.file.open() as bestand:
        assert maak_schoon(bestand) is bestand


def test_sixteen_bits_stay_the_same_grey(beheer):
    upload(beheer, "zestien.png", UPLOADS["zestien.png"]())
    assert Image.open(BloeiImage.objects.get().file).convert("L").getpixel((0, 0)) == pytest.approx(
        156, abs=1
    )


def test_a_picture_of_a_telephone_stands_upright_and_is_made_smaller(beheer):
    upload(beheer, "IMG_0001.JPG", van_een_telefoon((4000, 3000), stand=6))
    foto = BloeiImage.objects.get()
    assert (foto.width, foto.height) == (LANGSTE_ZIJDE * 3 // 4, LANGSTE_ZIJDE)


BREUKEN = {
    "half.jpg": lambda: van_een_telefoon((800, 600))[:9_000],
    "half.png": lambda: tekst_in_png()[:600],
    "half.heic": lambda: UPLOADS["heic.heic"]()[:500],
    "leeg.png": lambda: b"\x89PNG\r\n\x1a\n",
}
GEEN_FOTO = {
    "geen-foto.jpg": b"<svg onload=alert(1)>",
    "tekening.svg": b'<svg xmlns="http://www.w3.org/2000/svg"/>',
    "brief.docx": b"PK\x03\x04\x14\0\6\0" + bytes(100),
    "brief.jpg": b"PK\x03\x04\x14\0\6\0" + bytes(100),
    "brief.pdf": b"%PDF-1.7\n%",
}


@pytest.mark.parametrize("naam", BREUKEN)
def test_what_is_broken_is_refused_in_plain_words(beheer, naam):
    antwoord = upload(beheer, naam, BREUKEN[naam]())
    assert antwoord.status_code == 200
    assert "niet te openen" in str(antwoord.context["form"].errors["file"])
    assert not BloeiImage.objects.exists()


@pytest.mark.parametrize("naam", GEEN_FOTO)
def test_who_uploads_something_else_hears_that_it_is_no_picture_and_nothing_else(beheer, naam):
    antwoord = upload(beheer, naam, GEEN_FOTO[naam])
    [melding] = antwoord.context["form"].errors["file"]
    assert melding.startswith("Dit bestand is geen foto")
    assert not BloeiImage.objects.exists()


def test_a_picture_with_too_many_pixels_is_refused_before_it_is_read(beheer, monkeypatch):
    monkeypatch.setattr(PngImagePlugin.PngImageFile, "load", lambda self: pytest.fail("it was read"))
    reuze = als_bytes(Image.new("1", (11_000, 11_000)), "PNG")
    antwoord = upload(beheer, "reuze.png", reuze)
    assert "121 miljoen" in str(antwoord.context["form"].errors["file"])


@pytest.mark.parametrize(("soort", "meest"), [("PNG", 50), ("JPEG", 150)])
def test_a_picture_beyond_every_measure_is_told_its_own_size(beheer, soort, meest):
    """Pillow refuses it before it is open; the numbers are those of this picture and of this kind."""
    klein = als_bytes(Image.new("L", (16, 16)), soort)
    if soort == "PNG":
        maten = b"IHDR" + struct.pack(">II", 20_000, 20_000) + klein[24:29]
        reuze = klein[:12] + maten + struct.pack(">I", zlib.crc32(maten)) + klein[33:]
    else:
        plek = klein.index(b"\xff\xc0") + 5
        reuze = klein[:plek] + struct.pack(">HH", 20_000, 20_000) + klein[plek + 4 :]
    antwoord = upload(beheer, f"reuze.{soort.lower()}", reuze)
    fout = str(antwoord.context["form"].errors["file"])
    assert f"(400 miljoen). Maak hem kleiner, hoogstens {meest} miljoen" in fout


def test_twelve_megabytes_are_taken(beheer):
    zwaar = van_een_telefoon() + bytes(12 * 1024 * 1024)
    assert upload(beheer, "zwaar.jpg", zwaar).status_code == 302
    assert BloeiImage.objects.get().file.size < 100_000


def test_several_at_once_wait_for_their_text_without_what_the_camera_knew(beheer):
    verzoek = {"files[]": SimpleUploadedFile("IMG.jpg", van_een_telefoon()), "title": "x"}
    beheer.post(reverse("wagtailimages:add_multiple"), verzoek)
    wacht = UploadedFile.objects.get()
    assert MERK not in wacht.file.read()
    vooraf = f"uploaded-image-{wacht.pk}"
    gegevens = {f"{vooraf}-title": "Linde", f"{vooraf}-alt_tekst": "Een linde"}
    adres = reverse("wagtailimages:create_multiple_from_uploaded_image", args=[wacht.pk])
    assert beheer.post(adres, gegevens).json()["success"]
    assert MERK not in BloeiImage.objects.get().file.read()


def test_whatever_road_a_picture_comes_by(db):
    foto = BloeiImage(title="x", alt_tekst="x", collection=factories.wortel_collectie())
    foto.file.save("IMG.jpg", ContentFile(van_een_telefoon()), save=False)
    ruw = foto.file.path
    foto.save()
    assert MERK not in foto.file.read()
    assert not Path(ruw).exists()
    with pytest.raises((ValidationError, OSError)):
        BloeiImage.objects.create(title="x", file=ContentFile(b"x", "x.jpg"))


@pytest.fixture
def van_vroeger(beesd: KernPage) -> BloeiImage:
    """A picture on a public page, from before they were cleaned when they came."""
    foto = factories.ImageFactory(file__width=80, file__height=60)
    beesd.foto = foto
    factories.publiceer(beesd)
    Path(foto.file.path).write_bytes(van_een_telefoon((80, 60)))
    return BloeiImage.objects.get(pk=foto.pk)


def test_sizes_of_a_picture_from_before_tell_nothing_either(van_vroeger):
    maat = van_vroeger.get_rendition("width-20|format-jpeg").file.read()
    assert MERK not in maat
    assert PLAATS not in maat


def test_the_command_cleans_what_was_there(van_vroeger, capsys, django_capture_on_commit_callbacks):
    maat = van_vroeger.get_rendition("width-20|format-jpeg").file.path
    with django_capture_on_commit_callbacks(execute=True):
        call_command("maak_fotos_schoon")
    schoon = BloeiImage.objects.get(pk=van_vroeger.pk)
    assert MERK not in schoon.file.read()
    assert schoon.file_hash != van_vroeger.file_hash
    assert not Path(van_vroeger.file.path).exists()
    assert not Path(maat).exists()
    call_command("maak_fotos_schoon")
    assert capsys.readouterr().out.splitlines() == ["1 foto's schoongemaakt.", "0 foto's schoongemaakt."]


@pytest.mark.parametrize("inhoud", [b"", b"no picture", BREUKEN["half.jpg"]()])
def test_a_file_that_went_bad_never_takes_a_page_down(client, van_vroeger, inhoud):
    Path(van_vroeger.file.path).write_bytes(inhoud)
    assert client.get("/beesd/").status_code == 200
    assert client.get("/").status_code == 200
    [bron] = {
        b["srcset"].split()[0] for b in client.get("/api/v1/kernen/beesd").json()["afbeelding"]["bronnen"][:1]
    }
    assert client.get(bron).status_code == 410


def test_the_command_names_what_cannot_be_opened(van_vroeger, capsys):
    Path(van_vroeger.file.path).write_bytes(b"no picture")
    call_command("maak_fotos_schoon")
    assert f"Foto {van_vroeger.pk} is niet te openen" in capsys.readouterr().err
