from unittest.mock import patch

import pytest

from demo.management.commands.serveer_demo import Stopped
from tests import factories


@pytest.mark.django_db
def test_stops_in_the_middle_of_making_pages():
    """Whoever presses Ctrl-C while a page is being indexed isn't taken for a fault in the index."""
    with (
        patch("search.zoekindex.IndexPerTaal.add_items", side_effect=Stopped),
        pytest.raises(Stopped),
    ):
        factories.HomePageFactory()
