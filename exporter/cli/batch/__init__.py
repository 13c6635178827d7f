"""Many stories in one run: named, made by this process or by a crew of others, and reported."""
