"""The name of a model and what it is to be made of -> the model anew, with its card.

    python -m training MODEL CORPUS ...

The card of the model says which script makes it; what the script asks for stands at its head.
"""

import runpy
import sys

from training.card import read_card

if __name__ == "__main__":
    _, model, *corpus = sys.argv
    made_by = read_card(model)["made_by"]
    sys.argv = [made_by, *corpus]
    runpy.run_module(made_by, run_name="__main__", alter_sys=True)
