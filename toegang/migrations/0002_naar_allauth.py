"""The secrets of telephones move to allauth's table; the old one stays for the version before this."""

from django.db import migrations


def kopieer(apps, schema_editor):
    Authenticator = apps.get_model("mfa", "Authenticator")
    TweedeFactor = apps.get_model("toegang", "TweedeFactor")
    bekend = set(Authenticator.objects.filter(type="totp").values_list("user_id", flat=True))
    Authenticator.objects.bulk_create(
        Authenticator(
            user_id=factor.user_id,
            type="totp",
            data={"secret": factor.geheim},
            created_at=factor.gemaakt_op,
        )
        for factor in TweedeFactor.objects.exclude(user_id__in=bekend)
    )


class Migration(migrations.Migration):
    dependencies = [("toegang", "0001_initial"), ("mfa", "0003_authenticator_type_uniq")]
    operations = [migrations.RunPython(kopieer, migrations.RunPython.noop)]
