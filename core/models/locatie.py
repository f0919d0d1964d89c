from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from core.models.pagina import BasePage


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
        return fouten
