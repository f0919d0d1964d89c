"""Where each page stands and whether it is public, kept by the database itself. Why: docs/adr/0032.

Public is live, in the tree of a site (of the page at its root or a translation of that), and without a restriction on
itself, on a page above it, or on the page that one of these mirrors.

Who publishes and who restricts wait for each other: otherwise each would decide without knowing of the other.
"""

import django.db.models.deletion
from django.db import migrations, models

FUNCTIES = """
CREATE FUNCTION core_plek_bereken(nummers integer[]) RETURNS void LANGUAGE sql AS $$
    INSERT INTO core_plek (pagina_id, openbaar, taal, voorpagina_id, kern_id)
    SELECT p.id, p.live AND boven.op_een_site AND NOT boven.afgeschermd, taal.language_code, boven.voorpagina, boven.kern
    FROM wagtailcore_page p
    JOIN wagtailcore_locale taal ON taal.id = p.locale_id
    CROSS JOIN LATERAL (
        SELECT
            coalesce(bool_or(a.translation_key IN (
                SELECT r.translation_key FROM wagtailcore_site s JOIN wagtailcore_page r ON r.id = s.root_page_id
            )), false) AS op_een_site,
            coalesce(bool_or(EXISTS (
                SELECT FROM wagtailcore_pageviewrestriction b WHERE b.page_id IN (a.id, a.alias_of_id)
            )), false) AS afgeschermd,
            max(a.id) FILTER (WHERE length(a.path) = 8) AS voorpagina,
            max(a.id) FILTER (WHERE length(a.path) = 12) AS kern
        FROM generate_series(4, length(p.path), 4) AS lengte
        JOIN wagtailcore_page a ON a.path = left(p.path, lengte)
    ) AS boven
    WHERE p.id = ANY (nummers)
    ON CONFLICT (pagina_id) DO UPDATE SET
        openbaar = EXCLUDED.openbaar, taal = EXCLUDED.taal, voorpagina_id = EXCLUDED.voorpagina_id, kern_id = EXCLUDED.kern_id
    WHERE (core_plek.openbaar, core_plek.taal, core_plek.voorpagina_id, core_plek.kern_id)
        IS DISTINCT FROM (EXCLUDED.openbaar, EXCLUDED.taal, EXCLUDED.voorpagina_id, EXCLUDED.kern_id)
$$;

CREATE FUNCTION core_plek_onder(nummers integer[]) RETURNS integer[] LANGUAGE sql STABLE AS $$
    SELECT array_agg(DISTINCT d.id) FROM wagtailcore_page boven
    JOIN wagtailcore_page d ON d.path ~>=~ boven.path AND d.path ~<~ (boven.path || '~')
    WHERE boven.id = ANY (nummers)
$$;

CREATE FUNCTION core_plek_herbouw() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('core_plek'));
    DELETE FROM core_plek k WHERE NOT EXISTS (SELECT FROM wagtailcore_page p WHERE p.id = k.pagina_id);
    PERFORM core_plek_bereken(ARRAY(SELECT id FROM wagtailcore_page));
END $$;

CREATE FUNCTION core_plek_na_alles() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM core_plek_herbouw();
    RETURN NULL;
END $$;

CREATE FUNCTION core_plek_na_nieuwe_pagina() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(hashtext('core_plek'));
    PERFORM core_plek_bereken(core_plek_onder(ARRAY(SELECT id FROM nieuw)));
    RETURN NULL;
END $$;

CREATE FUNCTION core_plek_na_pagina() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    zelf integer[];
    takken integer[];
BEGIN
    IF EXISTS (SELECT FROM nieuw n JOIN oud o USING (id) WHERE n.translation_key <> o.translation_key) THEN
        PERFORM core_plek_herbouw();
        RETURN NULL;
    END IF;
    SELECT array_agg(n.id) FILTER (WHERE (n.path, n.alias_of_id) IS DISTINCT FROM (o.path, o.alias_of_id)), array_agg(n.id)
    INTO takken, zelf FROM nieuw n JOIN oud o USING (id)
    WHERE (n.live, n.locale_id, n.path, n.alias_of_id) IS DISTINCT FROM (o.live, o.locale_id, o.path, o.alias_of_id);
    IF takken IS NOT NULL THEN
        PERFORM pg_advisory_xact_lock(hashtext('core_plek'));
        PERFORM core_plek_bereken(core_plek_onder(takken) || zelf);
    ELSIF zelf IS NOT NULL THEN
        PERFORM pg_advisory_xact_lock_shared(hashtext('core_plek'));
        PERFORM core_plek_bereken(zelf);
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION core_plek_na_weg() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM core_plek WHERE pagina_id IN (SELECT id FROM oud);
    RETURN NULL;
END $$;

CREATE FUNCTION core_plek_na_afscherming() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    geraakt integer[] := ARRAY[CASE WHEN TG_OP <> 'INSERT' THEN OLD.page_id END, CASE WHEN TG_OP <> 'DELETE' THEN NEW.page_id END];
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('core_plek'));
    PERFORM core_plek_bereken(core_plek_onder(geraakt || ARRAY(
        SELECT id FROM wagtailcore_page WHERE alias_of_id = ANY (geraakt)
    )));
    RETURN NULL;
END $$;

CREATE TRIGGER core_plek_nieuw AFTER INSERT ON wagtailcore_page
    REFERENCING NEW TABLE AS nieuw FOR EACH STATEMENT EXECUTE FUNCTION core_plek_na_nieuwe_pagina();
CREATE TRIGGER core_plek_anders AFTER UPDATE ON wagtailcore_page
    REFERENCING OLD TABLE AS oud NEW TABLE AS nieuw FOR EACH STATEMENT EXECUTE FUNCTION core_plek_na_pagina();
CREATE TRIGGER core_plek_weg AFTER DELETE ON wagtailcore_page
    REFERENCING OLD TABLE AS oud FOR EACH STATEMENT EXECUTE FUNCTION core_plek_na_weg();
CREATE TRIGGER core_plek_afscherming AFTER INSERT OR UPDATE OR DELETE ON wagtailcore_pageviewrestriction
    FOR EACH ROW EXECUTE FUNCTION core_plek_na_afscherming();
CREATE TRIGGER core_plek_site AFTER INSERT OR DELETE OR UPDATE OF root_page_id ON wagtailcore_site
    FOR EACH STATEMENT EXECUTE FUNCTION core_plek_na_alles();
CREATE TRIGGER core_plek_taal AFTER UPDATE OF language_code ON wagtailcore_locale
    FOR EACH STATEMENT EXECUTE FUNCTION core_plek_na_alles();

SELECT core_plek_herbouw();
"""

TERUG = """
DROP FUNCTION core_plek_na_alles, core_plek_na_nieuwe_pagina, core_plek_na_pagina, core_plek_na_weg,
    core_plek_na_afscherming, core_plek_herbouw, core_plek_onder, core_plek_bereken CASCADE;
"""

# What was published last, first: of all, and of one kind.
INDEXEN = """
CREATE INDEX core_gepubliceerd ON wagtailcore_page (last_published_at DESC NULLS LAST, id);
CREATE INDEX core_gepubliceerd_per_soort ON wagtailcore_page (content_type_id, last_published_at DESC NULLS LAST, id);
"""


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0007_teller"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.CreateModel(
            name="Plek",
            fields=[
                (
                    "pagina",
                    models.OneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        primary_key=True,
                        related_name="plek",
                        serialize=False,
                        to="wagtailcore.page",
                    ),
                ),
                ("openbaar", models.BooleanField()),
                ("taal", models.CharField(max_length=100)),
                (
                    "kern",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="wagtailcore.page",
                    ),
                ),
                (
                    "voorpagina",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="wagtailcore.page",
                    ),
                ),
            ],
            options={
                "verbose_name": "plek",
                "verbose_name_plural": "plekken",
                "default_permissions": (),
                "indexes": [
                    models.Index(
                        condition=models.Q(openbaar=True), fields=["kern", "pagina"], name="plek_in_kern"
                    ),
                    models.Index(
                        condition=models.Q(openbaar=True), fields=["taal", "pagina"], name="plek_openbaar"
                    ),
                ],
            },
        ),
        migrations.RunSQL(FUNCTIES, TERUG),
        migrations.RunSQL(INDEXEN, "DROP INDEX core_gepubliceerd, core_gepubliceerd_per_soort"),
    ]
