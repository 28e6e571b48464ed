"""The second storey: names -> groups of names of one person, body or place in the article."""
