"""Stories kept for good: an OCFL 1.1 storage root, one object a story, one version an update.

Words are those of the Oxford Common File Layout (https://ocfl.io/1.1/spec/).
"""
