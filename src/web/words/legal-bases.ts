// The sentences of other legal bases and of parental authorisations, in both languages.
export const legalBasesEn = {
  title: 'Record a legal basis other than consent',
  lead: 'Only if your account has enabled it and the rules of both countries allow it. It is not a consent: any objection ends it for good.',
  allOff:
    'Your account has not enabled any legal basis other than consent. An account manager can do so under Legal bases.',
  legalBasis: 'Legal basis',
  legalBases: {
    soft_opt_in: 'An existing customer',
    b2b_opt_out: 'A professional who was informed',
  },
  wording: 'Wording that offered a way to refuse',
  noWording: 'No published wording mentions SMS. Publish one first.',
  purpose: 'Product family',
  since: { soft_opt_in: 'Date of the sale', b2b_opt_out: 'Date on which they were informed' },
  reference: {
    soft_opt_in: 'Order or contract reference',
    b2b_opt_out: 'Their job, and how the offer relates to it',
  },
  source: 'Where the number was collected',
  collectedFromPerson: 'The person gave the number themselves during the sale',
  refusalOffered: 'A simple and free way to refuse was offered when the number was collected',
  ownSimilarProducts: 'The messages are only about our own similar products or services',
  save: 'Record this legal basis',
  incomplete:
    'Choose the legal basis, the wording and the product family, and give the date, the reference and the source.',
  done: 'Recorded. Valid until {until}.',
}

export const legalBasesFr: typeof legalBasesEn = {
  title: 'Enregistrer une base légale autre que le consentement',
  lead: 'Seulement si votre compte l’a activée et si les règles des deux pays l’admettent. Ce n’est pas un consentement : toute opposition y met fin définitivement.',
  allOff:
    'Votre compte n’a activé aucune base légale autre que le consentement. Un gestionnaire du compte peut le faire dans Bases légales.',
  legalBasis: 'Base légale',
  legalBases: {
    soft_opt_in: 'Client existant',
    b2b_opt_out: 'Professionnel informé',
  },
  wording: 'Texte qui proposait de refuser',
  noWording: 'Aucun texte publié ne mentionne le SMS. Publiez-en d’abord un.',
  purpose: 'Famille de produits',
  since: { soft_opt_in: 'Date de la vente', b2b_opt_out: 'Date de l’information' },
  reference: {
    soft_opt_in: 'Référence de la commande ou du contrat',
    b2b_opt_out: 'Sa fonction, et le lien avec l’offre',
  },
  source: 'Où le numéro a été recueilli',
  collectedFromPerson: 'La personne a donné elle-même le numéro lors de la vente',
  refusalOffered: 'Un moyen simple et gratuit de refuser a été proposé lors du recueil du numéro',
  ownSimilarProducts:
    'Les messages portent seulement sur nos propres produits ou services analogues',
  save: 'Enregistrer cette base légale',
  incomplete:
    'Choisissez la base légale, le texte et la famille de produits, et donnez la date, la référence et la source.',
  done: 'Enregistrée. Valable jusqu’au {until}.',
}

export const parentsEn = {
  title: 'Record a parental authorisation',
  lead: 'For a person too young to consent alone (under 15 in France). It adds to their own consent and does not replace it. It ends at that age at the latest.',
  held: '{relation}, for {purpose}, from {since} until {until}',
  none: 'No parental authorisation is recorded.',
  relation: 'Who authorises',
  relations: {
    mother: 'Mother',
    father: 'Father',
    guardian: 'Guardian',
    other_holder: 'Another holder of parental responsibility',
  },
  parentName: 'Name of the parent (encrypted)',
  wording: 'Wording that the parent read',
  purpose: 'What the messages are about',
  givenOn: 'Date of the authorisation',
  source: 'Source',
  verification: 'How you checked that this person holds parental responsibility',
  document: 'Scan or recording that proves it, from this person’s documents',
  noDocument: 'None',
  save: 'Record this authorisation',
  incomplete: 'Give the parent, the wording, the date, the source and how you checked.',
  done: 'Recorded. Valid until {until}.',
  withdraw: 'Withdraw',
}

export const parentsFr: typeof parentsEn = {
  title: 'Enregistrer une autorisation parentale',
  lead: 'Pour une personne trop jeune pour consentir seule (moins de 15 ans en France). L’autorisation s’ajoute à son propre consentement et ne le remplace pas. Elle prend fin à cet âge au plus tard.',
  held: '{relation}, pour {purpose}, du {since} au {until}',
  none: 'Aucune autorisation parentale n’est enregistrée.',
  relation: 'Qui autorise',
  relations: {
    mother: 'Mère',
    father: 'Père',
    guardian: 'Tuteur ou tutrice',
    other_holder: 'Autre titulaire de l’autorité parentale',
  },
  parentName: 'Nom du parent (chiffré)',
  wording: 'Texte que le parent a lu',
  purpose: 'Objet des messages',
  givenOn: 'Date de l’autorisation',
  source: 'Source',
  verification: 'Comment vous avez vérifié que cette personne a l’autorité parentale',
  document: 'Document numérisé ou enregistrement qui le prouve, parmi ceux de cette personne',
  noDocument: 'Aucun',
  save: 'Enregistrer cette autorisation',
  incomplete: 'Indiquez le parent, le texte, la date, la source et votre vérification.',
  done: 'Enregistrée. Valable jusqu’au {until}.',
  withdraw: 'Retirer',
}
