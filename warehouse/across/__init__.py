"""What the step across articles reads from the warehouse and writes to it; the judging is done in
transforms.across.
"""
