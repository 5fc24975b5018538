// Words that stick together are told apart, and a long word stays one.
import { expect, test } from 'vitest'
import { unglued } from './glued-words.ts'
import { readReply } from './read-reply.ts'

const words = new Set(['please', 'remove', 'messages', 'nummer', 'telefon'])
const isWord = (word: string) => words.has(word)

test('a row of known words is told apart, the longest first', () => {
  expect(unglued('pleaseremovemefromthelist', isWord)).toEqual([
    'please',
    'remove',
    'me',
    'from',
    'the',
    'list',
  ])
})

test('a compound, a short word and what holds a strange word stay as they are', () => {
  for (const letters of ['telefonnummer', 'nomore', 'pleaseremovemyxylophone']) {
    expect(unglued(letters, isWord), letters).toBeNull()
  }
})

test('a refusal without a space is a refusal', () => {
  for (const text of [
    'pleaseremovemefromyourlist',
    'mercidemeretirerdelaliste',
    'nomemandeismasmensajes',
    'nonmandatemipiumessaggi',
    'bittekeinenachrichtenmehr',
    'stuurmijgeenberichtenmeer',
  ]) {
    expect(readReply(text).meaning, text).toBe('stop')
  }
  expect(readReply('Donaudampfschifffahrtsgesellschaft').meaning).toBe('other')
})

test('a row of letters that nobody wrote is not tried letter by letter', () => {
  // Each place with each other: of 8,000 letters that was a minute and a half.
  let asked = 0
  const isWord = () => {
    asked += 1
    return true
  }
  expect(unglued('stop'.repeat(2_000), isWord)).toBeNull()
  expect(asked).toBe(0)
  unglued('stop'.repeat(30), isWord)
  expect(asked).toBeLessThanOrEqual(120 * 24)
})
