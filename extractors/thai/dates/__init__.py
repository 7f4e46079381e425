"""Years, dates and periods in Thai; fiscal years run from October to September."""

from extractors.thai.dates.days import thai_date
from extractors.thai.dates.periods import period
from extractors.thai.dates.years import FiscalYear, fiscal_years, only_year

__all__ = ["FiscalYear", "fiscal_years", "only_year", "period", "thai_date"]
