// The words with which somebody answers for an alert: told in the story, sealed in the table.
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  fictionNumber,
  type SendingFixture,
  sendingFixture,
} from '../../../test/support/sending-fixture.ts'
import type { MessageId } from '../../kernel/index.ts'
import { readStory } from '../view/read-messages.ts'

let fixture: SendingFixture
beforeAll(async () => {
  fixture = await sendingFixture()
})
afterAll(() => fixture.close())

test('the story has the words, the table has them sealed, and the same words are the same terms', async () => {
  const reason = 'Madame Exemple l’a demandé : rappel de garantie, pas une offre.'
  const approvedBy = fixture.makeId()
  const numbers = [fictionNumber(1), fictionNumber(2)]
  await fixture.people(numbers, { agreed: true })
  const order = {
    class: 'alert' as const,
    basis: 'contract' as const,
    purpose: null,
    override: { reason, approvedBy },
  }
  const first = await fixture.accept(numbers.slice(0, 1), order)
  const second = await fixture.accept(numbers.slice(1), order)
  const other = { ...order, override: { reason: `${reason} Vraiment.`, approvedBy } }
  await fixture.accept(numbers.slice(1), other)

  const looking = {
    ...fixture,
    clock: fixture.timers,
    accessLog: fixture.audit,
    routes: fixture.sending.ports.routes,
  }
  for (const id of [first.ids[0], second.ids[0]]) {
    const { reasons } = await readStory(looking, fixture.caller, id as MessageId)
    expect(reasons.override).toEqual({ reason, approvedBy })
  }
  const { rows } = await fixture.test.asSuperuser((client) =>
    client.query('select * from sending.terms where override_by is not null'),
  )
  expect(rows).toHaveLength(2)
  expect(JSON.stringify(rows)).not.toContain('Exemple')
  expect(rows.map((row) => row['override_sealed'].includes('Exemple'))).toEqual([false, false])
  const inClear = fixture.test.asSuperuser((client) =>
    client.query(
      `insert into sending.terms select account_id, gen_random_uuid(), class, basis, purpose,
         controller_id, route_id, supplier_id, sender, if_unsure, rule_pack, 'in clear', override_by,
         made_at, override_sealed from sending.terms limit 1`,
    ),
  )
  await expect(inClear).rejects.toMatchObject({ constraint: 'override_is_sealed' })
})
