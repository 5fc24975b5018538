// The words with which somebody answers for an alert: told in the story, sealed in the table.
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  fictionNumber,
  type SendingGround,
  sendingGround,
} from '../../../test/support/sending-ground.ts'
import type { MessageId } from '../../kernel/index.ts'
import { readStory } from '../view/read-messages.ts'

let ground: SendingGround
beforeAll(async () => {
  ground = await sendingGround()
})
afterAll(() => ground.close())

test('the story has the words, the table has them sealed, and the same words are the same terms', async () => {
  const reason = 'Madame Exemple l’a demandé : rappel de garantie, pas une offre.'
  const approvedBy = ground.makeId()
  const numbers = [fictionNumber(1), fictionNumber(2)]
  await ground.people(numbers, { agreed: true })
  const order = {
    class: 'alert' as const,
    basis: 'contract' as const,
    purpose: null,
    override: { reason, approvedBy },
  }
  const first = await ground.accept(numbers.slice(0, 1), order)
  const second = await ground.accept(numbers.slice(1), order)
  const other = { ...order, override: { reason: `${reason} Vraiment.`, approvedBy } }
  await ground.accept(numbers.slice(1), other)

  const looking = {
    ...ground,
    clock: ground.timers,
    looks: ground.audit,
    routes: ground.sending.ports.routes,
  }
  for (const id of [first.ids[0], second.ids[0]]) {
    const { reasons } = await readStory(looking, ground.caller, id as MessageId)
    expect(reasons.override).toEqual({ reason, approvedBy })
  }
  const { rows } = await ground.test.asSuperuser((client) =>
    client.query('select * from sending.terms where override_by is not null'),
  )
  expect(rows).toHaveLength(2)
  expect(JSON.stringify(rows)).not.toContain('Exemple')
  expect(rows.map((row) => row['override_sealed'].includes('Exemple'))).toEqual([false, false])
  const inClear = ground.test.asSuperuser((client) =>
    client.query(
      `insert into sending.terms select account_id, gen_random_uuid(), class, basis, purpose,
         controller_id, route_id, supplier_id, sender, if_unsure, rule_pack, 'in clear', override_by,
         made_at, override_sealed from sending.terms limit 1`,
    ),
  )
  await expect(inClear).rejects.toMatchObject({ constraint: 'override_is_sealed' })
})
