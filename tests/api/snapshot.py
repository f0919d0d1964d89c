"""Write the OpenAPI document to the snapshot: `make snapshot`."""

import json

import django

if __name__ == "__main__":
    django.setup()

    from api.openapi import document
    from tests.api.test_openapi import SNAPSHOT

    SNAPSHOT.write_text(json.dumps(document(), ensure_ascii=False, indent=2) + "\n")
