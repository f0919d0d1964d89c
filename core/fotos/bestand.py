"""What is kept of a picture that somebody uploads: upright, in ordinary colours, no larger than the site needs.

Whatever else the file holds stays behind: where it was taken, with which camera, remarks, a video appended to it.
What a file is follows from its bytes, not from its name: telephones and chat programs call everything .jpg.
"""

import re
from io import BytesIO
from pathlib import PurePath
from threading import Lock

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.core.files.uploadedfile import InMemoryUploadedFile
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError
from pillow_heif import register_heif_opener

register_heif_opener()

SOORTEN = ("JPEG", "PNG", "GIF", "WEBP", "AVIF", "HEIF")
LANGSTE_ZIJDE = 2560  # pixels; the largest size that a channel can ask for is 1600 wide
# A picture takes some four bytes a pixel while it is read. A JPEG is read at a fraction of its size.
MEESTE_PIXELS, MEESTE_PIXELS_JPEG = 50_000_000, 150_000_000
JPEG_BEGINT = b"\xff\xd8"
KWALITEIT = 90
# What a file may say beside its pixels.
BIJZAAK = frozenset(
    ["jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi", "progressive", "progression", "aspect"]
)
SCHONE_DELEN = frozenset(["APP0", "APP14"])  # of a JPEG: its header, and how its colours are written

GEEN_FOTO = (
    "Dit bestand is geen foto die we kunnen tonen. Kies een foto van je telefoon of camera, of een plaatje dat eindigt op .jpg of "
    ".png. Een Word-bestand of pdf zet je er als document bij."
)
KAPOT = "Deze foto is niet te openen. Misschien is hij half verstuurd. Kies de foto nog een keer."
TE_GROOT = (
    "Deze foto heeft te veel beeldpunten ({aantal} miljoen). Maak hem kleiner, hoogstens {meest} miljoen."
)
# One at a time in a process: two large pictures at once would take twice the memory.
_een_tegelijk = Lock()


def maak_schoon(bestand: "File[bytes]") -> "File[bytes]":
    """Return the picture as it may be kept, with a name that fits it; the same file when it is clean already.

    Raises ValidationError, in words for who uploads it, when it is no picture, broken, or too large to open.
    """
    with _een_tegelijk:
        bestand.seek(0)
        try:
            beeld = _open(bestand)
            if not _is_schoon(beeld):
                return _als_bestand(_herschik(beeld), PurePath(bestand.name or "foto").stem)
        except ValidationError:
            raise
        except Exception as fout:
            # A decoder may fail in any way on what isn't right.
            raise ValidationError(KAPOT, code="invalid_image") from fout
        finally:
            bestand.seek(0)
    return bestand


def _open(bestand: "File[bytes]") -> Image.Image:
    """Open and read the whole picture, after its size was looked at. Raises ValidationError when that is too large."""
    meest = MEESTE_PIXELS_JPEG if bestand.read(2) == JPEG_BEGINT else MEESTE_PIXELS
    bestand.seek(0)
    try:
        beeld = Image.open(bestand, formats=SOORTEN)
    except Image.DecompressionBombError as fout:
        # Too large for Pillow to say anything else about it than this.
        raise _te_groot(int(re.findall(r"\d+", str(fout))[0]), meest) from fout
    except UnidentifiedImageError as fout:
        bestand.seek(0)
        if _begint_als_foto(bestand.read(12)):
            raise
        raise ValidationError(GEEN_FOTO, code="invalid_image") from fout
    pixels = beeld.width * beeld.height
    if pixels > meest:
        raise _te_groot(pixels, meest)
    if max(beeld.size) > 2 * LANGSTE_ZIJDE:
        beeld.draft("RGB", (2 * LANGSTE_ZIJDE, 2 * LANGSTE_ZIJDE))
    beeld.load()
    return beeld


def _begint_als_foto(begin: bytes) -> bool:
    """Whether it says to be a picture, though it can't be read as one."""
    return begin.startswith((JPEG_BEGINT, b"\x89PNG", b"GIF8", b"RIFF")) or begin[4:8] == b"ftyp"


def _te_groot(pixels: int, meest: int) -> ValidationError:
    melding = TE_GROOT.format(aantal=round(pixels / 1e6), meest=round(meest / 1e6))
    return ValidationError(melding, code="file_too_many_pixels")


def _is_schoon(beeld: Image.Image) -> bool:
    """Whether this file could have been made below: nothing has to be taken away or changed."""
    if beeld.format not in ("JPEG", "PNG") or max(beeld.size) > LANGSTE_ZIJDE:
        return False
    if beeld.mode not in ("L", "RGB", "RGBA") or set(beeld.info) - BIJZAAK:
        return False
    return {deel for deel, _ in getattr(beeld, "applist", ())} <= SCHONE_DELEN


def _herschik(beeld: Image.Image) -> Image.Image:
    """Upright, in sRGB, eight bits a colour, and no larger than the longest side."""
    beeld = ImageOps.exif_transpose(beeld)
    beeld.thumbnail((LANGSTE_ZIJDE, LANGSTE_ZIJDE), Image.Resampling.LANCZOS)
    doorzichtig = beeld.has_transparency_data
    beeld = _gewone_kleuren(beeld, "RGBA" if doorzichtig else "RGB")
    if doorzichtig and beeld.getchannel("A").getextrema()[0] == 255:
        beeld = beeld.convert("RGB")
    return beeld


def _gewone_kleuren(beeld: Image.Image, vorm: str) -> Image.Image:
    if beeld.mode.startswith("I"):
        # Sixteen bits of grey, which Pillow would cut off rather than scale.
        return beeld.point(lambda waarde: waarde / 257).convert("L").convert(vorm)
    profiel = beeld.info.get("icc_profile")
    if profiel and beeld.mode in ("L", "RGB", "RGBA", "CMYK"):
        try:
            van = ImageCms.ImageCmsProfile(BytesIO(profiel))
            omgezet = ImageCms.profileToProfile(beeld, van, ImageCms.createProfile("sRGB"), outputMode=vorm)
        except (ImageCms.PyCMSError, OSError, ValueError):
            # A profile that isn't right, or of other colours than the picture: most programs pass it over as well.
            omgezet = None
        if omgezet is not None:
            return omgezet
    return beeld.convert(vorm)


def _als_bestand(beeld: Image.Image, stam: str) -> InMemoryUploadedFile:
    """Photographs as JPEG; drawings and what lets the background through as PNG."""
    getekend = beeld.mode == "RGBA" or beeld.getcolors(256) is not None
    soort, achtervoegsel = ("PNG", "png") if getekend else ("JPEG", "jpg")
    beeld.info = {}
    uit = BytesIO()
    if getekend:
        beeld.save(uit, "PNG", optimize=True)
    else:
        beeld.save(uit, "JPEG", quality=KWALITEIT, optimize=True)
    lengte = uit.tell()
    uit.seek(0)
    return InMemoryUploadedFile(
        uit, "file", f"{stam or 'foto'}.{achtervoegsel}", f"image/{soort.lower()}", lengte, None
    )
