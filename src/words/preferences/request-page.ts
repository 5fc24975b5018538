// Sentences of the requests that people make on their page.
import type { Language } from '../../kernel/index.ts'
import { glued } from '../sentences.ts'

export type RequestPageWords = {
  requestsTitle: string
  requestsLead: string
  askAccess: string
  askErasure: string
  askRestriction: string
  askPortability: string
  request: {
    states: Readonly<Record<'waiting' | 'late' | 'paused' | 'done' | 'refused' | 'dropped', string>>
    labels: Readonly<
      Record<
        'asked' | 'due' | 'dueAcknowledged' | 'wasDue' | 'did' | 'reason' | 'text' | 'noted',
        string
      >
    >
    /** `one`: of one consent. */
    stops: Readonly<Record<'one' | 'marketing' | 'relational' | 'all' | 'did', string>>
  }
  complaint: {
    title: string
    label: string
    hint: string
    send: string
    faults: Readonly<Record<'empty' | 'long' | 'many', string>>
  }
  correction: {
    title: string
    label: string
    hint: string
    send: string
    faults: Readonly<Record<'empty' | 'long' | 'many', string>>
  }
  /** `answered`: by a version that did not ask what was done. */
  requestState: Readonly<
    Record<
      | 'answered'
      | 'copy_sent'
      | 'nothing_else_held'
      | 'corrected'
      | 'nothing_wrong'
      | 'erased'
      | 'erased_in_part'
      | 'restricted'
      | 'file_sent'
      | 'nothing_portable'
      | 'stopped'
      | 'complaint_upheld'
      | 'complaint_explained'
      | 'not_identified'
      | 'excessive'
      | 'law_forbids'
      | 'nothing_held'
      | 'only_suppressed'
      | 'not_identifiable'
      | 'withdrawn'
      | 'by_mistake',
      string
    >
  >
  requestComplain: string
  requestLate: string
  requestHeard: string
  requestBySms: string
  requestByWeb: string
  requestKind: Readonly<
    Record<
      | 'access'
      | 'rectification'
      | 'erasure'
      | 'restriction'
      | 'portability'
      | 'objection'
      | 'complaint',
      string
    >
  >
  done: {
    withdrawn: string
    objected: string
    identified: string
    access: string
    erasure: string
    rectification: string
    restriction: string
    portability: string
    complaint: string
  }
}

export const requestPages: Record<Language, RequestPageWords> = {
  en: {
    requestsTitle: 'Your requests',
    requestsLead: 'You will receive an answer within one month.',
    askAccess: 'Request a copy of my data',
    askErasure: 'Request erasure of my data',
    askRestriction: 'Keep my data, but stop using it',
    askPortability: 'Request my data as a file for another service',
    request: {
      states: {
        waiting: 'Waiting for an answer',
        late: 'The answer is late',
        paused: 'Waiting for you',
        done: 'Done',
        refused: 'Refused',
        dropped: 'Closed',
      },
      labels: {
        asked: 'You asked on',
        due: 'You will have an answer by',
        dueAcknowledged: 'We will confirm that we received it by',
        wasDue: 'The answer was due by',
        did: 'What was done',
        reason: 'Explanation',
        text: 'What you wrote',
        noted: 'What was written down',
      },
      stops: {
        one: 'Take back my consent: {channel}',
        marketing: 'Stop marketing',
        relational: 'Stop messages that nothing requires',
        all: 'Stop all messages',
        did: 'It has applied since {asked}.',
      },
    },
    complaint: {
      title: 'Are you not content?',
      label: 'Say what you complain about',
      hint: 'At most {max} characters. We say that it has arrived within 30 days, then answer you here. You can also complain to the supervisory authority at any time (in France, the CNIL: cnil.fr).',
      send: 'Send my complaint',
      faults: {
        empty: 'Write what you complain about, then send it.',
        long: 'Your text is too long. Shorten it to {max} characters, then send it again. Nothing is lost.',
        many: '{open} of your complaints already wait for an answer. Wait for an answer before you send another one.',
      },
    },
    correction: {
      title: 'Is something wrong?',
      label: 'Say what is wrong, and what is right',
      hint: 'For example: “My first name is Zoé, not Zoë.” At most {max} characters. Somebody will read it and answer you here within one month.',
      send: 'Send my correction',
      faults: {
        empty: 'Write what is wrong, then send it.',
        long: 'Your text is too long. Shorten it to {max} characters, then send it again. Nothing is lost.',
        many: '{open} of your corrections already wait for an answer. Wait for an answer before you send another one.',
      },
    },
    requestState: {
      answered: 'Answered on {answered}',
      copy_sent: 'Answered on {answered} with a copy of your data',
      nothing_else_held: 'Answered on {answered}: no other data than this page shows',
      corrected: 'Corrected on {answered}',
      nothing_wrong: 'Answered on {answered}: no error found',
      erased: 'Erased on {answered}',
      erased_in_part: 'Erased on {answered}, except what must be kept',
      restricted: 'Your data is kept and not used since {answered}',
      file_sent: 'Your file was made on {answered}',
      nothing_portable: 'Answered on {answered}: there is nothing to hand over',
      stopped: 'Your objection counts since {answered}',
      complaint_upheld: 'Answered on {answered}: you are right',
      complaint_explained: 'Answered on {answered}',
      not_identified: 'Refused on {answered}: your identity could not be confirmed',
      excessive: 'Refused on {answered} as excessive',
      law_forbids: 'Refused on {answered}: the law does not allow it',
      nothing_held: 'Answered on {answered}: nothing was held of you',
      only_suppressed: 'Answered on {answered}: nothing was held of you but your objection',
      not_identifiable: 'Refused on {answered}: you could not be found by what you gave',
      withdrawn: 'Closed on {answered}: you took it back',
      by_mistake: 'Closed on {answered}: it was written down by mistake',
    },
    requestComplain:
      'If you disagree, you can complain to the supervisory authority (in France, the CNIL, cnil.fr) or go to court.',
    requestLate:
      'You can ask this organisation again, or complain to the supervisory authority (in France, the CNIL, cnil.fr).',
    requestHeard: 'written down by the person who answered you',
    requestBySms: 'by SMS from your phone',
    requestByWeb: 'on our public request page',
    requestKind: {
      access: 'A copy',
      rectification: 'A correction',
      erasure: 'Erasure',
      restriction: 'Keep my data without using it',
      portability: 'A file for another service',
      objection: 'An objection',
      complaint: 'A complaint',
    },
    done: {
      withdrawn: 'Your consent is withdrawn. Nothing more is sent on that basis.',
      objected: 'Your objection is recorded and applies from now on.',
      identified: 'Thank you. We know now that this request is yours.',
      access: 'Your request for a copy is recorded.',
      restriction: 'Your request is recorded: your data is to be kept and not used.',
      portability: 'Your request for a file is recorded.',
      complaint: 'Your complaint is recorded.',
      erasure: 'Your request for erasure is recorded.',
      rectification: 'Your request for a correction is recorded.',
    },
  },
  fr: glued<RequestPageWords>({
    requestsTitle: 'Vos demandes',
    requestsLead: 'Vous recevrez une réponse dans un délai d’un mois.',
    askAccess: 'Demander une copie de mes données',
    askErasure: 'Demander l’effacement de mes données',
    askRestriction: 'Conserver mes données sans les utiliser',
    askPortability: 'Demander mes données dans un fichier pour un autre service',
    request: {
      states: {
        waiting: 'En attente de réponse',
        late: 'La réponse est en retard',
        paused: 'En attente de votre part',
        done: 'Traitée',
        refused: 'Refusée',
        dropped: 'Close',
      },
      labels: {
        asked: 'Demandé le',
        due: 'Réponse au plus tard le',
        dueAcknowledged: 'Accusé de réception au plus tard le',
        wasDue: 'La réponse était attendue pour le',
        did: 'Ce qui a été fait',
        reason: 'Explication',
        text: 'Ce que vous avez écrit',
        noted: 'Ce qui a été noté',
      },
      stops: {
        one: 'Retirer mon accord : {channel}',
        marketing: 'Arrêter la publicité',
        relational: 'Arrêter les messages que rien n’impose',
        all: 'Arrêter tous les messages',
        did: 'Cela s’applique depuis le {asked}.',
      },
    },
    complaint: {
      title: 'Vous n’êtes pas satisfait ?',
      label: 'Dites de quoi vous vous plaignez',
      hint: '{max} caractères au plus. Nous en accusons réception dans les 30 jours, puis vous répondons ici. Vous pouvez aussi vous adresser à tout moment à l’autorité de contrôle (en France, la CNIL : cnil.fr).',
      send: 'Envoyer ma réclamation',
      faults: {
        empty: 'Écrivez de quoi vous vous plaignez, puis envoyez.',
        long: 'Votre texte est trop long. Ramenez-le à {max} caractères, puis envoyez-le à nouveau. Rien n’est perdu.',
        many: '{open} de vos réclamations attendent déjà une réponse. Attendez une réponse avant d’en envoyer une autre.',
      },
    },
    correction: {
      title: 'Quelque chose est faux ?',
      label: 'Dites ce qui est faux, et ce qui est juste',
      hint: 'Par exemple : « Mon prénom est Zoé, et non Zoë. » {max} caractères au plus. Quelqu’un vous lira et vous répondra ici dans un délai d’un mois.',
      send: 'Envoyer ma correction',
      faults: {
        empty: 'Écrivez ce qui est faux, puis envoyez.',
        long: 'Votre texte est trop long. Ramenez-le à {max} caractères, puis envoyez-le à nouveau. Rien n’est perdu.',
        many: '{open} de vos corrections attendent déjà une réponse. Attendez une réponse avant d’en envoyer une autre.',
      },
    },
    requestState: {
      answered: 'Répondu le {answered}',
      copy_sent: 'Réponse donnée le {answered}, avec une copie de vos données',
      nothing_else_held: 'Répondu le {answered} : aucune autre donnée que celles de cette page',
      corrected: 'Corrigé le {answered}',
      nothing_wrong: 'Répondu le {answered} : aucune erreur trouvée',
      erased: 'Effacé le {answered}',
      erased_in_part: 'Effacé le {answered}, sauf ce qui doit être conservé',
      restricted: 'Vos données sont conservées sans être utilisées depuis le {answered}',
      file_sent: 'Votre fichier a été fait le {answered}',
      nothing_portable: 'Répondu le {answered} : il n’y a rien à transmettre',
      stopped: 'Votre opposition vaut depuis le {answered}',
      complaint_upheld: 'Répondu le {answered} : vous avez raison',
      complaint_explained: 'Répondu le {answered}',
      not_identified: 'Refusé le {answered} : votre identité n’a pas pu être confirmée',
      excessive: 'Refusé le {answered}, car la demande est excessive',
      law_forbids: 'Refusé le {answered} : la loi ne le permet pas',
      nothing_held: 'Répondu le {answered} : aucune donnée n’était détenue sur vous',
      only_suppressed: 'Répondu le {answered} : seule votre opposition était conservée',
      not_identifiable:
        'Refusé le {answered} : vous n’avez pas pu être retrouvé avec ce que vous avez donné',
      withdrawn: 'Close le {answered} : vous l’avez retirée',
      by_mistake: 'Close le {answered} : elle a été notée par erreur',
    },
    requestComplain:
      'Si vous n’êtes pas d’accord, vous pouvez vous plaindre à l’autorité de contrôle (en France, la CNIL, cnil.fr) ou saisir un juge.',
    requestLate:
      'Vous pouvez relancer cette organisation, ou vous plaindre à l’autorité de contrôle (en France, la CNIL, cnil.fr).',
    requestHeard: 'noté par la personne qui vous a répondu',
    requestBySms: 'par SMS depuis votre téléphone',
    requestByWeb: 'sur notre page publique de demande',
    requestKind: {
      access: 'Une copie',
      rectification: 'Une correction',
      erasure: 'L’effacement',
      restriction: 'Conserver mes données sans les utiliser',
      portability: 'Un fichier pour un autre service',
      objection: 'Une opposition',
      complaint: 'Une réclamation',
    },
    done: {
      withdrawn: 'Votre accord est retiré. Plus rien n’est envoyé à ce titre.',
      objected: 'Votre opposition est enregistrée et vaut dès maintenant.',
      identified: 'Merci. Nous savons maintenant que cette demande vient de vous.',
      access: 'Votre demande de copie est enregistrée.',
      restriction: 'Votre demande est enregistrée : conserver vos données sans les utiliser.',
      portability: 'Votre demande de fichier est enregistrée.',
      complaint: 'Votre réclamation est enregistrée.',
      erasure: 'Votre demande d’effacement est enregistrée.',
      rectification: 'Votre demande de correction est enregistrée.',
    },
  }),
}
