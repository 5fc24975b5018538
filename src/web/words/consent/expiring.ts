// The sentences of consents that expire soon, and of asking again, in both languages.
const en = {
  endingTitle: 'Consents about to expire',
  endingLead:
    'These consents expire within 60 days. You may ask each person once more; without an answer, the consent expires. Use the list for a campaign that says how to consent again, by keyword or form.',
  endingNone: 'No consent expires within 60 days.',
  endingLine: '{purpose}, {channel}: {soon} expiring soon, {expired} expired',
  endingAsk: 'Create the list of people to ask again: {purpose}',
  endingList: 'Ask again: {purpose}',
  endingDone: 'Added to the list: {asked}. Left out because already asked: {askedBefore}.',
}

const fr: typeof en = {
  endingTitle: 'Consentements bientôt expirés',
  endingLead:
    'Ces consentements expirent dans les 60 jours. Vous pouvez redemander une fois à chaque personne ; sans réponse, le consentement expire. Utilisez la liste pour une campagne qui dit comment consentir de nouveau, par mot-clé ou par formulaire.',
  endingNone: 'Aucun consentement n’expire dans les 60 jours.',
  endingLine: '{purpose}, {channel}. Bientôt expirés : {soon}. Expirés : {expired}.',
  endingAsk: 'Créer la liste des personnes à recontacter : {purpose}',
  endingList: 'À recontacter : {purpose}',
  endingDone: 'Ajoutés à la liste : {asked}. Écartés, car déjà sollicités : {askedBefore}.',
}

export const expiringWords = { en, fr }
