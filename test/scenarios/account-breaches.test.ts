// An account’s own register of breaches: its own clock and reminders for what it was told, its own
// records that staff do not see, letters kept as issued, and the register as a file.
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type {
  AccountBreachItem,
  AccountBreachPage,
  AccountBreachView,
} from '../../src/disclosure/contract.ts'
import type { BreachView } from '../../src/disclosure/contract-breaches.ts'
import type { OpenPointsView } from '../../src/overview/contract-points.ts'
import { faultsOf, readPdf } from '../support/read-pdf.ts'
import { type Accord, type Method, startAccord } from '../support/scenario.ts'

const hourMs = 3_600_000
let accord: Accord
beforeAll(async () => {
  accord = await startAccord()
  const { token } = accord.accounts[0]
  for (const number of ['+33639980531', '+33639980532']) {
    await accord.call(token, 'POST', '/v1/contacts', { number, fields: { lastName: 'Exemple' } })
  }
}, 120_000)
afterAll(() => accord?.stop())

type Problem = { code?: string; detail?: string }
const asAccount = <T>(method: Method, path: string, body?: unknown, of = 0) =>
  accord.call<T & Problem>(accord.accounts[of as 0]?.token ?? '', method, path, body)
const staff = <T>(method: Method, path: string, body?: unknown) =>
  accord.call<T & Problem>(accord.owner.cookie, method, path, body)
const ago = (hours: number) => new Date(Date.now() - hours * hourMs).toISOString()

let id: string
const own = (tail = '') => `/v1/account-breaches/${id}${tail}`
const record = {
  ...{ title: 'Export envoyé à un tiers', scenario: 'wrong_recipients', discoveredAt: ago(60) },
  ...{ kinds: ['confidentiality'], facts: 'Un fichier exporté est parti à une mauvaise adresse.' },
}
const judgement = {
  ...{ effects: 'Des appels non voulus.', measuresTaken: 'Le destinataire a effacé le fichier.' },
  contact: 'dpo@compte.example',
}

test('an account records a breach of its own, which staff and other accounts do not see', async () => {
  const future = { ...record, discoveredAt: ago(-1) }
  const refused = await asAccount('POST', '/v1/account-breaches', future)
  expect(refused.body.code).toBe('disclosure.breach_later')
  const made = await asAccount<AccountBreachView>('POST', '/v1/account-breaches', record)
  expect([made.status, made.body.detail]).toEqual([201, undefined])
  id = made.body.id
  expect(made.body).toMatchObject({
    ...{ source: 'own', number: 1, clock: 'running', authority: 'CNIL', people: 2 },
    ...{ processor: null, state: 'open' },
  })
  expect(Date.parse(made.body.dueAt) - Date.parse(record.discoveredAt)).toBe(72 * hourMs)

  expect((await staff('GET', `/v1/breaches/${id}`)).status).toBe(404)
  expect(JSON.stringify((await staff('GET', '/v1/breaches')).body)).not.toContain(id)
  const other = await asAccount('GET', own(), undefined, 1)
  expect([other.status, other.body.code]).toEqual([404, 'disclosure.breach_not_found'])
  const { body } = await accord.call<{ secret: string }>(
    accord.owner.cookie,
    'POST',
    '/v1/tokens',
    {
      ...{ name: 'reader', rights: ['consent.read'] },
    },
  )
  for (const [method, path] of [
    ['GET', '/v1/account-breaches'],
    ['POST', '/v1/account-breaches'],
    ['GET', '/v1/account-breaches/sheet.csv'],
  ] as const) {
    const answer = await accord.call(
      body.secret,
      method,
      path,
      method === 'POST' ? record : undefined,
    )
    expect([path, answer.status]).toEqual([path, 403])
  }
})

test('it stands among the open points until the authority is notified or no risk is judged', async () => {
  const kinds = async () => {
    const { body } = await asAccount<OpenPointsView>('GET', '/v1/overview/open-points')
    expect(body.unread).toEqual([])
    return body.items.filter(({ kind }) => kind === 'own_breach_due')
  }
  const [point] = await kinds()
  expect(point).toMatchObject({
    ...{ isLate: false, leadsTo: `/breaches/${id}`, who: 'Data protection officer' },
    what: expect.stringContaining('breach no. 1 of your register'),
  })
  const judge = (more: object) =>
    asAccount<AccountBreachView>('PUT', own('/judgement'), { ...judgement, ...more })
  const low = await judge({ risk: 'none', riskReason: 'Fichier chiffré.' })
  expect([low.status, low.body.clock]).toEqual([200, 'stopped'])
  expect(await kinds()).toEqual([])
  // A risk: it runs again, and cannot be closed while nobody was notified.
  const high = await judge({ ...{ risk: 'risk', riskReason: 'Lisible.' }, authorityReason: 'Non.' })
  expect(high.body.clock).toBe('running')
  expect(await kinds()).toHaveLength(1)
  const closed = await asAccount('POST', own('/steps'), { step: 'closed' })
  expect([closed.status, closed.body.detail]).toEqual([
    ...[409, expect.stringContaining('the risk that you judged asks for it')],
  ])
})

test('letters go to the authority of the account, and are kept as they were issued', async () => {
  const letter = { letter: 'authority', language: 'fr' }
  const refused = await asAccount('POST', own('/letters'), letter)
  expect(refused.body.detail).toContain('name and address')
  await asAccount('PUT', '/v1/register/declarations', {
    ...{ place: 'account', field: 'address', value: '2 rue des Tilleuls, Lyon' },
  })
  expect((await asAccount('POST', own('/measure'))).status).toBe(200)
  const issued = await asAccount<AccountBreachView>('POST', own('/letters'), letter)
  expect([issued.status, issued.body.detail]).toEqual([201, undefined])
  const [step] = issued.body.history
  expect(step).toMatchObject({ step: 'letter', letter: 'authority', language: 'fr' })
  const read = async (form: string) =>
    fetch(`${accord.url}${own(`/letters/${step?.id}?form=${form}`)}`, {
      headers: { authorization: `Bearer ${accord.accounts[0].token}` },
    })
  const before = await (await read('html')).text()
  expect(before).toMatch(/À\s: CNIL/)
  expect(before).toContain('2 rue des Tilleuls, Lyon')
  expect(before).toContain('Des appels non voulus.')
  expect(before).not.toMatch(/undefined|\{\w+\}|<script|3363998/)
  await asAccount('PUT', own('/judgement'), { ...judgement, effects: 'Autre chose.' })
  expect(await (await read('html')).text()).toBe(before)
  const pdf = await readPdf(Buffer.from(await (await read('pdf')).arrayBuffer()))
  expect([faultsOf(pdf), pdf.language]).toEqual([[], 'fr'])
  const foreign = await asAccount('GET', own(`/letters/${step?.id}`), undefined, 1)
  expect(foreign.status).toBe(404)
})

test('steps have their day; a breach is closed once all is said', async () => {
  const step = (body: object) => asAccount<AccountBreachView>('POST', own('/steps'), body)
  const later = await step({ step: 'authority_notified', on: ago(-1) })
  expect(later.body.code).toBe('disclosure.breach_step_later')
  const before = await step({ step: 'authority_notified', on: ago(61) })
  expect(before.body.code).toBe('disclosure.breach_step_before')
  const on = ago(3)
  const met = await step({ step: 'authority_notified', on, note: 'Téléservice, dossier 1234' })
  expect([met.status, met.body.clock, met.body.state]).toEqual([201, 'met', 'notified'])
  expect(met.body.notifiedAt).toBe(on)
  expect(met.body.history[0]).toMatchObject({ on, note: 'Téléservice, dossier 1234' })
  await asAccount('PUT', own('/judgement'), {
    ...{ ...judgement, risk: 'risk', riskReason: 'Lisible.' },
    ...{ untold: 'no_high_risk', untoldReason: 'Effacé aussitôt.' },
  })
  expect((await step({ step: 'closed' })).body.state).toBe('closed')
  const changed = await asAccount('PUT', own(), record)
  expect(changed.body.code).toBe('disclosure.breach_closed')
  expect((await step({ step: 'reopened' })).body.state).toBe('notified')
  const late = { ...record, discoveredAt: ago(100) }
  const rewritten = await asAccount<AccountBreachView>('PUT', own(), late)
  expect(rewritten.body.clock).toBe('met_late')
  // What stood before is told, and a late one does not become one in time.
  expect(rewritten.body.history[0]?.changes).toContainEqual({
    ...{ field: 'discoveredAt', before: record.discoveredAt, after: late.discoveredAt },
  })
  expect(rewritten.body.history[0]?.changes).toContainEqual({
    ...{ field: 'risk', before: 'risk', after: null },
  })
  const after = await asAccount('PUT', own(), { ...record, discoveredAt: ago(1) })
  expect([after.status, after.body.code]).toEqual([400, 'disclosure.breach_after_step'])
  const asBefore = {
    ...record,
    ...judgement,
    untold: 'no_high_risk',
    untoldReason: 'Effacé aussitôt.',
  }
  expect((await asAccount('PUT', own(), asBefore)).status).toBe(200)
})

test('of a breach that it was told, the account has its own time, judgement and authority', async () => {
  const [first, second] = accord.accounts
  const told = await staff<BreachView>('POST', '/v1/breaches', {
    ...{ title: 'Copie de la base', scenario: 'database_without_keys', discoveredAt: ago(80) },
    ...{ kinds: ['confidentiality'], facts: 'Une copie a été prise.', country: 'BE' },
    ...{ accountIds: [first.id, second.id], risk: 'none', riskReason: 'Chiffrée.' },
  })
  expect(told.body.clock).toBe('stopped')
  expect((await staff('POST', `/v1/breaches/${told.body.id}/notices`)).status).toBe(200)
  const path = `/v1/account-breaches/${told.body.id}`
  const view = (await asAccount<AccountBreachView>('GET', path)).body
  // The installation’s clock is over and stopped; the account’s has just begun.
  expect(view).toMatchObject({
    ...{ source: 'told', clock: 'running', authority: 'CNIL', risk: null },
    processor: { risk: 'none', riskReason: 'Chiffrée.' },
  })
  expect(view.fields.find(({ code }) => code === 'due')?.value).toBeDefined()
  const not = await asAccount('PUT', path, record)
  expect(not.body.code).toBe('disclosure.breach_not_own')
  await asAccount('PUT', `${path}/judgement`, { ...judgement, effects: 'Les nôtres.' })
  // What one account writes is neither the other’s nor the staff’s.
  const others = await asAccount<AccountBreachView>('GET', path, undefined, 1)
  expect(others.body.judgement.effects).toBe('')
  const ofStaff = await staff('GET', `/v1/breaches/${told.body.id}`)
  expect(JSON.stringify(ofStaff.body)).not.toContain('Les nôtres')
  const list = await asAccount<{ items: AccountBreachItem[] }>('GET', '/v1/account-breaches')
  expect(list.body.items.map(({ source }) => source)).toEqual(['told', 'own'])
})

test('what was noted on the wrong breach is taken back: the clock and the open point come again', async () => {
  const points = async () =>
    (await asAccount<OpenPointsView>('GET', '/v1/overview/open-points')).body.items.filter(
      ({ leadsTo }) => leadsTo === `/breaches/${id}`,
    )
  const judged = { ...judgement, risk: 'risk', riskReason: 'Lisible.' }
  const before = await asAccount<AccountBreachView>('PUT', own('/judgement'), judged)
  expect([before.body.clock, await points()]).toEqual(['met', []])
  const [noted] = before.body.history.filter(({ step }) => step === 'authority_notified')
  const back = (why: string, stepId = noted?.id, of = 0) =>
    asAccount<AccountBreachView>('POST', own(`/steps/${stepId}/take-back`), { why }, of)
  expect((await back('')).status).toBe(400)
  expect((await back('Autre compte', noted?.id, 1)).status).toBe(404)
  const [recorded] = before.body.history.filter(({ step }) => step === 'recorded')
  expect((await back('Pas celle-ci', recorded?.id)).body.code).toBe('disclosure.breach_step_kept')
  const { status, body } = await back('Notée sur la mauvaise violation.')
  expect([status, body.clock, body.state, body.notifiedAt]).toEqual([200, 'running', 'open', null])
  expect(body.history[0]).toMatchObject({
    ...{ step: 'taken_back', voids: noted?.id, note: 'Notée sur la mauvaise violation.' },
  })
  expect(body.history.find((one) => one.id === noted?.id)?.isTakenBack).toBe(true)
  expect(await points()).toHaveLength(1)
  expect((await back('Encore')).body.code).toBe('disclosure.breach_step_kept')
  const closing = await asAccount('POST', own('/steps'), { step: 'closed' })
  expect(closing.body.detail).toContain('the risk that you judged asks for it')
  const csv = await fetch(`${accord.url}/v1/account-breaches/sheet.csv?language=fr`, {
    headers: { authorization: `Bearer ${accord.accounts[0].token}` },
  })
  expect(await csv.text()).not.toContain('dossier 1234')
  const again = { step: 'authority_notified', on: ago(3), note: 'Téléservice, dossier 1234' }
  expect((await asAccount<AccountBreachView>('POST', own('/steps'), again)).body.clock).toBe('met')
})

test('the register of the installation takes a step back too', async () => {
  const made = await staff<BreachView>('POST', '/v1/breaches', {
    ...{ title: 'Poste perdu', scenario: 'lost_device', discoveredAt: ago(5), people: 3 },
    ...{ kinds: ['confidentiality'], facts: 'Un poste perdu.', effects: 'Appels.' },
    ...{ measuresTaken: 'Accès fermé.', contact: 'dpo@exemple.example' },
  })
  const operator = { operatorName: 'Exemple SAS', operatorAddress: '1 rue des Exemples, Nantes' }
  await staff('PUT', '/v1/operator', operator)
  const path = `/v1/breaches/${made.body.id}`
  const noted = await staff<BreachView>('POST', `${path}/steps`, { step: 'authority_notified' })
  expect([noted.body.detail, noted.body.clock]).toEqual([undefined, 'met'])
  const late = await staff('PUT', path, { ...made.body.record, discoveredAt: ago(-0.1) })
  expect(late.body.code).toBe('disclosure.breach_later')
  const stepId = noted.body.history[0]?.id
  const taken = await staff<BreachView>('POST', `${path}/steps/${stepId}/take-back`, {
    why: 'Mauvaise violation.',
  })
  expect([taken.status, taken.body.clock, taken.body.state]).toEqual([200, 'running', 'open'])
  const { body } = await staff<{ items: { id: string; state: string }[] }>('GET', '/v1/breaches')
  expect(body.items.find((one) => one.id === made.body.id)?.state).toBe('open')
  const twice = await staff('POST', `${path}/steps/${stepId}/take-back`, { why: 'Encore.' })
  expect(twice.body.code).toBe('disclosure.breach_step_kept')
  const stale = { ...made.body.record, recordId: made.body.recordId }
  expect((await staff('PUT', path, stale)).status).toBe(200)
  expect((await staff('PUT', path, stale)).body.code).toBe('disclosure.breach_stale')
})

test('an account says that it knew before it was told, and notified before', async () => {
  const list = await asAccount<AccountBreachPage>('GET', '/v1/account-breaches')
  const told = list.body.items.find(({ source }) => source === 'told')
  const path = `/v1/account-breaches/${told?.id}`
  const put = (more: object) =>
    asAccount<AccountBreachView>('PUT', `${path}/judgement`, {
      ...{ ...judgement, effects: 'Les nôtres.', ...more },
    })
  const first = await put({
    recordId: (await asAccount<AccountBreachView>('GET', path)).body.recordId,
  })
  expect([first.status, first.body.knownAt]).toEqual([200, told?.knownAt])
  const outside = await put({ knownAt: ago(81) })
  expect([outside.status, outside.body.code]).toEqual([400, 'disclosure.breach_known_outside'])
  // It was telephoned, and notified, before the administrators noted that they told it.
  const on = ago(30)
  await asAccount('POST', `${path}/measure`)
  const noted = await asAccount<AccountBreachView>('POST', `${path}/steps`, {
    ...{ step: 'authority_notified', on },
  })
  expect([noted.body.detail, noted.body.notifiedAt, noted.body.clock]).toEqual([
    ...[undefined, on, 'met'],
  ])
  expect((await put({ knownAt: ago(20) })).body.code).toBe('disclosure.breach_after_step')
  const knownAt = ago(79)
  const earlier = await put({ knownAt })
  expect([earlier.body.knownAt, earlier.body.clock]).toEqual([knownAt, 'met'])
  expect(Date.parse(earlier.body.dueAt) - Date.parse(knownAt)).toBe(72 * hourMs)
  const never = await asAccount('POST', `${path}/steps`, { step: 'people_told', on: ago(81) })
  expect(never.body.code).toBe('disclosure.breach_step_before')
  // Of its own, it changes when it became known.
  const ofOwn = await asAccount('PUT', own('/judgement'), { ...judgement, knownAt: ago(50) })
  expect(ofOwn.body.code).toBe('disclosure.breach_known_outside')
})

test('who saves over what somebody saved since is told; who read the newest saves', async () => {
  const { recordId } = (await asAccount<AccountBreachView>('GET', own())).body
  const stale = await asAccount('PUT', own('/judgement'), { ...judgement, recordId: null })
  expect([stale.status, stale.body.code]).toEqual([409, 'disclosure.breach_stale'])
  const saved = await asAccount('PUT', own(), { ...record, ...judgement, recordId })
  expect(saved.status).toBe(200)
  const twice = await asAccount('PUT', own(), { ...record, ...judgement, recordId })
  expect([twice.status, twice.body.code]).toEqual([409, 'disclosure.breach_stale'])
  const asBefore = { untold: 'no_high_risk', untoldReason: 'Effacé aussitôt.' }
  await asAccount('PUT', own('/judgement'), { ...judgement, ...asBefore })
})

test('the list comes page by page, to its end', async () => {
  const seen: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const after: string = cursor === '' ? '' : `&cursor=${cursor}`
    const answer = await asAccount<AccountBreachPage>('GET', `/v1/account-breaches?limit=1${after}`)
    expect([answer.status, answer.body.items.length]).toEqual([200, 1])
    seen.push(...answer.body.items.map(({ source }) => source))
    cursor = answer.body.nextCursor
  }
  expect(seen).toEqual(['told', 'own'])
})

test('the register leaves as a file, for the account and for the installation', async () => {
  const get = async (path: string, headers: Record<string, string>) => {
    const answer = await fetch(`${accord.url}${path}`, { headers })
    expect([path, answer.status]).toEqual([path, 200])
    return Buffer.from(await answer.arrayBuffer())
  }
  const account = { authorization: `Bearer ${accord.accounts[0].token}` }
  const owner = { cookie: accord.owner.cookie }
  const csv = (await get('/v1/account-breaches/sheet.csv?language=fr', account)).toString('utf8')
  for (const text of [
    'Export envoyé à un tiers',
    'dossier 1234',
    'Les nôtres.',
    'Effacé aussitôt',
  ]) {
    expect(csv).toContain(text)
  }
  const staffs = (await get('/v1/breaches/sheet.csv?language=en', owner)).toString('utf8')
  expect(staffs).toContain('Copie de la base')
  expect(staffs).not.toContain('Export envoyé à un tiers')
  expect(staffs).not.toContain('Les nôtres')
  const ods = unzipSync(await get('/v1/account-breaches/sheet.ods', account))
  expect(Buffer.from(ods['content.xml'] ?? []).toString('utf8')).toContain('Export envoyé')
  const html = (await get('/v1/breaches/sheet.html', owner)).toString('utf8')
  expect(html).not.toMatch(/undefined|\{\w+\}|3363998/)
  const pdf = await readPdf(await get('/v1/account-breaches/sheet.pdf?language=fr', account))
  expect([faultsOf(pdf), pdf.language]).toEqual([[], 'fr'])
})

test('counting is asked for five times a minute, no more', async () => {
  const statuses: number[] = []
  while (statuses.length < 6) statuses.push((await asAccount('POST', own('/measure'))).status)
  expect(statuses.at(-1)).toBe(429)
  const many: number[] = []
  while (many.length < 6) {
    many.push((await asAccount('POST', '/v1/account-breaches', { ...record, title: 'Un' })).status)
  }
  expect(many.at(-1)).toBe(429)
})
