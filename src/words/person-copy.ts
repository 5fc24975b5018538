// Sentences of the copy that a person reads: all that an account holds of them, in plain words.
import type { Language } from '../kernel/index.ts'
import { glued } from './sentences.ts'

/** `{…}` is filled by the copy. */
export type PersonCopyWords = {
  title: string
  lead: string
  made: string
  keep: string
  nothing: string
  who: {
    title: string
    number: string
    fields: Readonly<
      Record<'firstName' | 'lastName' | 'email' | 'postcode' | 'birthDate' | 'reference', string>
    >
    country: string
    zone: string
    area: string
    since: string
    changed: string
    quarantine: string
    lists: string
    noLists: string
    sensitive: string
  }
  custom: { title: string }
  choices: { title: string; lead: string; line: string; until: string; why: string; words: string }
  parent: { title: string; line: string }
  history: {
    title: string
    lead: string
    kinds: Readonly<Record<string, string>>
    by: string
    purpose: string
    how: string
    source: string
    staff: string
    heardBy: Readonly<Record<'phone' | 'letter' | 'email' | 'in_person' | 'web', string>>
    note: string
    words: string
    ip: string
    browser: string
    page: string
    scope: string
    document: string
    sandbox: string
    gone: string
  }
  documents: { title: string; line: string }
  messages: {
    title: string
    lead: string
    more: string
    withheld: string
    sent: string
    received: string
    state: string
    why: string
    textGone: string
    states: Readonly<
      Record<
        | 'accepted'
        | 'held'
        | 'queued'
        | 'submitting'
        | 'submitted'
        | 'maybe_sent'
        | 'delivered'
        | 'undelivered'
        | 'expired'
        | 'rejected'
        | 'refused'
        | 'cancelled'
        | 'unconfirmed',
        string
      >
    >
  }
  requests: { title: string }
  proof: {
    title: string
    lead: string
    entry: string
    place: string
    noPlace: string
    rest: string
  }
}

export const personCopyWords: Record<Language, PersonCopyWords> = {
  en: {
    title: 'Your data',
    lead: 'This is what {names} holds about you, through the account “{account}”.',
    made: 'Copy made on {when}.',
    keep: 'This copy is yours alone. Keep it in a safe place: it shows your number and your messages.',
    nothing: 'Nothing.',
    who: {
      title: 'Who you are',
      number: 'Mobile number',
      fields: {
        firstName: 'First name',
        lastName: 'Last name',
        email: 'E-mail address',
        postcode: 'Postcode',
        birthDate: 'Date of birth',
        reference: 'Your reference with the organisation',
      },
      country: 'Country of the number',
      zone: 'Time zone used to choose the hours of messages',
      area: 'Area, used for local public holidays',
      since: 'Held since',
      changed: 'Last changed on',
      quarantine: 'You receive no marketing at the moment, because your consent is not proven.',
      lists: 'Lists you are on',
      noLists: 'You are on no list.',
      sensitive:
        'Sensitive data (such as data on health or belief) is also held: {count}. It is not shown here, because anyone with your link could read it. Ask for it with the button “Request a copy of my data” on your page.',
    },
    custom: { title: 'Other information' },
    choices: {
      title: 'What you have agreed to today',
      lead: 'For each way of reaching you, what counts today.',
      line: '{channel}, for “{purpose}”, from {controller}: {state}, since {since}',
      until: 'Valid until {until}.',
      why: 'It rests on another legal basis than your consent: {basis}.',
      words: 'The words you were shown:',
    },
    parent: {
      title: 'Authorisation by a parent',
      line: 'For “{purpose}”, from {controller}: given on {since}, valid until {until}.',
    },
    history: {
      title: 'What has happened, step by step',
      lead: 'Each yes and each no, with the exact words that were shown. The newest comes first.',
      kinds: {
        'consent.requested': 'Your consent was asked for',
        'consent.given': 'You agreed',
        'consent.confirmed': 'You confirmed your consent',
        'consent.refreshed': 'You renewed your consent',
        'consent.expired': 'Your consent ended, because its time was up',
        'consent.withdrawn': 'You took back your consent',
        'consent.invalidated': 'An earlier entry was cancelled with the file that brought it',
        objection: 'You asked to stop',
        'import.declared': 'A consent was declared for you, without proof',
        'ground.soft_opt_in': 'Recorded as a customer who may be written to',
        'ground.b2b_opt_out': 'Recorded as a professional who was informed',
        'parent.authorised': 'A parent agreed for you',
        'parent.withdrawn': 'A parent took back their agreement',
        'suppression.added': 'Your number was put on the list of those who said no',
        'suppression.lifted': 'Your number was taken off the list of those who said no',
      },
      by: 'For {controller}, {channel}.',
      purpose: 'What for: {purpose}.',
      how: 'How: {how}.',
      source: 'Where it comes from: {source}.',
      staff: 'Recorded by staff, who heard it {how}.',
      heardBy: {
        phone: 'by phone',
        letter: 'by letter',
        email: 'by e-mail',
        in_person: 'in person',
        web: 'on the public request page',
      },
      note: 'Note: {note}',
      words: 'The words that were shown:',
      ip: 'Internet address of your device: {ip}.',
      browser: 'Your browser said of itself: {browser}.',
      page: 'Page: {page}.',
      scope: 'What it stops: {scope}.',
      document: 'A document or a recording is kept with it.',
      sandbox: 'This was a rehearsal with an imagined phone.',
      gone: 'The details of this entry were erased.',
    },
    documents: {
      title: 'Documents and recordings',
      line: 'Added on {added}: {type}, {size} kB. Your page has a link to it.',
    },
    messages: {
      title: 'Messages',
      lead: 'What was sent to you and what you wrote, the newest first. A text is deleted at the end of its retention; its date stays.',
      more: 'Older messages are not shown here. Ask for them with the button “Request a copy of my data” on your page.',
      withheld:
        'Messages are held too: what was sent to you and what you wrote. They are not in this copy, because you wrote some of them and a code to the number alone does not show that it was you. Ask for them with the button “Request a copy of my data” on your page. Whoever answers asks you for a second sign: a code to your e-mail address, or something that only you and they know. Never send an identity paper.',
      sent: 'From {sender} to you',
      received: 'From you',
      state: 'What became of it: {state}.',
      why: 'Why: {why}',
      textGone: 'The text was deleted.',
      states: {
        accepted: 'it waits to be sent',
        held: 'it waits to be sent',
        queued: 'it waits to be sent',
        submitting: 'it is being sent',
        submitted: 'it was sent; nobody has told us yet whether it arrived',
        maybe_sent: 'it was perhaps sent',
        delivered: 'it reached your phone',
        undelivered: 'it did not reach your phone',
        expired: 'it did not reach your phone in time',
        rejected: 'the network did not take it',
        refused: 'it was not sent, because a rule forbade it',
        cancelled: 'it was cancelled and not sent',
        unconfirmed: 'it was sent; nobody told us whether it arrived',
      },
    },
    requests: { title: 'Your requests' },
    proof: {
      title: 'For experts: how each step is recorded',
      lead: 'These references let somebody check the steps above. The file of consents on your page holds the same for programs. The answer to a request for a copy of your data also holds the proofs, which you can check yourself: node verify.mjs ledger.',
      entry: 'Entry',
      place: 'place {seq} in the register',
      noPlace: 'not yet placed in the register',
      rest: 'Other details: {rest}.',
    },
  },
  fr: glued<PersonCopyWords>({
    title: 'Vos données',
    lead: 'Voici ce que {names} détient sur vous, par le compte « {account} ».',
    made: 'Copie faite le {when}.',
    keep: 'Cette copie n’est que pour vous. Gardez-la en lieu sûr : elle montre votre numéro et vos messages.',
    nothing: 'Rien.',
    who: {
      title: 'Qui vous êtes',
      number: 'Numéro de mobile',
      fields: {
        firstName: 'Prénom',
        lastName: 'Nom',
        email: 'Adresse e-mail',
        postcode: 'Code postal',
        birthDate: 'Date de naissance',
        reference: 'Votre référence auprès de l’organisation',
      },
      country: 'Pays du numéro',
      zone: 'Fuseau horaire, pour choisir l’heure des messages',
      area: 'Zone, pour les jours fériés locaux',
      since: 'Conservé depuis le',
      changed: 'Dernière modification le',
      quarantine:
        'Vous ne recevez pas de publicité en ce moment, car votre accord n’est pas prouvé.',
      lists: 'Listes où vous figurez',
      noLists: 'Vous ne figurez sur aucune liste.',
      sensitive:
        'Des données sensibles (santé ou convictions, par exemple) sont aussi conservées : {count}. Elles ne sont pas montrées ici, car toute personne qui a votre lien pourrait les lire. Demandez-les avec le bouton « Demander une copie de mes données » de votre page.',
    },
    custom: { title: 'Autres informations' },
    choices: {
      title: 'Ce que vous acceptez aujourd’hui',
      lead: 'Pour chaque façon de vous joindre, ce qui vaut aujourd’hui.',
      line: '{channel}, pour « {purpose} », de la part de {controller} : {state}, depuis le {since}',
      until: 'Valable jusqu’au {until}.',
      why: 'Cela repose sur une autre base légale que votre accord : {basis}.',
      words: 'Le texte qui vous a été montré :',
    },
    parent: {
      title: 'Autorisation d’un parent',
      line: 'Pour « {purpose} », de la part de {controller} : donnée le {since}, valable jusqu’au {until}.',
    },
    history: {
      title: 'Ce qui s’est passé, étape par étape',
      lead: 'Chaque oui et chaque non, avec le texte exact qui a été montré. Le plus récent vient d’abord.',
      kinds: {
        'consent.requested': 'Votre accord a été demandé',
        'consent.given': 'Vous avez accepté',
        'consent.confirmed': 'Vous avez confirmé votre accord',
        'consent.refreshed': 'Vous avez renouvelé votre accord',
        'consent.expired': 'Votre accord a pris fin à son terme',
        'consent.withdrawn': 'Vous avez retiré votre accord',
        'consent.invalidated': 'Une étape précédente a été annulée avec le fichier qui l’apportait',
        objection: 'Vous avez demandé l’arrêt des messages',
        'import.declared': 'Un accord a été déclaré pour vous, sans preuve',
        'ground.soft_opt_in': 'Vous avez été enregistré comme client à qui l’on peut écrire',
        'ground.b2b_opt_out': 'Vous avez été enregistré comme professionnel informé',
        'parent.authorised': 'Un parent a accepté pour vous',
        'parent.withdrawn': 'Un parent a retiré son accord',
        'suppression.added': 'Votre numéro a été ajouté à la liste des personnes qui ont dit non',
        'suppression.lifted': 'Votre numéro a été retiré de la liste des personnes qui ont dit non',
      },
      by: 'Pour {controller}, {channel}.',
      purpose: 'Dans quel but : {purpose}.',
      how: 'Comment : {how}.',
      source: 'D’où cela vient : {source}.',
      staff: 'Enregistré par l’équipe, qui l’a appris {how}.',
      heardBy: {
        phone: 'par téléphone',
        letter: 'par lettre',
        email: 'par e-mail',
        in_person: 'de vive voix',
        web: 'sur la page publique de demande',
      },
      note: 'Note : {note}',
      words: 'Le texte qui a été montré :',
      ip: 'Adresse internet de votre appareil : {ip}.',
      browser: 'Ce que votre navigateur a dit de lui-même : {browser}.',
      page: 'Page : {page}.',
      scope: 'Ce que cela arrête : {scope}.',
      document: 'Un document ou un enregistrement est conservé avec cette étape.',
      sandbox: 'C’était un essai, avec un téléphone imaginé.',
      gone: 'Le détail de cette étape a été effacé.',
    },
    documents: {
      title: 'Documents et enregistrements',
      line: 'Ajouté le {added} : {type}, {size} ko. Votre page contient un lien pour le voir.',
    },
    messages: {
      title: 'Messages',
      lead: 'Ce qui vous a été envoyé et ce que vous avez écrit, du plus récent au plus ancien. Un texte est supprimé à la fin de sa conservation ; sa date reste.',
      more: 'Les messages plus anciens ne sont pas montrés ici. Demandez-les avec le bouton « Demander une copie de mes données » de votre page.',
      withheld:
        'Des messages sont aussi conservés : ceux qui vous ont été envoyés et ceux que vous avez écrits. Ils ne sont pas dans cette copie : vous en avez écrit une partie, et un code envoyé au numéro ne suffit pas à montrer que c’était vous. Demandez-les avec le bouton « Demander une copie de mes données » de votre page. Un second signe vous sera demandé : un code envoyé à votre adresse e-mail, ou une information que vous êtes seuls, vous et la personne qui répond, à connaître. N’envoyez jamais de pièce d’identité.',
      sent: 'De {sender} à vous',
      received: 'De vous',
      state: 'Ce qu’il est devenu : {state}.',
      why: 'Pourquoi : {why}',
      textGone: 'Le texte a été supprimé.',
      states: {
        accepted: 'il attend d’être envoyé',
        held: 'il attend d’être envoyé',
        queued: 'il attend d’être envoyé',
        submitting: 'il est en cours d’envoi',
        submitted: 'il a été envoyé ; personne ne nous a encore dit s’il est arrivé',
        maybe_sent: 'il a peut-être été envoyé',
        delivered: 'il est arrivé sur votre téléphone',
        undelivered: 'il n’est pas arrivé sur votre téléphone',
        expired: 'il n’est pas arrivé à temps sur votre téléphone',
        rejected: 'le réseau ne l’a pas accepté',
        refused: 'il n’a pas été envoyé, car une règle l’interdisait',
        cancelled: 'il a été annulé et n’a pas été envoyé',
        unconfirmed: 'il a été envoyé ; personne ne nous a dit s’il est arrivé',
      },
    },
    requests: { title: 'Vos demandes' },
    proof: {
      title: 'Pour les spécialistes : comment chaque étape est enregistrée',
      lead: 'Ces références permettent de vérifier les étapes ci-dessus. Le fichier des accords, sur votre page, contient la même chose pour des logiciels. La réponse à une demande de copie de vos données contient aussi les preuves, que vous pouvez vérifier vous-même : node verify.mjs ledger.',
      entry: 'Étape',
      place: 'place {seq} dans le registre',
      noPlace: 'pas encore placée dans le registre',
      rest: 'Autres détails : {rest}.',
    },
  }),
}
