// Questions about the API, its tokens and the sandbox, in both languages.
import type { Question, Topic } from './topics.ts'

type Texts = Readonly<
  Record<Extract<Topic, 'api' | 'tokens' | 'requestLog' | 'sandbox'>, readonly Question[]>
>

export const developerHelp: Readonly<Record<'en' | 'fr', Texts>> = {
  en: {
    api: [
      [
        'How does my program begin?',
        'Make a token with the rights “Send single messages” and “Read messages and replies, masked”, then run the example of this page. The answer 202 means that Accord has saved the message; a rule may still refuse it.',
      ],
      [
        'Why was my message refused?',
        'A rule stopped it. The message is kept in the state “refused”; its failure has a code for the program and a sentence for a person. It is not an error of the API.',
      ],
      [
        'No answer came: was it sent?',
        'Send the same request with the same Idempotency-Key again. If the first one was done, its answer is repeated and nothing is sent twice.',
      ],
      [
        'How do I learn that a message has arrived?',
        'By a webhook, or by reading the message. A webhook spares your program asking again and again.',
      ],
    ],
    tokens: [
      [
        'What is a token?',
        'It lets a program act for the account. Give it few rights and a last day.',
      ],
      [
        'I lost a token, or it was seen by others. What do I do?',
        'Revoke it here: it ends at once. Then make another one. A token that exists cannot be shown again.',
      ],
    ],
    requestLog: [
      [
        'What does a line tell?',
        'What a program asked, when, with which token, and what was answered: the status, and the code of the error with its sentence. It has no address, no query and no text.',
      ],
      [
        'Why is a request not here?',
        'Its token was not known, nothing was asked with a token, or it is older than 7 days. The log is written once a second; a crash may lose that second. In one second, at most 500 successful and 500 failed requests of an account are written.',
      ],
    ],
    sandbox: [
      [
        'Does something leave the installation?',
        'No. A trial account sends to the built-in operator alone, whatever its programs ask.',
      ],
      [
        'How do I see a failure?',
        'Send to a number that ends in one of the endings listed here, for example 910: the operator refuses it.',
      ],
    ],
  },
  fr: {
    api: [
      [
        'Par où commence mon programme ?',
        'Créez un jeton avec les droits « Envoyer des messages un à un » et « Lire les messages et les réponses, masqués », puis exécutez l’exemple de cette page. La réponse 202 veut dire qu’Accord a enregistré le message ; une règle peut encore le refuser.',
      ],
      [
        'Pourquoi mon message est-il refusé ?',
        'Une règle l’a arrêté. Le message est gardé dans l’état « refused » ; son échec a un code pour le programme et une phrase pour une personne. Ce n’est pas une erreur de l’API.',
      ],
      [
        'Aucune réponse n’est arrivée : est-il parti ?',
        'Renvoyez la même requête avec la même Idempotency-Key. Si la première a été exécutée, sa réponse est répétée et rien n’est envoyé deux fois.',
      ],
      [
        'Comment savoir qu’un message est arrivé ?',
        'Par un webhook, ou en lisant le message. Un webhook évite à votre programme de demander sans cesse.',
      ],
    ],
    tokens: [
      [
        'Qu’est-ce qu’un jeton ?',
        'Il permet à un programme d’agir pour le compte. Donnez-lui peu de droits et une date de fin.',
      ],
      [
        'J’ai perdu un jeton, ou d’autres l’ont vu. Que faire ?',
        'Révoquez-le ici : il prend fin aussitôt. Puis créez-en un autre. Un jeton existant ne peut pas être montré de nouveau.',
      ],
    ],
    requestLog: [
      [
        'Que dit une ligne ?',
        'Ce qu’un programme a demandé, quand, avec quel jeton, et ce qui lui a été répondu : le statut, et le code de l’erreur avec sa phrase. Une ligne ne contient ni adresse, ni paramètre, ni texte.',
      ],
      [
        'Pourquoi une requête n’y est-elle pas ?',
        'Son jeton n’était pas connu, elle était sans jeton, ou elle a plus de 7 jours. Le journal est écrit une fois par seconde ; un arrêt brutal peut perdre cette seconde. En une seconde, 500 requêtes réussies et 500 en échec au plus sont inscrites par compte.',
      ],
    ],
    sandbox: [
      [
        'Quelque chose quitte-t-il l’installation ?',
        'Non. Un compte d’essai envoie seulement à l’opérateur intégré, quoi que demandent ses programmes.',
      ],
      [
        'Comment voir un échec ?',
        'Envoyez à un numéro qui se termine comme l’un de ceux de cette page, par exemple 910 : l’opérateur le refuse.',
      ],
    ],
  },
}
