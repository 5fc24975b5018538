// The sentences of the request log, in both languages.
import type { StatusClass } from '../../../accounts/contract.ts'

const classesEn: Record<StatusClass, string> = {
  '2xx': '200 to 299: done',
  '3xx': '300 to 399: redirected',
  '4xx': '400 to 499: the request was not right',
  '5xx': '500 to 599: the server could not',
}

const logEn = {
  title: 'Request log',
  lead: 'What your programs asked with the account’s tokens, and what was answered. Kept for 7 days; at most the latest 10,000. It holds no number, no text and no name of a person.',
  token: 'Token',
  anyToken: 'All tokens',
  status: 'Answer',
  anyStatus: 'All answers',
  classes: classesEn,
  path: 'Path',
  anyPath: 'All paths',
  unknown: 'Unknown address',
  when: 'When',
  request: 'Request',
  duration: 'Duration',
  ms: '{count} ms',
  repeated: 'The first answer to this Idempotency-Key was repeated.',
  refused:
    'A message that a rule refuses is answered 202: it is not an error. Look for it under “Messages”.',
  none: 'No request yet',
  noneText:
    'A request appears here about a second after its answer. Only requests with a token do.',
  noneFits: 'No request fits',
  noneFitsText: 'In the last 7 days no request fits what you chose.',
}

const classesFr: typeof classesEn = {
  '2xx': '200 à 299 : fait',
  '3xx': '300 à 399 : redirection',
  '4xx': '400 à 499 : requête incorrecte',
  '5xx': '500 à 599 : erreur du serveur',
}

const logFr: typeof logEn = {
  title: 'Journal des requêtes',
  lead: 'Ce que vos programmes ont demandé avec les jetons du compte, et ce qui leur a été répondu. Les requêtes sont gardées 7 jours, au plus les 10 000 plus récentes. Le journal ne contient ni numéro, ni texte, ni nom de personne.',
  token: 'Jeton',
  anyToken: 'Tous les jetons',
  status: 'Réponse',
  anyStatus: 'Toutes les réponses',
  classes: classesFr,
  path: 'Chemin',
  anyPath: 'Tous les chemins',
  unknown: 'Adresse inconnue',
  when: 'Quand',
  request: 'Requête',
  duration: 'Durée',
  ms: '{count} ms',
  repeated: 'La première réponse à cette Idempotency-Key a été répétée.',
  refused:
    'Un message qu’une règle refuse reçoit la réponse 202 : ce n’est pas une erreur. Cherchez-le sous « Messages ».',
  none: 'Aucune requête pour l’instant',
  noneText:
    'Une requête apparaît ici environ une seconde après sa réponse. Seules les requêtes avec un jeton y figurent.',
  noneFits: 'Aucune requête ne correspond',
  noneFitsText: 'Ces 7 derniers jours, aucune requête ne correspond à votre choix.',
}

export const requestLogWords = { en: logEn, fr: logFr }
