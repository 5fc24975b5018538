// What follows from each type, as a table; and that both languages say it.
import { describe, expect, test } from 'vitest'
import { classOfType, dataTypes } from './types-of-data.ts'
import { followsSentences, whatFollows } from './what-follows.ts'

describe('what follows', () => {
  test('numbers of states, papers, bank data and articles 9 and 10 rest nowhere', () => {
    const barred = dataTypes.filter((type) => whatFollows(type).storage !== 'may_be_kept')
    for (const type of barred) {
      expect(whatFollows(type), type).toMatchObject({
        rests: 'nowhere',
        isMasked: true,
        isMergeField: false,
        isCriterion: false,
      })
    }
    const sensitive = dataTypes.filter((type) =>
      ['special', 'financial'].includes(classOfType[type]),
    )
    expect(sensitive.filter((type) => !barred.includes(type))).toEqual([])
    expect(barred).toEqual(expect.arrayContaining(['nir', 'ine', 'passport', 'tax_id', 'id_card']))
  })

  test('only names stand in a text, and only what has a field is kept', () => {
    expect(dataTypes.filter((type) => whatFollows(type).isMergeField)).toEqual([
      'first_name',
      'last_name',
    ])
    const kept = dataTypes.filter((type) => whatFollows(type).rests !== 'nowhere')
    expect(kept).not.toContain('postal_address')
    expect(kept).not.toContain('free_text')
  })

  test('is said in both languages for every type', () => {
    for (const type of dataTypes) {
      const [french, english] = [followsSentences('fr', type), followsSentences('en', type)]
      expect(french.length, type).toBeGreaterThan(0)
      expect(english.length, type).toBe(french.length)
    }
  })
})
