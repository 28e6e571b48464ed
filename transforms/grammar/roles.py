"""The tree's labels and tags, in the groups that rules ask for: subjects, objects, verbs with a
tense, nouns; and the marks that close a quotation.
"""

ACTIVE, PASSIVE = frozenset({"nsubj", "csubj"}), frozenset({"nsubjpass"})
SUBJECTS = ACTIVE | PASSIVE | {"expl"}
OBJECTS = frozenset({"dobj", "dative"})
# a name beside its office; the tree takes some for adverbs
BESIDE = frozenset({"appos", "npadvmod"})
NOMINAL = frozenset({"PROPN", "NOUN", "PRON"})
TENSED = frozenset({"VBD", "VBZ", "VBP"})
FINITE = TENSED | {"MD"}
PLACES = frozenset({"GPE", "LOC", "FAC"})
CLOSING = frozenset({"”", '"', "''", "»", "“", "’", "'"})
STOPS = frozenset({".", "?", "!", ":", ";"})
RELATIVE_PRONOUNS = frozenset({"who", "which", "that", "whom"})
