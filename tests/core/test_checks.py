"""What `manage.py check` and `migrate` stumble over."""

from django.core.checks import Tags, run_checks
from django.db.backends.postgresql.base import DatabaseWrapper

from core import checks


def test_a_database_that_does_not_count_is_refused(monkeypatch):
    assert checks.telt_wat_er_gebeurt(None) == []
    monkeypatch.setattr(checks, "connection", DatabaseWrapper({}))
    (fout,) = checks.telt_wat_er_gebeurt(None)
    assert (fout.id, fout.is_serious()) == ("bloei.E003", True)


def test_it_is_among_what_is_asked_before_migrating():
    assert checks.telt_wat_er_gebeurt in checks.checks.registry.registry.get_checks()
    assert run_checks(tags=[Tags.database]) == []
