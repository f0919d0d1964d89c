"""The filters above a list of projects, as an ordinary GET form."""

import django_filters
from django.utils.translation import gettext_lazy as _

from core.models import Thema
from projecten.keuzes import Initiatiefnemer, ProjectStatus


class ProjectFilter(django_filters.FilterSet):
    thema = django_filters.ModelChoiceFilter(
        field_name="themas",
        label=_("Thema"),
        queryset=Thema.objects.all(),
        to_field_name="slug",
        empty_label=_("Alle thema's"),
    )
    status = django_filters.ChoiceFilter(
        choices=ProjectStatus.choices, label=_("Status"), empty_label=_("Alle")
    )
    initiatiefnemer = django_filters.ChoiceFilter(
        choices=Initiatiefnemer.choices, label=_("Van wie"), empty_label=_("Iedereen")
    )
