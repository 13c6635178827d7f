"""The guide: whether its examples work as they stand, and whether it is shown as it is written."""
