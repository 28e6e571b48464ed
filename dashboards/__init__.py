"""Dashboards for BI tools, made on the views of `mart`."""
