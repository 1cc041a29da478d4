"""When two web addresses are those of one page."""

from typing import Final
from urllib.parse import parse_qsl, urlencode, urlsplit

#: Parameters that tell where a reader comes from, not what is read. The list is that of the large trackers.
_TRACKING: Final = frozenset(
    {"fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "igshid", "mc_cid", "mc_eid"}
)
_TRACKING_PREFIX: Final = "utm_"
_PORTS: Final = {"http": 80, "https": 443}


def page_key(url: str) -> str | None:
    """A key that is equal for addresses of one page; None where no page of its own is meant: an outlet's front page.

    Scheme, a leading ``www.``, the standard port, upper case in the host, a slash at the end of the path, a fragment
    (but for ``#!`` and ``#/``, by which scripts tell pages apart) and parameters of trackers do not count. All else
    does: other parameters and their order, and upper case in the path.
    """
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if not host:
        return None
    asked = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _is_tracking(pair[0])]
    fragment = f"#{parts.fragment}" if parts.fragment.startswith(("!", "/")) else ""
    path = parts.path.rstrip("/")
    if not (path or asked or fragment):
        return None
    shown_port = f":{port}" if port and port != _PORTS.get(parts.scheme.lower()) else ""
    query = f"?{urlencode(asked)}" if asked else ""
    return f"{host.removeprefix('www.')}{shown_port}{path}{query}{fragment}"


def _is_tracking(name: str) -> bool:
    return name.lower() in _TRACKING or name.lower().startswith(_TRACKING_PREFIX)
