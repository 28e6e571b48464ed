"""The marks that end a sentence, by whether a space must follow for them to do so."""

SPACED = ".!?…"  # "3.1" and "index.html" end none
UNSPACED = "。！？।॥؟۔።፧፨։။།"  # Chinese and Japanese, Devanagari, Arabic and Urdu, Amharic, Armenian, Burmese, Tibetan
ALL = SPACED + UNSPACED
