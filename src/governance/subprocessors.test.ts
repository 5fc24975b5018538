// Sub-processors and signed contracts on a real database: announced once to each account,
// objected to until the day, sealed and opened.
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  jumpingTimers,
  type SendingFixture,
  sendingFixture,
} from '../../test/support/sending-fixture.ts'
import { toldIn } from '../../test/support/told.ts'
import { makeAccount, systemCaller } from '../accounts/index.ts'
import { instantOf, isoDateOf, wallTimeOf } from '../countries/index.ts'
import { accountSuppliers, objectToChange } from './account-suppliers.ts'
import { art28Items, newContract, newSubprocessor } from './contract.ts'
import type { SealingDeps } from './deps.ts'
import { addContractDocument, describeSupplier, openContractDocument } from './manage-details.ts'
import { addSubprocessor, removeSubprocessor } from './manage-subprocessors.ts'
import { addContract, addSupplier } from './manage-suppliers.ts'
import { objectionsTo } from './objections.ts'
import { tellChanges } from './tell-changes.ts'

const dayMs = 86_400_000
const { timers, jump } = jumpingTimers()
const actions: string[] = []
let here: SendingFixture
let deps: SealingDeps
let supplierId: string
beforeAll(async () => {
  here = await sendingFixture({ timers, starts: false })
  const { database, makeId, vault } = here
  deps = {
    ...{ database, clock: timers, makeId, vault },
    record: async (_tx, _caller, { action }) => {
      actions.push(action)
    },
  }
  const added = await addSupplier(deps, here.caller, { name: 'Exemple SAS', country: 'FR' })
  supplierId = added.id
  const contract = newContract.parse({
    ...{ reference: 'DPA-1', validFrom: '2026-01-01T00:00:00.000Z' },
    art28Items: [...art28Items],
  })
  await addContract(deps, here.caller, supplierId, contract)
}, 60_000)
afterAll(() => here.close())

const inDays = (days: number) => new Date(timers.now() + days * dayMs).toISOString()
const sub = (name: string, since: string, replacesId: string | null = null) =>
  addSubprocessor(
    deps,
    here.caller,
    supplierId,
    newSubprocessor.parse({ name, country: 'DE', purpose: 'Hébergement', since, replacesId }),
  )
const told = async () => {
  await tellChanges(deps)
  await tellChanges(deps)
  return (await toldIn(here.test)).filter(({ kind }) => kind === 'subprocessor_change')
}
const own = async () =>
  (await accountSuppliers(deps, here.caller)).find(({ id }) => id === supplierId)

test('a change leaves accounts thirty days, is told once, and is objected to until the day', async () => {
  await expect(sub('Trop tôt GmbH', inDays(29))).rejects.toMatchObject({
    code: 'governance.notice_too_short',
  })
  // A day as it is typed in Paris.
  const { day } = wallTimeOf('Europe/Paris', timers.now() + 31 * dayMs)
  const since = new Date(instantOf('Europe/Paris', day, 0)).toISOString()
  const planned = await sub('Nouveau GmbH', since)
  const changeId = planned.changes[0]?.id ?? ''
  expect(planned.changes).toMatchObject([
    { kind: 'added', added: { name: 'Nouveau GmbH' }, removed: null },
  ])
  expect((await told()).map(({ details }) => details)).toMatchObject([
    { name: 'Exemple SAS', other: 'Nouveau GmbH', variant: 'added', day: isoDateOf(day) },
  ])
  expect(await own()).toMatchObject({
    ...{ standing: 'valid', subprocessors: [{ name: 'Nouveau GmbH' }] },
    changes: [{ canObject: true, objection: null }],
  })
  expect(JSON.stringify(await own())).not.toContain('documents')

  const reason = 'Nos données de santé restent en France.'
  await objectToChange(deps, here.caller, changeId, reason)
  await expect(objectToChange(deps, here.caller, changeId, reason)).rejects.toMatchObject({
    code: 'governance.objected_already',
  })
  expect((await own())?.changes).toMatchObject([{ canObject: false, objection: { reason } }])
  const { id, number, name } = here.account
  expect((await objectionsTo(deps, supplierId)).items).toMatchObject([
    { changeId, account: { id, number, name }, reason },
  ])
  const rows = await here.test.asSuperuser((client) =>
    client.query<{ sealed: string }>(
      `select encode(reason_sealed, 'escape') as sealed from governance.objection`,
    ),
  )
  expect(rows.rows[0]?.sealed).not.toContain('France')
  expect((await toldIn(here.test)).map(({ kind }) => kind)).toContain('change_objected')

  const other = await makeAccount(
    here.accounts,
    { name: 'Autre', kind: 'sandbox', country: 'FR', zone: 'Europe/Paris', language: 'fr' },
    async () => undefined,
  )
  const others = systemCaller(other, 'command_line', '1'.repeat(32))
  const seen = await accountSuppliers(deps, others)
  expect(seen.flatMap(({ changes }) => changes)).toMatchObject([{ objection: null }])
  jump(31 * dayMs)
  await expect(objectToChange(deps, others, changeId, reason)).rejects.toMatchObject({
    code: 'governance.objection_too_late',
  })
})

test('one at work is told as such, one is replaced, one is removed without objection', async () => {
  const before = (await told()).length
  const there = await sub('Déjà là SARL', inDays(-10))
  expect(there.changes[0]?.objectUntil).toBe(
    new Date(Date.parse(there.changes[0]?.announcedAt ?? '') + 30 * dayMs).toISOString(),
  )
  const gone = there.subprocessors.find(({ name }) => name === 'Déjà là SARL')?.id ?? ''
  const replaced = await sub('Relève SARL', inDays(40), gone)
  expect(replaced.changes[0]).toMatchObject({
    ...{ kind: 'replaced', added: { name: 'Relève SARL' }, removed: { name: 'Déjà là SARL' } },
  })
  await expect(sub('Encore SARL', inDays(50), gone)).rejects.toMatchObject({
    code: 'governance.subprocessor_not_found',
  })
  const first = replaced.subprocessors.find(({ name }) => name === 'Nouveau GmbH')?.id ?? ''
  const which = { supplierId, subprocessorId: first }
  const removed = await removeSubprocessor(deps, here.caller, which, timers.now())
  expect(removed.changes[0]).toMatchObject({ kind: 'removed', objectUntil: null })
  expect(removed.subprocessors.map(({ name }) => name)).toEqual(['Déjà là SARL', 'Relève SARL'])
  // Two accounts by now, three changes.
  expect((await told()).length - before).toBe(6)
})

test('a signed contract is a PDF, sealed, kept once, and each look is recorded', async () => {
  const contractId = (await describe())?.contracts[0]?.id ?? ''
  const place = { supplierId, contractId }
  const pdf = Buffer.from('%PDF-1.7\nsigned: Opérateur Exemple\n%%EOF')
  await expect(
    addContractDocument(deps, here.caller, place, Buffer.from('MZ no paper')),
  ).rejects.toMatchObject({ code: 'governance.document_type_unknown' })
  await addContractDocument(deps, here.caller, place, pdf)
  const kept = await addContractDocument(deps, here.caller, place, pdf)
  const documents = kept.contracts[0]?.documents ?? []
  expect(documents).toMatchObject([{ octets: pdf.length }])
  const documentId = documents[0]?.id ?? ''
  expect(await openContractDocument(deps, here.caller, { ...place, documentId })).toEqual(pdf)
  const elsewhere = { supplierId: here.account.id, contractId, documentId }
  await expect(openContractDocument(deps, here.caller, elsewhere)).rejects.toMatchObject({
    code: 'governance.document_not_found',
  })
  const { rows } = await here.test.asSuperuser((client) =>
    client.query<{ body: Buffer }>('select body_sealed as body from governance.contract_document'),
  )
  expect(rows[0]?.body.includes('signed')).toBe(false)
  expect(actions.filter((one) => one.startsWith('governance.document'))).toEqual([
    'governance.document_added',
    'governance.document_opened',
  ])
})

const describe = (processingCountries: string[] = ['DE']) =>
  describeSupplier(deps, here.caller, supplierId, {
    ...{ role: 'controller_too', numbersKeptDays: 365, erasureAddress: 'dpo@exemple.example' },
    ...{ contact: 'Service client', processingCountries },
  })

test('what is declared is shown; processing outside the EEA asks the contract for an instrument', async () => {
  expect(await describe()).toMatchObject({ numbersKeptDays: 365, standing: 'valid' })
  expect(await describe(['US', 'US'])).toMatchObject({
    ...{ standing: 'incomplete', processingCountries: ['US'] },
    contracts: [{ missing: ['transfer_instrument'] }],
  })
  expect(await own()).toMatchObject({ role: 'controller_too', standing: 'incomplete' })
})
