// What an account and the installation tell of themselves: register and notice say what is true,
// change together, and keep what they said.
import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type {
  OperatorView,
  ProcessorRegisterView,
  PublicNoticeVersionDetail,
  PublicNoticeView,
  RegisterView,
} from '../../src/disclosure/contract.ts'
import { dense, faultsOf, readPdf } from '../support/read-pdf.ts'
import { type Accord, startAccord } from '../support/scenario.ts'

let accord: Accord
let token: string
beforeAll(async () => {
  accord = await startAccord()
  token = accord.accounts[0].token
}, 120_000)
afterAll(() => accord?.stop())

const get = async <T>(path: string, by = token) => {
  const answer = await accord.call<T>(by, 'GET', path)
  expect([path, answer.status]).toEqual([path, 200])
  return answer.body
}
const put = <T = Record<string, unknown>>(path: string, body: unknown, by = token) =>
  accord.call<T>(by, 'PUT', path, body)
const notice = () => get<PublicNoticeView>('/v1/public-notice')
const register = () => get<RegisterView>('/v1/register')
const page = (path: string, language = 'en') =>
  fetch(`${accord.url}${path}`, { headers: { 'accept-language': language } })
const sentencesOf = ({ text }: Pick<PublicNoticeView, 'text'>, name: string) =>
  text.sections.find((section) => section.name === name)?.sentences ?? []

function wellFormed(xml: string): void {
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
}

test('a fresh account says what it lacks, and its page says nothing that is not true', async () => {
  const { path, lacks, text, current } = await notice()
  expect(path).toMatch(/^\/notice\/[2-9a-hjkmnp-z]{10}$/)
  expect(lacks.map(({ lack }) => lack)).toEqual([
    ...['address', 'contact', 'dpo'],
    ...['basis', 'operator', 'operator_contact', 'operator_dpo', 'operator_basis'],
    ...['host', 'https'],
  ])
  expect(current.version).toBe(1)
  expect(sentencesOf({ text }, 'what')[0]).toBe('No contact is kept today.')
  expect(sentencesOf({ text }, 'measures')).toContain('The keys are kept apart from the database.')
  // No https address is set for a test, so no page claims it.
  expect(JSON.stringify(text)).not.toContain('HTTPS')
  expect(JSON.stringify(text)).not.toMatch(/[{}]\w|undefined|null/)
})

test('anybody reads it: no cookie, no script, nothing loaded, in the language they ask', async () => {
  const { path } = await notice()
  for (const [address, language, title] of [
    [path, 'en-GB', 'How this organisation'],
    [path, 'fr-FR', 'Comment'],
    ['/notice', 'fr', 'Comment ce serveur'],
    ['/notice', 'en', 'How this server'],
  ] as const) {
    const answer = await page(address, language)
    const html = await answer.text()
    expect([address, answer.status]).toEqual([address, 200])
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(answer.headers.get('cache-control')).toBe('public, max-age=60')
    expect(html).toContain(`<html lang="${language.slice(0, 2)}">`)
    expect(html).toContain('<h1>')
    expect(html).not.toMatch(/<script|src="http|@import|url\(|<link/)
    if (title.startsWith('Comment') || title === 'How this server') expect(html).toContain(title)
  }
  expect((await page('/notice/2222222222')).status).toBe(404)
  expect((await page('/notice/..%2f..%2fetc')).status).toBe(404)
  expect((await page(`${path}/versions/999`)).status).toBe(404)
})

test('a period that changes is said by register and notice in their next reading', async () => {
  const [before, was] = [await notice(), await register()]
  const texts = 'Texts and numbers of messages and replies:'
  const contacts = 'Contact records:'
  expect(sentencesOf(before, 'retention')).toContain(`${texts} 90 days.`)
  await accord.call(token, 'POST', '/v1/contacts', { number: '+33639980042' })
  const reason = 'shorter, as promised to people'
  expect((await put('/v1/messages/text-retention', { days: 45, reason })).status).toBe(200)
  expect(
    (await put('/v1/contacts/retention', { months: 12, pausedUntil: null, reason })).status,
  ).toBe(200)
  expect((await put('/v1/retention', { kind: 'messages', months: 7, reason })).status).toBe(200)
  expect((await put('/v1/retention', { kind: 'looks', months: 6, reason })).status).toBe(200)
  accord.letPass(11 * 60_000)
  const [after, is] = [await notice(), await register()]
  expect(sentencesOf(after, 'retention')).toContain(`${texts} 45 days.`)
  expect(sentencesOf(after, 'retention').join()).toContain(`${contacts} 12 months`)
  const results = 'What became of each message (times, route, result), without text or number:'
  expect(sentencesOf(before, 'retention').join()).toContain(`${results} 12 months`)
  expect(sentencesOf(after, 'retention').join()).toContain(`${results} 7 months`)
  const looks = 'Who looked at people’s data, when and why:'
  expect(sentencesOf(before, 'retention')).toContain(`${looks} 12 months.`)
  expect(sentencesOf(after, 'retention')).toContain(`${looks} 6 months.`)
  const kept = (one: RegisterView) =>
    JSON.stringify(one.records.flatMap(({ data }) => data.map(({ retention }) => retention)))
  expect(kept(was)).not.toContain(`${contacts} 12 months`)
  // Each period once, though the account and its users have it both.
  const journal = 'The journal of who did what: as long as the account.'
  expect(kept(was)).toContain(journal)
  expect(kept(was)).not.toContain(`${journal} ${journal}`)
  expect(kept(is)).toContain(`${contacts} 12 months`)
  expect([kept(was), kept(is)]).toEqual([
    expect.stringContaining(`${looks} 12 months.`),
    expect.stringContaining(`${looks} 6 months.`),
  ])
  const html = await (await page(after.path)).text()
  expect(html).toContain(`${texts} 45 days.`)
  expect(html).not.toContain('90 days.')
  expect(after.current.version).toBeGreaterThan(before.current.version)
})

test('versions are kept with what came and what went, for those inside and for anybody', async () => {
  const { current, path } = await notice()
  const { items } = await get<{ items: { version: number }[] }>('/v1/public-notice/versions')
  expect(items.map(({ version }) => version)).toEqual(
    Array.from({ length: current.version }, (_, index) => current.version - index),
  )
  const detail = await get<PublicNoticeVersionDetail>(
    `/v1/public-notice/versions/${current.version}`,
  )
  const kept = detail.changes.find(({ section }) => section === 'How long it is kept')
  expect(kept?.removed).toContain('Texts and numbers of messages and replies: 90 days.')
  expect(kept?.added).toContain('Texts and numbers of messages and replies: 45 days.')
  const listed = await (await page(`${path}/versions`)).text()
  expect(listed).toContain('<ins>Texts and numbers of messages and replies: 45 days.</ins>')
  expect(listed).toContain('<del>Texts and numbers of messages and replies: 90 days.</del>')
  const first = await (await page(`${path}/versions/1`, 'fr')).text()
  expect(first).toContain('90 jours')
  // Reading again keeps nothing more.
  expect((await notice()).current).toEqual(current)
})

test('what is declared stands in register and notice, with its history', async () => {
  const declared = { place: 'account', field: 'contact', value: 'donnees@tilleuls.example' }
  expect((await put('/v1/register/declarations', declared)).status).toBe(200)
  const { contact } = await register()
  expect(contact).toEqual({ value: declared.value, origin: 'declared' })
  expect(sentencesOf(await notice(), 'who')).toContain(`Contact: ${declared.value}.`)
  await put('/v1/register/declarations', { ...declared, value: '' })
  expect((await register()).contact).toEqual({ value: '', origin: 'missing' })
  const { items } = await get<{ items: { value: string; by: string }[] }>(
    '/v1/register/declarations',
  )
  expect(items.map(({ value }) => value)).toEqual(['', declared.value])
  expect(items[0]?.by).not.toBe('')
  const unknown = await put('/v1/register/declarations', { ...declared, place: 'marketing:none' })
  expect(unknown.body['code']).toBe('disclosure.field_unknown')
  const elsewhere = { place: 'marketing:none', field: 'about', value: 'x' }
  const missing = await put('/v1/register/declarations', elsewhere)
  expect([missing.status, missing.body['code']]).toEqual([404, 'disclosure.place_unknown'])
})

test('who runs the installation is declared once and said everywhere', async () => {
  const { cookie } = accord.owner
  const refused = await put('/v1/operator', { operatorName: 'X' })
  expect(refused.status).toBe(403)
  const operator = {
    operatorName: 'Exemple Télécom SAS',
    operatorContact: 'contact@operateur.example',
    dpoName: 'Délégation aux données',
    dpoContact: 'dpo@operateur.example',
    hostName: 'Hébergeur Exemple',
    hostCountry: 'FR',
    usersBasis: 'contrat',
  }
  const answer = await put<OperatorView>('/v1/operator', operator, cookie)
  expect(answer.body).toMatchObject({ ...operator, operatorAddress: null })
  const own = await (await page('/notice', 'fr')).text()
  expect(own).toContain('Exemple Télécom SAS exploite ce serveur.')
  expect(own).toContain('Délégation aux données, dpo@operateur.example')
  expect(own).toContain('Hébergement : Hébergeur Exemple (France).'.replace(' :', '\u00a0:'))
  const { lacks, text } = await notice()
  expect(lacks.map(({ lack }) => lack)).toEqual([
    ...['address', 'contact', 'dpo', 'basis', 'basis', 'https'],
  ])
  expect(sentencesOf({ text }, 'who').join()).toContain('Exemple Télécom SAS runs it for')
  expect((await register()).processor).toEqual({ value: operator.operatorName, origin: 'declared' })
  const processor = await get<ProcessorRegisterView>('/v1/operator/register', cookie)
  expect(processor.dpo.origin).toBe('declared')
  expect(processor.records.map(({ accountId }) => accountId)).toContain(accord.accounts[0].id)
  const carried = processor.records.find(({ accountId }) => accountId === accord.accounts[0].id)
  expect(carried?.categories.value).toBe('Keeping contacts, lists and consents')
})

test('register, notice and answers name the same recipients; nothing is said to stay inside while one is not known', async () => {
  const inside = 'Nothing is transferred outside the European Economic Area.'
  const recipients = async () => sentencesOf(await notice(), 'recipients')
  const recordOf = async (place: string) =>
    (await register()).records.find((one) => one.place === place)
  expect(await recipients()).toContain(inside)
  // A program of the account that is told of STOPs, and nobody declared where it is.
  const made = await accord.call<{ webhook: { id: string } }>(token, 'POST', '/v1/webhooks', {
    ...{ url: 'https://crm.tilleuls.example/accord', events: ['contact.opted_out'] },
  })
  expect(made.status).toBe(201)
  const program = 'crm.tilleuls.example'
  const told = (await recipients()).filter((one) => one.includes(program))
  expect(told).toEqual([
    expect.stringContaining(`${program} (country not declared).`),
    expect.stringContaining('cannot be ruled out: crm.tilleuls.example.'),
  ])
  expect(await recipients()).not.toContain(inside)
  expect((await recordOf('rights'))?.recipients).toContainEqual({
    ...{ type: 'Program of the organisation', text: `${program} (country not declared)` },
    origin: 'measured',
  })
  expect((await recordOf('rights'))?.transfers).toEqual([
    { recipient: program, country: 'country not declared', guarantee: '', origin: 'missing' },
  ])
  const path = `/v1/webhooks/${made.body.webhook.id}`
  await accord.call(token, 'PATCH', path, { country: 'US' })
  expect(await recipients()).toContain(
    `${program} uses data outside the European Economic Area: United States.`,
  )
  await accord.call(token, 'PATCH', path, { country: 'FR' })
  expect(await recipients()).toContain(inside)
  // Whom somebody declared, and where.
  const declare = (field: string, value: string) =>
    put('/v1/register/declarations', { place: 'rights', field, value })
  await declare('recipients', 'Cabinet Exemple, avocats')
  expect(await recipients()).toContain(
    'Requests and objections of people: Cabinet Exemple, avocats.',
  )
  expect((await recipients()).at(-1)).toContain('cannot be ruled out: Cabinet Exemple, avocats.')
  expect((await declare('recipientCountries', 'France')).status).toBe(400)
  expect((await declare('recipientCountries', 'FR,BE')).status).toBe(200)
  expect(await recipients()).toContain(
    'Requests and objections of people: Cabinet Exemple, avocats (France and Belgium).',
  )
  expect(await recipients()).toContain(inside)
  const french = await (await page((await notice()).path, 'fr')).text()
  expect(french).toContain('Cabinet Exemple, avocats (France et Belgique)')
  await declare('recipients', '')
  await declare('recipientCountries', '')
  await accord.call(token, 'DELETE', path)
}, 60_000)

test('a purpose that people are asked for stands in the register, to be declared', async () => {
  const purposeOf = async () =>
    (await register()).records.find(({ place }) => place === 'marketing:offers')
  expect(await purposeOf()).toBeUndefined()
  const controllers = await get<{ items: { id: string; name: string }[] }>('/v1/controllers')
  const [controller] = controllers.items
  const wording = await accord.call<{ id: string }>(token, 'POST', '/v1/wordings', {
    name: 'Caisse',
    language: 'fr',
    medium: 'paper',
    controllerId: controller?.id,
    shownText: `J’accepte de recevoir par SMS les offres de ${controller?.name}.`,
    channels: ['sms'],
    purposes: ['offers'],
  })
  expect(wording.status).toBe(201)
  await accord.call(token, 'POST', `/v1/wordings/${wording.body.id}/publish`)
  // Asked of people, used by no campaign yet: it is there, and no alarm.
  expect(await purposeOf()).toMatchObject({ isUndeclared: false, about: { origin: 'missing' } })
  const why = async () => sentencesOf(await notice(), 'why').join()
  expect(await why()).toContain('only with your consent')
  // The same legal bases as the register, as soon as the account uses another one.
  const switched = (legalBases: string[]) =>
    put('/v1/consent-policy/legal-bases', { legalBases, reason: 'décision de la direction' })
  expect((await switched(['soft_opt_in'])).status).toBe(200)
  expect((await purposeOf())?.legalBasis.value).toContain('Legitimate interest: similar products')
  expect(await why()).not.toContain('only with your consent')
  expect(await why()).toContain('or on a legitimate interest that you can refuse at any time')
  expect((await switched([])).status).toBe(200)
  expect(await why()).toContain('only with your consent')
})

test('the sheet opens with the headings of the CNIL, and its XML is well formed', async () => {
  const answer = await fetch(`${accord.url}/v1/register/sheet.ods?language=fr`, {
    headers: { authorization: `Bearer ${token}` },
  })
  const octets = new Uint8Array(await answer.arrayBuffer())
  // Told by its first octets: the kind of file is stored, not packed, and comes first.
  expect(strFromU8(octets.slice(30, 84))).toBe(
    'mimetypeapplication/vnd.oasis.opendocument.spreadsheet',
  )
  const parts = unzipSync(octets)
  expect(Object.keys(parts)).toEqual([
    'mimetype',
    'content.xml',
    'meta.xml',
    'META-INF/manifest.xml',
  ])
  for (const name of ['content.xml', 'meta.xml', 'META-INF/manifest.xml']) {
    wellFormed(strFromU8(parts[name] ?? new Uint8Array()))
  }
  const content = strFromU8(parts['content.xml'] ?? new Uint8Array())
  for (const heading of [
    'Catégories de données personnelles concernées',
    'Durée de conservation',
    'Numéro de Sécurité Sociale (ou NIR)',
    'Données relatives à des condamnations pénales ou infractions',
    'Finalité(s) du traitement effectué',
    'Catégories de personnes concernées',
    'Transferts hors UE',
  ]) {
    expect(content).toContain(`>${heading}<`)
  }
  const csv = await fetch(`${accord.url}/v1/register/sheet.csv?language=fr`, {
    headers: { authorization: `Bearer ${token}` },
  })
  expect(await csv.text()).toContain('Données concernant la santé;')
  const html = await fetch(`${accord.url}/v1/register/sheet.html?language=en`, {
    headers: { authorization: `Bearer ${token}` },
  })
  expect(await html.text()).toContain('<th scope="row">Social security number (NIR)</th>')
  const pdf = await fetch(`${accord.url}/v1/register/sheet.pdf?language=fr`, {
    headers: { authorization: `Bearer ${token}` },
  })
  expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  const printed = await readPdf(Buffer.from(await pdf.arrayBuffer()))
  expect([faultsOf(printed), printed.language]).toEqual([[], 'fr'])
  // The same rows: each cell of the spreadsheet stands in it.
  const cells = [...content.matchAll(/<text:p>([^<]+)<\/text:p>/g)].map(([, text = '']) => text)
  const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' }
  const plain = (text: string) =>
    dense(text.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => signs[name] ?? ''))
  const seen = dense(printed.text)
  expect(cells.length).toBeGreaterThan(100)
  expect(cells.filter((cell) => !seen.includes(plain(cell)))).toEqual([])
})

test('what users wrote is text everywhere, and nobody who is written to is named', async () => {
  const hostile = '=1+1 <script>alert("x")</script> & \u0001'
  const declared = { place: 'users', field: 'name', value: hostile }
  expect((await put('/v1/register/declarations', declared)).status).toBe(200)
  const contact = { place: 'account', field: 'contact', value: hostile }
  expect((await put('/v1/register/declarations', contact)).status).toBe(200)
  const person = { number: '+33639980043', fields: { lastName: 'Perceneige' } }
  await accord.call(token, 'POST', '/v1/contacts', person)
  accord.letPass(11 * 60_000)
  const { path } = await notice()
  const html = await (await page(path)).text()
  expect(html).toContain('Contact: =1+1 &lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp;')
  expect(html).not.toContain('<script')
  expect(html).toContain('last name')
  const sheetOf = async (kind: string) => {
    const answer = await fetch(`${accord.url}/v1/register/sheet.${kind}`, {
      headers: { authorization: `Bearer ${token}` },
    })
    return new Uint8Array(await answer.arrayBuffer())
  }
  const content = strFromU8(unzipSync(await sheetOf('ods'))['content.xml'] ?? new Uint8Array())
  wellFormed(content)
  expect(content).toContain('=1+1 &lt;script&gt;')
  const csv = strFromU8(await sheetOf('csv'))
  expect(csv).not.toMatch(/(^|;)"?=1\+1/m)
  for (const text of [html, content, csv, strFromU8(await sheetOf('html'))]) {
    expect(text).not.toMatch(/Perceneige|639980043/)
  }
})

test('accounts do not meet: another one has a notice and a register of its own', async () => {
  const other = accord.accounts[1].token
  const [own, theirs] = [await notice(), await get<PublicNoticeView>('/v1/public-notice', other)]
  expect(theirs.path).not.toBe(own.path)
  const { items } = await get<{ items: unknown[] }>('/v1/register/declarations', other)
  expect(items).toEqual([])
})
