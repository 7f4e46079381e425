"""Layouts that reports of other offices and years may have, each with what a careful person would record."""
