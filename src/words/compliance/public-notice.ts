// Sentences of the public notice: of an account, and of the installation, in both languages.
import type { Language } from '../../kernel/index.ts'
import { glued } from '../sentences.ts'

const english = {
  title: 'How {name} uses personal data',
  installationTitle: 'How this server uses personal data',
  lead: 'This page is written by the program from what is true today. Each earlier version is kept.',
  otherLanguage: 'Français',
  version: 'Version {version}, in force since {day}.',
  versions: 'Earlier versions and what changed',
  back: 'Back to the notice',
  installationLink: 'Notice of the server that sends the messages',
  notFoundTitle: 'This notice does not exist',
  sections: {
    who: 'Who is responsible',
    why: 'Why data is used, and on which legal basis',
    what: 'Which data',
    source: 'Sources of the data',
    recipients: 'Who receives it',
    retention: 'How long it is kept',
    measures: 'How it is protected',
    rights: 'Your rights and how to use them',
    automated: 'Automated decisions',
  },
  who: {
    one: '{name} decides why and how your data is used, and is responsible for it.',
    several:
      '{names} decide why and how your data is used. Each is responsible for its own messages.',
    address: 'Postal address: {address}.',
    contact: 'Contact: {contact}.',
    noContact: 'No contact address has been published yet.',
    dpo: 'Data protection officer: {dpo}.',
    noDpo: 'No data protection officer is named on this page.',
    processor:
      'Messages are prepared and sent with Accord. {operator} runs it for {name}, as its processor.',
    noOperator:
      'Messages are prepared and sent with Accord. Who runs this server has not been published yet.',
    operator: '{operator} runs this server.',
    roles:
      'Each organisation that sends messages with it decides whom it writes to, and why: it is responsible for the data of the people it writes to, and has a notice of its own. Whoever runs the server acts for it, as its processor.',
    users: 'For the users who log in to the server, whoever runs it is responsible.',
  },
  why: {
    marketing:
      'To send you advertising by SMS ({purpose}): only with your consent (GDPR, article 6(1)(a)).',
    marketingAlso:
      'To send you advertising by SMS ({purpose}): with your consent (GDPR, article 6(1)(a)), or on a legitimate interest that you can refuse at any time, in the cases below.',
    declared: '{purpose}: {about}',
    soft_opt_in:
      'To send customers advertising for products like those they bought, unless they refuse (legitimate interest, GDPR, article 6(1)(f)).',
    b2b_opt_out:
      'To send professionals advertising about their work, unless they refuse (legitimate interest, GDPR, article 6(1)(f)).',
    alerts: {
      contract:
        'To send you what you need to know for an order, an appointment or a contract (GDPR, article 6(1)(b)).',
      legal_obligation: 'To tell you what a law requires you to be told (GDPR, article 6(1)(c)).',
      vital_interests: 'To warn you when a life is in danger (GDPR, article 6(1)(d)).',
      public_task: 'To inform you as part of a public service (GDPR, article 6(1)(e)).',
      legitimate_interest:
        'To send you information that you can expect (legitimate interest, GDPR, article 6(1)(f)).',
    },
    nothing: 'No message has been sent so far.',
    contacts: 'To keep the list of the people to write to.',
    replies: 'To read and answer what you reply.',
    basis: 'Legal basis: {basis}.',
    sensitive:
      'Sensitive data ({category}) is kept on this legal basis: {basis} (GDPR, article {article}).',
    rights:
      'To answer your requests and to remember your objections (legal obligation, GDPR, article 6(1)(c)).',
    hosting: 'To prepare, send and follow SMS for these organisations, on their instructions.',
    users: 'To let users log in, to protect the server and to know who did what.',
  },
  what: {
    nobody: 'No contact is kept today.',
    number: 'Your phone number and what is deduced from it: country and time zone.',
    fields: 'Also, for some people: {fields}.',
    names: {
      firstName: 'first name',
      lastName: 'last name',
      email: 'e-mail address',
      postcode: 'postcode',
      birthDate: 'date of birth',
      reference: 'customer reference',
    },
    custom: 'Fields defined by the organisation: {fields}.',
    messages: 'The messages sent to you: text, time, and whether they arrived.',
    replies: 'Your replies.',
    consents: 'Your consents and objections: the words you read, the day and the way.',
    forms: 'When you fill in a form: internet address and browser, as proof of your consent.',
    sensitive: 'Sensitive data, stored apart: {categories}.',
    noSensitive: 'No sensitive data (health, religion, opinions, origin, convictions) is recorded.',
    carried:
      'For these organisations: numbers, names, texts, replies and consents of the people they write to.',
    users: 'Of users: name, e-mail address, role, password as a fingerprint, log-ins and actions.',
  },
  source: {
    forms: 'You, when you fill in a form.',
    replies: 'You, when you answer a message.',
    files: 'Contact files that {name} imported.',
    records: 'What {name} recorded about its own contacts.',
    operators: 'Phone operators, which report whether a message arrived.',
    organisations: 'These organisations, the people themselves and phone operators.',
  },
  recipients: {
    staff: 'People at {name} whose role requires it.',
    host: 'Hosting: {host} ({country}).',
    supplier: 'To carry the messages: {name} ({country}).',
    contractUntil: '{name}: processing contract (GDPR, article 28) from {from} to {until}.',
    contractOpen: '{name}: processing contract (GDPR, article 28) since {from}, with no end date.',
    noContract: '{name}: no valid contract today, so nothing is sent to it.',
    own: 'Trial messages go to a simulated operator on this server and reach nobody.',
    transfer: '{name}: transfer outside the European Economic Area, on this basis: {tool}.',
    noTransfer: 'Nothing is transferred outside the European Economic Area.',
    program:
      'Program of {name}, which is told what happens with messages and contacts: {host} ({country}).',
    programTexts:
      'Program of {name}, which is told what happens with messages and contacts and gets the texts of replies: {host} ({country}).',
    other: '{purposes}: {recipient}.',
    unknownCountry: 'country not declared',
    outside: '{name} uses data outside the European Economic Area: {countries}.',
    transferUnknown:
      'It is not declared in which country these recipients use the data, so a transfer outside the European Economic Area cannot be ruled out: {names}.',
    keptDays: '{name} keeps the numbers for {days} days.',
    keptNone: '{name} keeps no number once the message is delivered.',
    places: '{name} processes data in: {countries}.',
    subprocessor: '{name} is helped by {other} ({country}): {purpose}.',
    subprocessorFrom: '{name} will be helped by {other} ({country}) from {from}: {purpose}.',
    nobody: 'No operator carries messages today.',
    tools: {
      adequacy: 'adequacy decision',
      standard_clauses: 'standard contractual clauses',
      binding_rules: 'binding corporate rules',
    },
  },
  rights: {
    stop: 'Reply STOP to an advertising message: advertising ends at once.',
    page: 'A page about your own number shows what is kept and lets you change it. You receive its link by SMS:',
    pageLink: 'Ask for the link',
    request: 'You can also write here, whether or not your number is known to us:',
    requestLink: 'Make a request about your data',
    ask: 'You can ask to see, correct, erase, restrict or receive your data, and object to its use.',
    withdraw: 'You can withdraw your consent at any time. It does not change what was done before.',
    delay: 'You must be answered within one month (GDPR, article 12(3)).',
    write: 'Write to: {contact}.',
    organisation: 'If you received a message, write to the organisation that it names.',
    complain: 'You can complain to the data protection authority: {authority}.',
    complainHome: 'You can complain to the data protection authority of your country.',
    free: 'You do not have to consent, and these rights cost nothing.',
  },
  automated: 'No decision that affects you is made by a machine alone.',
  differences: {
    title: 'Versions of the notice',
    none: 'There is one version only.',
    of: 'Version {version}, {day}',
    first: 'First version.',
    added: 'Added',
    removed: 'Removed',
    read: 'Read this version',
    changed: 'What changed since version {before}',
  },
}

export type PublicNoticeWords = typeof english

const french: PublicNoticeWords = {
  title: 'Comment {name} utilise les données personnelles',
  installationTitle: 'Comment ce serveur utilise les données personnelles',
  lead: 'Cette page est écrite par le programme, d’après ce qui est vrai aujourd’hui. Chaque version précédente est conservée.',
  otherLanguage: 'English',
  version: 'Version {version}, en vigueur depuis le {day}.',
  versions: 'Versions précédentes et changements',
  back: 'Retour à la notice',
  installationLink: 'Notice du serveur qui envoie les messages',
  notFoundTitle: 'Cette notice n’existe pas',
  sections: {
    who: 'Qui est responsable',
    why: 'Pourquoi les données sont utilisées, et sur quelle base légale',
    what: 'Quelles données',
    source: 'D’où elles viennent',
    recipients: 'Qui les reçoit',
    retention: 'Combien de temps elles sont conservées',
    measures: 'Comment elles sont protégées',
    rights: 'Vos droits et comment les exercer',
    automated: 'Décisions automatisées',
  },
  who: {
    one: '{name} décide pourquoi et comment vos données sont utilisées, et en est responsable.',
    several:
      '{names} décident pourquoi et comment vos données sont utilisées. Chacun est responsable de ses propres messages.',
    address: 'Adresse postale : {address}.',
    contact: 'Contact : {contact}.',
    noContact: 'Aucune adresse de contact n’a encore été publiée.',
    dpo: 'Délégué à la protection des données : {dpo}.',
    noDpo: 'Aucun délégué à la protection des données n’est indiqué sur cette page.',
    processor:
      'Les messages sont préparés et envoyés avec Accord. {operator} l’exploite pour {name}, comme sous-traitant.',
    noOperator:
      'Les messages sont préparés et envoyés avec Accord. L’exploitant de ce serveur n’a pas encore été publié.',
    operator: '{operator} exploite ce serveur.',
    roles:
      'Chaque organisme qui envoie des messages avec lui décide à qui il écrit, et pourquoi : il est responsable des données des personnes à qui il écrit, et a sa propre notice. L’exploitant du serveur agit pour lui, comme sous-traitant.',
    users: 'Pour les utilisateurs qui se connectent au serveur, l’exploitant est responsable.',
  },
  why: {
    marketing:
      'Pour vous envoyer de la publicité par SMS ({purpose}) : seulement avec votre consentement (RGPD, article 6(1)(a)).',
    marketingAlso:
      'Pour vous envoyer de la publicité par SMS ({purpose}) : avec votre consentement (RGPD, article 6(1)(a)), ou sur un intérêt légitime que vous pouvez refuser à tout moment, dans les cas ci-dessous.',
    declared: '{purpose} : {about}',
    soft_opt_in:
      'Pour envoyer aux clients de la publicité sur des produits semblables à leurs achats, sauf refus (intérêt légitime, RGPD, article 6(1)(f)).',
    b2b_opt_out:
      'Pour envoyer aux professionnels de la publicité en rapport avec leur métier, sauf refus (intérêt légitime, RGPD, article 6(1)(f)).',
    alerts: {
      contract:
        'Pour vous envoyer ce que vous devez savoir d’une commande, d’un rendez-vous ou d’un contrat (RGPD, article 6(1)(b)).',
      legal_obligation:
        'Pour vous informer de ce qu’une loi impose de vous dire (RGPD, article 6(1)(c)).',
      vital_interests: 'Pour vous prévenir quand une vie est en danger (RGPD, article 6(1)(d)).',
      public_task: 'Pour vous informer dans le cadre d’un service public (RGPD, article 6(1)(e)).',
      legitimate_interest:
        'Pour vous envoyer des informations auxquelles vous pouvez vous attendre (intérêt légitime, RGPD, article 6(1)(f)).',
    },
    nothing: 'Aucun message n’a encore été envoyé.',
    contacts: 'Pour tenir le fichier des personnes à qui écrire.',
    replies: 'Pour lire vos réponses et y répondre.',
    basis: 'Base légale : {basis}.',
    sensitive:
      'Des données sensibles ({category}) sont conservées sur cette base légale : {basis} (RGPD, article {article}).',
    rights:
      'Pour répondre à vos demandes et garder la mémoire de vos oppositions (obligation légale, RGPD, article 6(1)(c)).',
    hosting:
      'Pour préparer, envoyer et suivre des SMS pour le compte de ces organismes, sur leurs instructions.',
    users:
      'Pour permettre aux utilisateurs de se connecter, protéger le serveur et savoir qui a fait quoi.',
  },
  what: {
    nobody: 'Aucun contact n’est conservé aujourd’hui.',
    number: 'Votre numéro de téléphone et ce qui en est déduit : pays et fuseau horaire.',
    fields: 'Et, pour certaines personnes : {fields}.',
    names: {
      firstName: 'prénom',
      lastName: 'nom',
      email: 'adresse e-mail',
      postcode: 'code postal',
      birthDate: 'date de naissance',
      reference: 'référence client',
    },
    custom: 'Des champs définis par l’organisme : {fields}.',
    messages: 'Les messages qui vous sont envoyés : texte, heure, et s’ils sont arrivés.',
    replies: 'Vos réponses.',
    consents: 'Vos consentements et oppositions : le texte lu, le jour et la manière.',
    forms:
      'Quand vous remplissez un formulaire : adresse internet et navigateur, comme preuve de votre consentement.',
    sensitive: 'Des données sensibles, conservées à part : {categories}.',
    noSensitive:
      'Aucune donnée sensible (santé, religion, opinions, origine, condamnations) n’est enregistrée.',
    carried:
      'Pour ces organismes : numéros, noms, textes, réponses et consentements des personnes à qui ils écrivent.',
    users:
      'Des utilisateurs : nom, adresse e-mail, rôle, empreinte du mot de passe, connexions et actions.',
  },
  source: {
    forms: 'De vous, quand vous remplissez un formulaire.',
    replies: 'De vous, quand vous répondez à un message.',
    files: 'De fichiers de contacts importés par {name}.',
    records: 'De ce que {name} a enregistré sur ses propres contacts.',
    operators: 'Des opérateurs téléphoniques, qui indiquent si un message est arrivé.',
    organisations: 'De ces organismes, des personnes elles-mêmes et des opérateurs téléphoniques.',
  },
  recipients: {
    staff: 'Les personnes de {name} dont le rôle l’exige.',
    host: 'Hébergement : {host} ({country}).',
    supplier: 'Pour acheminer les messages : {name} ({country}).',
    contractUntil: '{name} : contrat de sous-traitance (RGPD, article 28) du {from} au {until}.',
    contractOpen:
      '{name} : contrat de sous-traitance (RGPD, article 28) depuis le {from}, sans date de fin.',
    noContract: '{name} : aucun contrat valable aujourd’hui, donc rien ne lui est transmis.',
    own: 'Les messages d’essai vont à un opérateur simulé sur ce serveur et n’atteignent personne.',
    transfer: '{name} : transfert hors de l’Espace économique européen, sur cette base : {tool}.',
    noTransfer: 'Rien n’est transféré hors de l’Espace économique européen.',
    program:
      'Programme de {name}, prévenu de ce que deviennent les messages et les contacts : {host} ({country}).',
    programTexts:
      'Programme de {name}, prévenu de ce que deviennent les messages et les contacts, et qui reçoit le texte des réponses : {host} ({country}).',
    other: '{purposes} : {recipient}.',
    unknownCountry: 'pays non déclaré',
    outside: '{name} utilise des données hors de l’Espace économique européen : {countries}.',
    transferUnknown:
      'Le pays où ces destinataires utilisent les données n’est pas déclaré ; un transfert hors de l’Espace économique européen n’est donc pas exclu : {names}.',
    keptDays: '{name} garde les numéros {days} jours.',
    keptNone: '{name} ne garde aucun numéro une fois le message remis.',
    places: '{name} traite les données ici : {countries}.',
    subprocessor: '{name} fait appel à {other} ({country}) : {purpose}.',
    subprocessorFrom: '{name} fera appel à {other} ({country}) à partir du {from} : {purpose}.',
    nobody: 'Aucun opérateur n’achemine de messages aujourd’hui.',
    tools: {
      adequacy: 'décision d’adéquation',
      standard_clauses: 'clauses contractuelles types',
      binding_rules: 'règles d’entreprise contraignantes',
    },
  },
  rights: {
    stop: 'Répondez STOP à un message publicitaire : la publicité s’arrête aussitôt.',
    page: 'Une page sur votre propre numéro montre ce qui est conservé et vous permet de le changer. Son lien vous est envoyé par SMS :',
    pageLink: 'Demander le lien',
    request: 'Vous pouvez aussi écrire ici, que votre numéro soit connu de nous ou non :',
    requestLink: 'Faire une demande sur vos données',
    ask: 'Vous pouvez demander à voir, corriger, effacer, limiter ou recevoir vos données, et vous opposer à leur utilisation.',
    withdraw:
      'Vous pouvez retirer votre consentement à tout moment. Cela ne change rien à ce qui a été fait avant.',
    delay: 'Une réponse vous est due dans un délai d’un mois (RGPD, article 12(3)).',
    write: 'Écrivez à : {contact}.',
    organisation: 'Si vous avez reçu un message, écrivez à l’organisme qu’il nomme.',
    complain: 'Vous pouvez adresser une réclamation à l’autorité de contrôle : {authority}.',
    complainHome: 'Vous pouvez adresser une réclamation à l’autorité de contrôle de votre pays.',
    free: 'Vous n’êtes pas obligé de consentir, et exercer ces droits est gratuit.',
  },
  automated: 'Aucune décision qui vous concerne n’est prise par une machine seule.',
  differences: {
    title: 'Versions de la notice',
    none: 'Il n’y a qu’une seule version.',
    of: 'Version {version}, {day}',
    first: 'Première version.',
    added: 'Ajouté',
    removed: 'Supprimé',
    read: 'Lire cette version',
    changed: 'Changements depuis la version {before}',
  },
}

export const publicNoticeWords: Readonly<Record<Language, PublicNoticeWords>> = {
  en: english,
  fr: glued(french),
}
