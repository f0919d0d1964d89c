"""Example villages never get onto a real site."""

import pytest
from django.core.management import CommandError, call_command
from django.test import override_settings


def test_weigert_op_een_echte_site():
    with override_settings(DEBUG=False, DEMO=False), pytest.raises(CommandError, match="DEMO=true"):
        call_command("laad_demo")
