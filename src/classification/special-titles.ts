// What articles 9 and 10 protect, by patterns of a header: two words that belong together,
// or one built on.
import { late, patternsWith, rowsOf } from './data-files.ts'
import { familyAmongPeople, type HeaderCandidate } from './headers/header-tables.ts'
import type { SpecialType } from './special-words.ts'

type Entry = { type: SpecialType; pattern: RegExp; phrase: string }

const all = late(() => {
  const rows = rowsOf('special-titles')
  const of = patternsWith(rows.filter(([where]) => where === 'let').map((row) => row.slice(1)))
  const at = (place: string, phrase = ''): Entry[] =>
    rows
      .filter(([where]) => where === place)
      .map(([, type, source = '']) => ({ type: type as SpecialType, pattern: of(source), phrase }))
  const one = (place: string) => at(place)[0]?.pattern ?? /$^/
  const titles = rows.flatMap(([where = '', type, source = '']) => {
    if (!where.startsWith('title')) return []
    const phrase = where === 'title' ? 'family' : familyAmongPeople
    return [{ type: type as SpecialType, pattern: of(source), phrase }]
  })
  return {
    titles,
    words: at('word'),
    notTitle: one('not'),
    notWord: one('not a word'),
    backing: one('backing'),
    backed: one('backed'),
    worship: one('worship'),
  }
})

/**
 * "Parish" over "St Mary", "Synagogue" over "Beth Israel": they bear names of people, and are none.
 */
export function isPlaceOfWorship(words: string): boolean {
  return all().worship.test(words)
}

/** Where such a word is of something else: of a street, a bank, a run, an invoice, a locker. */
export function speaksOfSomethingElse(words: string): boolean {
  return all().notTitle.test(words)
}

/** What a header speaks of by a pattern of all of it, whatever else is said beside it. */
export function specialByFamily(words: string): HeaderCandidate[] {
  const found: HeaderCandidate[] = []
  for (const { type, pattern, phrase } of all().titles) {
    if (!pattern.test(words) || found.some((candidate) => candidate.type === type)) continue
    found.push({ type, match: 'part', phrase })
  }
  return found
}

/** And by how one of its words begins. */
export function specialByStem(words: string): HeaderCandidate[] {
  const { words: stems, notWord, backing, backed } = all()
  const found: HeaderCandidate[] = []
  for (const token of words.split(' ')) {
    if (notWord.test(token)) continue
    for (const { type, pattern } of stems) {
      if (pattern.test(token) && !found.some((candidate) => candidate.type === type)) {
        found.push({ type, match: 'part', phrase: token })
      }
    }
  }
  // "Mozione sostenuta", "Gesteunde lijst": whose side somebody takes.
  if (backing.test(words) && backed.test(words)) {
    found.push({ type: 'political_opinion', match: 'part', phrase: words })
  }
  return found
}
