// Places without a complete pack: notes for whoever goes through them, and no marketing meanwhile.
import type { BothLanguages, DraftRules } from './rules.ts'

type Note = readonly [text: string, title: string, url: string]

function draft(country: string, name: BothLanguages, ...notes: readonly Note[]): DraftRules {
  return {
    country,
    name,
    reviewed: false,
    notes: notes.map(([value, title, url]) => ({
      value,
      source: { title, article: '', url, checkedOn: '2026-11-24', evidence: 'second_hand' },
    })),
  }
}

const overseas: Note = [
  'A telecommunications law of its own, which was not read.',
  'Arcep, numbering of the overseas territories',
  'https://arcep.fr/la-regulation/grands-dossiers-thematiques-transverses/la-numerotation/la-numerotation-outre-mer.html',
]

export const drafts: readonly DraftRules[] = [
  draft('US', { fr: 'États-Unis', en: 'United States' }, [
    'Express written consent; 08:00 to 21:00 where the person is, narrower in several states; sender registration. Not written for Europe’s senders: off.',
    'TCPA, 47 CFR 64.1200(c)(1), as reported',
    'https://fedsoc.org/commentary/fedsoc-blog/navigating-a-tcpa-minefield-understanding-the-quiet-hours-rule',
  ]),
  draft('NC', { fr: 'Nouvelle-Calédonie', en: 'New Caledonia' }, overseas),
  draft('PF', { fr: 'Polynésie française', en: 'French Polynesia' }, overseas),
  draft('WF', { fr: 'Wallis-et-Futuna', en: 'Wallis and Futuna' }, overseas),
]
