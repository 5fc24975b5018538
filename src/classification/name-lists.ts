// First names, family names and towns of France and its neighbours, and what goods are called.
import { lateWords, wordsOf } from './data-files.ts'

export const firstNames = lateWords(() => wordsOf('first-names'))
export const lastNames = lateWords(() => wordsOf('family-names'))
/** Whole-cell matching is by `isCity`: names of several words are looked up with hyphens there. */
export const cities = lateWords(() => wordsOf('towns'))
/** Without those that are family names as well: Blanc, Becker, Marchand. */
export const nouns = lateWords(() => wordsOf('goods'))
