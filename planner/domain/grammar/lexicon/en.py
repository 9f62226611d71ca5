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
    (_C, "introduction asked"): "introduction_asked asked_introduction intro_asked",
    (_C, "introduction received"): "introduction_received introduced_by intro_received",
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
    (_W, "adverts"): "adverts job_adverts job_ads job_board",
}
PLAIN_FORMS = (
    "in-person in_person face_to_face face-to-face video zoom teams video_call phone call phone_call"
    " conference_call on_the_phone together"
)
NEAR_DAYS = {
    0: "today earlier_today just_now",
    -1: "yesterday",
    -2: "day_before_yesterday",
    1: "tomorrow",
    2: "day_after_tomorrow",
}
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
LAST = "last past"
NEAR_WEEKS = {0: "this current", -1: "last previous", 1: "next"}
WEEK = "week"
MONTH = "month"
NAMED_WEEKS = {0: "this_week", -1: "last_week previous_week", 1: "next_week"}
NAMED_MONTHS = {0: "this_month", -1: "last_month previous_month", 1: "next_month"}
WEEKS_ON = {1: "week after_next"}
WEEKS_FROM = "from on after"
OF = "of"
AGO_BEFORE = ""
AGO_AFTER = "ago"
AWAY = "in within"
ORDINALS = "st nd rd th"
DATE_LEADS = ""
MONTH_PARTS = {
    "in": "in",
    "early": "early beginning_of start_of",
    "mid": "mid middle_of",
    "late": "late end_of",
}
OF_MONTH = "the"
WEEKENDS = "weekend week-end"
END_OF_WEEK = {
    0: "end_of_the_week end_of_week end_of_this_week within_the_week this_week eow",
    1: "end_of_next_week end_of_the_next_week",
}
DAY_UNITS = {1: "d day days", 7: "w week weeks", 14: "fortnight fortnights"}
MONTH_UNITS = "month months"
HOUR_UNITS = "h hr hrs hour hours"
MINUTE_UNITS = "m min mins minute minutes"
SECOND_UNITS = "s sec secs second seconds"
PARTS_OF_HOUR = {
    15: "quarter_hour quarter-hour quarter_of_hour quarter_of_an_hour",
    30: "half_hour half-hour half_an_hour half_an-hour",
    45: "three_quarters_of_an_hour 3_quarters_of_an_hour",
}
AFTER_HOURS = {15: "and_a_quarter", 30: "and_a_half"}
LESS = ""
LESS_QUARTER = ""
OF_HOUR = "of_an of_a of an a"
ROUNDING = "good full solid long short"
COUPLE = "couple"
LENGTH_LEADS = "for during"
LATELY = "last past"
ABOUT_HOURS = "about around"
ABOUT = "almost nearly roughly over exactly"
ABOUT_AFTER = "or_so approximately roughly"
COUNTING = "few several some many half of more than less good couple"
STRETCHES = "day morning afternoon evening"
WHOLE = "all whole entire half"
NOON = "noon midday"
MIDNIGHT = "midnight"
DAY_PARTS = {"morning": "morning", "afternoon": "afternoon", "evening": "evening", "night": "night"}
PART_LEADS = "the in_the during_the"
PARTS_TODAY = {"evening": "tonight"}
PARTS_YESTERDAY = {
    "morning": "last_morning",
    "afternoon": "last_afternoon",
    "evening": "last_evening",
    "night": "last_night",
}
PART_OF_TODAY = "this in_the"
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
SINCE = "since"
UNTIL = "until till"
STARTED = "started starting begun began beginning"
ENDED = "ended ending finished finishing"
TIME_LEADS = "at from"
HOUR_LEADS = "at at_about at_around around"
SPELLED_LEADS = "at at_about at_around around since"
FROM = "from"
FROM_ON = ""
ONWARD = "on onward onwards"
BETWEEN = "between"
TO = "to"
CLOCK_HOURS = "h"
OCLOCK = "o'clock"
ONE_OCLOCK = "one"
BEFORE_CLOCK = {15: "quarter_past a_quarter_past", 30: "half_past", -15: "quarter_to a_quarter_to"}
AFTER_CLOCK: dict[int, str] = {}
HOUR_PART_LEADS = "in_the"
MEALS = "breakfast lunch lunchtime dinner supper"
BESIDE_DAYS = "ago"
DAY_LEADS = "on the by before due until"
FORM_LEADS = "by via over in on"
GROUP_LEADS = "on in at for"
PHRASE_LEADS = "in at to the of about"
OF_PHRASES = "every each"
EVERY = "every each"
FOR = "for"
PERSON_LEADS = "with w/ and & to from by"
NO_DAY_AFTER = "to with about for of and the my"
SMALL_WORDS = "of in at for about or is as it we us me my"
COMPANY = "with w/ met"
INTRODUCED = "introduced_by met_through"
BOTH = "and &"
NUMBERED = (
    "of no number room table stand booth chapter part page p article episode session step draft version level"
    " module lesson question slide day week point track volume vol issue round phase lot group hall line figure fig"
    " section appendix top"
)
LASTING = "day training session shift marathon"
STREETS = "avenue av boulevard place"
ROLES = {"ties": "ties tie", "visibility": "visibility", "watch": "watch watching"}
TOOLS = {
    "feed reader": "feed_reader reader feed rss opml",
    "newsletter": "newsletter newsletters",
    "alert": "alert alerts",
    "company page": "company_page page",
}
ECHO_WAYS = {
    "reply": "reply replies answer answers response responses",
    "request": "request requests contact_request contact_requests connection_request connection_requests",
    "invitation": "invitation invitations invite invites",
    "mention": "mention mentions",
    "thanks": "thanks thank_you",
    "message": "message messages private_message private_messages dm dms email emails",
}
NO_ECHO = "nothing none no nobody no-one noone not never nil zero"
NO_ECHO_OF = (
    "at all any anybody anyone anything one heard wrote written came come back has have had did didn't from it was got"
    " received replied answered responded a the of to me i or and feedback echo comment comments reaction reactions"
)
NO_ECHO_YET = "yet still so_far for_now for_the_moment"
ECHO_NUMBERS = {0: "no zero", 2: "couple", 12: "dozen"}
MYSELF = "me myself i"
OWED = {
    "mine": "i_owe i_owe_them i_owe_her i_owe_him",
    "theirs": "they_owe_me they_owe he_owes_me he_owes she_owes_me she_owes",
}
OWED_BY_NAME = "owes_me"
SOON = "asap eod eom as_soon_as_possible soon sometime someday when_possible right_away"
BEFORE_AFTER = "before after"
