"""A name is frozen in Dutch; the words of ours around it are read in the language of the page."""

import pytest
from django.utils.translation import override

from meedoen.models import Reactie
from meedoen.namen import naam_in_leestaal

NAMEN = {
    "Ria V. uit Beesd": "Ria V., Beesd",
    "Ria V.": "Ria V.",
    "een inwoner van Beesd, naam bekend": "osoba mieszkająca w: Beesd, nazwisko znane gminie",
    "een inwoner": "osoba mieszkająca w gminie",
}


@pytest.mark.parametrize(("getoond", "pools"), NAMEN.items())
def test_nothing_of_ours_around_a_name_stays_dutch(getoond, pools):
    reactie = Reactie(naam_getoond=getoond)
    assert naam_in_leestaal(reactie) == getoond
    with override("pl"):
        assert naam_in_leestaal(reactie) == pools


def test_a_meeting_keeps_its_own_title():
    with override("pl"):
        assert naam_in_leestaal(Reactie(naam_getoond="Avond uit nood", agenda_item_id=1)) == "Avond uit nood"
