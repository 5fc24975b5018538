// Sentences of `accord webhooks`.
import type { Language } from '../../kernel/index.ts'

type WebhooksCommandWords = {
  summary: string
  none: string
  notAccepted: string
  stillWaits: string
  held: string
  replayed(count: number): string
  stopped: string
  forwardWrong: string
  eventsWrong(known: string): string
  secret(text: string): string
  /** `to`: where events are handed on; null: nowhere. */
  listening(to: string | null): string
  noAnswer: string
  away: string
  back: string
  missed: string
  reasonNeeded: string
  errors: Record<
    'no_answer' | 'connection_lost' | 'certificate_failed' | 'tls_failed' | 'not_reached',
    string
  >
}

export const webhooksCommandWords: Record<Language, WebhooksCommandWords> = {
  en: {
    summary: 'Show webhooks and their log, send events again, or listen to events on this machine',
    none: 'This account has no webhook yet. `npx accord webhooks listen` needs none.',
    notAccepted: 'The program did not accept it. The line above says what it answered.',
    stillWaits:
      'It has not been tried yet. `npx accord webhooks log` shows what becomes of it; if nothing does, see whether the server can reach the host.',
    held: 'The webhook was paused before the program accepted it. Resume the webhook and send it again.',
    replayed: (count) => `Events sent again: ${count}.`,
    stopped: 'A pause ended the replay. Resume the webhook and replay again.',
    forwardWrong:
      'Give --forward an address without a user name and a password: http:// to this machine (http://localhost:3000/hook), or https://.',
    eventsWrong: (known) => `--events takes these names, with commas between: ${known}.`,
    secret: (text) => `Secret, shown this once: ${text}`,
    listening: (to) =>
      to === null
        ? 'Listening. Ctrl-C ends it.'
        : `Listening; each event goes to ${to}. Ctrl-C ends it.`,
    noAnswer: 'The server does not answer. See whether it runs, and whether the address is right.',
    away: 'The server does not answer, or asks to wait. It is asked again every two seconds.',
    back: 'The server answers again.',
    missed:
      'The server had ended this listener. What happened since was not heard; it listens again.',
    reasonNeeded:
      'With --reply-text say why you read what people wrote, in 5 to 300 characters: --reason "…". The journal notes it with each reply.',
    errors: {
      no_answer: 'no answer within 15 seconds',
      connection_lost: 'the connection was lost',
      certificate_failed: 'the certificate could not be verified',
      tls_failed: 'the encrypted connection failed; check that the program answers by https',
      not_reached: 'not reached',
    },
  },
  fr: {
    summary:
      'Montrer les webhooks et leur journal, renvoyer des événements, ou les écouter sur cette machine',
    none: 'Ce compte n’a pas encore de webhook. `npx accord webhooks listen` s’en passe.',
    notAccepted: 'Le programme ne l’a pas accepté. La ligne ci-dessus donne sa réponse.',
    stillWaits:
      'Il n’a pas encore été essayé. `npx accord webhooks log` montre ce qu’il devient ; si rien ne bouge, vérifiez que le serveur peut joindre l’hôte.',
    held: 'Le webhook a été mis en pause avant que le programme l’accepte. Réactivez-le et renvoyez l’événement.',
    replayed: (count) => `Événements renvoyés : ${count}.`,
    stopped: 'Une mise en pause a arrêté le renvoi. Réactivez le webhook et renvoyez de nouveau.',
    forwardWrong:
      'Donnez à --forward une adresse sans nom d’utilisateur ni mot de passe : http:// vers cette machine (http://localhost:3000/hook), ou https://.',
    eventsWrong: (known) => `--events prend ces noms, séparés par des virgules : ${known}.`,
    secret: (text) => `Secret, affiché cette seule fois : ${text}`,
    listening: (to) =>
      to === null
        ? 'À l’écoute. Ctrl-C arrête.'
        : `À l’écoute ; chaque événement va à ${to}. Ctrl-C arrête.`,
    noAnswer: 'Le serveur ne répond pas. Vérifiez qu’il fonctionne et que l’adresse est juste.',
    away: 'Le serveur ne répond pas, ou demande d’attendre. Il est interrogé de nouveau toutes les deux secondes.',
    back: 'Le serveur répond de nouveau.',
    missed:
      'Le serveur avait mis fin à cette écoute. Ce qui s’est passé depuis n’a pas été entendu ; l’écoute reprend.',
    reasonNeeded:
      'Avec --reply-text, dites pourquoi vous lisez ce que des personnes ont écrit, en 5 à 300 caractères : --reason "…". Le journal le note avec chaque réponse.',
    errors: {
      no_answer: 'pas de réponse en 15 secondes',
      connection_lost: 'la connexion a été perdue',
      certificate_failed: 'le certificat n’a pas pu être vérifié',
      tls_failed: 'la connexion chiffrée a échoué ; vérifiez que le programme répond en https',
      not_reached: 'injoignable',
    },
  },
}
