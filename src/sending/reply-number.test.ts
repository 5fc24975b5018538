// A STOP finds its number in each way in which operators write one.
import { expect, test } from 'vitest'
import { replyNumbers } from './reply-number.ts'

// biome-ignore format: a table reads as a table
const table = [
  ['+33639980001',   '+33639980001'],
  ['33639980001',    '+33639980001'],
  ['0033639980001',  '+33639980001'],
  ['0639980001',     '+33639980001'],
  ['639980001',      '+33639980001'],
  ['0692123456',     '+262692123456'],
  ['+262692123456',  '+262692123456'],
] as const

test('a reply’s number is found however the operator writes it', () => {
  for (const [address, number] of table)
    expect([address, ...replyNumbers(address)]).toContain(number)
})

test('what is no telephone gives none', () => {
  for (const address of ['36111', 'BOUTIQUE', '']) expect(replyNumbers(address)).toEqual([])
})
