"""Text of a block that was never filled in is empty text.

A form leaves an empty string behind. A block that was made or kept without the field (by an agreement that goes to the
kernagenda, or before the field was there) has None instead, and wagtail-localize can't read that.
"""

from typing import Any

from wagtail.blocks import BlockQuoteBlock, CharBlock, TextBlock
from wagtail_localize.segments.extract import StreamFieldSegmentExtractor

TEKST = (CharBlock, TextBlock, BlockQuoteBlock)


def lees_leeg_als_tekst() -> None:
    """Whoever reads a page for its translation, also in wagtail-localize itself."""
    lees = StreamFieldSegmentExtractor.handle_block

    def handle_block(self, block_type: Any, block_value: Any, raw_value: Any = None) -> list:
        leeg = block_value is None and isinstance(block_type, TEKST)
        return lees(self, block_type, "" if leeg else block_value, raw_value=raw_value)

    StreamFieldSegmentExtractor.handle_block = handle_block
