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
  const started = process.cpuUsage()
  expect(unglued('stop'.repeat(2_000), () => true)).toBeNull()
  // Without a bound it took a minute and a half.
  expect(process.cpuUsage(started).user / 1e6).toBeLessThan(5)
})
