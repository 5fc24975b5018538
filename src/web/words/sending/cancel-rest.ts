// The sentences said before the rest of a campaign is cancelled, in both languages.
export const cancelRestWords = {
  en: {
    what: 'Messages that have not left are never sent. Those that have left cannot be called back. A cancelled campaign does not start again: to pause it, use “Pause”.',
    sure: 'Cancel them now',
    keep: 'Do not cancel',
  },
  fr: {
    what: 'Les messages qui ne sont pas partis ne partiront jamais. Ceux qui sont partis ne peuvent pas être rappelés. Une campagne annulée ne reprend pas : pour l’interrompre, utilisez « Mettre en pause ».',
    sure: 'Les annuler maintenant',
    keep: 'Ne pas annuler',
  },
}
