"""A canvas to paint on. It knows shapes and colours, not what they stand for."""

from collections.abc import Sequence
from io import BytesIO
from random import Random

from PIL import Image, ImageDraw, ImageFilter

BREEDTE, HOOGTE = 1600, 1000
Kleur = tuple[int, int, int]
Punt = tuple[float, float]


def kleur(hexcode: str) -> Kleur:
    """`"f4c7c3"` as red, green and blue, 0-255."""
    return int(hexcode[0:2], 16), int(hexcode[2:4], 16), int(hexcode[4:6], 16)


def meng(een: Kleur, ander: Kleur, deel: float) -> Kleur:
    """A colour between two others; `deel` 0 gives the first, 1 the second."""
    rood, groen, blauw = (round(a + (b - a) * deel) for a, b in zip(een, ander, strict=True))
    return rood, groen, blauw


class Doek:
    """A picture of 1600 by 1000 points, painted at double size: making it smaller softens every edge.

    `kans` gives the same numbers for the same seed, so that a picture is always the same picture.
    """

    SCHAAL = 2

    def __init__(self, seed: str) -> None:
        self.kans = Random(seed)  # noqa: S311
        self.beeld = Image.new("RGB", (BREEDTE * self.SCHAAL, HOOGTE * self.SCHAAL))
        self._pen = ImageDraw.Draw(self.beeld)

    def vlak(self, punten: Sequence[Punt], tint: Kleur, onder: Kleur | None = None) -> None:
        """Fill a shape; with `onder` the colour runs from `tint` at its top to `onder` at its foot."""
        hoeken = self._groot(punten)
        if onder is None:
            self._pen.polygon(hoeken, fill=tint)
            return
        links, rechts = round(min(x for x, _ in hoeken)), round(max(x for x, _ in hoeken))
        boven, beneden = round(min(y for _, y in hoeken)), round(max(y for _, y in hoeken))
        maat = (max(1, rechts - links), max(1, beneden - boven))
        masker = Image.new("L", maat)
        ImageDraw.Draw(masker).polygon([(x - links, y - boven) for x, y in hoeken], fill=255)
        self.beeld.paste(_verloop(maat, tint, onder), (links, boven), masker)

    def rechthoek(self, x: float, y: float, breed: float, hoog: float, tint: Kleur) -> None:
        """A rectangle by its upper left corner."""
        self._pen.rectangle(self._groot([(x, y), (x + breed, y + hoog)]), fill=tint)

    def ovaal(self, x: float, y: float, straal_x: float, straal_y: float, tint: Kleur) -> None:
        """An ellipse by its middle."""
        hoeken = self._groot([(x - straal_x, y - straal_y), (x + straal_x, y + straal_y)])
        self._pen.ellipse(hoeken, fill=tint)

    def lijn(self, punten: Sequence[Punt], tint: Kleur, dikte: float) -> None:
        dik = max(1, round(dikte * self.SCHAAL))
        self._pen.line(self._groot(punten), fill=tint, width=dik, joint="curve")

    def gloed(self, x: float, y: float, straal: float, tint: Kleur, sterkte: float) -> None:
        """Light that fades from a middle outwards; `sterkte` is 0 (none) to 1 (solid in the middle)."""
        straal *= self.SCHAAL
        masker = Image.radial_gradient("L").point(
            lambda ver: round(max(0, 1 - ver / 181) ** 2 * 255 * sterkte)
        )
        maat = round(straal * 2)
        plek = (round(x * self.SCHAAL - straal), round(y * self.SCHAAL - straal))
        self.beeld.paste(Image.new("RGB", (maat, maat), tint), plek, masker.resize((maat, maat)))

    def waas(self, boven: float, onder: float, tint: Kleur, sterkte: float) -> None:
        """Mist that is thickest halfway between two heights."""
        hoog = round((onder - boven) * self.SCHAAL)
        helft = Image.linear_gradient("L").resize((1, hoog // 2)).point(lambda v: round(v * sterkte))
        masker = Image.new("L", (1, hoog // 2 * 2))
        masker.paste(helft, (0, 0))
        masker.paste(helft.transpose(Image.Transpose.FLIP_TOP_BOTTOM), (0, hoog // 2))
        maat = (self.beeld.width, hoog // 2 * 2)
        self.beeld.paste(Image.new("RGB", maat, tint), (0, round(boven * self.SCHAAL)), masker.resize(maat))

    def vaag(self, ovalen: Sequence[tuple[float, float, float, float]], tint: Kleur, sterkte: float) -> None:
        """Ellipses (x, y, radius, radius) without a sharp edge: clouds, shadows."""
        # At a quarter of the size and only where the ellipses are: blurring the whole picture takes seconds.
        rand = 24
        links, boven = (
            min(x - rx for x, _, rx, _ in ovalen) - rand,
            min(y - ry for _, y, _, ry in ovalen) - rand,
        )
        breed = max(x + rx for x, _, rx, _ in ovalen) + rand - links
        hoog = max(y + ry for _, y, _, ry in ovalen) + rand - boven
        klein = Image.new("L", (round(breed / 4), round(hoog / 4)))
        pen = ImageDraw.Draw(klein)
        for x, y, straal_x, straal_y in ovalen:
            dx, dy = x - links, y - boven
            hoeken = [(dx - straal_x) / 4, (dy - straal_y) / 4, (dx + straal_x) / 4, (dy + straal_y) / 4]
            pen.ellipse(hoeken, fill=round(255 * sterkte))
        maat = (round(breed * self.SCHAAL), round(hoog * self.SCHAAL))
        masker = klein.filter(ImageFilter.GaussianBlur(4)).resize(maat)
        plek = (round(links * self.SCHAAL), round(boven * self.SCHAAL))
        self.beeld.paste(Image.new("RGB", maat, tint), plek, masker)

    def jpeg(self) -> bytes:
        """The finished picture."""
        klaar = BytesIO()
        self.beeld.reduce(self.SCHAAL).save(klaar, "JPEG", quality=85, optimize=True)
        return klaar.getvalue()

    def _groot(self, punten: Sequence[Punt]) -> list[Punt]:
        return [(x * self.SCHAAL, y * self.SCHAAL) for x, y in punten]


def _verloop(maat: tuple[int, int], boven: Kleur, onder: Kleur) -> Image.Image:
    kolom = Image.linear_gradient("L").resize((1, maat[1]))
    banden = [
        kolom.point(lambda v, a=a, b=b: round(a + (b - a) * v / 255))
        for a, b in zip(boven, onder, strict=True)
    ]
    return Image.merge("RGB", banden).resize(maat)
