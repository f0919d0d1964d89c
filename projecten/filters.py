"""The filters above a list of projects, as an ordinary GET form."""

import django_filters
from django.utils.translation import gettext_lazy as _

from core.filters import LijstFilter, thema_filter
from projecten.keuzes import Initiatiefnemer, ProjectStatus


class ProjectFilter(LijstFilter):
    thema = thema_filter("themas")
    status = django_filters.ChoiceFilter(
        choices=ProjectStatus.choices, label=_("Status"), empty_label=_("Alle")
    )
    initiatiefnemer = django_filters.ChoiceFilter(
        choices=Initiatiefnemer.choices, label=_("Van wie"), empty_label=_("Iedereen")
    )
