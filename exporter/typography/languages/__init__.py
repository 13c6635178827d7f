"""One module for each language that has a table: `CONVENTIONS`, and `REGIONS` that depart from it.

Quotation marks are CLDR's delimiters unless a module says otherwise.
"""
