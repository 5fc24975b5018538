// The sentences of the proof and the legal bases that an account accepts, in both languages.
const en = {
  policyTitle: 'Minimum proof for marketing',
  policyLead:
    'It applies from the next message, including to consents already recorded. Their end dates do not change.',
  minimumGrade: 'Weakest proof accepted',
  validMonths: 'Consent is valid for (months)',
  proofMonths: 'Keep a proof after the consent has ended and the contact is deleted for (months)',
  sector: 'Suggestion for your sector',
  sectors: {
    shop: 'Shop',
    health: 'Health',
    school: 'School',
    insurance_and_finance: 'Insurance and finance',
    public_body: 'Public body',
    charity: 'Charity',
    agency: 'Agency, lists collected by others',
  },
  legalBasesTitle: 'Legal bases other than consent',
  legalBasesLead:
    'Disabled by default. If you enable one, you must record every condition for each person. It covers one purpose and 12 months at most, and only if the rules of both countries allow it. Any objection ends it for good. Consent is always safer.',
  legalBasesNone: 'The rules of your country allow no other legal basis for SMS.',
  legalBases: {
    soft_opt_in:
      'Existing customers: your own similar products, and a way to refuse offered at the sale',
    b2b_opt_out: 'Professionals who were informed: the offer relates to their work',
  },
  legalBasesReason: 'Reason, in one sentence (recorded in the journal with your name)',
  legalBasesSave: 'Apply',
  legalBasesReasonShort: 'Give a reason of at least ten letters.',
  choose: 'Choose',
  chosen: 'Saved. This applies from now on.',
  title: 'Legal bases',
  lead: 'What your messages may rest on: how strong a proof of consent must be, and which other legal bases you enabled.',
}

const fr: typeof en = {
  policyTitle: 'Preuve minimale pour la publicité',
  policyLead:
    'La règle vaut dès le prochain message, y compris pour les consentements déjà enregistrés. Leur date de fin ne change pas.',
  minimumGrade: 'Preuve la plus faible acceptée',
  validMonths: 'Durée de validité d’un consentement (mois)',
  proofMonths:
    'Conservation d’une preuve après la fin du consentement et la suppression du contact (mois)',
  sector: 'Suggestion pour votre secteur',
  sectors: {
    shop: 'Commerce',
    health: 'Santé',
    school: 'École',
    insurance_and_finance: 'Assurance et finance',
    public_body: 'Organisme public',
    charity: 'Association caritative',
    agency: 'Agence, listes recueillies par d’autres',
  },
  legalBasesTitle: 'Bases légales autres que le consentement',
  legalBasesLead:
    'Désactivées par défaut. Si vous en activez une, vous devez enregistrer chaque condition pour chaque personne. Elle couvre une finalité et 12 mois au plus, et seulement si les règles des deux pays l’admettent. Toute opposition y met fin définitivement. Le consentement reste le plus sûr.',
  legalBasesNone: 'Les règles de votre pays n’admettent aucune autre base légale pour le SMS.',
  legalBases: {
    soft_opt_in:
      'Clients existants : vos propres produits analogues, avec un moyen de refuser proposé lors de la vente',
    b2b_opt_out: 'Professionnels informés : l’offre est en rapport avec leur métier',
  },
  legalBasesReason: 'Motif, en une phrase (inscrit au journal avec votre nom)',
  legalBasesSave: 'Appliquer',
  legalBasesReasonShort: 'Donnez un motif d’au moins dix lettres.',
  choose: 'Choisir',
  chosen: 'Enregistré. C’est valable dès maintenant.',
  title: 'Bases légales',
  lead: 'Ce sur quoi vos messages peuvent reposer : la force exigée d’une preuve de consentement, et les autres bases légales activées.',
}

export const policyWords = { en, fr }
