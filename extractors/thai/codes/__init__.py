"""Codes of the assessment as people write them: items (O14), indicators (6, 9.1) and instruments (IIT).

These functions read the form only. That an item or indicator exists in the year's framework, and that the
name beside it agrees, is checked where the framework is known (``extractors.names``).
"""

from extractors.thai.codes.indicators import indicator_code, indicator_codes
from extractors.thai.codes.instruments import instrument
from extractors.thai.codes.items import HIGHEST_ITEM, item_code, item_codes

__all__ = ["HIGHEST_ITEM", "indicator_code", "indicator_codes", "instrument", "item_code", "item_codes"]
