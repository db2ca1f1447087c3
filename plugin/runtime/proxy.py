"""The proxy that the user set in QGIS, for programs that fetch packages."""

from __future__ import annotations

from urllib.parse import quote

from qgis.core import QgsSettings

_SCHEMES = {"HttpProxy": "http", "HttpCachingProxy": "http", "Socks5Proxy": "socks5"}


def proxy_variables() -> dict[str, str]:
    """Environment variables for the proxy of QGIS's options; none where QGIS names no proxy of its own."""
    settings = QgsSettings()
    scheme = _SCHEMES.get(_text(settings, "Type"))
    host = _text(settings, "Host")
    if not settings.value("proxy/proxyEnabled", False, type=bool) or scheme is None or not host:
        return {}
    port, user, secret = (_text(settings, name) for name in ("Port", "User", "Password"))
    login = f"{quote(user, safe='')}:{quote(secret, safe='')}@" if user else ""
    address = f"{scheme}://{login}{host}{':' + port if port else ''}"
    return dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"), address)


def _text(settings: QgsSettings, name: str) -> str:
    return str(settings.value(f"proxy/proxy{name}", "", type=str))
