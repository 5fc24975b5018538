// The words of what staff decide: sender names, campaigns under way. They come with these screens.

const en = {
  senders: {
    name: 'Sender name',
    account: 'Account',
    country: 'Country',
    evidence: 'Why it is theirs',
    noEvidence: 'Nothing was given',
    asked: 'asked for on {date}',
    state: 'State',
    approve: 'Approve {name}',
    refuse: 'Refuse {name}',
    refuseWhat: 'Messages under this name are refused, those that wait as well.',
    refuseNow: 'Refuse it',
  },
  moderation: {
    title: 'Moderation',
    lead: 'What waits for your word, over all accounts.',
    waiting: 'Sender names to decide',
    waitingLead:
      'These names are often imitated by fraudsters. Approve one only with the written authorisation of its owner.',
    empty: 'Nothing waits for you',
    emptyText: 'A sender name that is often imitated appears here when an account asks for it.',
    campaigns: 'Campaigns under way',
    campaignsLead:
      'Of all accounts. Their texts are read one by one; the account is told in its journal.',
    noCampaigns: 'No campaign is under way',
    noCampaignsText: 'A campaign appears here once somebody has approved it.',
    figures: 'Accepted: {accepted} · delivered: {delivered} · refused by a rule: {refused}',
    read: 'Read the text of “{name}”',
    pause: 'Pause “{name}”',
    pauseWhat:
      'What has not left is held. The account can let it go on; to prevent that, suspend the account.',
    pauseNow: 'Pause it now',
    suspended: 'Suspended accounts',
    noSuspended: 'No account is suspended.',
    noSuspendedText: 'You suspend one on its page, with a reason.',
    suspendedSince: 'since {date}',
  },
}

const fr: typeof en = {
  senders: {
    name: 'Nom d’expéditeur',
    account: 'Compte',
    country: 'Pays',
    evidence: 'Pourquoi il leur appartient',
    noEvidence: 'Rien n’a été indiqué',
    asked: 'demandé le {date}',
    state: 'État',
    approve: 'Approuver {name}',
    refuse: 'Refuser {name}',
    refuseWhat: 'Les messages sous ce nom sont refusés, y compris ceux qui attendent.',
    refuseNow: 'Le refuser',
  },
  moderation: {
    title: 'Modération',
    lead: 'Ce qui attend votre décision, tous comptes confondus.',
    waiting: 'Noms d’expéditeur à examiner',
    waitingLead:
      'Ces noms sont souvent imités par des fraudeurs. N’en approuvez un qu’avec l’autorisation écrite de son titulaire.',
    empty: 'Rien ne vous attend',
    emptyText: 'Un nom d’expéditeur souvent imité apparaît ici dès qu’un compte le demande.',
    campaigns: 'Campagnes en cours',
    campaignsLead:
      'De tous les comptes. Leurs textes se lisent un par un ; le compte en est informé par son journal.',
    noCampaigns: 'Aucune campagne en cours',
    noCampaignsText: 'Une campagne apparaît ici dès que quelqu’un l’a approuvée.',
    figures: 'Acceptés : {accepted} · remis : {delivered} · refusés par une règle : {refused}',
    read: 'Lire le texte de « {name} »',
    pause: 'Suspendre « {name} »',
    pauseWhat:
      'Ce qui n’est pas parti est retenu. Le compte peut la reprendre ; pour l’empêcher, suspendez le compte.',
    pauseNow: 'La suspendre maintenant',
    suspended: 'Comptes suspendus',
    noSuspended: 'Aucun compte n’est suspendu.',
    noSuspendedText: 'Un compte se suspend sur sa page, avec un motif.',
    suspendedSince: 'depuis le {date}',
  },
}

export const moderationWords = { en, fr }
