// An answer of any size is kept in parts, and is one file again, octet by octet.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { nobodyThere } from '../../../test/support/campaign-fixture.ts'
import { type SendingFixture, sendingFixture } from '../../../test/support/sending-fixture.ts'
import type { E164 } from '../../kernel/index.ts'
import type { PreferencesDeps } from '../deps.ts'
import { findPerson } from '../person-page.ts'
import { takeRequest } from '../requests/take-request.ts'
import { answerParts, keepAnswerFile, openAnswerFile, partsOf } from './answer-file.ts'

let here: SendingFixture
let deps: PreferencesDeps
beforeAll(async () => {
  here = await sendingFixture({ url: nobodyThere })
  const { database, vault, audit, contacts, consent, makeId, timers: clock } = here
  deps = {
    ...{ database, vault, audit, contacts, consent, makeId, clock },
    ...{ jobs: { enqueue: async () => undefined }, sensitive: { countOf: async () => 0 } },
  } as unknown as PreferencesDeps
}, 120_000)
afterAll(() => here?.close())

const octets = (length: number, from = 0) =>
  Buffer.from(Array.from({ length }, (_, place) => (from + place) % 256))

test.each([
  [1, 4, [1]],
  [4, 4, [4]],
  [5, 4, [4, 1]],
  [12, 4, [4, 4, 4]],
])('%i octets in parts of %i at most are %j', (length, most, lengths) => {
  const bytes = octets(length)
  const parts = partsOf(bytes, most)
  expect(parts.map((part) => part.length)).toEqual(lengths)
  expect(Buffer.concat(parts)).toEqual(bytes)
})

test('what a row does not take is kept in several and opened as one; a new answer is the only one', async () => {
  const number = '+33639983991' as E164
  await here.people([number], { agreed: true })
  const { accountId } = here.caller
  const { request } = await takeRequest(deps, here.caller, {
    ...{ number, kind: 'access', heardBy: 'phone', text: 'Tout', receivedOn: '2026-11-24' },
  })
  const { id: requestId, subjectId, contactId } = request
  if (contactId === null) throw new Error('the request is of a contact')
  const at = here.timers.now()
  const keep = (bytes: Buffer) =>
    here.database.inAccount(accountId, async (tx) => {
      const known = await findPerson(deps, tx, { accountId, contactId, subjectId })
      if (known === null) throw new Error('the person is there')
      const { keys } = known
      const file = { accountId, requestId, subjectId, keys, bytes, partOctets: 7 }
      await keepAnswerFile(deps, tx, { ...file, at, by: 'system:test', expiresAt: at + 1_000 })
      const parts = await answerParts(tx, { accountId, requestId }, at)
      const opened = await openAnswerFile(deps, tx, { accountId, requestId, keys, parts, at })
      return { parts: parts.map((part) => part.octets), opened }
    })
  const large = octets(20)
  expect(await keep(large)).toEqual({ parts: [7, 7, 6], opened: large })
  const small = octets(3, 100)
  expect(await keep(small)).toEqual({ parts: [3], opened: small })
  const later = await here.database.inAccount(accountId, (tx) =>
    answerParts(tx, { accountId, requestId }, at + 1_000),
  )
  expect(later).toEqual([])
})
