"""The facts of a page that is an article -> its genre: live blog, transcript, gallery, video page, paywall stub, or plain article."""

import re

from transforms.clean.judge_facts import PageFacts
from transforms.records import Genre

LIVE_TITLE = re.compile(
    r"^(?:live|liveblog|newsblog|liveticker|ticker|en direct|direct|en directo|en vivo|diretta|ao vivo|na żywo|онлайн|canlı)\s?[:|–—-]"
    r"|\b(?:live updates?|live blog|liveblog|newsblog|liveticker|live-ticker|live ticker|as it happened|live reporting|minuto a minuto|última hora en directo"
    r"|live:|- live$|– live$|in diretta|relacja na żywo)\b",
    re.IGNORECASE,
)
TRANSCRIPT_TITLE = re.compile(
    r"\b(?:(?:full |interview |rush |read the |press conference )?transcript|wortprotokoll|transcription intégrale|verbatim|transcripción|trascrizione|стенограмма)\b"
    r"|\bfull text\b|\bim wortlaut\b",
    re.IGNORECASE,
)
GALLERY_TITLE = re.compile(
    r"\b(?:in pictures|in photos|photo gallery|photos of the (?:day|week)|pictures of the (?:day|week)|slideshow|bildergalerie|bilderstrecke|fotostrecke|die bilder"
    r"|en images|en photos|diaporama|fotogalería|en imágenes|en fotos|galería|fotogalleria|le foto|fotogaleria|em imagens|fotoserie|galeria zdjęć|фоторепортаж|foto galeri)\b"
    r"|^(?:photos|gallery|galerie|fotos)\s?[:|–—-]",
    re.IGNORECASE,
)
VIDEO_TITLE = re.compile(r"^(?:video|watch|vidéo|vídeo|видео)\s?[:|–—-]|[|(\[–—-]\s?(?:video|vidéo|vídeo|видео)\s?[)\]]?$", re.IGNORECASE)
GALLERY_PATH = re.compile(
    r"/(?:galler(?:y|ies)|galerie|photos?|pictures|bildergalerie|fotostrecke|fotogaleria|fotogalerie|diaporama|slideshow|picture-gallery)/",
    re.IGNORECASE,
)
VIDEO_PATH = re.compile(r"/(?:videos?|watch|mediathek|av)/", re.IGNORECASE)
LIVE_PATH = re.compile(r"/live/|live-?blog|live-updates|live-?ticker", re.IGNORECASE)
SPEAKER_TURN = re.compile(r"^(?:[A-ZÀ-Ý][\w.'’-]*(?: [A-ZÀ-Ý][\w.'’-]*){0,4}|Q|A|Question|Answer)\s?:\s")  # "JANE DOE: Thank you."
STUB_END = re.compile(
    r"subscribe to (?:continue|read|keep)|to continue reading|to keep reading|subscribers? only|for subscribers|already a subscriber|this (?:article|content|story) is for"
    r"|start your (?:free )?trial|unlock this (?:article|story)|jetzt weiterlesen|weiterlesen mit|nur für abonnenten|registrieren und weiterlesen|testen sie|mit (?:plus|\w+\+)"
    r"|réservé aux abonnés|il vous reste .{0,20}à lire|pour lire la suite|abonnez-vous|suscríbete para|para seguir leyendo|contenido exclusivo|solo para suscriptores"
    r"|abbonati per|per continuare a leggere|contenuto riservato|exclusivo para assinantes|para continuar a ler|continue lendo|word abonnee|verder lezen|läs vidare|för prenumeranter"
    r"|czytaj dalej|tylko dla prenumeratorów|会員限定|有料会員|残り\d+文字|この記事は有料",
    re.IGNORECASE,
)
STUB_WORDS = 250  # a stub is a paragraph or two
VIDEO_WORDS = 150  # the words under a video
MIN_TURNS = 6


def find_genre(facts: PageFacts) -> Genre:
    """The first that holds; a live blog on a gallery's address is a live blog."""
    title = facts.headings[0] if facts.headings else ""
    url = facts.url or ""
    words = facts.words
    if "LiveBlogPosting" in facts.types or LIVE_TITLE.search(title) or LIVE_PATH.search(url):
        return "live_blog"
    if TRANSCRIPT_TITLE.search(title) or _is_dialogue(facts):
        return "transcript"
    if facts.types & {"ImageGallery", "MediaGallery"} or GALLERY_TITLE.search(title) or GALLERY_PATH.search(url):
        return "gallery"
    if _is_video(facts, title, url, words):
        return "video"
    if words < STUB_WORDS and (not facts.is_free or STUB_END.search("\n".join((*facts.lines, *facts.paragraphs)))):
        return "paywall_stub"
    return "article"


def _is_dialogue(facts: PageFacts) -> bool:
    paragraphs = facts.paragraphs
    turns = sum(1 for paragraph in paragraphs if SPEAKER_TURN.match(paragraph))
    return turns >= MIN_TURNS and turns * 2 >= len(paragraphs)


def _is_video(facts: PageFacts, title: str, url: str, words: int) -> bool:
    if words > VIDEO_WORDS:
        return False
    is_declared = any(kind.startswith("og:video") for kind in facts.types) or ("VideoObject" in facts.types and not facts.articles)
    return bool(is_declared or VIDEO_TITLE.search(title) or VIDEO_PATH.search(url))
