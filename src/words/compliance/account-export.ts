// The sentences of an account's archive: what each folder holds, and what stays out and why.

export const exportThemes = [
  'people',
  'lists',
  'segments',
  'campaigns',
  'templates',
  'recurring',
  'links',
  'messages',
  'replies',
  'forms',
  'proofs',
  'sensitive',
  'requests',
  'erasures',
  'imports',
  'registers',
  'breaches',
  'settings',
  'users',
  'webhooks',
  'journal',
] as const
export type ExportTheme = (typeof exportThemes)[number]

export type LeftOutReason =
  | 'elsewhere'
  | 'ledger'
  | 'keys'
  | 'credential'
  | 'brief'
  | 'tags'
  | 'fileNames'

const en = {
  title: 'Full copy of the account “{name}”',
  made: 'Made on {at}.',
  safe: 'Numbers, names and texts are in clear: keep it in a safe place.',
  howTitle: 'How to read it',
  how: [
    'Tables are CSV files in UTF-8, which a spreadsheet opens. A large table is cut into parts of four megabytes, numbered from 000000; each part begins with the titles of its columns.',
    'An empty folder is left out.',
    'A row names another one by its id: a member of a list, say, names the contact. people/contacts.contact gives the number of each contact with its id.',
    'columns.csv says what each column is for, in English.',
    'Where a cell should hold a text and is empty, the text was deleted at the end of its retention, or with the person.',
  ],
  filesTitle: 'What is in it',
  folder: 'Folder',
  holds: 'What it holds',
  account: 'the account, and when this copy was made',
  contacts: 'the contacts, their fields and their status, as the screen exports them',
  consents:
    'consents and objections (ISO/IEC TS 27560), with the ledger that proves them. Check them without a network: node verify.mjs consents. Another installation of Accord takes this folder over under “Transfers”.',
  results:
    'one file for each campaign: its text, the check sheet that was approved, its times and its results',
  themes: {
    people: 'each contact with its id, number and fields; custom fields; what is known of a number',
    lists: 'lists and who is in them',
    segments: 'segments with their rules',
    campaigns:
      'campaigns with text, approved sheet and schedule; requests for approval; counts of what became of their messages',
    templates: 'templates with each version of their text',
    recurring: 'recurring sends and what became of each day',
    links: 'short links, and how often each was followed on each day',
    messages: 'messages and what became of them; under “sending”, each try, receipt and event',
    replies: 'replies received, conversations and answers',
    forms: 'forms, keywords and the wordings of consent that were shown',
    proofs:
      'where each consent stands, other legal bases, parents’ authorisations, scans and recordings',
    sensitive:
      'legal bases for data of articles 9 and 10, and the values, if whoever took this copy may see them',
    requests: 'requests of people about their data, their steps, letters and files',
    erasures:
      'erasures of people, what retention deleted, and deletions of the account that were asked for',
    imports:
      'imported files: how each was read, the kinds of data that were found in it, what was kept, refused or undone',
    registers:
      'what was declared for the register of processing, versions of the public notice, impact assessments, training, reviews by counsel, objections to changes of sub-processors',
    breaches:
      'the account’s register of breaches, with what was decided and written; what was counted of breaches that the account was told of',
    settings:
      'settings: periods, senders, prices, tokens without their secret, logo, test telephones',
    users: 'users with their role, and invitations',
    webhooks: 'webhooks without their secrets, and what was delivered to them',
    journal: 'who did or saw what, notifications, and requests to the API',
  },
  outTitle: 'What is not in it, and why',
  what: 'Left out',
  why: 'Why',
  noSensitive:
    'Whoever took this copy may not see data of articles 9 and 10: its values are not in it.',
  reasons: {
    elsewhere: 'It stands in contacts, consents, messages, replies or sensitive of this archive.',
    ledger: 'The inner works of the ledger; what it proves is in consents.',
    keys: 'Keys and what they seal: with them, others could open what is deleted.',
    credential: 'What lets somebody in: sessions, codes, links and secrets.',
    fileNames: 'Names of imported files: they may name somebody who is erased.',
    brief: 'What exists for minutes or days while a message or a form is under way.',
    tags: 'Codes made with a key of this installation: they say nothing elsewhere.',
  },
}

const fr: typeof en = {
  title: 'Copie complète du compte « {name} »',
  made: 'Faite le {at}.',
  safe: 'Numéros, noms et textes y sont en clair : gardez-la en lieu sûr.',
  howTitle: 'Comment la lire',
  how: [
    'Les tableaux sont des fichiers CSV en UTF-8, qu’un tableur ouvre. Un grand tableau est coupé en parties de quatre mégaoctets, numérotées à partir de 000000 ; chaque partie commence par les titres de ses colonnes.',
    'Un dossier vide est omis.',
    'Une ligne en désigne une autre par son identifiant : un membre d’une liste, par exemple, désigne le contact. people/contacts.contact donne le numéro de chaque contact avec son identifiant.',
    'columns.csv dit à quoi sert chaque colonne, en anglais.',
    'Si une cellule qui devrait contenir un texte est vide, ce texte a été supprimé au terme de sa conservation, ou avec la personne.',
  ],
  filesTitle: 'Ce qu’elle contient',
  folder: 'Dossier',
  holds: 'Ce qu’il contient',
  account: 'le compte, et quand cette copie a été faite',
  contacts: 'les contacts, leurs champs et leur statut, comme l’écran les exporte',
  consents:
    'consentements et oppositions (ISO/IEC TS 27560), avec le registre qui les prouve. Pour les vérifier sans réseau : node verify.mjs consents. Une autre installation d’Accord reprend ce dossier par « Transferts ».',
  results:
    'un fichier pour chaque campagne : son texte, la fiche de contrôle approuvée, ses horaires et ses résultats',
  themes: {
    people:
      'chaque contact avec son identifiant, son numéro et ses champs ; les champs personnalisés ; ce que l’on sait d’un numéro',
    lists: 'les listes et qui s’y trouve',
    segments: 'les segments avec leurs règles',
    campaigns:
      'les campagnes avec texte, fiche approuvée et programmation ; les demandes d’approbation ; les décomptes de ce que sont devenus leurs messages',
    templates: 'les modèles avec chaque version de leur texte',
    recurring: 'les envois récurrents et ce qu’est devenu chaque jour',
    links: 'les liens courts, et combien de fois chacun a été suivi chaque jour',
    messages:
      'les messages et ce qu’ils sont devenus ; sous « sending », chaque essai, accusé et événement',
    replies: 'les réponses reçues, les conversations et les réponses données',
    forms: 'les formulaires, les mots-clés et les textes de consentement montrés',
    proofs:
      'où en est chaque consentement, les autres bases légales, les autorisations parentales, les scans et enregistrements',
    sensitive:
      'les bases légales des données des articles 9 et 10, et les valeurs, si la personne qui a pris cette copie peut les voir',
    requests: 'les demandes des personnes sur leurs données, leurs étapes, courriers et fichiers',
    erasures:
      'les effacements de personnes, ce que la conservation a supprimé, et les suppressions du compte demandées',
    imports:
      'les fichiers importés : comment chacun a été lu, les types de données qui y ont été trouvés, ce qui a été gardé, refusé ou annulé',
    registers:
      'ce qui a été déclaré pour le registre des traitements, les versions de la notice publique, les analyses d’impact, les formations, les avis d’avocats, les objections aux changements de sous-traitants ultérieurs',
    breaches:
      'le registre des violations du compte, avec ce qui a été décidé et écrit ; ce qui a été compté des violations annoncées au compte',
    settings:
      'les réglages : durées, expéditeurs, prix, jetons sans leur secret, logo, téléphones d’essai',
    users: 'les utilisateurs avec leur rôle, et les invitations',
    webhooks: 'les webhooks sans leurs secrets, et ce qui leur a été remis',
    journal: 'qui a fait ou vu quoi, les notifications, et les requêtes à l’API',
  },
  outTitle: 'Ce qui n’y est pas, et pourquoi',
  what: 'Laissé de côté',
  why: 'Pourquoi',
  noSensitive:
    'La personne qui a pris cette copie ne peut pas voir les données des articles 9 et 10 : leurs valeurs n’y sont pas.',
  reasons: {
    elsewhere:
      'Se trouve dans contacts, consents, messages, replies ou sensitive de cette archive.',
    ledger: 'Les rouages du registre ; ce qu’il prouve est dans consents.',
    keys: 'Les clés et ce qu’elles scellent : d’autres pourraient ouvrir ce qui est supprimé.',
    credential: 'Ce qui fait entrer quelqu’un : sessions, codes, liens et secrets.',
    fileNames: 'Les noms des fichiers importés : ils peuvent nommer une personne effacée.',
    brief:
      'Ce qui existe quelques minutes ou jours pendant qu’un message ou un formulaire est en cours.',
    tags: 'Des codes faits avec une clé de cette installation : ils ne disent rien ailleurs.',
  },
}

export const accountExportWords = { en, fr }
