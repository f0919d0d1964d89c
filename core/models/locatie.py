from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from core.models.pagina import BasePage

# The Netherlands, from its south to its north and from its west to its east.
NEDERLAND = ((50.7, 53.7), (3.2, 7.3))
ERBUITEN = "Dit punt ligt niet in Nederland. Hier is de breedtegraad 50 tot 54 (zoals 51.8897) en de lengtegraad 3 tot 8 (zoals 5.1919)."
ANDERSOM = f"{ERBUITEN} Staan ze andersom?"


class PuntMixin(BasePage):
    """A point on the map, in WGS84 degrees. Both coordinates, or neither."""

    breedtegraad = models.FloatField(
        "breedtegraad",
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
        help_text="Bijvoorbeeld 51.8897, zoals het in een kaart op internet staat.",
    )
    lengtegraad = models.FloatField(
        "lengtegraad",
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
        help_text="Bijvoorbeeld 5.1919.",
    )

    class Meta:
        abstract = True

    def controleer(self) -> dict[str, str]:
        fouten = super().controleer()
        if (self.breedtegraad is None) != (self.lengtegraad is None):
            leeg = "breedtegraad" if self.breedtegraad is None else "lengtegraad"
            fouten[leeg] = "Vul de breedtegraad en de lengtegraad allebei in, of geen van beide."
        elif self.breedtegraad is not None and not in_nederland(self.breedtegraad, self.lengtegraad):
            omgekeerd = in_nederland(self.lengtegraad, self.breedtegraad)
            fouten["breedtegraad"] = ANDERSOM if omgekeerd else ERBUITEN
        return fouten


def in_nederland(breedtegraad: float, lengtegraad: float) -> bool:
    """Roughly: near its borders a little of its neighbours too."""
    return all(
        van <= graad <= tot for graad, (van, tot) in zip((breedtegraad, lengtegraad), NEDERLAND, strict=True)
    )
