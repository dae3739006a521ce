"""Which icons a handbook may name.

The names are those of Material Design Icons, and the list is ours, so that maps can be checked
without any theme. Knows no drawings; a test holds every name against the theme's.
"""

from __future__ import annotations

import re

from rapidfuzz import fuzz

FACES = (
    "emoticon-angry-outline",
    "emoticon-sad-outline",
    "emoticon-neutral-outline",
    "emoticon-happy-outline",
    "emoticon-excited-outline",
)
"""The faces of a feeling, from -2 (very negative) to 2 (very positive)."""

# A name a line would make a page of words a scroll of two hundred lines.
# fmt: off
MARKS = (
    "account-group-outline", "account-heart-outline", "account-multiple-outline",
    "account-outline", "account-voice", "alert-octagon", "alert-outline", "arrow-down",
    "arrow-left", "arrow-right", "arrow-up", "bullseye-arrow", "calendar-clock-outline",
    "calendar-outline", "chart-bar", "chart-line", "check", "check-circle-outline",
    "chevron-right", "clock-alert-outline", "clock-outline", "close", "cog-outline",
    "comment-question-outline", "comment-quote-outline", "comment-text-outline",
    "download-outline", "exit-run", "eye-off-outline", "eye-outline", "family-tree",
    "file-document-outline", "fit-to-screen-outline", "flag-checkered", "flag-outline",
    "format-list-bulleted", "fullscreen",
    "hand-heart-outline", "head-heart-outline", "heart-outline", "heart-pulse",
    "help-circle-outline", "history", "image-outline", "information-outline", "label-outline",
    "lightbulb-on-outline", "lightbulb-outline", "link-variant", "magnify",
    "map-marker-outline", "map-marker-path", "map-outline", "microscope", "minus",
    "minus-circle-outline", "numeric", "open-in-new", "package-variant-closed",
    "pencil-outline", "plus", "plus-circle-outline", "printer-outline", "progress-check",
    "ray-start-arrow", "refresh", "scale-balance", "source-pull", "star-four-points",
    "star-four-points-outline", "swap-horizontal", "sync", "tag-outline", "target", "test-tube",
    "thought-bubble-outline", "timer-sand", "triangle-outline", "tune-variant", "walk",
)
"""What our own pages use beside faces: lanes, verdicts, states, changes, buttons."""

CHANNELS = (
    "account-hard-hat-outline", "account-tie-outline", "account-tie-voice-outline", "airplane",
    "at", "atm", "bank-outline", "barcode-scan", "basket-outline", "bell-outline", "bike",
    "billboard", "book-open-page-variant-outline", "briefcase-outline", "bullhorn-outline",
    "bus", "calculator-variant-outline", "calendar-check-outline", "call-split",
    "camera-outline", "car-outline", "card-account-details-outline",
    "card-account-mail-outline", "cart-outline", "cash", "cash-register", "cellphone",
    "cellphone-message", "certificate-outline", "chat-outline", "chat-processing-outline",
    "city-variant-outline", "clipboard-text-outline", "coffee-outline", "console",
    "contactless-payment", "credit-card-outline", "desktop-classic", "devices", "domain",
    "door", "email-fast-outline", "email-newsletter", "email-open-outline", "email-outline",
    "escalator", "ev-station", "face-agent", "factory", "fax", "ferry", "file-sign", "film",
    "food-outline", "forum-outline", "fuel", "gamepad-variant-outline", "gas-station-outline",
    "gavel", "gift-outline", "glasses", "google-maps", "hammer-wrench", "handshake-outline",
    "headset", "home-city-outline", "home-outline", "hospital-building",
    "human-greeting-proximity", "invoice-text-outline", "key-outline", "laptop",
    "library-outline", "lock-outline", "mailbox-outline", "message-text-outline",
    "message-video", "microphone-outline", "monitor", "newspaper-variant-outline",
    "nfc-variant", "office-building-outline", "package-variant", "palette-outline", "passport",
    "phone-incoming-outline", "phone-outgoing-outline", "phone-outline", "piggy-bank-outline",
    "pill", "pipe-wrench", "playlist-check", "playlist-edit", "post-outline", "presentation",
    "projector-screen-outline", "qrcode", "qrcode-scan", "radio", "receipt-text-outline",
    "remote", "remote-tv", "road-variant", "robot-outline", "router-wireless", "rss",
    "school-outline", "scooter", "search-web", "seat-passenger", "send-outline",
    "server-outline", "share-variant-outline", "shield-check-outline", "shopping-outline",
    "sign-direction", "sign-text", "silverware-fork-knife", "smart-card-outline",
    "sofa-outline", "speaker", "stethoscope", "store-marker-outline", "store-outline",
    "storefront-outline", "subway-variant", "tablet", "taxi", "television", "television-play",
    "ticket-confirmation-outline", "ticket-outline", "toolbox-outline", "tools", "train",
    "tram", "transit-connection-variant", "truck-delivery-outline", "truck-outline",
    "van-utility", "video-outline", "voicemail", "volume-high", "wallet-outline", "warehouse",
    "washing-machine", "watch-variant", "web", "webcam", "webhook", "wifi", "wrench-outline",
    "youtube",
)
"""What a channel, a touchpoint or a system may look like."""
# fmt: on

ICONS = frozenset((*FACES, *MARKS, *CHANNELS))
"""Every icon a handbook may name."""


def nearest(name: str, count: int = 3) -> tuple[str, ...]:
    """The names most like an unknown one, best first; empty when none is near."""
    typed = " ".join(re.findall(r"[a-z0-9]+", name.lower().removeprefix("material/")))

    def likeness(icon: str) -> tuple[float, float]:
        words = icon.replace("-", " ")
        whole = fuzz.ratio(typed, words)
        # "mailboks" is near to "mailbox-outline", however long the rest of the name is.
        word = max(fuzz.ratio(typed, one) for one in words.split())
        # "phone" is nearer to "phone-outline" than to "cellphone": whole words count.
        return max(fuzz.token_set_ratio(typed, words), whole, word if word >= 80 else 0), whole

    near = [(likeness(icon), icon) for icon in sorted(ICONS)] if typed else []
    near.sort(key=lambda pair: pair[0], reverse=True)
    return tuple(icon for (like, _), icon in near[:count] if like >= 60)
