// The trainings that the program knows, and what is said of them in a register and a notice.
import { glued } from '../sentences.ts'

const trainingEn = {
  ofInstallation: '{name} (for the installation)',
  measure: 'Users trained in data protection: {trained} of {count}; last on {day}.',
  staffMeasure:
    'Staff of the installation trained in data protection: {trained} of {count}; last on {day}.',
  counsel:
    'Questions on which a law firm, a data protection officer or an authority gave an opinion in the last twelve months: {count}; last on {day}.',
  topics: {
    basics: {
      name: 'Personal data: the basics',
      text: 'Personal data is whatever leads to a person: a number or a name alone, other data together. It is used only for the purpose it was collected for, only as far as needed, and no longer than set. Everything you do here is recorded. When in doubt, ask the data protection officer before you act.',
    },
    consent: {
      name: 'Marketing and consent',
      text: 'Marketing by SMS leaves only to people who agreed to it, on words that name SMS and the purpose. A ticked box for e-mail is not enough. An alert informs and does not sell: a text that reads like advertising is marketing. Whoever answers STOP gets no marketing any more, whichever list they stand on.',
    },
    rights: {
      name: 'What people may ask',
      text: 'A person may ask to see, correct, take along, restrict or erase their data, and may object. Pass a request on the same day, however it comes: letter, call, reply. It must be answered within one month. Never ask for an identity paper. Never promise what was not decided.',
    },
    security: {
      name: 'Security in daily work',
      text: 'One account a person, a password of its own, a second factor where possible. Numbers stay masked: see one in clear only with a true reason, which is recorded. Do not export what you do not need, do not send files by e-mail, lock your screen. Report a lost device or a wrong recipient at once.',
    },
    sensitive: {
      name: 'Sensitive data',
      text: 'Health, religion, opinions, origin, sexual life, offences: such data is kept out unless a legal basis is recorded and approved by a second person. It never stands in a text, a file name or a list name. A list can itself say something sensitive of those on it.',
    },
    breach: {
      name: 'When something went wrong',
      text: 'A breach is any loss, change or disclosure of personal data, by mistake too. Tell the data protection officer at once: the authority has to know within 72 hours of the moment it became known. Keep what you know, delete nothing, do not write to the people concerned by yourself.',
    },
  },
}

const trainingFr: typeof trainingEn = {
  ofInstallation: '{name} (pour l’installation)',
  measure:
    'Utilisateurs formés à la protection des données : {trained} sur {count} ; dernière formation le {day}.',
  staffMeasure:
    'Personnel de l’installation formé à la protection des données : {trained} sur {count} ; dernière formation le {day}.',
  counsel:
    'Questions sur lesquelles un cabinet d’avocats, un délégué à la protection des données ou une autorité a rendu un avis ces douze derniers mois : {count} ; la dernière le {day}.',
  topics: {
    basics: {
      name: 'Données personnelles : les bases',
      text: 'Une donnée personnelle est une donnée qui mène à une personne : un numéro ou un nom à lui seul, d’autres une fois réunies. Elle ne sert qu’à la finalité pour laquelle elle a été collectée, seulement autant qu’il faut, et pas plus longtemps que prévu. Tout ce que vous faites ici est inscrit au journal. En cas de doute, demandez au délégué à la protection des données avant d’agir.',
    },
    consent: {
      name: 'Publicité et consentement',
      text: 'La publicité par SMS ne part qu’aux personnes qui l’ont acceptée, sur un texte qui nomme le SMS et la finalité. Une case cochée pour l’e-mail ne suffit pas. Une alerte informe et ne vend rien : un texte qui se lit comme une publicité est de la publicité. Une personne qui répond STOP ne reçoit plus de publicité, quelle que soit la liste.',
    },
    rights: {
      name: 'Ce que les personnes peuvent demander',
      text: 'Une personne peut demander à voir, corriger, emporter, limiter ou effacer ses données, et s’opposer. Transmettez une demande le jour même, d’où qu’elle vienne : lettre, appel, réponse. Elle doit recevoir sa réponse en un mois. Ne demandez jamais de pièce d’identité. Ne promettez rien qui n’ait été décidé.',
    },
    security: {
      name: 'La sécurité au quotidien',
      text: 'Un compte par personne, un mot de passe qui ne sert qu’ici, un second facteur si possible. Les numéros restent masqués : n’en voyez un en clair que pour une vraie raison, qui est inscrite. N’exportez pas ce dont vous n’avez pas besoin, n’envoyez pas de fichier par e-mail, verrouillez votre écran. Signalez aussitôt un appareil perdu ou un mauvais destinataire.',
    },
    sensitive: {
      name: 'Données sensibles',
      text: 'Santé, religion, opinions, origine, vie sexuelle, infractions : ces données n’entrent pas tant qu’une base légale n’est pas enregistrée et approuvée par une seconde personne. Elles ne figurent jamais dans un texte, un nom de fichier ou un nom de liste. Une liste peut elle-même dire quelque chose de sensible sur ceux qui y sont.',
    },
    breach: {
      name: 'Quand quelque chose a mal tourné',
      text: 'Une violation est toute perte, modification ou divulgation de données personnelles, même par erreur. Prévenez aussitôt le délégué à la protection des données : l’autorité doit le savoir dans les 72 heures après la découverte. Gardez ce que vous savez, n’effacez rien, n’écrivez pas vous-même aux personnes concernées.',
    },
  },
}

export const trainingWords = { en: trainingEn, fr: glued(trainingFr) }
