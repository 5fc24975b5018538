// The letter to a supplier where accounts share senders: what it finds by which means.
import { expect, test } from 'vitest'
import { type Telling, tellingOf } from './tell-suppliers.ts'

const letter = (senders: string[], shared: Telling['shared']) => {
  const at = Date.parse('2026-11-25T10:00:00Z')
  const told: Telling = {
    ...{ account: 'Lumen', at, people: 2, from: at, until: at, senders },
    ...(shared === undefined ? {} : { shared }),
  }
  return tellingOf(told, '0193f6a0-0000-7000-8000-00000000beef').text
}

test('without a shared sender it asks for all, by sender and day', () => {
  const text = letter(['LUMEN'], null)
  expect(text).toBe(letter(['LUMEN'], undefined))
  expect(text).not.toMatch(/Other accounts|cannot tell apart|other senders/)
})

test('where some are shared it says by what each is found', () => {
  const text = letter(['LUMEN', 'PROMO'], { senders: ['PROMO'], ids: ['a1', 'a2'], hasMore: false })
  expect(text).toContain('under these senders too: PROMO.')
  expect(text).toMatch(/messages under these senders by the ids[^.]*\.[^.]*\. Ids: 2\./)
  expect(text).toContain('Under its other senders you find its messages by sender and day: LUMEN.')
  expect(text).toContain('ceux-là ne sont pas concernés')
  expect(text).toContain(
    'Sous ses autres expéditeurs, vous trouvez ses messages par expéditeur et par date : LUMEN.',
  )
  expect(text).toContain('a1, a2')
})

test('where all are shared there are no other senders to name', () => {
  const text = letter(['PROMO'], { senders: ['PROMO'], ids: ['a1'], hasMore: false })
  expect(text).toContain('under these senders too: PROMO.')
  expect(text).not.toMatch(/other senders you find|autres expéditeurs, vous/)
})

test('of too many ids the latest are told as such; where none is held it says so', () => {
  const latest = letter(['PROMO'], { senders: ['PROMO'], ids: ['a1'], hasMore: true })
  expect(latest).toContain('Latest ids: 1.')
  expect(latest).toContain('Derniers identifiants : 1.')
  const none = letter(['PROMO'], { senders: ['PROMO'], ids: [], hasMore: false })
  expect(none).toContain('We hold no id of a message of the deleted account under these senders')
  expect(none).not.toMatch(/ids: \d/i)
})
