// Whoever asks for the link to a page learns nothing of the number, not even by waiting.
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { nobodyThere } from '../../test/support/campaign-fixture.ts'
import { seededRandomness } from '../../test/support/clock.ts'
import { type SendingFixture, sendingFixture } from '../../test/support/sending-fixture.ts'
import { AppError, type E164 } from '../kernel/index.ts'
import { askForLink } from './ask-link.ts'
import type { PreferencesDeps } from './deps.ts'
import type { FormId } from './form.ts'
import type { ShownForm } from './manage-forms.ts'
import { sealOf } from './submit-form.ts'

const formId = '019aaaaa-0000-7000-8000-000000000001' as FormId
let here: SendingFixture
beforeAll(async () => {
  here = await sendingFixture({ url: nobodyThere })
}, 120_000)
afterAll(() => here?.close())

/** With what sends a link; it was asked for these numbers. */
async function ask(number: string, sendMessage: () => Promise<never>) {
  const { database, vault, contacts, timers: clock, account, caller } = here
  const sent: string[] = []
  const error = vi.fn()
  const deps = {
    ...{ database, vault, contacts, clock, randomness: seededRandomness(number) },
    ...{ publicUrl: 'https://sms.example.org', ownUrl: () => null, logger: { error } },
    sendMessage: async (_caller: unknown, { to }: { to: string }) => {
      sent.push(to)
      return sendMessage()
    },
  } as unknown as PreferencesDeps
  const controller = await database.inAccount(account.id, (tx) =>
    contacts.controller(tx, account.id, 'default'),
  )
  const form = { id: formId, language: 'fr', controllerId: controller?.id, sender: 'LUMEN' }
  const shownAt = String(clock.now() - 5_000)
  const seal = `${shownAt}.${sealOf(deps, formId, shownAt)}`
  const shown = { account, form, controller } as unknown as ShownForm
  const { traceId } = caller
  return { fault: await askForLink(deps, shown, { number, seal, trap: '', traceId }), sent, error }
}

test.each([
  ['takes long', '+33639983901', 0, () => new Promise<never>(() => undefined)],
  [
    ...(['cannot be done', '+33639983902', 1] as const),
    () => Promise.reject(new AppError('sending.queue_full', 'unavailable', 'too much')),
  ],
] as const)('an answer says nothing of a number to which a message %s', async (...told) => {
  const [, number, faults, sends] = told
  await here.people([number as E164], { agreed: true })
  const { fault, sent, error } = await ask(number, sends)
  expect(fault).toBeNull()
  await vi.waitFor(() => expect(sent).toEqual([number]), 10_000)
  // Whoever runs the server learns of it, and of nobody's number.
  await vi.waitFor(() => expect(error).toHaveBeenCalledTimes(faults), 10_000)
  expect(JSON.stringify(error.mock.calls)).not.toContain(number.slice(1))
})
