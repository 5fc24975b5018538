// A label for every column of accountability: assessments, training and reviews.
import type { DataLabel, DataMap } from '../kernel/index.ts'

const labels = (
  keep: string,
  whose: Readonly<Record<string, DataLabel>>,
): Readonly<Record<string, DataLabel>> => {
  const none = (why: string): DataLabel => ({ kind: 'none', why, keep, erase: 'not_personal' })
  return {
    ...whose,
    entry_id: none('orders what was written'),
    kind: none('an answer, a training, a review'),
    place: none('which question, topic or review; of an attestation also which user'),
    at: none('when'),
    by: none('which user or token wrote it'),
    content_sealed: {
      kind: 'attribute',
      why: 'What users wrote of their processing and training, and what counsel said (GDPR, articles 24, 35, 39).',
      keep,
      erase: 'Kept: the law asks for the record; no person written to is named in it.',
    },
  }
}

export const accountabilityDataMap: DataMap = {
  'accountability.entry': labels('as long as the account', {
    account_id: {
      ...{ kind: 'none', why: 'whose record', keep: 'as long as the account' },
      erase: 'not_personal',
    },
  }),
  'accountability.installation_entry': labels('as long as the installation', {}),
}
