"""The tags and classes round an element -> whether it belongs to another story, a menu, a comment
or a picture.
"""

import re

# what may stand between headline and text and is something else: an embedded post, a teaser, a
# menu, today's date
INSERTS = re.compile(
    r"tweet|twitter-|instagram|social-?(?:media-?)?embed|embed(?:ded)?-?(?:post|tweet)|\brelated|recommend|teaser|trending|\bpopular|most-?read"
    r"|(?<![a-z])nav(?![a-z])|navig|\bmenu|ticker|breaking-?news|comment-?(?:list|body|content|item)|current-?date|today|weather"
)
# what stands beside or under an article: boxes of other stories, comments, the foot of the page
ASIDES = re.compile(
    r"related|recommend|teaser|\bcard|-card|sidebar|aside|comment|footer|\bnav|widget|promo|latest|popular|trending|more-|listing|archive"
    r"|tweet|embed|instagram|blockquote|calendar|event"
)
# id="comments", class="comment-body", class="fb-comments"; not class="comments-count",
# class="date-comments-wrapper" of a head
COMMENTS = re.compile(
    r"(?<![\w-])(?:(?:user|reader|customer)-)?(?:comments?|disqus|respond|replies|discussion|reviews|letters)(?![\w-]*(?:count|link|number|wrap))"
    r"|-comments(?![\w-])"
)
OTHER_STORIES = re.compile(
    r"related|recommend|teaser|trending|popular|most-?read|\briver|more-(?:from|stories|news)|read-?(?:next|more)|latest-?posts"
    r"|(?:next|previous)-?(?:article|post|story)|(?:story|post|article)-?list(?![\w-])|recirc|-card"
    r"|(?<![\w-])(?:latest|promo|newsletter|sidebar|card)"
)
# a box of other stories, unless it is by the headline
ASIDE_TAG = re.compile(r"(?<![\w-])aside(?![\w-])")
PICTURES = re.compile(
    r"(?<![\w-])(?:(?:lead|main|hero|featured|article|story)[-_])?(?:figure|image|photo|picture)s?(?![\w-])"
    r"|caption|gallery|slideshow|(?:photo|image|img|picture)-?credit|media-?info|quote"
)  # and quotations
