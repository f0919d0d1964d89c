"""What we lean on inside Wagtail, wagtail-localize and Willow, beside what they promise.

Each row fails loudly when a new version no longer has it, rather than silently doing nothing. A row that fails after an
upgrade asks to look at the place in our code that it names; then it is brought up to date.
"""

import ast
import inspect
import re
from collections import defaultdict
from inspect import getsource, isfunction, unwrap
from pathlib import Path
from unittest.mock import patch

import pytest
from django.contrib.staticfiles import finders
from django.db.models.fields.files import FieldFile
from django.dispatch import Signal
from django.urls import get_resolver
from django.urls.resolvers import URLPattern, URLResolver
from prometheus_client import Histogram
from wagtail import hooks
from wagtail.admin import filters, signal_handlers
from wagtail.admin.models import popular_tags_for_model
from wagtail.admin.panels import FieldPanel
from wagtail.admin.rich_text import DraftailRichTextArea
from wagtail.admin.views import account
from wagtail.admin.views.mixins import SpreadsheetExportMixin
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.listing import PageFilterSet
from wagtail.admin.viewsets.pages import page_viewset_registry
from wagtail.images.models import AbstractImage
from wagtail.images.views import chooser
from wagtail.models import AbstractPage, Page, ReferenceIndex
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected, workflow_submitted
from willow.image import JPEGImageFile
from willow.plugins.pillow import PillowImage
from willow.registry import registry

from core.fotos import maten
from core.goedkeuring.bewaking import ONOPENBAAR
from core.goedkeuring.vingerafdruk import BOEKHOUDING
from kernpagina.models import KernPage
from tests.goedkeuring.adressen import namen
from werkplek import bewerken, wagtail_intern
from werkplek.afscherming import MEERDERE, VOOR_COMMUNICATIE
from werkplek.inloggen import WachtwoordForm

from .test_files import ROOT, TRACKED, relative
from .test_layers import layers

APPS = tuple(layers())


# Names with an underscore before them that aren't ours, and where they are to be found.
VAN_BINNEN = {
    "_extract_references_from_object": ReferenceIndex,
    "_get_base_content_type": ReferenceIndex,
    "_set_image_file_metadata": AbstractImage,
    "_committed": FieldFile({}, type("veld", (), {"storage": None}), "x"),
    "_clone": Page.objects.all(),
    "_fetch_all": Page.objects.all(),
    "_prefetch_related_lookups": Page.objects.all(),
    "_hooks": hooks,
    **dict.fromkeys(("_sum", "_buckets", "_upper_bounds"), Histogram("proef", "proef", registry=None)),
}


# Documented, by Django, and by Python of its named tuples.
BELOOFD = {"_meta", "_default_manager", "_base_manager", "_asdict", "_fields", "_replace"}


def onze_bestanden() -> list[Path]:
    return [
        p
        for p in TRACKED
        if p.suffix == ".py" and p.relative_to(ROOT).parts[0] in APPS and "migrations" not in p.parts
    ]


def test_no_other_names_from_inside_are_used():
    gebruikt, onze = defaultdict(set), set()
    for bestand in onze_bestanden():
        for knoop in ast.walk(ast.parse(bestand.read_text())):
            match knoop:
                case ast.Attribute(attr=naam) if naam.startswith("_") and not naam.startswith("__"):
                    gebruikt[naam].add(relative(bestand))
                    if isinstance(knoop.ctx, ast.Store):
                        onze.add(naam)
                case ast.FunctionDef(name=naam) | ast.Name(id=naam, ctx=ast.Store()):
                    onze.add(naam)
    vreemd = {naam: waar for naam, waar in gebruikt.items() if naam not in onze | BELOOFD}
    vreemd |= {naam: gebruikt[naam] for naam in VAN_BINNEN if naam in gebruikt}
    assert vreemd.keys() == VAN_BINNEN.keys(), vreemd


@pytest.mark.parametrize("naam", VAN_BINNEN)
def test_what_is_used_from_inside_is_there(naam):
    assert hasattr(VAN_BINNEN[naam], naam)


def test_a_page_has_no_columns_that_we_do_not_know():
    """The fingerprint and the guard tell text from book-keeping by name: a new column is neither, until we say so."""
    kolommen = {veld.name for veld in Page._meta.concrete_fields}
    tekst = {"title", "slug", "seo_title", "show_in_menus", "search_description", "go_live_at", "expire_at"}
    assert kolommen - BOEKHOUDING - {"id"} == tekst
    assert ONOPENBAAR - kolommen <= {"wagtail_admin_comments"}


def test_wagtails_own_mail_is_off():
    """werkplek.signal_handlers disconnects by name; of a name that is gone, nothing would tell."""
    with patch.object(Signal, "connect") as verbind:
        signal_handlers.register_signal_handlers()
    namen_van_wagtail = {aanroep.kwargs["dispatch_uid"] for aanroep in verbind.call_args_list}
    tekst = (ROOT / "werkplek" / "signal_handlers.py").read_text()
    assert namen_van_wagtail == set(re.findall(r'dispatch_uid="(\w+)"', tekst))
    for signaal in (task_submitted, workflow_approved, workflow_rejected, workflow_submitted):
        wie = [ontvanger for _, ontvanger, *_ in signaal.receivers]
        assert all(
            "wagtail.admin" not in repr(ontvanger() if callable(ontvanger) else ontvanger)
            for ontvanger in wie
        )


def _routes(knoop: URLResolver, voor: str = ""):
    """The addresses below this one, and whether they are ours: named in site_bloei/urls.py, or a view of one of our apps."""
    for deel in knoop.url_patterns:
        if isinstance(deel, URLResolver):
            yield from _routes(deel, voor + str(deel.pattern))
        elif isinstance(deel, URLPattern):
            gezien = unwrap(deel.callback)
            module = getattr(gezien, "view_class", gezien).__module__
            yield voor + str(deel.pattern), not voor or module.partition(".")[0] in APPS


def test_addresses_in_the_place_of_wagtails_still_come_first():
    """Ours after Wagtail's would never answer; ours in the place of nothing is a name that Wagtail changed."""
    wie = defaultdict(list)
    for route, onze in _routes(get_resolver()):
        if route.startswith("cms/"):
            wie[route].append(onze)
    dubbel = {route: onze for route, onze in wie.items() if len(onze) > 1 and any(onze)}
    assert len(dubbel) >= 5
    assert all(onze[0] and not onze[-1] for onze in dubbel.values()), dubbel


def test_names_of_addresses_that_are_kept_from_editors_exist():
    bekend = {naam for naam, _ in namen()}
    assert bekend >= VOOR_COMMUNICATIE | MEERDERE.keys()


def test_the_screens_of_pages_are_ours_and_take_the_place_of_something():
    """werkplek.bewerken: a method that Wagtail no longer calls would never be missed."""
    assert get_resolver().url_patterns, "reading the addresses registers the screens"
    scherm = page_viewset_registry.get_by_type(KernPage)
    assert isinstance(scherm, bewerken.Paginas)
    for onze in (bewerken.NieuwePagina, bewerken.BewerkPagina, bewerken.Besluit, bewerken.Opmerking):
        eigen = {naam for naam, deel in vars(onze).items() if isfunction(deel) and not naam.startswith("_")}
        assert eigen
        hun = [soort for soort in onze.__mro__ if not soort.__module__.startswith("werkplek")]
        assert all(any(hasattr(soort, naam) for soort in hun) for naam in eigen), onze
    assert hasattr(EditView, "is_out_of_date")
    assert hasattr(EditView, "action_name")


def test_a_version_is_named_by_its_page_after_it_is_saved():
    """core.goedkeuring.besluiten.herstart_na_wijziging waits for the row of the page, by the name of its column."""
    volgorde = inspect.getsource(AbstractPage.save_revision)
    assert volgorde.index("Revision.objects.create(") < volgorde.index(
        "self.save(update_fields=update_fields"
    )
    assert '"latest_revision",' in volgorde


def test_popular_tags_are_asked_by_this_name():
    assert popular_tags_for_model.__module__ == "wagtail.admin.models"
    for module in (filters, chooser):
        assert module.popular_tags_for_model is wagtail_intern.geen_veelgebruikte_tags


def test_the_filters_of_every_list_of_pages_offer_names_by_our_rule():
    assert {"owner", "edited_by"} == {
        naam
        for naam, deel in PageFilterSet.declared_filters.items()
        if isinstance(deel, filters.MultipleUserFilter)
    }
    for soort in (PageFilterSet, *PageFilterSet.__subclasses__()):
        for naam in ("owner", "edited_by"):
            assert soort.base_filters[naam].queryset.__module__ == "werkplek.afscherming"


def test_a_new_password_goes_past_our_brake():
    assert account.PasswordResetView().get_form_class() is WachtwoordForm


def test_every_cell_of_an_export_passes_here():
    assert wagtail_intern._ongezien.__qualname__ == "SpreadsheetExportMixin.preprocess_field_value"
    assert SpreadsheetExportMixin.preprocess_field_value is wagtail_intern.veilige_cel
    assert wagtail_intern._ongeschreven.__qualname__ == "SpreadsheetExportMixin.as_spreadsheet"
    assert SpreadsheetExportMixin.as_spreadsheet is wagtail_intern.uitvoeren_met_logregel
    for naam in ("generate_xlsx_row", "write_csv_row"):
        assert "self.preprocess_field_value(" in getsource(getattr(SpreadsheetExportMixin, naam))


def test_willow_finds_our_operations():
    assert maten._van_willow.__qualname__ == "PillowImage.save_as_avif"
    assert maten._rechtop_van_willow.__qualname__ == "PillowImage.auto_orient"
    assert registry.get_operation(PillowImage, "save_as_avif") is maten.bewaar_als_avif
    # A file that was just opened finds its operation through the registry, one that was turned on the class.
    assert registry.find_operation(JPEGImageFile, "auto_orient")[0] is maten.zet_rechtop
    assert PillowImage.auto_orient is maten.zet_rechtop


def test_running_text_can_be_asked_of_wagtails_editor():
    """static/werkplek/bewaren.js does, before it sends a form: the editor itself is a quarter of a second late."""
    script = Path(finders.find("wagtailadmin/js/draftail.js")).read_text()
    for name in (
        "window.Draftail=",
        "serialiseEditorStateToRaw",
        ".draftailEditor=",
        "getEditorState()",
        '"COMMENT-"',
        "STYLE_RERENDER_",
    ):
        assert name in script, name
    assert "data-draftail-input" in DraftailRichTextArea().render("uitkomst", None)
    # Its list of things to insert can be switched off, and what stands in an empty field be said in other words.
    for name in ("commandToolbar:", "placeholder:(0,"):
        assert name in script, name
    assert "wagtail:side-panel-open" in Path(finders.find("wagtailadmin/js/wagtailadmin.js")).read_text()


def test_a_save_says_what_it_sends_and_what_it_wrote_itself():
    """static/werkplek/bewaren.js compares that with what stands in the form when the answer is there."""
    script = Path(finders.find("wagtailadmin/js/core.js")).read_text()
    for name in ('"save",{cancelable:!0,detail:{formData:', ".field_updates", '"watch-edits"'):
        assert name in script, name


def test_the_fields_of_a_link_are_named_by_us():
    namen = {naam for formulier in wagtail_intern.LINKFORMULIEREN for naam in formulier.base_fields}
    assert namen == wagtail_intern.LINKVELDEN.keys()
    assert "Tekst van de link" in wagtail_intern.LINKFORMULIEREN[0]().as_p()


def test_a_field_gets_its_icon_from_this_list():
    assert "self.default_field_icons[" in getsource(FieldPanel.BoundPanel.icon.fget)
    assert FieldPanel.BoundPanel.default_field_icons["BooleanField"] == "placeholder"
