"""Superset on this machine alone: its book is a SQLite file in the folder that SUPERSET_HOME
names.
"""

import os
import secrets
from pathlib import Path

HOME = Path(os.environ["SUPERSET_HOME"])
KEY = HOME / "secret_key"
if not KEY.exists():
    KEY.touch(mode=0o600)
    KEY.write_text(secrets.token_urlsafe(42), encoding="ascii")
SECRET_KEY = KEY.read_text(encoding="ascii")
SQLALCHEMY_DATABASE_URI = f"sqlite:///{HOME / 'superset.db'}"
TALISMAN_CONFIG = {  # as Superset has it, less the addresses on the web: no count of views, no tiles, no fonts from elsewhere
    "content_security_policy": {
        "base-uri": ["'self'"],
        "default-src": ["'self'"],
        "img-src": ["'self'", "blob:", "data:"],
        "worker-src": ["'self'", "blob:"],
        "connect-src": ["'self'"],
        "object-src": "'none'",
        "style-src": ["'self'", "'unsafe-inline'"],
        "script-src": ["'self'", "'strict-dynamic'"],
    },
    "content_security_policy_nonce_in": ["script-src"],
    "force_https": False,
    "session_cookie_secure": False,
}
