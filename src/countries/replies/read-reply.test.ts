// Replies as people write them: what keywords, signs and quotations decide, and the model's bars.
import { beforeAll, describe, expect, test } from 'vitest'
import { decide, type ReadReply, type ReplyMeaning, replyReader } from './read-reply.ts'
import { thresholds } from './thresholds.ts'

let readReply: ReadReply
beforeAll(async () => {
  readReply = await replyReader()
})

type Row = [text: string, meaning: ReplyMeaning]

// biome-ignore format: a table
const disguises: Row[] = [
  ['STOP', 'stop'], ['stop svp', 'stop'], ['Stop!!! merci', 'stop'], ['stooooop', 'stop'],
  ['S.T.O.P', 'stop'], ['s t o p', 'stop'], ['ST0P', 'stop'], ['$top', 'stop'], ['5t0p', 'stop'],
  ['ＳＴＯＰ', 'stop'], ['ЅТОР', 'stop'], ['стоп', 'stop'], ['🆂🆃🅾🅿', 'stop'], ['S\u200bT\u200bO\u200bP', 'stop'],
  ['S̶T̶O̶P̶', 'stop'], ['stpo', 'stop'], ['stp', 'stop'], ['STOP36180', 'stop'], ['STOP 36173', 'stop'],
  ['stop au 36111', 'stop'], ['🛑', 'stop'], ['✋🏽', 'stop'], ['🚫 pub', 'stop'], ['« stop »', 'stop'],
  ['STOP Dupont Marie', 'stop'], ['stoppub', 'stop'], ['#stop', 'stop'], ['désabonnez-moi', 'stop'],
]

// biome-ignore format: a table
const quotations: Row[] = [
  ['STOP\n\nMarie Dupont\n01 23 45 67 89', 'stop'],
  ['STOP\n> Soldes chez Truc, STOP au 36111', 'stop'],
  ['Merci, à mardi\n> Soldes chez Truc, STOP au 36111', 'other'],
  ['Oui\nEnvoyé de mon iPhone', 'other'],
  ['A aimé « Soldes -20 % chez Truc, STOP au 36111 »', 'other'],
  ['Liked “Sale -20% at Shop. Reply STOP to end”', 'other'],
]

// biome-ignore format: a table
const others: Row[] = [
  ['', 'other'], ['   \n ', 'other'], ['👍', 'other'], ['Top !', 'other'], ['non stop', 'doubtful'],
  ['❌', 'doubtful'], ['??', 'doubtful'], ['HELP', 'help'], ['aide svp', 'help'], ['CONTACT', 'contact'],
  ['START', 'start'], ['Qui êtes-vous ?', 'contact'], ['OUI', 'other'],
]

describe('what needs no model, and what a disguise hides', () => {
  test.each([...disguises, ...quotations, ...others])('%j is %s', (text, meaning) => {
    expect(readReply(text).meaning).toBe(meaning)
  })
})

test('each reading says what decided, and the model how surely and which one it was', () => {
  expect(readReply('STOP svp')).toMatchObject({ by: 'keyword', matched: 'stop', score: null })
  expect(readReply('🛑')).toMatchObject({ by: 'signs', matched: '🛑', model: null })
  expect(readReply(' ')).toMatchObject({ by: 'nothing', matched: '' })
  const reading = readReply('Je ne veux plus recevoir vos messages publicitaires')
  expect(reading).toMatchObject({ meaning: 'stop', by: 'model', language: 'fr' })
  expect(reading.score).toBeGreaterThan(thresholds.stop)
  expect(reading.matched).toContain('plus recevoir')
  expect(reading.model).toMatch(/^[0-9a-f]{12}$/)
})

test('the bars: a stop, a doubt, and then whichever of the others is surest', () => {
  const shares = { stop: 0, doubtful: 0, help: 0.01, contact: 0.6, start: 0, other: 0.3 }
  expect(decide({ ...shares, stop: thresholds.stop }, false).meaning).toBe('stop')
  expect(decide({ ...shares, stop: thresholds.stop }, true).meaning).toBe('doubtful')
  expect(decide({ ...shares, stop: thresholds.stopOfWord }, true).meaning).toBe('stop')
  const half = thresholds.doubtful / 2
  expect(decide({ ...shares, stop: half, doubtful: half }, true).meaning).toBe('doubtful')
  expect(decide(shares, true)).toEqual({ meaning: 'contact', score: 0.6 })
})
