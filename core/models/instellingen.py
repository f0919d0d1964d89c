from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


@register_setting(icon="mail")
class GemeenteInstellingen(BaseGenericSetting):
    """How to reach the municipality; stands at the foot of every page."""

    naam = models.CharField("naam", max_length=80, default="Gemeente West Betuwe")
    email = models.EmailField("e-mail", blank=True)
    telefoon = models.CharField("telefoon", max_length=30, blank=True)
    adres = models.CharField("adres", max_length=160, blank=True)
    website = models.URLField("website", blank=True)
    email_beveiliging = models.EmailField(
        "e-mail voor beveiliging", blank=True, help_text="Hier melden mensen een lek in de beveiliging."
    )

    panels = [
        MultiFieldPanel(
            [FieldPanel(veld) for veld in ("naam", "email", "telefoon", "adres", "website")],
            heading="Contact",
        ),
        FieldPanel("email_beveiliging"),
    ]

    class Meta:
        verbose_name = "gegevens van de gemeente"
