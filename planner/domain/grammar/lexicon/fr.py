"""Le français, les mots d’une ligne."""

from __future__ import annotations

from ...kinds import Kind

_C, _M, _W = Kind.CONTRIBUTION, Kind.MEETING, Kind.WATCHING

NAMINGS = {
    (_C, None): "contribution contribué contribuer écrit",
    (_C, "post"): "publié publication publier post",
    (_C, "comment"): "commenté commentaire commenter",
    (_C, "answer"): "répondu réponse répondre",
    (_C, "share"): "partagé partage partager",
    (_C, "introduction"): "mise_en_relation mis_en_relation introduction",
    (_C, "message"): "message échange échangé courriel mail mp",
    (_C, "talk"): "exposé présentation présenté",
    (_C, "together"): "travaillé_ensemble travaillé ensemble",
    (_M, None): "rencontre rencontré rencontrer réunion rendez_vous rdv vu vue entretien",
    (_M, "in person"): (
        "en_personne en-personne présentiel café déjeuner déj dîner petit_déjeuner petit_déj verre apéro"
    ),
    (_M, "video"): "visio visioconférence visioconf vidéo zoom teams",
    (_M, "phone"): "appel tél téléphone appelé téléphoné coup_de_fil",
    (_M, "event"): "événement évènement conférence conf atelier salon meetup afterwork séminaire forum",
    (_W, None): "veille lu lire lecture webinaire regardé",
    (_W, "feed"): "flux",
    (_W, "newsletter"): "infolettre newsletter",
    (_W, "thread"): "fil",
    (_W, "page"): "page",
}
PLAIN_FORMS = "en_personne en-personne présentiel visio visioconférence visioconf zoom tél téléphone appel"
NEAR_DAYS = {0: "aujourd'hui", -1: "hier", -2: "avant-hier avant_hier", 1: "demain", 2: "après-demain après_demain"}
WEEKDAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche"
SHORT_WEEKDAYS = ("lun", "mar", "mer", "jeu", "ven", "sam", "dim")
MONTHS = (
    "janv janvier",
    "fév févr février",
    "mars",
    "avr avril",
    "mai",
    "juin",
    "juil juillet",
    "août",
    "sept septembre",
    "oct octobre",
    "nov novembre",
    "déc décembre",
)
DOUBTFUL_WEEKDAYS = "mar mer jeu sam dim"
DOUBTFUL_MONTHS = "mars"
NOUNS = "mer jeu"
NOUN_LEADS = "la le en du au de"
COMING = "prochain prochaine"
THIS = "ce cet cette"
LAST = "dernier dernière passé passée"
NEAR_WEEKS = {0: "cette en_cours", -1: "dernière passée précédente", 1: "prochaine suivante"}
DAY_UNITS = {1: "j jour jours", 7: "s semaine semaines", 14: "quinzaine quinzaines"}
MONTH_UNITS = "mois"
HOUR_UNITS = "h heure heures"
MINUTE_UNITS = "m min mn minute minutes"
NOON = "midi"
MIDNIGHT = "minuit"
DAY_PARTS = {
    "morning": "matin matinée",
    "afternoon": "après-midi l'après-midi aprem",
    "evening": "soir soirée",
    "night": "nuit",
}
ONES = (
    "un une",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "dix-sept",
    "dix-huit",
    "dix-neuf",
)
TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante"}
NUMBERS: dict[int, str] = {}
ARTICLES = "un une le la mon ma"
AHEAD_LEADS = "avant pour d'ici"
ENDS = "depuis jusqu'à jusqu'a jusque avant après fini terminé"
MEALS = "petit-déjeuner petit-déj déjeuner déj dîner souper goûter"
BESIDE_DAYS = "huit quinze"
DAY_LEADS = "le la du avant pour d'ici au"
PERSON_LEADS = "avec et & à de"
NO_DAY_AFTER = "à a avec chez de et mon"
SMALL_WORDS = "les des d l aux en sur dans chez par sans ou"
COMPANY = "avec vu vue rencontré"
BOTH = "et &"
NUMBERED = (
    "n° numéro salle table stand chapitre partie page article séance étape version niveau module leçon"
    " question jour semaine point volume tome phase lot groupe ligne figure section annexe"
)
LASTING = "journée formation séance stage"
STREETS = "rue avenue av boulevard bd place quai cours allée chemin impasse"
ECHO_WAYS = {
    "reply": "réponse réponses",
    "request": "demande demandes demande_de_contact demandes_de_contact",
    "invitation": "invitation invitations",
    "mention": "mention mentions citation citations",
    "thanks": "merci mercis remerciement remerciements",
    "message": "message messages message_privé messages_privés mp mps courriel courriels",
}
NO_ECHO = "rien aucun"
MYSELF = "moi moi-même"
