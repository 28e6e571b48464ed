"""The markup of a page -> title, authors, outlet, section, language, dateline."""
