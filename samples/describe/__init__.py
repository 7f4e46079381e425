"""The made-up reports. Offices may exist (their names are public); people and figures never do."""

from samples.describe.analysis import ANALYSIS
from samples.describe.conflict import CONFLICT
from samples.describe.measures import MEASURES
from samples.describe.order import ORDER
from samples.describe.progress import PROGRESS

ALL = (MEASURES, PROGRESS, ANALYSIS, CONFLICT, ORDER)
