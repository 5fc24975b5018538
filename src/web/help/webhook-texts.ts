// Questions about webhooks, in both languages.
import type { Question } from './topics.ts'

export const webhookHelp: Readonly<Record<'en' | 'fr', readonly Question[]>> = {
  en: [
    [
      'What does my program have to do?',
      'Answer with a status from 200 to 299 within 15 seconds, and verify the signature with the secret. The guide has an example in Node and one in Python.',
    ],
    [
      'Can an event come twice, or out of order?',
      'Yes, both. Each event has an id in the header webhook-id: leave out what you have had. To know the present state, read it through the API.',
    ],
    [
      'What happens while my program is down?',
      'Each event is tried eight times over 28 hours, or later where your program asks for it by Retry-After. After five days without a success the webhook is paused, you are told, and the events are kept: replay them once it is up again.',
    ],
    [
      'How do I write a program that has no public address yet?',
      'On your machine, the command npx accord webhooks listen --forward http://localhost:3000/hook hands each event to your program as it happens, signed with a secret that it prints once.',
    ],
    [
      'What do the events contain?',
      'Ids, states and your own references. No number, no name and no text, unless you choose to have the texts of replies sent.',
    ],
  ],
  fr: [
    [
      'Que doit faire mon programme ?',
      'Répondre par un statut de 200 à 299 en moins de 15 secondes, et vérifier la signature avec le secret. Le guide donne un exemple en Node et un en Python.',
    ],
    [
      'Un événement peut-il arriver deux fois, ou dans le désordre ?',
      'Oui, les deux. Chaque événement a un identifiant dans l’en-tête webhook-id : ignorez ce que vous avez déjà reçu. Pour connaître l’état actuel, lisez-le par l’API.',
    ],
    [
      'Que se passe-t-il quand mon programme est arrêté ?',
      'Chaque événement est essayé huit fois en 28 heures, ou plus tard si votre programme le demande par Retry-After. Après cinq jours sans succès, le webhook est mis en pause, vous êtes prévenu et les événements sont gardés : renvoyez-les une fois le programme rétabli.',
    ],
    [
      'Comment écrire un programme qui n’a pas encore d’adresse publique ?',
      'Sur votre machine, la commande npx accord webhooks listen --forward http://localhost:3000/hook remet chaque événement à votre programme quand il se produit, signé avec un secret qu’elle affiche une seule fois.',
    ],
    [
      'Que contiennent les événements ?',
      'Des identifiants, des états et vos propres références. Ni numéro, ni nom, ni texte, sauf si vous choisissez de faire envoyer le texte des réponses.',
    ],
  ],
}
