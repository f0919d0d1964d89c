from collections.abc import Mapping
from contextlib import nullcontext
from datetime import date, datetime
from http import HTTPMethod
from typing import Self, cast

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise, classproperty
from django.utils.text import slugify
from wagtail.fields import StreamField
from wagtail.models import Locale, Page, PageManager, Workflow
from wagtail.url_routing import RouteResult
from wagtail_localize.fields import SynchronizedField

from core.goedkeuring.bewaking import aliassen_volgen
from core.goedkeuring.formulieren import KopieForm, PaginaForm
from core.goedkeuring.rechten import VierOgenRechten
from core.models.naslag import InNaslag
from core.models.onleesbaar import LosVanOnleesbaar
from core.models.versie import StaatInRij
from core.omleidingen import LeidtOm
from core.openbaar import Bereikbaar, OpenbareQuerySet
from core.stand import Stand
from core.talen.adres import pad_in_taal
from core.talen.geraamte import geef_dezelfde_rechten, zorg_voor_ouders
from core.talen.leesbaar import LeesbarePage
from core.talen.lezen import heel_in_leestaal, in_leestaal, leg_over, leg_veld_over
from core.talen.taal import BRONTAAL, leestaal, taal_van
from core.teksten.lengte import wat_niet_past
from core.teksten.schoonmaak import maak_schoon
from core.voorwaardelijk import voor_wie_geen_koekje_heeft


def _is_tekst(veld: models.Field) -> bool:
    adres = isinstance(veld, models.URLField | models.EmailField)
    return (
        isinstance(veld, StreamField | models.TextField | models.CharField) and not veld.choices and not adres
    )


class BasePage(Bereikbaar, LeidtOm, LosVanOnleesbaar, InNaslag, StaatInRij, LeesbarePage):
    """The base of every page of Bloei!.

    Abstract on purpose: wagtail-localize doesn't work with a page model of one's own in the place of
    `wagtailcore.Page`.
    """

    show_in_menus_default = False
    # A page is read; what is filled in has an address of its own.
    allowed_http_methods = [HTTPMethod.GET, HTTPMethod.HEAD, HTTPMethod.OPTIONS]
    base_form_class = PaginaForm
    copy_form_class = KopieForm
    # Text that is a name or a number, the same in every language.
    in_elke_taal_gelijk: tuple[str, ...] = ()
    # Of `exclude_fields_in_copy`, what came of it: a copy is something new, a translation is not.
    van_toen: tuple[str, ...] = ()

    # What a kind of page says of itself, for every list that it comes into; empty is what it doesn't come into.
    # Its sign (`icoon`), its heading among what search found, and its word in the menu of its kern (else its title).
    teken = ""
    zoeknaam: str | Promise = ""
    menunaam: str | Promise = ""
    # Its title as `richt_in` makes it of the name of its kern; its slug is its word in the menu.
    systeemtitel: str | Promise = ""
    # The button with which an editor begins one.
    knop_nieuw = ""
    # What other channels call this kind, for ever, where that isn't its name in the admin.
    soortnaam = ""
    # Its fields with plain text of a sentence or two, and with the text of blocks.
    veld_kort = ""
    veld_inhoud = ""
    # How many characters fit in a field whose column knows no end: it stands on cards, posters and paper.
    past: Mapping[str, int] = {}

    # Whether it may vanish on a date. What people took part in stays readable, as an archive.
    verdwijnt_vanzelf = True

    als_concept = False  # set by the form while it keeps a draft (core.goedkeuring.formulieren)

    objects = cast("OpenbareQuerySet", PageManager.from_queryset(OpenbareQuerySet)())

    class Meta:
        abstract = True

    @classproperty
    def override_translatable_fields(cls) -> list[SynchronizedField]:  # noqa: N805
        """For wagtail-localize: everything but text is the Dutch page's, and a translator can't change it."""
        vast = ["slug", "show_in_menus", *cls.in_elke_taal_gelijk]
        eigen = (
            veld for veld in cls._meta.concrete_fields if veld.model is not Page and not veld.primary_key
        )
        vast += [veld.name for veld in eigen if not _is_tekst(veld)]
        return [SynchronizedField(naam, overridable=False) for naam in vast]

    @property
    def bron(self) -> "BasePage":
        """The Dutch page of which this one is a translation, or the page itself."""
        if taal_van(self.locale_id) == BRONTAAL:
            return self
        return self.get_translation_or_none(Locale.objects.get(language_code=BRONTAAL)) or self

    @classmethod
    def naam_van_soort(cls) -> str:
        return cls.soortnaam or slugify(str(cls._meta.verbose_name))

    def stand(self, op: date) -> Stand | None:
        """How it stands with this page on that day; None for what is simply there."""
        return None

    def tijdstip(self) -> str:
        """When it is, in words; empty for what has no date of its own."""
        return ""

    def eindigt(self) -> datetime | None:
        """The moment from which it is over; None for what stays."""
        return None

    def in_het_kort(self) -> str:
        """What it is about, as plain text in lines; empty where nobody wrote that."""
        return getattr(self, self.veld_kort, "")

    @property
    def localized(self) -> Self:
        """This page in the language that is being read. Links in running text come here."""
        return in_leestaal([self])[0]

    def refresh_from_db(self, using=None, fields=None, from_queryset=None) -> None:
        super().refresh_from_db(using=using, fields=fields, from_queryset=from_queryset)
        # A field that was left out of the question for the page comes from the database in Dutch.
        if self.vertaling:
            for veld in fields or ():
                leg_veld_over(self, self.vertaling, veld)

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Find the way through the Dutch tree, whatever the language, and show its page in that language."""
        bron = self.bron
        if bron.pk != self.pk:
            return bron.route(request, path_components)
        gevonden = super().route(request, path_components)
        if gevonden.page.pk == self.pk:
            heel_in_leestaal(gevonden.page)
        return gevonden

    def get_url_parts(self, request: HttpRequest | None = None) -> tuple | None:
        """A Dutch page has an address in each language: the one that is being read counts. A translation has that of
        its Dutch page in its own language, whatever its own place and slug are."""
        bron = self.bron
        delen = super(BasePage, bron).get_url_parts(request)
        if not delen or not delen[2]:
            return delen
        taal = leestaal() if bron.pk == self.pk else self.taal
        return delen if taal == BRONTAAL else (*delen[:2], pad_in_taal(delen[2], taal))

    def serve(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return voor_wie_geen_koekje_heeft(super().serve)(request, *args, **kwargs)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Show a translation as a visitor will see it: laid over the Dutch page."""
        bron = self.bron
        if bron.pk == self.pk:
            return super().serve_preview(request, mode_name)
        return leg_over(heel_in_leestaal(bron), self, self.taal).serve_preview(request, mode_name)

    def copy(self, *args, **kwargs):
        if kwargs.get("reset_translation_key", True):
            return super().copy(*args, **kwargs)
        # A translation is the same thing in other words.
        self.exclude_fields_in_copy = [
            naam for naam in self.exclude_fields_in_copy if naam not in self.van_toen
        ]
        try:
            return super().copy(*args, **kwargs)
        finally:
            del self.exclude_fields_in_copy

    def copy_for_translation(self, locale, copy_parents=False, alias=False, exclude_fields=None):
        if copy_parents:
            zorg_voor_ouders(self, locale)
        vertaling = super().copy_for_translation(locale, alias=alias, exclude_fields=exclude_fields)
        geef_dezelfde_rechten(self, vertaling)
        return vertaling

    def clean_fields(self, exclude=None) -> None:
        # Before it is judged: a title of characters that nobody sees is no title.
        maak_schoon(self)
        super().clean_fields(exclude)

    def controleer(self) -> dict[str, str]:
        """What doesn't fit together, as messages by field. A draft may be kept with it; it can't be submitted."""
        return wat_niet_past(self, self.past)

    def bezwaar(self) -> str:
        """Why this text can't go online as things are now, in a sentence. Asked with the page held."""
        return ""

    def clean(self) -> None:
        super().clean()
        if not self.als_concept and (fouten := self.controleer()):
            raise ValidationError(fouten)
        if self.expire_at and not self.verdwijnt_vanzelf:
            raise ValidationError(
                {"expire_at": "Laat deze datum leeg. Wat voorbij is, blijft te lezen in het archief."}
            )

    def permissions_for_user(self, user) -> VierOgenRechten:
        return VierOgenRechten(user, self)

    @property
    def status_string(self) -> str:
        """Where the page stands, in the admin: whether a visitor reads it, and what is under way."""
        onderweg = "in concept" if self.has_unpublished_changes or not self.live else ""
        if self.approved_schedule:
            onderweg = "gepland"
        elif staat := self.current_workflow_state:
            onderweg = "bij Communicatie" if staat.status == staat.STATUS_IN_PROGRESS else "teruggestuurd"
        elif self.expired and not self.live:
            return "niet meer online"
        if self.live:
            return f"online, wijziging {onderweg}" if onderweg else "online"
        return onderweg

    @property
    def has_workflow(self) -> bool:
        return self.get_workflow() is not None

    def get_workflow(self) -> Workflow | None:
        """The way that this page goes. The form asks six times in all, of a page in memory that is for one visit."""
        if "_workflow" not in vars(self):
            boven = self.get_ancestors(inclusive=True)
            wegen = Workflow.objects.filter(active=True, workflow_pages__page__in=boven)
            self._workflow = wegen.order_by("-workflow_pages__page__depth").first()
        return self._workflow

    def update_aliases(self, *, revision=None, _updated_ids=None, **kwargs) -> None:
        """Let aliases take over this page's content, but only the revision that just went live.

        A mirror in another language only holds up translations, and never goes live.
        """
        aliassen = dict(Page.objects.filter(alias_of=self).order_by().values_list("pk", "locale"))
        spiegels = [pk for pk, taal in aliassen.items() if taal != self.locale_id]
        if len(spiegels) == len(aliassen):
            return
        overslaan = [*(_updated_ids or []), *spiegels]
        ging_live = revision is not None and revision.pk == self.live_revision_id
        with aliassen_volgen() if ging_live else nullcontext():
            super().update_aliases(revision=revision, _updated_ids=overslaan, **kwargs)
