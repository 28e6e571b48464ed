"""The third storey: groups and phrases -> whom each mention means, and who speaks."""
