"""English, the words of a line."""

from __future__ import annotations

from ...kinds import Kind

_C, _M, _W = Kind.CONTRIBUTION, Kind.MEETING, Kind.WATCHING

NAMINGS = {
    (_C, None): "contribution contribute contributed wrote",
    (_C, "post"): "post posted published",
    (_C, "comment"): "comment commented",
    (_C, "answer"): "answer answered replied reply",
    (_C, "share"): "share shared",
    (_C, "introduction"): "introduction introduced intro",
    (_C, "message"): "message messaged email emailed dm",
    (_C, "talk"): "talk",
    (_C, "together"): "together worked worked_together",
    (_M, None): "meeting meet met interview",
    (_M, "in person"): "in-person in_person face_to_face coffee lunch dinner breakfast drinks",
    (_M, "video"): "video zoom teams video_call visio",
    (_M, "phone"): "phone call called phoned phone_call conference_call on_the_phone",
    (_M, "event"): "event conference conf workshop meetup afterwork seminar lecture",
    (_W, None): "watching watch watched read reading webinar",
    (_W, "feed"): "feed",
    (_W, "newsletter"): "newsletter",
    (_W, "thread"): "thread",
    (_W, "page"): "page",
}
PLAIN_FORMS = (
    "in-person in_person face_to_face face-to-face video zoom teams video_call phone call phone_call"
    " conference_call on_the_phone"
)
NEAR_DAYS = {0: "today", -1: "yesterday", -2: "day_before_yesterday", 1: "tomorrow", 2: "day_after_tomorrow"}
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday"
SHORT_WEEKDAYS = ("mon", "tue tues", "wed weds", "thu thur thurs", "fri", "sat", "sun")
MONTHS = (
    "jan january",
    "feb february",
    "mar march",
    "apr april",
    "may",
    "jun june",
    "jul july",
    "aug august",
    "sep sept september",
    "oct october",
    "nov november",
    "dec december",
)
DOUBTFUL_WEEKDAYS = "mon wed sat sun"
DOUBTFUL_MONTHS = "mar march may"
NOUNS = ""
NOUN_LEADS = ""
COMING = "next coming"
THIS = "this"
LAST = "last"
NEAR_WEEKS = {0: "this current", -1: "last previous", 1: "next"}
DAY_UNITS = {1: "d day days", 7: "w week weeks", 14: "fortnight fortnights"}
MONTH_UNITS = "month months"
HOUR_UNITS = "h hr hrs hour hours"
MINUTE_UNITS = "m min mins minute minutes"
NOON = "noon midday"
MIDNIGHT = "midnight"
DAY_PARTS = {"morning": "morning", "afternoon": "afternoon", "evening": "evening", "night": "night"}
ONES = (
    "a an one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
TENS = {20: "twenty", 30: "thirty", 40: "forty", 50: "fifty"}
NUMBERS = {21: "twenty-one", 31: "thirty-one", 41: "forty-one", 51: "fifty-one", 90: "ninety"}
ARTICLES = "a an the my"
AHEAD_LEADS = "by before due until"
ENDS = "since until till before after by ended ending finished"
MEALS = "breakfast lunch lunchtime dinner supper"
BESIDE_DAYS = "ago"
DAY_LEADS = "on the by before due until"
PERSON_LEADS = "with w/ and & to from by"
NO_DAY_AFTER = "to with about for of and the my"
SMALL_WORDS = "of in at for about or is as it we us me my"
COMPANY = "with w/ met"
BOTH = "and &"
NUMBERED = (
    "of no number room table stand booth chapter part page p article episode session step draft version level"
    " module lesson question slide day week point track volume vol issue round phase lot group hall line figure fig"
    " section appendix top"
)
LASTING = "day training session shift marathon"
STREETS = "avenue av boulevard place"
ECHO_WAYS = {
    "reply": "reply replies answer answers response responses",
    "request": "request requests contact_request contact_requests connection_request connection_requests",
    "invitation": "invitation invitations invite invites",
    "mention": "mention mentions",
    "thanks": "thanks thank_you",
    "message": "message messages private_message private_messages dm dms email emails",
}
NO_ECHO = "nothing none"
MYSELF = "me myself"
