// How long the journal tells of looks at people's data: what is recommended, and its source.
// Browser-safe.

/**
 * Six months to one year; up to three years where whoever decides shows a risk of misuse, and has
 * written down how it is looked into. A recommendation: whoever chooses longer gives the reason.
 */
export const looksRule = {
  months: 12,
  shortest: 6,
  longest: 36,
  recommendedUntil: 12,
  source: {
    title:
      'CNIL, délibération n° 2021-122 du 14 octobre 2021 portant adoption d’une recommandation relative à la journalisation',
    article: 'durée de conservation des données de journalisation',
    address: 'https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000044272396',
    checkedOn: '2026-12-01',
  },
} as const
