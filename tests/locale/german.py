"""German, to prove that a language is one catalogue and its rows: some hundred texts of it, and nothing that ships."""

from __future__ import annotations

from tests.locale.templates import ARGPARSE, SHORT_MONTH, Text

_COMMANDS = {
    "log one line: planner log c 25 lyon-ux answered a question": "eine Zeile notieren: planner log c 25 lyon-ux",
    "start the timer: planner start m lyon-ux @marie": "die Uhr starten: planner start m lyon-ux @marie",
    "stop the timer and log it": "die Uhr anhalten und notieren",
    "stop the timer without logging it": "die Uhr anhalten, ohne zu notieren",
    "one line that says where the week stands": "eine Zeile, die sagt, wie die Woche steht",
    "the week: budget, totals and drift": "die Woche: Budget, Summen und Abdrift",
    "show, set, suggest, copy or shorten a week's plan": "den Plan einer Woche zeigen, setzen, kopieren oder kürzen",
    "set, list, edit, reach or drop objectives": "Ziele setzen, zeigen, ändern, erreichen oder fallen lassen",
    "add, list, show, edit, park, leave, merge or remove groups": "Gruppen anlegen, ändern, parken oder verlassen",
    "every group with what it has brought, and a verdict": "jede Gruppe mit ihrem Ertrag und einem Urteil",
    "which groups fit into the minutes you have": "welche Gruppen in Ihre Minuten passen",
    "add, list, show, edit, merge or rest people": "Leute anlegen, zeigen, ändern, vereinen oder ruhen lassen",
    "arrange meetings, and say what became of them": "Treffen vereinbaren und sagen, was aus ihnen wurde",
    "what comes next with people, and what is promised": "was mit Leuten ansteht, und was versprochen ist",
    "how close and how warm the tie with each person is": "wie eng und wie warm jede Verbindung ist",
    "the log, filtered": "das Protokoll, gefiltert",
    "change an entry": "einen Eintrag ändern",
    "remove an entry": "einen Eintrag entfernen",
    "take the last change back": "die letzte Änderung zurücknehmen",
    "make the last undone change again": "die zurückgenommene Änderung wiederholen",
    "how far the week is moving toward watching": "wie weit die Woche zum Mitlesen treibt",
    "the review of a week": "der Rückblick auf eine Woche",
    "read another program's files: a log, a calendar, contacts, feeds": "die Dateien eines anderen Programms lesen",
    "give a calendar, contacts or feeds out to another program": "Kalender, Kontakte oder Feeds weitergeben",
    "your settings, the minutes you have among them": "Ihre Einstellungen, darunter Ihre Minuten",
    "write everything into one archive, or verify one": "alles in ein Archiv schreiben oder eines prüfen",
    "go back to an archive, another home or a day's backup": "zu einem Archiv oder einer Sicherung zurückkehren",
    "verify every file": "jede Datei prüfen",
    "completion script for bash, zsh or fish": "Vervollständigung für bash, zsh oder fish",
    "open the full screen": "den ganzen Bildschirm öffnen",
    "the same over a sample that is thrown away": "dasselbe über einem Muster, das weggeworfen wird",
    "planner: weekly minutes for a few professional groups, spent on people rather than on watching.": (
        "planner: jede Woche Minuten für einige Berufsgruppen, für Menschen statt fürs Mitlesen."
    ),
    "“planner COMMAND --help” tells more; --json gives facts to programs; --version says which this is.": (
        "„planner BEFEHL --help“ sagt mehr; --json gibt Programmen Fakten; --version sagt, welches dies ist."
    ),
    "There is no command “{name}”; “planner --help” lists them.": "Es gibt keinen Befehl „{name}“.",
}

_VALUES = {
    "contribution": "Beitrag", "meeting": "Treffen", "watching": "Mitlesen",
    "post": "Veröffentlichung", "comment": "Kommentar", "answer": "Antwort", "share": "Weitergabe",
    "introduction": "Vorstellung", "introduction asked": "Vorstellung erbeten",
    "introduction received": "Vorstellung erhalten", "message": "Nachricht", "talk": "Vortrag", "together": "gemeinsam",
    "in person": "persönlich", "video": "Video", "phone": "Telefon", "event": "Veranstaltung",
    "feed": "Feed", "newsletter": "Rundbrief", "thread": "Faden", "page": "Seite", "adverts": "Stellenanzeigen",
    "active": "aktiv", "reached": "erreicht", "dropped": "fallen gelassen",
    "visibility": "Sichtbarkeit", "relationships": "Beziehungen", "knowledge": "Wissen",
    "association": "Verein", "community": "Gemeinschaft", "company page": "Firmenseite", "event series": "Reihe",
    "candidate": "Kandidat", "selected": "gewählt", "parked": "geparkt", "left": "verlassen",
    "ties": "Verbindungen", "watch": "Mitlesen", "trade": "Fach", "sector": "Branche", "place": "Ort",
    "interest": "Interesse", "keep": "behalten", "more": "mehr", "less": "weniger", "park": "parken",
    "leave": "verlassen", "contribute": "beitragen", "replace with a feed": "durch einen Feed ersetzen",
    "decision-maker": "Entscheider", "prescriber": "Empfehler", "peer": "Kollege", "friend": "Freund",
    "open": "offen", "done": "erledigt", "let go": "aufgegeben", "I owe": "ich schulde", "they owe": "man schuldet mir",
    "planned": "geplant", "held": "gehalten", "missed": "verpasst", "cancelled": "abgesagt",
    "warm": "warm", "cooling": "abkühlend", "cold": "kalt", "Spotted": "Gesichtet", "In touch": "In Kontakt",
    "Met": "Getroffen", "Tied": "Verbunden", "balanced": "ausgeglichen", "leaning": "geneigt",
    "drifting": "abdriftend", "adrift": "abgetrieben", "cooperation": "Zusammenarbeit", "new": "neu",
    "already there": "schon da", "heading": "Überschrift", "entry": "Eintrag", "appointment": "Termin",
    "same name": "gleicher Name", "same e-mail": "gleiche E-Mail", "alike names": "ähnliche Namen",
    "a name cut short": "ein gekürzter Name", "cannot be read": "unlesbar", "twice in the list": "doppelt in der Liste",
    "step set": "Schritt gesetzt", "step done": "Schritt erledigt", "step let go": "Schritt aufgegeben",
    "told of the line before": "zur Zeile davor gesagt", "feed reader": "Feedreader", "alert": "Benachrichtigung",
}  # fmt: skip

_PLACEHOLDERS = {
    "aim": "Absicht", "circle": "Kreis", "code": "Code", "column": "Spalte", "company": "Firma", "date": "Datum",
    "day": "Tag", "days": "Tage", "echo": "Echo", "email": "E-Mail", "folder": "Ordner", "form": "Form",
    "format": "Format", "goes": "geht", "group": "Gruppe", "id": "Id", "key": "Name", "kind": "Art", "line": "Zeile",
    "list": "Liste", "measure": "Maß", "minutes": "Minuten", "name": "Name", "nature": "Natur", "note": "Notiz",
    "objectives": "Ziele", "order": "Folge", "path": "Pfad", "people": "Leute", "person": "Person",
    "position": "Stelle", "role": "Rolle", "sentence": "Satz", "slug": "Kürzel",
    "stage": "Stufe", "standing": "Stand", "start": "Beginn", "stays": "bleibt", "template": "Muster",
    "text": "Text", "title": "Titel", "url": "URL", "value": "Wert", "verdict": "Urteil", "week": "Woche",
    "what": "was", "when": "wann", "words": "Wörter", "zip": "ZIP",
}  # fmt: skip

_CALENDAR = {
    "Monday": "Montag", "Tuesday": "Dienstag", "Wednesday": "Mittwoch", "Thursday": "Donnerstag", "Friday": "Freitag",
    "Saturday": "Samstag", "Sunday": "Sonntag",
    "Mon": "Mo", "Tue": "Di", "Wed": "Mi", "Thu": "Do", "Fri": "Fr", "Sat": "Sa", "Sun": "So",
    "January": "Januar", "February": "Februar", "March": "März", "April": "April", "May": "Mai", "June": "Juni",
    "July": "Juli", "August": "August", "September": "September", "October": "Oktober", "November": "November",
    "December": "Dezember",
}  # fmt: skip

#: May is short in English, and a word of its own elsewhere.
_SHORT_MONTHS = {
    "Jan": "Jan", "Feb": "Feb", "Mar": "Mär", "Apr": "Apr", "May": "Mai", "Jun": "Jun", "Jul": "Jul", "Aug": "Aug",
    "Sep": "Sep", "Oct": "Okt", "Nov": "Nov", "Dec": "Dez",
}  # fmt: skip

_SENTENCES = {
    "{day} {d} {month}": "{day} {d}. {month}",
    "{d} {month}": "{d}. {month}",
    "{first} to {last}": "{first} bis {last}",
    "{first} and {last}": "{first} und {last}",
    "{whole}.{part}": "{whole},{part}",
    "{n} min": "{n} Min.",
    "{day} {start} to {end}": "{day} {start} bis {end}",
    "{day}, about {start} to {end}": "{day}, etwa {start} bis {end}",
    "{name} (new)": "{name} (neu)",
    "“{text}”": "„{text}“",
    "{length} as usual": "{length} wie üblich",
    "W{n}: hands {done} of {goal}": "W{n}: Hände {done} von {goal}",
    "W{n}: hands {done}": "W{n}: Hände {done}",
    "eyes {seen}, cap {cap}": "Augen {seen}, höchstens {cap}",
    "eyes {seen}, no plan yet": "Augen {seen}, noch kein Plan",
    "timer {time}": "Uhr {time}",
    "review due": "Rückblick fällig",
    "print JSON": "JSON ausgeben",
    "Logged {entry}": "Notiert: {entry}",
    "Added {group}": "Angelegt: {group}",
    "New person: {name}": "Neue Person: {name}",
    "KIND MINUTES GROUP [NOTE] [@PERSON] [#OBJECTIVE] [WHEN]": "ART MINUTEN GRUPPE [NOTIZ] [@PERSON] [#ZIEL] [WANN]",
    "Log one line: KIND MINUTES GROUP [note] [@person] [#objective] [when].": (
        "Eine Zeile notieren: ART MINUTEN GRUPPE [Notiz] [@Person] [#Ziel] [wann]."
    ),
    'planner log c 25 lyon-ux answered a question\nplanner log m 1h pmi @marie @"Paul Roy" coffee yesterday 12:30\n'
    "planner log w 15 pmi": (
        'planner log c 25 lyon-ux Frage beantwortet\nplanner log m 1h pmi @marie @"Paul Roy" Kaffee gestern 12:30\n'
        "planner log w 15 pmi"
    ),
}

_COUNTED = {
    ("{n} follow-up due", "{n} follow-ups due"): ("{n} Schritt fällig", "{n} Schritte fällig"),
    ("{n} meeting to confirm", "{n} meetings to confirm"): ("{n} Treffen zu bestätigen", "{n} Treffen zu bestätigen"),
    ("{n} week", "{n} weeks"): ("{n} Woche", "{n} Wochen"),
    ("{n} day", "{n} days"): ("{n} Tag", "{n} Tage"),
    ("{n} group", "{n} groups"): ("{n} Gruppe", "{n} Gruppen"),
    ("{n} person", "{n} people"): ("{n} Person", "{n} Personen"),
    ("{n} entry", "{n} entries"): ("{n} Eintrag", "{n} Einträge"),
}

_OF_ARGPARSE = {
    "usage: ": "Aufruf: ",
    "positional arguments": "Angaben",
    "options": "Optionen",
    "show this help message and exit": "diese Hilfe zeigen",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "unrecognized arguments: %s": "unbekannte Angaben: %s",
    "the following arguments are required: %s": "es fehlt: %s",
    "expected one argument": "dazu gehört ein Wert",
    "expected at least one argument": "dazu gehört mindestens ein Wert",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)r gibt es nicht (nur %(choices)s)",
}

#: Each text with its forms.
GERMAN: dict[Text, tuple[str, ...]] = {
    **{Text(one): (said,) for one, said in (_COMMANDS | _PLACEHOLDERS | _VALUES | _CALENDAR | _SENTENCES).items()},
    **{Text(*both): forms for both, forms in _COUNTED.items()},
    **{Text(one, context=ARGPARSE): (said,) for one, said in _OF_ARGPARSE.items()},
    **{Text(one, context=SHORT_MONTH): (said,) for one, said in _SHORT_MONTHS.items()},
    Text("watch", context="to do so"): ("mitlesen",),
}

#: The file of German's words, as it would stand beside French's.
ROWS = """
from ...kinds import Kind

_C, _M, _W = Kind.CONTRIBUTION, Kind.MEETING, Kind.WATCHING

NAMINGS = {
    (_C, None): "Beitrag beigetragen geschrieben",
    (_C, "post"): "veröffentlicht Veröffentlichung",
    (_C, "comment"): "kommentiert Kommentar",
    (_C, "answer"): "beantwortet Antwort geantwortet",
    (_C, "share"): "geteilt",
    (_C, "introduction"): "vorgestellt Vorstellung",
    (_C, "introduction asked"): "Vorstellung_erbeten",
    (_C, "introduction received"): "Vorstellung_erhalten",
    (_C, "message"): "Nachricht Mail",
    (_C, "talk"): "Vortrag",
    (_C, "together"): "gemeinsam zusammen_gearbeitet",
    (_M, None): "Treffen getroffen",
    (_M, "in person"): "persönlich Kaffee Mittagessen Abendessen Frühstück",
    (_M, "video"): "Videoanruf Video",
    (_M, "phone"): "telefoniert Telefon Anruf",
    (_M, "event"): "Veranstaltung Tagung",
    (_W, None): "mitgelesen gelesen",
    (_W, "feed"): "Feed",
    (_W, "newsletter"): "Rundbrief",
    (_W, "thread"): "Faden",
    (_W, "page"): "Seite",
    (_W, "adverts"): "Stellenanzeigen",
}
PLAIN_FORMS = "persönlich Video Videoanruf Telefon Anruf gemeinsam"
NEAR_DAYS = {0: "heute", -1: "gestern", -2: "vorgestern", 1: "morgen", 2: "übermorgen"}
WEEKDAYS = "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag"
SHORT_WEEKDAYS = ("mo", "di", "mi", "do", "fr", "sa", "so")
MONTHS = (
    "Jan Januar", "Feb Februar", "Mär März", "Apr April", "Mai", "Jun Juni", "Jul Juli", "Aug August",
    "Sep September", "Okt Oktober", "Nov November", "Dez Dezember",
)
DOUBTFUL_WEEKDAYS = "do so"
DOUBTFUL_MONTHS = ""
NOUNS = ""
NOUN_LEADS = ""
COMING = "nächster nächsten nächstes kommenden"
THIS = "dieser diesen dieses"
LAST = "letzter letzten letztes vorigen"
NEAR_WEEKS = {0: "diese", -1: "letzte vorige", 1: "nächste"}
WEEK = "Woche"
MONTH = "Monat Monats"
NAMED_WEEKS = {0: "diese_Woche", -1: "letzte_Woche letzter_Woche", 1: "nächste_Woche nächster_Woche"}
NAMED_MONTHS = {0: "diesen_Monat", -1: "letzten_Monat", 1: "nächsten_Monat"}
WEEKS_ON = {1: "in_acht_Tagen"}
WEEKS_FROM = "ab nach"
OF = "der"
AGO_BEFORE = "vor"
AGO_AFTER = ""
AWAY = "in"
ORDINALS = ""
DATE_LEADS = "am"
MONTH_PARTS = {"in": "im", "early": "Anfang", "mid": "Mitte", "late": "Ende"}
OF_MONTH = "des"
WEEKENDS = "Wochenende"
END_OF_WEEK = {0: "Ende_der_Woche Ende_dieser_Woche", 1: "Ende_nächster_Woche"}
DAY_UNITS = {1: "Tag Tage Tagen", 7: "Woche Wochen"}
MONTH_UNITS = "Monat Monate Monaten"
HOUR_UNITS = "h Std Stunde Stunden"
MINUTE_UNITS = "m min Minute Minuten"
SECOND_UNITS = "Sekunde Sekunden"
PARTS_OF_HOUR = {15: "Viertelstunde", 30: "halbe_Stunde", 45: "Dreiviertelstunde", 90: "anderthalb_Stunden"}
AFTER_HOURS = {30: "und_eine_halbe"}
LESS = ""
LESS_QUARTER = ""
OF_HOUR = ""
ROUNDING = "gute knappe volle"
COUPLE = ""
LENGTH_LEADS = "für"
LATELY = "letzte"
ABOUT_HOURS = "etwa"
ABOUT = "fast genau"
ABOUT_AFTER = "ungefähr"
COUNTING = "einige mehrere viele"
STRETCHES = "Tag Vormittag Nachmittag"
WHOLE = "ganzen halben"
NOON = "Mittag"
MIDNIGHT = "Mitternacht"
DAY_PARTS = {"morning": "Morgen", "afternoon": "Nachmittag", "evening": "Abend", "night": "Nacht"}
PART_LEADS = "am in_der"
PARTS_TODAY: dict[str, str] = {}
PARTS_YESTERDAY = {"night": "letzte_Nacht"}
PART_OF_TODAY = "diesen"
ONES = (
    "ein eine einer eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf",
    "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn",
)
TENS = {20: "zwanzig", 30: "dreißig", 40: "vierzig", 50: "fünfzig"}
NUMBERS = {21: "einundzwanzig"}
ARTICLES = "ein eine einen der die das mein meine"
DAY_LEADS = "am bis vor"
AHEAD_LEADS = "bis vor"
ENDS = "seit bis vor nach"
SINCE = "seit"
UNTIL = "bis"
STARTED = "begonnen angefangen"
ENDED = "beendet"
TIME_LEADS = "um ab gegen"
HOUR_LEADS = "um gegen"
SPELLED_LEADS = "um gegen"
FROM = "von"
FROM_ON = "ab"
ONWARD = ""
BETWEEN = "zwischen"
TO = "bis"
CLOCK_HOURS = "h Uhr"
OCLOCK = ""
ONE_OCLOCK = "eins"
BEFORE_CLOCK = {-30: "halb", 15: "viertel_nach", -15: "viertel_vor"}
AFTER_CLOCK: dict[int, str] = {}
HOUR_PART_LEADS = "am in_der"
MEALS = "frühstück mittagessen abendessen"
BESIDE_DAYS = ""
FORM_LEADS = "per über"
GROUP_LEADS = "bei in im auf für"
PHRASE_LEADS = "in im an auf zu der die das"
OF_PHRASES = "jeden"
EVERY = "jeden"
FOR = "für"
PERSON_LEADS = "mit und von zu"
NO_DAY_AFTER = "mit und zu für von"
SMALL_WORDS = "in im an auf bei für über oder ist es wir"
COMPANY = "mit getroffen"
INTRODUCED = "vorgestellt_von"
BOTH = "und &"
NUMBERED = "Nummer Raum Saal Tisch Kapitel Teil Seite Artikel Folge Schritt Version Modul Frage Tag Woche Gruppe Zeile"
LASTING = "Tag Schulung Sitzung Schicht"
STREETS = "Straße Allee Platz"
ROLES = {"ties": "Verbindungen", "visibility": "Sichtbarkeit", "watch": "Mitlesen"}
TOOLS = {
    "feed reader": "Feedreader", "newsletter": "Rundbrief", "alert": "Benachrichtigung", "company page": "Firmenseite",
}
ECHO_WAYS = {
    "reply": "Antwort Antworten",
    "request": "Kontaktanfrage Kontaktanfragen",
    "invitation": "Einladung Einladungen",
    "mention": "Erwähnung Erwähnungen",
    "thanks": "Dank danke",
    "message": "Nachricht Nachrichten",
}
NO_ECHO = "nichts kein keine niemand nein null"
NO_ECHO_OF = "gar hat geantwortet geschrieben ist gekommen"
NO_ECHO_YET = "noch bisher"
ECHO_NUMBERS = {0: "kein keine null", 12: "Dutzend"}
MYSELF = "mich ich"
OWED = {"mine": "ich_schulde", "theirs": "man_schuldet_mir"}
OWED_BY_NAME = "schuldet_mir"
SOON = "bald baldmöglichst"
BEFORE_AFTER = "vor nach"
"""
