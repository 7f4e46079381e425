"""Matching of printed names by meaning: indicators, sub-indicators and items of a framework, and offices.

The order is always the same: the name as it is, an accepted variant, the skeleton without marks and spaces,
and last a bounded edit distance on the skeleton. Below the stated limits nothing is matched.
"""

from extractors.names.contained import find_indicator
from extractors.names.fit import fitting_framework
from extractors.names.framework_names import match_indicator, match_item, match_subindicator
from extractors.names.matching import EDIT_LIMIT, EDIT_MARGIN, Match
from extractors.names.office_names import OfficeMention, match_office

__all__ = [
    "EDIT_LIMIT",
    "EDIT_MARGIN",
    "Match",
    "OfficeMention",
    "find_indicator",
    "fitting_framework",
    "match_indicator",
    "match_item",
    "match_office",
    "match_subindicator",
]
