"""Le français, les mots d’une ligne."""

from __future__ import annotations

from ...kinds import Kind

_C, _M, _W = Kind.CONTRIBUTION, Kind.MEETING, Kind.WATCHING

NAMINGS = {
    (_C, None): "contribution contribué contribuer écrit relu",
    (_C, "post"): "publié publication publier post",
    (_C, "comment"): "commenté commentaire commenter",
    (_C, "answer"): "répondu réponse répondre",
    (_C, "share"): "partagé partage partager",
    (_C, "introduction"): "mise_en_relation mis_en_relation introduction",
    (_C, "introduction asked"): "introduction_demandée demandé_introduction",
    (_C, "introduction received"): "introduction_reçue présenté_par présentée_par",
    (_C, "message"): "message échange échangé courriel mail mp sms texto",
    (_C, "talk"): "exposé présentation présenté",
    (_C, "together"): "travaillé_ensemble travaillé ensemble travail_en_commun travail_ensemble",
    (_M, None): "rencontre rencontré rencontrer réunion rendez_vous rdv vu vue entretien",
    (_M, "in person"): (
        "en_personne en-personne présentiel café déjeuner déj dîner petit_déjeuner petit_déj verre apéro brunch goûter "
        "balade"
    ),
    (_M, "video"): "visio visioconférence visioconf vidéo zoom teams",
    (_M, "phone"): "appel tél téléphone appelé téléphoné coup_de_fil",
    (_M, "event"): (
        "événement évènement conférence conf atelier salon meetup afterwork séminaire forum table_ronde réseautage"
    ),
    (_W, None): "veille lu lire lecture webinaire regardé parcouru podcast",
    (_W, "feed"): "flux",
    (_W, "newsletter"): "infolettre newsletter",
    (_W, "thread"): "fil",
    (_W, "page"): "page",
    (_W, "adverts"): "annonces offres_d'emploi annonces_d'emploi",
}
PLAIN_FORMS = "en_personne en-personne présentiel visio visioconférence visioconf zoom tél téléphone appel ensemble"
NEAR_DAYS = {
    0: "aujourd'hui à_l'instant",
    -1: "hier",
    -2: "avant-hier avant_hier",
    1: "demain",
    2: "après-demain après_demain",
    7: "sous_huitaine",
    14: "sous_quinzaine",
}
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
NOUN_LEADS = "la le en du au de un une ce ces cette des mon ma"
COMING = "prochain prochaine"
THIS = "ce cet cette"
LAST = "dernier dernière passé passée"
NEAR_WEEKS = {0: "cette en_cours", -1: "dernière passée précédente", 1: "prochaine suivante"}
WEEK = "semaine"
MONTH = "mois"
NAMED_WEEKS = {0: "cette_semaine", -1: "semaine_dernière semaine_passée", 1: "semaine_prochaine"}
NAMED_MONTHS = {0: "ce_mois", -1: "mois_dernier mois_passé", 1: "mois_prochain"}
WEEKS_ON = {1: "en_huit", 2: "en_quinze"}
WEEKS_FROM = "après à_partir_de"
OF = "de"
AGO_BEFORE = "il_y_a y_a"
AGO_AFTER = ""
AWAY = "dans d'ici sous"
ORDINALS = "er"
DATE_LEADS = "le"
MONTH_PARTS = {"in": "en courant", "early": "début", "mid": "mi", "late": "fin"}
OF_MONTH = "de du d'"
WEEKENDS = "weekend week-end"
END_OF_WEEK = {
    0: "fin_de_semaine fin_de_la_semaine fin_de_cette_semaine dans_la_semaine cette_semaine",
    1: "fin_de_semaine_prochaine fin_de_la_semaine_prochaine",
}
DAY_UNITS = {1: "j jour jours", 7: "s semaine semaines", 14: "quinzaine quinzaines"}
MONTH_UNITS = "mois"
HOUR_UNITS = "h heure heures"
MINUTE_UNITS = "m min mn minute minutes"
SECOND_UNITS = "seconde secondes"
PARTS_OF_HOUR = {
    15: "quart_d'heure",
    30: "demi-heure demie-heure demi_heure demie_heure",
    45: "trois_quarts_d'heure 3_quarts_d'heure",
}
AFTER_HOURS = {15: "et_quart un_quart et_un_quart", 30: "et_demi et_demie", 45: "trois_quarts et_trois_quarts"}
LESS = "moins"
LESS_QUARTER = "quart le_quart un_quart"
OF_HOUR = "d'"
ROUNDING = "bonne bonnes petite petites grosse grosses"
COUPLE = ""
LENGTH_LEADS = "pendant durant"
LATELY = ""
ABOUT_HOURS = "environ"
ABOUT = "presque exactement"
ABOUT_AFTER = "environ"
COUNTING = "quelques plusieurs d'une bonne plus près moins de"
STRETCHES = "journée demi-journée matinée soirée après-midi"
WHOLE = "toute une demi"
NOON = "midi"
MIDNIGHT = "minuit"
DAY_PARTS = {
    "morning": "matin matinée",
    "afternoon": "après-midi l'après-midi aprem",
    "evening": "soir soirée",
    "night": "nuit",
}
PART_LEADS = "au le la en dans dans_la de"
PARTS_TODAY: dict[str, str] = {}
PARTS_YESTERDAY = {"night": "nuit_dernière la_nuit_dernière"}
PART_OF_TODAY = "ce cet cette dans dans_la"
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
MEALS = "petit_déjeuner petit_déj petit-déjeuner petit-déj déjeuner déj dîner souper goûter"
SINCE = "depuis"
UNTIL = "jusqu'à jusqu'au"
STARTED = "commencé commencée commençant débuté démarré"
ENDED = "fini finie finis terminé terminée"
TIME_LEADS = "à vers de"
HOUR_LEADS = "à vers vers_les à_environ à_peu_près_à"
SPELLED_LEADS = ""
FROM = "de"
FROM_ON = "dès à_partir_de"
ONWARD = ""
BETWEEN = "entre"
TO = "à a"
CLOCK_HOURS = "h heure heures"
OCLOCK = ""
ONE_OCLOCK = "une"
BEFORE_CLOCK: dict[int, str] = {}
AFTER_CLOCK = {15: "et_quart", 30: "et_demi et_demie", -15: "moins_le_quart moins_quart"}
HOUR_PART_LEADS = "du de_l' de_la dans_l' au"
BESIDE_DAYS = "huit quinze"
DAY_LEADS = "le la du avant pour d'ici au"
FORM_LEADS = "en par au"
GROUP_LEADS = "sur à au aux chez dans pour"
PHRASE_LEADS = "à a en au de du la le sur"
OF_PHRASES = "chaque ce du au"
EVERY = "chaque tous_les toutes_les"
FOR = "pour"
PERSON_LEADS = "avec et & à de"
NO_DAY_AFTER = "à a avec chez de et mon"
SMALL_WORDS = "les des d l aux en sur dans chez par sans ou"
COMPANY = "avec vu vue rencontré"
INTRODUCED = "présenté_par présentée_par présentés_par présentées_par mis_en_relation_par grâce_à"
BOTH = "et &"
NUMBERED = (
    "n° numéro salle table stand chapitre partie page article séance étape version niveau module leçon"
    " question jour semaine point volume tome phase lot groupe ligne figure section annexe"
)
LASTING = "journée formation séance stage"
STREETS = "rue avenue av boulevard bd place quai cours allée chemin impasse"
ROLES = {"ties": "liens lien", "visibility": "visibilité", "watch": "veille"}
TOOLS = {
    "feed reader": "lecteur_de_flux lecteur flux",
    "newsletter": "infolettre",
    "alert": "alerte alertes",
    "company page": "page_d'entreprise page_entreprise",
}
ECHO_WAYS = {
    "reply": "réponse réponses",
    "request": (
        "demande demandes demande_de_contact demandes_de_contact demande_de_mise_en_relation"
        " demandes_de_mise_en_relation mise_en_relation mises_en_relation"
    ),
    "invitation": "invitation invitations",
    "mention": "mention mentions citation citations",
    "thanks": "merci mercis remerciement remerciements",
    "message": "message messages message_privé messages_privés mp mps courriel courriels",
}
NO_ECHO = "rien aucun aucune pas personne non jamais nul zéro"
NO_ECHO_OF = (
    "du tout de d' le la l' ne n'a n'est n'ai m'a ai a est je il y on eu reçu répondu écrit réagi revenu venu ni ou"
    " et à retour retours réaction réactions écho échos commentaire commentaires nouvelle nouvelles suite"
)
NO_ECHO_YET = "encore pour_l'instant pour_le_moment jusqu'ici toujours"
ECHO_NUMBERS = {0: "aucun aucune zéro pas", 10: "dizaine", 12: "douzaine"}
MYSELF = "moi moi-même je"
OWED = {
    "mine": "je_dois je_lui_dois je_leur_dois",
    "theirs": "on_me_doit il_me_doit elle_me_doit ils_me_doivent elles_me_doivent",
}
OWED_BY_NAME = "me_doit"
SOON = "dès_que_possible au_plus_vite au_plus_tôt bientôt rapidement un_jour"
BEFORE_AFTER = "avant après"
