"""How dates and times are written in each language; by name in templates: `{{ dag|date:"DAG_VOLUIT" }}`.

A language that is switched on needs a module here.
"""

from django.utils.translation import gettext_noop

# Django's own words for these begin with a capital in Polish, which is wrong anywhere but at the beginning of a sentence.
# Named here, they are in our catalogues, which come before Django's.
WEEKDAGEN = (
    gettext_noop("Monday"),
    gettext_noop("Tuesday"),
    gettext_noop("Wednesday"),
    gettext_noop("Thursday"),
    gettext_noop("Friday"),
    gettext_noop("Saturday"),
    gettext_noop("Sunday"),
)
