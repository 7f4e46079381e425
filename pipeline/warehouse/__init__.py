"""The warehouse: a star schema of all reports that were ever loaded, one truth for each.

``model`` says which tables there are, ``facts`` and ``dimensions`` make their rows, ``readings`` which of two
readings of a file is the newer; ``duckdb`` fills the embedded warehouse, ``server`` any that dlt knows.
"""
