from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from core.geheugen import onthoud
from core.gemeente import volle_naam


class Toegankelijkheid(models.TextChoices):
    """The states that the government's model for the accessibility statement knows."""

    VOLLEDIG = "volledig", _("De site voldoet helemaal aan de regels (WCAG 2.2, niveau A en AA).")
    GEDEELTELIJK = (
        "gedeeltelijk",
        _("De site voldoet voor een deel aan de regels. Wat nog niet goed is, is bekend."),
    )
    MAATREGELEN = (
        "maatregelen",
        _("De site is nog niet helemaal onderzocht. De eerste maatregelen zijn genomen."),
    )
    NIET = "niet", _("De site voldoet nog niet aan de regels.")


@register_setting(icon="mail")
class GemeenteInstellingen(BaseGenericSetting):
    """How to reach the municipality; stands at the foot of every page."""

    naam = models.CharField("naam", max_length=80, default=volle_naam)
    email = models.EmailField("e-mail", blank=True)
    telefoon = models.CharField("telefoon", max_length=30, blank=True)
    adres = models.CharField("adres", max_length=160, blank=True)
    website = models.URLField("website", blank=True)
    email_beveiliging = models.EmailField(
        "e-mail voor beveiliging", blank=True, help_text="Hier melden mensen een lek in de beveiliging."
    )

    toegankelijkheid_status = models.CharField(
        "hoe toegankelijk is de site?",
        max_length=12,
        choices=Toegankelijkheid.choices,
        default=Toegankelijkheid.MAATREGELEN,
        help_text="De status volgens de toegankelijkheidsverklaring.",
    )
    toegankelijkheid_onderzocht_op = models.DateField("laatst onderzocht op", null=True, blank=True)
    toegankelijkheid_verklaard_op = models.DateField("datum van de verklaring", null=True, blank=True)
    toegankelijkheid_rapport = models.URLField(
        "rapport", blank=True, help_text="Link naar het rapport van het onderzoek."
    )

    panels = [
        MultiFieldPanel(
            [FieldPanel(veld) for veld in ("naam", "email", "telefoon", "adres", "website")],
            heading="Contact",
        ),
        FieldPanel("email_beveiliging"),
        MultiFieldPanel(
            [
                FieldPanel(f"toegankelijkheid_{veld}")
                for veld in ("status", "onderzocht_op", "verklaard_op", "rapport")
            ],
            heading="Toegankelijkheidsverklaring",
        ),
    ]

    class Meta:
        verbose_name = "gegevens van de gemeente"

    @classmethod
    def load(cls, request_or_site=None) -> "GemeenteInstellingen":
        uit_database = super().load
        return onthoud("gemeente", lambda: uit_database(request_or_site))
