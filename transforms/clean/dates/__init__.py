"""The statements of a page about its day -> the day that it was published, with its evidence."""
