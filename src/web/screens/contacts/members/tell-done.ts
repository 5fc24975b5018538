// What became of an act for several people: how many it was done for, and for how many not and why.
import type { StopsRecorded } from '../../../../preferences/contract.ts'
import { count } from '../../../data/format.ts'
import { useLanguage } from '../../../data/language.tsx'
import { fill } from '../../../words/fill.ts'
import { own } from '../../../words/own.ts'
import { memberWords } from '../../../words/people/members.ts'
import type { ListTold } from './member-queries.ts'

/** Why so many cannot be acted on at once; null where they can. */
export const useTooMany = (people: readonly unknown[], most: number): string | null => {
  const { language, words } = useLanguage()
  if (people.length <= most) return null
  return fill(own(words, memberWords).tooMany, { most: count(language, most) })
}

export function useTellDone() {
  const { language, words } = useLanguage()
  const w = own(words, memberWords)
  const counted = (sentence: string, people: number, name = '') =>
    fill(sentence, { people: count(language, people), name })
  /** Counts of nobody are left out, but for the first. */
  const told = (first: string, others: readonly (readonly [string, number])[]) =>
    [
      first,
      ...others.filter(([, people]) => people > 0).map(([sentence, n]) => counted(sentence, n)),
    ].join(' ')
  return {
    joined: ({ changed, already, unknown, name }: ListTold) =>
      told(counted(w.joined, changed, name), [
        [w.alreadyIn, already],
        [w.unknown, unknown],
      ]),
    left: ({ changed, already, unknown, name }: ListTold) =>
      told(counted(w.left, changed, name), [
        [w.notIn, already],
        [w.unknown, unknown],
      ]),
    stopped: ({ recorded, already, unknown, stillLeaving }: StopsRecorded) =>
      told(counted(w.stopped, recorded), [
        [w.stoppedBefore, already],
        [w.unknown, unknown],
        [w.stillLeaving, stillLeaving],
      ]),
  }
}
