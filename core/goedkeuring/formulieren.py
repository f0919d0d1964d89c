"""Forms of Wagtail's admin without what the rules of Bloei! would refuse anyway."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, cast

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Model
from django.forms import Field
from django.http import QueryDict
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.forms.pages import CopyForm
from wagtail.blocks import Block, BlockField, ListBlock
from wagtail.models import ReferenceIndex

from core.adressen import adres_uit, als_adres, ingekort, volgt_titel, vrij_adres
from core.formulieren.datumvelden import DatumVeld, TijdstipVeld, is_alleen_tijd, met_dag, zonder_jaar
from core.formulieren.inzending import lees
from core.formulieren.verplicht import NIET_GEZEGD, zeg_wat_er_moet

from .zicht import mag_noemen


class KopieForm(CopyForm):
    """A copy is always a draft: it is a new text in a new place, and nobody approved it there."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for naam in ("publish_copies", "alias"):
            self.fields.pop(naam, None)

    def clean(self) -> dict[str, Any]:
        if slug := self.cleaned_data.get("new_slug"):
            ouder = self.cleaned_data.get("new_parent_page") or self.page.get_parent()
            self.cleaned_data["new_slug"] = vrij_adres(ouder, slug)
        return super().clean()


def komt_meteen(moment: datetime) -> str:
    dag = date_format(timezone.localtime(moment), "DAG_VOLUIT")
    return f"Let op: bij ‘Komt online op’ staat {dag}. Dat is al geweest: na goedkeuring komt de pagina meteen online."


def _noem_wat_er_moet(blok: Block) -> None:
    """The fields within blocks say which one they are as well, unless they say something better already."""
    for deel in getattr(blok, "child_blocks", {}).values():
        _noem_wat_er_moet(deel)
    if isinstance(blok, ListBlock):
        _noem_wat_er_moet(blok.child_block)
    veld = getattr(blok, "field", None)
    if isinstance(veld, Field) and veld.error_messages["required"] == NIET_GEZEGD:
        veld.error_messages["required"] = f"Vul ‘{capfirst(blok.label)}’ in."


class PaginaForm(WagtailAdminPageForm):
    """Nobody points at a page, picture or document that they may not know of; a preview would show it to them.

    The choosers don't offer those, so whoever does so made the request by hand. PermissionDenied, and not an error in
    the form: that would be shown with the title of what was chosen.
    """

    al_geweest: datetime | None = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.instance.live and self.instance.expire_at and self.instance.expire_at < timezone.now():
            # Its last day, however it went off: with it nobody could save the page again.
            self.initial["expire_at"] = None
        zeg_wat_er_moet(self.fields)
        for veld in self.fields.values():
            if self.is_bound and isinstance(veld, BlockField):
                _noem_wat_er_moet(veld.block)
        if isinstance(einde := self.fields.get("einde"), TijdstipVeld) and "begin" in self.fields:
            einde.tijd_genoeg = True
        if self.is_bound:
            lees(self)
            self._vul_dag_aan()
            self._geef_adres()

    def _geef_adres(self) -> None:
        """A browser writes the address under the title, and out of what can be one. Who was quicker than that isn't asked
        for it, nor who has a title without a letter in it."""
        veld = self.add_prefix("slug")
        titel, slug = (str(self.data.get(naam, "")).strip() for naam in (self.add_prefix("title"), veld))
        if veld not in self.data or not (titel or slug):
            return
        adres = als_adres(slug)
        if not adres and self.instance.pk is None:
            adres = vrij_adres(
                self.parent_page, adres_uit(titel) or adres_uit(str(self.instance._meta.verbose_name))
            )
        if adres != self.data.get(veld):
            data = cast("QueryDict", self.data).copy()
            data[veld] = adres
            self.data = data

    def _vul_dag_aan(self) -> None:
        """Of an end, the time is enough: what begins and ends somewhere mostly does so on one day."""
        einde, begin = self.add_prefix("einde"), self.add_prefix("begin")
        if isinstance(self.fields.get("einde"), TijdstipVeld) and self.data.get(einde):
            data = cast("QueryDict", self.data).copy()
            data[einde] = met_dag(str(data[einde]), str(data.get(begin, "")))
            self.data = data

    def defer_required_fields(self) -> None:
        """A draft is kept as it is, so that nothing that was typed is lost; what it lacks is asked for at submitting."""
        super().defer_required_fields()
        self.instance.als_concept = True

    def restore_required_fields(self) -> None:
        super().restore_required_fields()
        self.instance.als_concept = False

    def _post_clean(self) -> None:
        super()._post_clean()  # ty: ignore[missing-attribute] - Django's own, that its stubs leave out
        # The address follows from the title, and stands on a tab where nobody would look for it.
        if {"title", "slug"} <= self.errors.keys() and not self.data.get(self.add_prefix("slug")):
            del self.errors["slug"]

    def clean_slug(self) -> str:
        """The first free address, for a page that isn't online: nobody knows its address yet.

        Of a page that is, people have the address. Raises ValidationError when that would become somebody else's.
        """
        slug = self._mee_met_titel(self.cleaned_data["slug"])
        vrij = vrij_adres(self.parent_page, slug, self.instance)
        if self.instance.pk and self.instance.live and vrij != slug:
            melding = f"Het adres “{slug}” is al van een andere pagina. Kies een ander adres, bijvoorbeeld “{vrij}”."
            # Beside the field as well, but that stands on a tab that may never be opened.
            self.add_error(None, f"{melding} Je vindt het op het tabblad Eigenschappen.")
            raise ValidationError(melding)
        return vrij

    def _mee_met_titel(self, slug: str) -> str:
        """The address of the new title, where it followed the old one and nobody was ever told of it."""
        oud, titel = self.instance, self.cleaned_data.get("title", "")
        if oud.pk is None:
            return ingekort(slug, titel)
        bekend = oud.first_published_at or slug != oud.slug
        return slug if bekend or not volgt_titel(slug, oud.title) else adres_uit(titel) or slug

    def get_field_updates_for_resave(self) -> list[tuple[str, str]]:
        """The address as it was kept, or the form would ask for the old one again."""
        updates = super().get_field_updates_for_resave()
        veld = self.add_prefix("slug")
        anders = "slug" in self.fields and self.data.get(veld) != self.instance.slug
        return [*updates, (veld, self.instance.slug)] if anders else updates

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean()
        self._plan_niets_in_het_verleden()
        # Of a time alone the day is that of the begin: where that can't be read, the fault is there and nowhere else.
        if {"begin", "einde"} <= self.errors.keys() and is_alleen_tijd(self["einde"].data or ""):
            del self.errors["einde"]
        genoemd = set(_verwijzingen(self._meta.model, gegevens, self.changed_data))
        for formset in self.formsets.values():
            for rij in formset.forms:
                if rij.is_valid():
                    genoemd |= set(_verwijzingen(rij._meta.model, rij.cleaned_data, rij.changed_data))
        if genoemd and not all(mag_noemen(self.for_user, *ding) for ding in genoemd - self._stond_er_al()):
            raise PermissionDenied
        return gegevens

    def _plan_niets_in_het_verleden(self) -> None:
        """A day to come online that has passed is no plan, and isn't kept as one."""
        komt = self.cleaned_data.get("go_live_at")
        if komt and komt <= timezone.now() and "go_live_at" in self.changed_data:
            self.cleaned_data["go_live_at"] = None
            self.al_geweest = komt

    def opmerkingen(self) -> list[str]:
        """What somebody should know who saved this, in sentences: of what is allowed, and perhaps not meant."""
        meteen = [komt_meteen(self.al_geweest)] if self.al_geweest else []
        return [*meteen, *self._zonder_jaar()]

    def _zonder_jaar(self) -> list[str]:
        return [
            f"{capfirst(veld.label)}: zonder jaar is dat {date_format(self.cleaned_data[naam], 'DAG_VOLUIT')}. "
            "Klopt dat niet? Schrijf dan het jaar erbij."
            for naam, veld in self.fields.items()
            if isinstance(veld, DatumVeld | TijdstipVeld)
            and self.cleaned_data.get(naam)
            and zonder_jaar(str(self.data.get(self.add_prefix(naam), "")))
        ]

    def _stond_er_al(self) -> set[tuple[type[Model], str]]:
        """What the page pointed at before this change, perhaps by the hand of somebody who may."""
        al = ReferenceIndex._extract_references_from_object(self.instance)
        return {(_model(ContentType.objects.get_for_id(soort)), str(pk)) for soort, pk, *_ in al}


def _verwijzingen(
    model: type[Model], gegevens: dict[str, Any], namen: list[str]
) -> Iterator[tuple[type[Model], str]]:
    """What these fields of a form point at, as (model, primary key); a page as a Page, whatever its type."""
    for naam in set(namen) & set(gegevens):
        waarde = gegevens[naam]
        if isinstance(waarde, Model):
            gevonden = [(type(waarde), waarde.pk)]
        else:
            veld: Any = next((veld for veld in model._meta.concrete_fields if veld.name == naam), None)
            gevonden = (
                veld.extract_references(waarde) if waarde and hasattr(veld, "extract_references") else []
            )
        for soort, pk, *_ in gevonden:
            yield _model(ReferenceIndex._get_base_content_type(soort)), str(pk)


def _model(soort: ContentType) -> type[Model]:
    """The model of what is pointed at: there is one, or nothing could point at it."""
    return cast("type[Model]", soort.model_class())
