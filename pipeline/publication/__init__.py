"""What makes the tables fit to be published: their dictionary, a Data Package, a workbook."""
