// The sentences of requests of people who are no contact, in both languages.
const noContactEn = {
  whoAsks: 'Who asks',
  whoAsksOf: { contact: 'A contact', no_contact: 'Somebody who is not a contact' },
  takeLead:
    'Give at least one thing by which they can be found or answered. It is encrypted, and deleted with the request at the latest.',
  who: 'Not a contact',
  byWeb: 'Asked on the public request page',
  parts: {
    name: 'First and last name',
    number: 'Phone number',
    email: 'E-mail address',
    address: 'Postal address',
    reference: 'Your reference for them',
  },
  takeFirst: 'Fill in what they ask for, how and when it came, and at least one thing about them.',
  oneFirst: 'Fill in at least one field.',
  gave: 'They gave: {parts}.',
  gaveParts: {
    name: 'a name',
    number: 'a number',
    email: 'an e-mail',
    address: 'a postal address',
    reference: 'a reference',
  },
  show: 'Show who asks',
  showTitle: 'Who asks',
  notGiven: 'Not given',
  search: 'Search your data',
  searchAgain: 'Search again',
  searchTitle: 'What you hold about them',
  searchLead:
    'All contacts are searched by what they gave, and so are the list of objections and other requests. Search within the day before you answer.',
  searching: 'Names compared so far: {count}.',
  searchedOn: 'Searched on {date}. Names compared: {count}.',
  neverSearched: 'Not searched yet.',
  found: {
    number: 'Number: {count}',
    email: 'E-mail: {count}',
    reference: 'Reference: {count}',
    name: 'Name: {count}',
  },
  foundLead: 'Contacts found by',
  suppression: {
    none: 'The number is not on the list of objections.',
    marketing: 'The number is on the list of objections: it gets no advertising.',
    relational: 'The number is on the list of objections, for messages other than advertising.',
    all: 'The number is on the list of objections, for all messages.',
    unknown: 'Nobody can say now whether the number has objected: the key for it is missing.',
  },
  matches: 'Contacts that may be them',
  matchBy: 'Found by {by}',
  bys: { number: 'number', email: 'e-mail', reference: 'reference', name: 'name' },
  noMatch: 'No contact was found.',
  others: 'Other requests with the same number or e-mail',
  otherOpen: '{kind}: received on {asked}, not answered yet',
  otherAnswered: '{kind}: received on {asked}, answered on {answered}',
  tie: 'Tie the request to this contact',
  tieLead:
    'The request goes on as this contact’s own, with its deadline and its letters. What they gave is destroyed. You must still make sure who asks before you give anything.',
  tieReason: 'What shows that it is this person',
  tied: 'Tied.',
  matchesRuledOut:
    'What shows that none of the contacts with the same number, e-mail or reference is this person',
  matchesRuledOutHelp:
    'For example a shared e-mail. Your name and this reason are recorded in the journal.',
  ruledOut: 'I made sure that none of the contacts with the same name is this person',
  leads: {
    answer:
      'Search first. The answer goes out as a letter: print it below. It says by what you searched.',
    extend: 'Once, by two months at most. Print the letter below: it gives your reasons.',
    acknowledge: 'Print the letter below: it tells them that their complaint has arrived.',
  },
  lettersLead:
    'Name and address are printed where they were given and you may see personal data. Date the letter and sign it.',
  said: 'What they ask for, in your own words',
}

const noContactFr: typeof noContactEn = {
  whoAsks: 'Qui demande',
  whoAsksOf: { contact: 'Un contact', no_contact: 'Une personne qui n’est pas un contact' },
  takeLead:
    'Donnez au moins un élément qui permette de la trouver ou de lui répondre. Il est chiffré, et supprimé au plus tard avec la demande.',
  who: 'Hors contacts',
  byWeb: 'Demandé sur la page publique de demande',
  parts: {
    name: 'Prénom et nom',
    number: 'Numéro de téléphone',
    email: 'Adresse e-mail',
    address: 'Adresse postale',
    reference: 'Votre référence pour cette personne',
  },
  takeFirst:
    'Remplissez ce qui est demandé, comment et quand c’est arrivé, et au moins un élément sur la personne.',
  oneFirst: 'Remplissez au moins un champ.',
  gave: 'Elle a donné : {parts}.',
  gaveParts: {
    name: 'un nom',
    number: 'un numéro',
    email: 'un e-mail',
    address: 'une adresse postale',
    reference: 'une référence',
  },
  show: 'Afficher qui demande',
  showTitle: 'Qui demande',
  notGiven: 'Non donné',
  search: 'Chercher dans vos données',
  searchAgain: 'Chercher de nouveau',
  searchTitle: 'Ce que vous détenez sur elle',
  searchLead:
    'La recherche porte sur tous les contacts, avec ce qu’elle a donné, sur la liste des oppositions et sur les autres demandes. Cherchez moins d’un jour avant de répondre.',
  searching: 'Noms comparés jusqu’ici : {count}.',
  searchedOn: 'Cherché le {date}. Noms comparés : {count}.',
  neverSearched: 'Pas encore cherché.',
  found: {
    number: 'Numéro : {count}',
    email: 'E-mail : {count}',
    reference: 'Référence : {count}',
    name: 'Nom : {count}',
  },
  foundLead: 'Contacts trouvés par',
  suppression: {
    none: 'Le numéro n’est pas sur la liste des oppositions.',
    marketing: 'Le numéro est sur la liste des oppositions : il ne reçoit pas de publicité.',
    relational:
      'Le numéro est sur la liste des oppositions, pour les messages autres que la publicité.',
    all: 'Le numéro est sur la liste des oppositions, pour tous les messages.',
    unknown:
      'On ne peut pas dire en ce moment si le numéro s’est opposé : la clé qui le permet manque.',
  },
  matches: 'Contacts qui peuvent être cette personne',
  matchBy: 'Trouvé par : {by}',
  bys: { number: 'numéro', email: 'e-mail', reference: 'référence', name: 'nom' },
  noMatch: 'Aucun contact n’a été trouvé.',
  others: 'Autres demandes avec le même numéro ou e-mail',
  otherOpen: '{kind} : demande reçue le {asked}, sans réponse pour l’instant',
  otherAnswered: '{kind} : demande reçue le {asked}, réponse donnée le {answered}',
  tie: 'Rattacher la demande à ce contact',
  tieLead:
    'La demande continue comme celle de ce contact, avec son délai et ses courriers. Ce que la personne a donné est détruit. Vous devez encore vous assurer de son identité avant de lui remettre quoi que ce soit.',
  tieReason: 'Ce qui montre que c’est cette personne',
  tied: 'Rattachée.',
  matchesRuledOut:
    'Ce qui montre qu’aucun contact ayant le même numéro, e-mail ou référence n’est cette personne',
  matchesRuledOutHelp:
    'Par exemple un e-mail partagé. Votre nom et ce motif sont inscrits au journal.',
  ruledOut: 'J’ai vérifié qu’aucun contact du même nom n’est cette personne',
  leads: {
    answer:
      'Cherchez d’abord. La réponse part par courrier : imprimez-le ci-dessous. Il dit avec quoi vous avez cherché.',
    extend:
      'Une seule fois, de deux mois au plus. Imprimez le courrier ci-dessous : il donne vos raisons.',
    acknowledge: 'Imprimez le courrier ci-dessous : il lui dit que sa réclamation est arrivée.',
  },
  lettersLead:
    'Le nom et l’adresse sont imprimés s’ils ont été donnés et si vous pouvez voir les données personnelles. Datez et signez le courrier.',
  said: 'Ce qu’elle demande, dans vos mots',
}

export const noContactWords = { en: noContactEn, fr: noContactFr }
