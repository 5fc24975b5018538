// The sentences of a legal basis other than consent for one person, and of a parent's word, in both languages.
export const legalBasesEn = {
  title: 'Record a legal basis other than consent',
  lead: 'Only where your account has switched it on and the rules of both countries allow it. It is no consent: any no ends it for good.',
  allOff:
    'No legal basis other than consent is switched on in this account. Who manages it can do so under Forms, with a reason.',
  legalBasis: 'Legal basis',
  legalBases: {
    soft_opt_in: 'An existing customer',
    b2b_opt_out: 'A professional who was told',
  },
  wording: 'Words by which a refusal was offered',
  noWording: 'No published wording names SMS. Write one first.',
  purpose: 'Family of products',
  since: { soft_opt_in: 'Day of the sale', b2b_opt_out: 'Day on which they were told' },
  reference: {
    soft_opt_in: 'The order or the contract',
    b2b_opt_out: 'Their role, and what links the offer to it',
  },
  source: 'Where the number was collected',
  collectedFromPerson: 'The person gave the number themselves, at the sale',
  refusalOffered: 'A simple and free refusal was offered as the number was collected',
  ownSimilarProducts: 'Only our own products or services, like those sold',
  save: 'Record this legal basis',
  incomplete:
    'Choose the legal basis, the words and the family of products, and give the day, the reference and the place.',
  done: 'Recorded. It holds until {until}.',
}

export const legalBasesFr: typeof legalBasesEn = {
  title: 'Enregistrer une base autre que le consentement',
  lead: 'Seulement là où votre compte l’a ouverte et où les règles des deux pays l’admettent. Ce n’est pas un consentement : tout refus y met fin pour de bon.',
  allOff:
    'Aucune base autre que le consentement n’est ouverte dans ce compte. Qui le gère peut le faire sous Formulaires, avec un motif.',
  legalBasis: 'Base',
  legalBases: {
    soft_opt_in: 'Client existant',
    b2b_opt_out: 'Professionnel informé',
  },
  wording: 'Mots par lesquels un refus a été proposé',
  noWording: 'Aucun texte publié ne nomme le SMS. Écrivez-en d’abord un.',
  purpose: 'Famille de produits',
  since: { soft_opt_in: 'Jour de la vente', b2b_opt_out: 'Jour de l’information' },
  reference: {
    soft_opt_in: 'La commande ou le contrat',
    b2b_opt_out: 'Sa fonction, et ce qui y relie l’offre',
  },
  source: 'Où le numéro a été recueilli',
  collectedFromPerson: 'La personne a donné le numéro elle-même, lors de la vente',
  refusalOffered: 'Un refus simple et gratuit a été proposé lors du recueil du numéro',
  ownSimilarProducts: 'Seulement nos propres produits ou services, analogues à ceux vendus',
  save: 'Enregistrer cette base',
  incomplete:
    'Choisissez la base, les mots et la famille de produits, et donnez le jour, la référence et le lieu.',
  done: 'Enregistrée. Elle vaut jusqu’au {until}.',
}

export const parentsEn = {
  title: 'Record the word of a parent',
  lead: 'For a person below the age at which they agree for themselves (15 in France). Beside their own consent, not in its place; until they are of age at the latest.',
  held: '{relation}, for {purpose}, from {since} until {until}',
  none: 'No parent’s word is recorded.',
  relation: 'Who speaks for them',
  relations: {
    mother: 'Mother',
    father: 'Father',
    guardian: 'Guardian',
    other_holder: 'Another holder of parental responsibility',
  },
  parentName: 'Name of the parent (sealed)',
  wording: 'Words that the parent read',
  purpose: 'What the messages are about',
  givenOn: 'Day on which they agreed',
  source: 'Where',
  verification: 'How you made sure that a holder of parental responsibility spoke',
  document: 'Scan or recording that shows it, among those kept for this person',
  noDocument: 'None',
  save: 'Record the parent’s word',
  incomplete: 'Say who agreed, to which words, on which day, where, and how you made sure.',
  done: 'Recorded. It holds until {until}.',
  withdraw: 'Take it back',
}

export const parentsFr: typeof parentsEn = {
  title: 'Enregistrer la parole d’un parent',
  lead: 'Pour une personne qui n’a pas l’âge d’accepter elle-même (15 ans en France). À côté de son propre consentement, non à sa place ; jusqu’à cet âge au plus tard.',
  held: '{relation}, pour {purpose}, du {since} au {until}',
  none: 'Aucune parole de parent n’est enregistrée.',
  relation: 'Qui parle pour elle',
  relations: {
    mother: 'Mère',
    father: 'Père',
    guardian: 'Tuteur ou tutrice',
    other_holder: 'Autre titulaire de l’autorité parentale',
  },
  parentName: 'Nom du parent (scellé)',
  wording: 'Mots que le parent a lus',
  purpose: 'Objet des messages',
  givenOn: 'Jour de l’accord',
  source: 'Où',
  verification: 'Comment vous vous êtes assuré qu’un titulaire de l’autorité parentale parlait',
  document: 'Numérisation ou enregistrement qui le montre, parmi ceux gardés pour cette personne',
  noDocument: 'Aucun',
  save: 'Enregistrer la parole du parent',
  incomplete:
    'Dites qui a accepté, quels mots, quel jour, où, et comment vous vous en êtes assuré.',
  done: 'Enregistrée. Elle vaut jusqu’au {until}.',
  withdraw: 'La retirer',
}
