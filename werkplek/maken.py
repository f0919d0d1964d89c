"""Wagtail's screen for a new page: one form makes one page, however often it is sent."""

from uuid import UUID, uuid4

from django.db import connection, transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView
from wagtail.log_actions import LogContext
from wagtail.models import Page, PageLogEntry

# The field of the form that holds its token; the lines of the log about what was done with that form bear the same.
VELD = "sleutel"


class MaakPagina(CreateView):
    """An autosave and a submit of the same form at once, or a button pressed twice: the second goes on in the page
    that the first made. What is sent without a token makes a page, as in Wagtail.
    """

    bewerk_scherm: type[EditView] = EditView

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponseBase:
        sleutel = lees_sleutel(request)
        if request.method != "POST" or sleutel is None:
            return super().dispatch(request, *args, **kwargs)
        with transaction.atomic(), onder_sleutel(request):
            _wacht_op_beurt(sleutel)
            pagina = gemaakt_met(sleutel, request.user)
            if pagina is None:
                return super().dispatch(request, *args, **kwargs)
            return self.bewerk_scherm.as_view()(request, page_id=pagina.pk)


def onder_sleutel(request: HttpRequest) -> LogContext:
    """In this context, the log says with which form something was done."""
    regel = LogContext(user=request.user)
    regel.uuid = lees_sleutel(request) or regel.uuid
    return regel


def lees_sleutel(request: HttpRequest) -> UUID | None:
    try:
        return UUID(request.POST.get(VELD, ""))
    except ValueError:
        return None


def nieuwe_sleutel(request: HttpRequest) -> UUID:
    """The token of a form that comes back with mistakes stays; another form gets a new one."""
    return lees_sleutel(request) or uuid4()


def gemaakt_met(sleutel: UUID, user) -> Page | None:
    """The page that this person made with the form of this token."""
    regels = PageLogEntry.objects.filter(action="wagtail.create", uuid=sleutel, user=user)
    return Page.objects.filter(pk__in=regels.values("page_id")).first()


def versies_met(sleutel: UUID | None, pagina: Page, user) -> QuerySet:
    """The primary keys of the versions that this person made of a page with the form of this token."""
    regels = PageLogEntry.objects.filter(page=pagina.pk, user=user, revision__isnull=False)
    return (
        regels.filter(uuid=sleutel).values("revision_id") if sleutel else regels.none().values("revision_id")
    )


def _wacht_op_beurt(sleutel: UUID) -> None:
    """Until the end of the transaction, others who come with this token stand behind us."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [sleutel.int >> 65])
