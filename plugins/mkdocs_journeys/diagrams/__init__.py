"""Graphs and charts as meanings: no colours, no URLs, no DOT, no SVG."""
