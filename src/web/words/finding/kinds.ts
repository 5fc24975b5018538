// The headings of what the search finds besides people and their things: they come with its dialog.
export const foundWords = {
  en: { accounts: 'Accounts', sections: 'Settings and sections', help: 'Help' },
  fr: { accounts: 'Comptes', sections: 'Réglages et sections', help: 'Aide' },
}
