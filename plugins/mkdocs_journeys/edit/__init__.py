"""Whole files rewritten on request: keys put in order, things given other ids."""
