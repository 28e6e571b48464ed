"""Facts about the world, each in one home, as data: words, names, media, countries, calendar."""
