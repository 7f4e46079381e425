"""What stands where in an output folder, beside ``reports/`` and ``tables/``."""

LEDGER = "ledger.jsonl"
"""What happened to each file, run by run."""

RUN = "run.json"
"""What ran last, or runs now."""

CROPS = "crops"
"""Pictures of the figures that were read from pictures, a folder for each report, where they were asked for."""

OWN_FOLDER = ".ita"
"""What is not a result: the lock, finished lines of the tables, files on their way."""
