// The sentences of the frame around every screen, in both languages: groups, menu, banner, profile.
export const frameEn = {
  skip: 'Go to the content',
  groups: {
    send: 'Send',
    contacts: 'Contacts',
    consent: 'Consent',
    compliance: 'Compliance',
    developers: 'Developers',
    settings: 'Settings',
    installation: 'Installation',
  },
  /** What waits for somebody, said after the entry's name by a screen reader. */
  waiting: {
    replies: '{count} to read',
    requests: '{count} to answer',
    approvals: '{count} to approve',
  },
  collapse: 'Narrow the side bar',
  expand: 'Widen the side bar',
  newCampaign: 'New campaign',
  account: 'Account',
  userMenu: 'Your menu: {name}',
  help: 'Help for this screen',
  profile: 'My profile',
  theme: 'Appearance',
  themes: { light: 'Light', dark: 'Dark', auto: 'Like the device' },
  sandbox: 'Trial account: nothing leaves. Numbers reserved for fiction alone are accepted.',
  sandboxTry: 'Send yourself one',
  sandboxClock: 'Its clock was set and reads {when}.',
  sandboxClockBack: 'Back to the real time',
}

export const frameFr: typeof frameEn = {
  skip: 'Aller au contenu',
  groups: {
    send: 'Envoyer',
    contacts: 'Contacts',
    consent: 'Consentement',
    compliance: 'Conformité',
    developers: 'Développeurs',
    settings: 'Réglages',
    installation: 'Installation',
  },
  waiting: {
    replies: '{count} à lire',
    requests: '{count} à traiter',
    approvals: '{count} à approuver',
  },
  collapse: 'Réduire la barre latérale',
  expand: 'Élargir la barre latérale',
  newCampaign: 'Nouvelle campagne',
  account: 'Compte',
  userMenu: 'Votre menu : {name}',
  help: 'Aide sur cet écran',
  profile: 'Mon profil',
  theme: 'Apparence',
  themes: { light: 'Clair', dark: 'Sombre', auto: 'Comme l’appareil' },
  sandbox: 'Compte d’essai : rien ne sort. Seuls les numéros réservés à la fiction sont acceptés.',
  sandboxTry: 'S’envoyer un message',
  sandboxClock: 'Son horloge a été réglée : {when}.',
  sandboxClockBack: 'Revenir à l’heure réelle',
}

export const profileEn = {
  title: 'My profile',
  lead: 'Who you are here, what you may do, and how this app speaks to you.',
  who: 'Who you are',
  name: 'Name',
  saveName: 'Save the name',
  role: 'Role in {account}',
  may: 'What you may do',
  language: 'Language',
  languageText: 'Of these screens, and of what is written to you.',
  appearance: 'Appearance',
}

export const profileFr: typeof profileEn = {
  title: 'Mon profil',
  lead: 'Qui vous êtes ici, ce que vous pouvez faire, et comment cette application vous parle.',
  who: 'Qui vous êtes',
  name: 'Nom',
  saveName: 'Enregistrer le nom',
  role: 'Rôle dans {account}',
  may: 'Ce que vous pouvez faire',
  language: 'Langue',
  languageText: 'Celle de ces écrans, et de ce qui vous est écrit.',
  appearance: 'Apparence',
}
