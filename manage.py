#!/usr/bin/env python
"""Django's command line. Without DJANGO_SETTINGS_MODULE it uses the development settings."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_bloei.settings.dev")
    from django.core.management import execute_from_command_line

    from site_bloei.stapel import ruim

    ruim(execute_from_command_line, sys.argv)


if __name__ == "__main__":
    main()
