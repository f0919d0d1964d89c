"""What somebody typed in the form of a page, also where it can't be kept or submitted like that."""

from django.core.exceptions import NON_FIELD_ERRORS
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.models import Page


def lees(form: WagtailAdminPageForm) -> tuple[Page, set[str]]:
    """The page as it was typed, in memory, and the names of its fields and rows that can't be read, and so aren't in it.

    What was left empty can be read. The form is used up: it allows more than it should.
    """
    _vraag_niets(form)
    form.is_valid()
    onleesbaar = form.errors.keys() - {NON_FIELD_ERRORS}
    for naam, rijen in [*form.formsets.items()]:
        if not rijen.is_valid():
            onleesbaar.add(naam)
            del form.formsets[naam]
    form.errors.clear()
    return form.save(commit=False), onleesbaar


def _vraag_niets(form: WagtailAdminPageForm) -> None:
    form.defer_required_fields()
    rijen = (rij for formset in form.formsets.values() for rij in formset.forms)
    for deel in (form, *rijen):
        for veld in deel.fields.values():
            veld.required = False
