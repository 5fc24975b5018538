// A breach from its discovery to both letters: what the database knows is filled in, the rest is
// marked missing, and a letter that lacks a part does not leave.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AccountBreachItem, AccountBreachView } from '../../src/disclosure/contract.ts'
import type { BreachField, BreachPage, BreachView } from '../../src/disclosure/contract-breaches.ts'
import { dense, faultsOf, readPdf } from '../support/read-pdf.ts'
import { type Accord, type Method, startAccord } from '../support/scenario.ts'

const hourMs = 3_600_000
const numbers = ['+33639980511', '+33639980512', '+33639980513']

let accord: Accord
beforeAll(async () => {
  accord = await startAccord()
  const { token } = accord.accounts[0]
  for (const [index, number] of numbers.entries()) {
    const contact = { number, fields: { lastName: `Exemple ${index}` } }
    const made = await accord.call(token, 'POST', '/v1/contacts', contact)
    expect(made.status).toBeLessThan(300)
  }
}, 120_000)
afterAll(() => accord?.stop())

const staff = <T>(method: Method, path: string, body?: unknown) =>
  accord.call<T & { code?: string; detail?: string }>(accord.owner.cookie, method, path, body)
const ago = (hours: number) => new Date(Date.now() - hours * hourMs).toISOString()
const origins = (fields: readonly BreachField[], origin: BreachField['origin']) =>
  fields.filter((field) => field.origin === origin).map(({ code }) => code)

const discovered = {
  ...{ title: 'Copie de la base', scenario: 'database_without_keys', discoveredAt: ago(5) },
}
const whole = {
  ...{ ...discovered, kinds: ['confidentiality'], country: 'FR' },
  facts: 'Une copie de la base a été prise sur le serveur.\nLes clés n’y étaient pas.',
  effects: 'Les données copiées sont illisibles sans les clés.',
  measuresTaken: 'Accès fermé, clés renouvelées.',
  measuresPlanned: 'Revue des accès du serveur.',
}
let id: string
const path = (tail = '') => `/v1/breaches/${id}${tail}`

test('recorded with little, the program fills what the database knows and marks what is missing', async () => {
  const [first] = accord.accounts
  const answer = await staff<BreachView>('POST', '/v1/breaches', {
    ...{ ...discovered, accountIds: [first.id] },
  })
  expect([answer.status, answer.body.detail]).toEqual([201, undefined])
  const { body } = answer
  id = body.id
  expect(Date.parse(body.dueAt) - Date.parse(discovered.discoveredAt)).toBe(72 * hourMs)
  expect(body).toMatchObject({ state: 'open', hours: 72, authority: 'CNIL', people: 3 })
  const [account] = body.accounts
  const fields = [...body.fields, ...(account?.fields ?? [])]
  const shownOf = (code: string) => fields.find((field) => field.code === code)?.value
  expect(shownOf('records.contacts')).toBe('3')
  expect(shownOf('countries')).toBe('France: 3')
  expect(shownOf('identity')).toContain('Phone number')
  expect(shownOf('users')).toMatch(/owners: \d/)
  expect(shownOf('sealed')).toContain('encrypted')
  expect(origins(fields, 'measured').length).toBeGreaterThan(35)
  expect(origins(fields, 'missing')).toEqual(
    expect.arrayContaining(['operator', 'contact', 'kinds', 'facts', 'effects', 'measures_taken']),
  )
  expect(fields.every(({ origin, value }) => (origin === 'missing') === (value === ''))).toBe(true)
  expect(JSON.stringify(body)).not.toMatch(/[{}]\w+[}]|undefined|3363998/)
})

test('a letter without a part is refused, and says which', async () => {
  const issue = (letter: string) => staff('POST', path('/letters'), { letter, language: 'en' })
  const refused = await issue('authority')
  expect([refused.status, refused.body.code]).toEqual([409, 'disclosure.breach_incomplete'])
  expect(refused.body.detail).toContain('likely consequences')
  expect(refused.body.detail).toContain('contact point')
  const accountIds = [accord.accounts[0].id]
  const lacksAfter = async (record: Record<string, unknown>) => {
    const { status, body } = await staff<BreachView>('PUT', path(), { ...record, accountIds })
    expect(status).toBe(200)
    return body.lacks.authority.map(({ lack }) => lack)
  }
  expect(await lacksAfter(whole)).toEqual(['contact', 'operator'])
  const operator = {
    ...{ operatorName: 'Exemple Télécom SAS', operatorAddress: '1 rue des Exemples, Nantes' },
    dpoContact: 'dpo@operateur.example',
  }
  expect((await staff('PUT', '/v1/operator', operator)).status).toBe(200)
  expect(await lacksAfter({ ...whole, effects: '' })).toEqual(['effects'])
  expect(await lacksAfter({ ...whole, measuresTaken: '', measuresPlanned: '' })).toEqual([
    'measures',
  ])
  expect(await lacksAfter({ ...whole, kinds: [] })).toEqual(['nature'])
  expect(await lacksAfter({ ...whole, discoveredAt: ago(73) })).toEqual(['late_reason'])
  for (const letter of ['authority', 'people']) {
    const { status } = await issue(letter)
    // What is late concerns the authority alone.
    expect([letter, status]).toEqual([letter, letter === 'authority' ? 409 : 201])
  }
  expect(await lacksAfter(whole)).toEqual([])
  const future = await staff('PUT', path(), { ...whole, discoveredAt: ago(-2), accountIds })
  expect(future.body.code).toBe('disclosure.breach_later')
  const unknown = { ...whole, accountIds: [id] }
  expect((await staff('PUT', path(), unknown)).body.code).toBe('disclosure.breach_account_unknown')
})

test('both letters, in both languages, are kept as they were issued', async () => {
  const said = { fr: ['CNIL', 'mesuré', 'Exemple Télécom'], en: ['CNIL', 'measured', 'Exemple'] }
  for (const language of ['fr', 'en'] as const) {
    for (const letter of ['authority', 'people'] as const) {
      const { status, body } = await staff<BreachView>('POST', path('/letters'), {
        ...{ letter, language },
      })
      expect([letter, language, status]).toEqual([letter, language, 201])
      const [newest] = body.history
      expect(newest).toMatchObject({ step: 'letter', letter, language })
      const answer = await fetch(`${accord.url}${path(`/letters/${newest?.id}`)}`, {
        headers: { cookie: accord.owner.cookie },
      })
      const html = await answer.text()
      expect(answer.status).toBe(200)
      expect(html).toContain(`<html lang="${language}">`)
      for (const text of said[language]) {
        if (letter === 'authority') expect(html).toContain(text)
      }
      // What a person reads are sentences: no capital within one, none without at its beginning.
      if (letter === 'people' && language === 'fr') {
        expect(html).toMatch(/Données concernées\s: [^.]*numéro de téléphone/)
        expect(html).toMatch(/<h2>Ce qui s’est passé<\/h2><p>\p{Lu}[^<]*\.<\/p>/u)
      }
      expect(html).toContain('dpo@operateur.example')
      expect(html).toContain('Les données copiées sont illisibles')
      expect(html).not.toMatch(/undefined|null|\{\w+\}|<script|3363998/)
      const file = await fetch(`${accord.url}${path(`/letters/${newest?.id}`)}?form=pdf`, {
        headers: { cookie: accord.owner.cookie },
      })
      expect(file.headers.get('content-type')).toBe('application/pdf')
      const pdf = await readPdf(Buffer.from(await file.arrayBuffer()))
      expect([faultsOf(pdf), pdf.language]).toEqual([[], language])
      expect(dense(pdf.text)).toContain(dense('Les données copiées sont illisibles'))
    }
  }
})

test('the accounts concerned are told, each of its own data; others see nothing', async () => {
  const [first, second] = accord.accounts
  const own = async ({ token }: { token: string }) =>
    (await accord.call<{ items: AccountBreachItem[] }>(token, 'GET', '/v1/account-breaches')).body
      .items
  expect(await own(first)).toEqual([])
  expect((await staff('POST', path('/notices'))).status).toBe(200)
  expect((await staff('POST', path('/notices'))).status).toBe(200)
  const [told, ...others] = await own(first)
  expect(others).toEqual([])
  const ofAccount = <T>(token: string, method: Method, tail = '', body?: unknown) =>
    accord.call<T & { code?: string }>(token, method, `/v1/account-breaches/${id}${tail}`, body)
  const view = (await ofAccount<AccountBreachView>(first.token, 'GET')).body
  expect(view.fields.find(({ code }) => code === 'people_total')?.value).toBe('3')
  expect(view.lacks.authority.map(({ lack }) => lack)).toEqual(['contact', 'operator'])
  // Its own clock begins when it is told, and its own judgement with what the processor wrote.
  expect(Date.parse(view.dueAt) - Date.parse(view.knownAt)).toBe(72 * hourMs)
  expect(Date.now() - Date.parse(view.knownAt)).toBeLessThan(hourMs)
  expect(view.judgement).toMatchObject({ effects: whole.effects, risk: null, riskReason: '' })
  expect(told).toMatchObject({ source: 'told', clock: 'running', state: 'open' })
  expect(await own(second)).toEqual([])
  const letter = { letter: 'people', language: 'fr' }
  const issued = await ofAccount(first.token, 'POST', '/letters', letter)
  expect(issued.body.code).toBe('disclosure.breach_incomplete')
  const foreign = await ofAccount(second.token, 'POST', '/letters', letter)
  expect(foreign.body.code).toBe('disclosure.breach_not_found')
  expect((await ofAccount(second.token, 'GET')).body.code).toBe('disclosure.breach_not_found')
  const refused = await accord.call(first.token, 'GET', path())
  expect(refused.status).toBe(403)
  const notices = await accord.call<{ items: { kind: string }[] }>(
    accord.owner.cookie,
    'GET',
    '/v1/notifications',
  )
  expect(notices.body.items.filter(({ kind }) => kind === 'breach_told')).toHaveLength(1)
})

test('it is closed with its reasons only, and what is closed is changed after it is reopened', async () => {
  const step = (name: string, note = '') =>
    staff<BreachView>('POST', path('/steps'), { step: name, note })
  const accountIds = [accord.accounts[0].id]
  expect((await step('authority_notified', 'En ligne')).body.state).toBe('notified')
  const early = await step('closed')
  expect(early.body.code).toBe('disclosure.breach_incomplete')
  const judged = {
    ...{ ...whole, accountIds, risk: 'none', riskReason: 'Données chiffrées, clés en sûreté.' },
    ...{ untold: 'unreadable', untoldReason: 'Les clés étaient ailleurs.' },
  }
  expect((await staff('PUT', path(), judged)).status).toBe(200)
  const denied = { ...judged, risk: 'high', untold: 'no_high_risk' }
  expect((await staff('PUT', path(), denied)).status).toBe(200)
  const contradiction = await step('closed')
  expect([contradiction.body.code, contradiction.body.detail]).toEqual([
    'disclosure.breach_incomplete',
    expect.stringContaining('“no high risk” contradicts the risk that you judged'),
  ])
  expect((await staff('PUT', path(), judged)).status).toBe(200)
  expect((await step('closed')).body.state).toBe('closed')
  expect((await staff('PUT', path(), judged)).body.code).toBe('disclosure.breach_closed')
  const { body } = await step('reopened', 'Nouveaux faits')
  expect(body.state).toBe('notified')
  expect(body.history.map((one) => one.step).slice(0, 2)).toEqual(['reopened', 'closed'])
  const list = await staff<BreachPage>('GET', '/v1/breaches')
  expect(list.body.items).toMatchObject([{ id, number: 1, state: 'notified', risk: 'none' }])
})
