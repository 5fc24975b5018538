// The headings of what the search finds besides people and their things: they come with its dialog.
export const foundWords = {
  en: { sections: 'Settings and sections', help: 'Help' },
  fr: { sections: 'Réglages et sections', help: 'Aide' },
}
