"""The screens where administrators say which other sites there are."""

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.snippets import EditView, SnippetViewSet

from core.models import User
from core.talen.taal import BRONTAAL
from kernpagina.models import KernPage
from volgen.models import Kanaal, Soort


class KanaalForm(WagtailAdminModelForm):
    beheerder = forms.ModelChoiceField(
        User.objects.filter(is_active=True).order_by("username"), required=False,
        label="Wie erover gaat", empty_label="Alle beheerders",
        help_text="Krijgt een mail als het kanaal geen berichten meer aanneemt.",
    )  # fmt: skip
    kern = forms.ModelChoiceField(
        KernPage.objects.filter(locale__language_code=BRONTAAL).order_by("title"), required=False,
        label="Alleen van", empty_label="Alle kernen, en wat bij geen kern hoort",
    )  # fmt: skip
    soorten = forms.MultipleChoiceField(
        choices=Soort.choices, required=False, label="Alleen als er iets is", widget=forms.CheckboxSelectMultiple,
        help_text="Niets aangekruist: alles.",
    )  # fmt: skip

    def clean_soorten(self) -> list[str] | None:
        return self.cleaned_data["soorten"] or None


class KanaalEditView(EditView):
    @cached_property
    def header_more_buttons(self) -> list[Button]:
        naar = Button("Berichten", reverse("volgen:webhook", args=[self.object.pk]), icon_name="link")
        return [naar, *super().header_more_buttons]


class Kanalen(SnippetViewSet):
    """Other sites: only administrators have the rights that this asks for."""

    model = Kanaal
    icon = "site"
    add_to_settings_menu = True
    edit_view_class = KanaalEditView
    list_display = [
        "naam",
        Column("actief", label="Actief", accessor=lambda kanaal: _ja(kanaal.actief)),
        Column("voorbeeld", label="Voorbeeld", accessor=lambda kanaal: _ja(kanaal.voorbeeld_adres)),
        # The next step of who just made one: a secret.
        TitleColumn(
            "stand",
            label="Berichten",
            accessor=lambda kanaal: stand_van(kanaal),
            get_url=lambda kanaal: reverse("volgen:webhook", args=[kanaal.pk]),
        ),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Kanaal]:
        return Kanaal.objects.select_related("webhook")

    edit_handler = ObjectList(
        [
            FieldPanel("naam"),
            FieldPanel("actief"),
            FieldPanel("beheerder"),
            MultiFieldPanel([FieldPanel("voorbeeld_adres")], heading="Voorbeelden van een concept"),
            MultiFieldPanel(
                [FieldPanel("url"), FieldPanel("kern"), FieldPanel("soorten")],
                heading="Berichten over wat er verandert",
            ),
        ],
        base_form_class=KanaalForm,
    )


def _ja(waarde: object) -> str:
    return "Ja" if waarde else "Nee"


def stand_van(kanaal: Kanaal) -> str:
    """How it stands with its messages, in a word or two."""
    if not kanaal.url:
        return "Nee"
    webhook = getattr(kanaal, "webhook", None)
    return webhook.get_stand_display() if webhook else "Nog geen geheim"
