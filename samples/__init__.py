"""Made-up reports, how they are built, and what is expected to be found in them."""
