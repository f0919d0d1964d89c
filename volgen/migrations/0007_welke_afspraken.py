from django.contrib.postgres.fields import ArrayField
from django.db import migrations, models

# What stands in reports that are public already is no news when they are published again.
BEKEND = """
UPDATE volgen_gevolgd SET afspraken = bekend.kenmerken
FROM (SELECT agenda_item_id, array_agg(kenmerk) AS kenmerken FROM kernpagina_afspraak GROUP BY agenda_item_id) AS bekend
WHERE volgen_gevolgd.rij = bekend.agenda_item_id AND volgen_gevolgd.taal = 'nl'
"""


class Migration(migrations.Migration):
    dependencies = [
        ("kernpagina", "0013_afspraken_register"),
        ("volgen", "0006_kanaal_krijgt_berichten"),
    ]

    operations = [
        migrations.AddField(
            model_name="gevolgd",
            name="afspraken",
            field=ArrayField(base_field=models.UUIDField(), db_default=[], default=list, size=None),
        ),
        migrations.AddField(
            model_name="wijziging",
            name="afspraken",
            field=ArrayField(base_field=models.UUIDField(), db_default=[], default=list, size=None),
        ),
        migrations.RunSQL(BEKEND, migrations.RunSQL.noop),
    ]
