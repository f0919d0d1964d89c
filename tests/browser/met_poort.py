"""The settings of the demo, but that one logs in as in production."""

from tests.browser.instellingen import *  # noqa: F403

TWEEDE_FACTOR = True
OPWARMEN = False
