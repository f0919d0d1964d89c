"""What Wagtail writes beside a page isn't looked up key by key; the rest of it is still validated."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.log_actions import log
from wagtail.models import PageLogEntry, WorkflowState

from core.goedkeuring.besluiten import keur_goed
from tests.dorp import agenda_item, dien_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def item(dorp):
    return agenda_item(dorp.agenda, "Dorpsborrel", live=True)


@pytest.fixture
def wacht(dorp, item):
    return dien_in(item, dorp.gebruikers["redactie-beesd"], title="Grote dorpsborrel")[1]


def test_a_publication_looks_up_no_key_that_it_just_set(dorp, wacht):
    with CaptureQueriesContext(connection) as vragen:
        assert keur_goed(wacht, dorp.gebruikers["communicatie"])
    gezocht = [vraag["sql"] for vraag in vragen if vraag["sql"].startswith("SELECT 1")]
    for tabel in ("core_user", "django_content_type", "wagtailcore_revision", "wagtailcore_workflow"):
        assert not [sql for sql in gezocht if f'FROM "{tabel}" WHERE "{tabel}"."id" = ' in sql]


def test_a_line_of_the_log_says_who_did_what_to_which_page(dorp, wacht):
    keur_goed(wacht, dorp.gebruikers["communicatie"])
    regel = PageLogEntry.objects.filter(action="wagtail.publish").latest("pk")
    assert (regel.page_id, regel.user, regel.revision_id) == (
        int(wacht.revision.object_id),
        dorp.gebruikers["communicatie"],
        wacht.revision_id,
    )


def test_what_nobody_knows_isnt_logged(item):
    with pytest.raises(ValidationError):
        log(instance=item, action="zomaar.iets")


def test_a_page_still_has_one_round_at_once(wacht):
    staat = wacht.workflow_state
    with pytest.raises(ValidationError):
        WorkflowState(
            base_content_type=staat.base_content_type,
            content_type=staat.content_type,
            object_id=staat.object_id,
            workflow=staat.workflow,
        ).save()
