"""The lesson itself: text in, values out. Pure: no files, no network, no clock, no randomness."""
