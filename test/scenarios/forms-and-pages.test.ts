// Asking and answering: a form, a code to the handset, the person's page, and who is kept out.
import { request } from 'node:http'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Accord, accountOf, asked, type Method, startAccord } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'

let accord: Accord
let token: string
beforeAll(async () => {
  accord = await startAccord({ startsAt: '2026-11-25T10:00:00+01:00' })
  token = accord.accounts[0].token
})
afterAll(() => accord?.stop())

type Body = Record<string, unknown>
const ask = <T = Record<string, unknown>>(method: Method, path: string, body?: unknown) =>
  asked<T>(accord, method, path, body)

const shop = 'Boutique des Tilleuls'
const soundText = `Oui, j’accepte de recevoir par SMS et par e-mail les offres de ${shop}.`

let controllerId: string
async function wording(changed: Body = {}): Promise<string> {
  const made = await ask<{ id: string }>('POST', '/v1/wordings', {
    name: 'Page',
    language: 'fr',
    medium: 'web',
    controllerId,
    shownText: soundText,
    channels: ['sms', 'email'],
    purposes: ['offers'],
    form: { boxInitially: 'unticked' },
    ...changed,
  })
  await ask('POST', `/v1/wordings/${made.id}/publish`)
  return made.id
}
const notice = {
  controllerAddress: '1 rue des Tilleuls, 69000 Lyon',
  controllerContact: 'bonjour@tilleuls.example',
  dpoContact: 'dpo@tilleuls.example',
  recipients: 'la boutique et son opérateur de SMS',
  retention: 'trois ans après le dernier contact',
}
type Form = { id: string; url: string; state: string; embed: string; defects: Body[] }
const formBody = (wordingIds: string[], changed: Body = {}) => ({
  name: 'Site',
  language: 'fr',
  controllerId,
  wordingIds,
  notice,
  sender: 'Tilleuls',
  ...changed,
})
async function openForm(wordingIds: string[], changed: Body = {}): Promise<Form> {
  const made = await ask<Form>('POST', '/v1/forms', formBody(wordingIds, changed))
  expect(made.defects).toEqual([])
  return ask<Form>('POST', `/v1/forms/${made.id}/open`)
}

// What a browser does: reads the page, waits as a reader does, sends what was filled in.
const page = async (path: string, language = 'fr') => {
  const answer = await fetch(`${accord.url}${path}`, { headers: { 'accept-language': language } })
  return { status: answer.status, text: await answer.text(), headers: answer.headers }
}
async function submit(path: string, fields: Record<string, string>, headers: Body = {}) {
  const answer = await fetch(`${accord.url}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: accord.url,
      ...headers,
    } as Record<string, string>,
    body: new URLSearchParams(fields).toString(),
  })
  return { status: answer.status, text: await answer.text(), headers: answer.headers }
}
const pathOf = (form: Form) => new URL(form.url).pathname
const fieldOf = (text: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? ''
const boxes = (text: string) => [...text.matchAll(/name="(box_[^"]+)"/g)].map((found) => found[1])

async function readThenFill(path: string, fields: (text: string) => Record<string, string>) {
  const { text } = await page(path)
  accord.letPass(2_100)
  return submit(path, { seal: fieldOf(text, 'seal'), ...fields(text) })
}
async function codeSentTo(number: string): Promise<string> {
  const text = await lastTextTo(number)
  return /\b(\d{6})\b/.exec(text)?.[1] ?? ''
}
/** The link leaves once its page is answered. */
async function linkTo(number: string): Promise<string> {
  await expect.poll(() => lastTextTo(number), { timeout: 10_000 }).toContain('/p/')
  return lastTextTo(number)
}
async function lastTextTo(number: string): Promise<string> {
  const { items } = await ask<{ items: { id: string; numberMasked: string }[] }>(
    'GET',
    '/v1/messages?limit=50',
  )
  for (const { id } of items) {
    const shown = await ask<{ to: string; text: string }>('POST', `/v1/messages/${id}/handset`, {
      reason: 'essai du formulaire',
    })
    if (shown.to !== number) continue
    // What a rule stopped stands among the messages too, and reached nobody.
    expect(await stateOf(id)).not.toBe('refused')
    return shown.text
  }
  return ''
}
const reason = 'essai du formulaire'
const handsetOf = async (id: string) =>
  (await ask<{ text: string }>('POST', `/v1/messages/${id}/handset`, { reason })).text
const revealed = (id: string) =>
  ask<{ to: string; text: string; hides: string | null }>('POST', `/v1/messages/${id}/reveal`, {
    reason,
  })
type Consents = { states: { channel: string; effective: boolean; why: string | null }[] }
async function consentsOf(number: string): Promise<Consents['states']> {
  const { contact } = await ask<{ contact: { id: string } }>('POST', '/v1/contacts/search', {
    number,
  })
  return (await ask<Consents>('GET', `/v1/consents?contactId=${contact.id}`)).states
}

async function scheduledAlert(to: string, basis: string): Promise<string> {
  const text = 'Êtes-vous content de votre visite ? Répondez de 1 à 5.'
  const sendAt = '2026-11-26T20:00:00Z'
  const message = { to, class: 'alert', basis, controllerId, sender: 'Tilleuls', text, sendAt }
  return (await ask<{ id: string }>('POST', '/v1/messages', message)).id
}
const stateOf = async (id: string) =>
  (await ask<{ state: string }>('GET', `/v1/messages/${id}`)).state

/** What the script adds to a site that loads it from this address. */
function linkOf(script: string, src: string): string {
  const link = { href: '' }
  runInNewContext(script, {
    document: { currentScript: { src, after: () => undefined }, createElement: () => link },
  })
  return link.href
}
/** Says another name of this server than the one that it is reached by, or has another address. */
function submitAs(
  { host = new URL(accord.url).host, localAddress = '127.0.0.1' },
  path: string,
  fields: Record<string, string>,
): Promise<number> {
  const headers = { host, 'content-type': 'application/x-www-form-urlencoded' }
  const options = { method: 'POST', headers, localAddress }
  return new Promise((resolve, reject) => {
    const asking = request(`${accord.url}${path}`, options, (answer) => {
      answer.resume()
      answer.on('end', () => resolve(answer.statusCode ?? 0))
    })
    asking.on('error', reject)
    asking.end(new URLSearchParams(fields).toString())
  })
}

let wordingId: string
test('a form with a defect stays a draft, and nobody can open its address', async () => {
  const { items } = await ask<{ items: { id: string }[] }>('GET', '/v1/controllers')
  controllerId = items[0]?.id ?? ''
  await ask('POST', '/v1/senders', { name: 'Tilleuls' })
  wordingId = await wording()
  const paper = await wording({ medium: 'paper', form: { boxInitially: 'none' } })
  const made = await ask<Form>('POST', '/v1/forms', formBody([paper], { minimumAge: 14 }))
  expect(made.defects.map(({ refusal }) => refusal)).toEqual([
    'form_wording_not_web',
    'form_wording_without_box',
    // In France a child of fourteen needs a parent's yes as well; in Spain it would not.
    'form_age_below_consent',
  ])
  const refused = await accord.call(token, 'POST', `/v1/forms/${made.id}/open`)
  expect(refused).toMatchObject({ status: 400, body: { code: 'preferences.form_wording_not_web' } })
  expect((await page(pathOf(made))).status).toBe(404)
})

test('the page shows the exact words, an unticked box a channel, and what article 13 asks', async () => {
  const form = await openForm([wordingId])
  const { text, headers } = await page(pathOf(form))
  expect(text).toContain(soundText)
  expect(boxes(text)).toHaveLength(2)
  expect(text).not.toContain(' checked')
  for (const told of Object.values(notice)) expect(text).toContain(told)
  expect(headers.get('content-security-policy')).toContain("default-src 'self'")
  // Nothing is loaded from elsewhere, and no script at all.
  expect(text).not.toMatch(/<script|<img|<link|http:\/\/|https:\/\//)
  expect((await page(pathOf(form), 'en')).text).toContain('How your data is used')
  const script = await page(`${pathOf(form)}/link.js`)
  expect(script.headers.get('content-type')).toContain('text/javascript')
  expect(linkOf(script.text, `${accord.url}${pathOf(form)}/link.js`)).toBe(form.url)
  expect(form.embed).toBe(`<script src="${form.url}/link.js"></script>`)
})

test('beside the field for the number stands what the law on calls asks to be told', async () => {
  const path = pathOf(await openForm([wordingId]))
  const told = { fr: 'votre consentement préalable', en: 'your prior consent' }
  for (const [language, words] of Object.entries(told)) {
    for (const asking of [path, `${path}/page`]) {
      const { text } = await page(asking, language)
      const [input = ''] = /<input type="tel"[^>]*>/.exec(text) ?? []
      const describedBy = /aria-describedby="([^"]*)"/.exec(input)?.[1]?.split(' ') ?? []
      const hints = describedBy.map((id) => new RegExp(`id="${id}">([^<]*)<`).exec(text)?.[1] ?? '')
      expect([asking, hints.join(' ')]).toEqual([asking, expect.stringContaining(words)])
      expect(hints.join(' ')).toContain('L. 223-2')
    }
  }
}, 60_000)

test('nothing is recorded until the code comes back from the handset', async () => {
  const form = await openForm([wordingId])
  const number = '+33639980101'
  const asked = await readThenFill(pathOf(form), (text) => ({
    number: '06 39 98 01 01',
    email: 'zoe@example.org',
    [boxes(text)[0] ?? '']: 'yes',
    [boxes(text)[1] ?? '']: 'yes',
  }))
  expect(asked.status).toBe(200)
  // As people write it, on one line: whoever mistyped a digit sees it.
  expect(asked.text).toMatch(/\+33\s6\s39\s98\s01\s01/)
  const pending = fieldOf(asked.text, 'pending')
  expect(await consentsOf(number)).toEqual([])
  const code = await codeSentTo(number)
  expect(code).toMatch(/^\d{6}$/)
  const wrong = code === '000000' ? '000001' : '000000'
  expect((await submit(`${pathOf(form)}/code`, { pending, code: wrong })).status).toBe(400)
  expect(await consentsOf(number)).toEqual([])
  const sent = () => submit(`${pathOf(form)}/code`, { pending, code })
  const answers = await Promise.all([sent(), sent(), sent()])
  // Used once, however many send it at once.
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400])
  const done = answers.find(({ status }) => status === 200) ?? { text: '' }
  expect(done.text).toContain('Vos choix sont enregistrés')
  const states = await consentsOf(number)
  expect(states.map(({ channel, effective }) => [channel, effective])).toEqual([
    ['email', true],
    ['sms', true],
  ])
  // Once is enough: the code is gone with its use.
  expect((await submit(`${pathOf(form)}/code`, { pending, code })).status).toBe(400)

  const own = /href="(\/p\/[A-Za-z0-9_-]{22})/.exec(done.text)?.[1] ?? ''
  const shown = await page(own)
  expect(shown.status).toBe(200)
  expect(shown.text).toContain(shop)
  expect(shown.text).toContain(soundText)
  expect(shown.text).not.toContain('39980101')
  const withdrawn = await submit(own, {
    action: 'withdraw',
    controller: controllerId,
    channel: 'sms',
    purpose: 'offers',
  })
  expect([withdrawn.status, withdrawn.headers.get('location')]).toEqual([
    303,
    `${own}?done=withdrawn`,
  ])
  expect(await consentsOf(number)).toMatchObject([
    { channel: 'email', effective: true },
    { channel: 'sms', effective: false, why: 'withdrawn' },
  ])
  await submit(own, { action: 'access' })
  await submit(own, { action: 'access' })
  type Requests = { items: { id: string; kind: string; dueAt: string; answer: string | null }[] }
  const requests = await ask<Requests>('GET', '/v1/person-requests?open=true')
  expect(requests.items).toMatchObject([{ kind: 'access', answer: null }])
  expect(requests.items[0]?.dueAt.slice(0, 10)).toBe('2026-12-25')
  const answerPath = `/v1/person-requests/${requests.items[0]?.id}/answer`
  const answer = { outcome: 'copy_sent', reason: 'Envoyée par courrier' }
  // What is handed over goes to somebody of whom it is sure who they are.
  const unsure = await accord.call<{ code: string }>(token, 'POST', answerPath, answer)
  expect([unsure.status, unsure.body.code]).toEqual([409, 'preferences.request_not_identified'])
  const known = { how: 'known_to_staff', reason: 'La personne est venue en boutique.' }
  await ask('POST', answerPath.replace('/answer', '/identified'), known)
  await ask('POST', answerPath, answer)
  expect((await accord.call(token, 'POST', answerPath, answer)).status).toBe(409)
  expect((await page(own)).text).toContain('avec une copie de vos données')
  const survey = await scheduledAlert(number, 'legitimate_interest')
  const reminder = await scheduledAlert(number, 'contract')
  await submit(own, { action: 'object_marketing' })
  expect(await stateOf(survey)).toBe('held')
  await submit(own, { action: 'object_all' })
  // What waited of it has ended by the time that the page says so; what is owed still leaves.
  expect([await stateOf(survey), await stateOf(reminder)]).toEqual(['refused', 'held'])
  const check = await ask<{ items: { suppression: string }[] }>('POST', '/v1/objections/check', {
    numbers: [number],
  })
  expect(check.items[0]?.suppression).toBe('all')
}, 60_000)

test('an objection to alerts that the account records ends those that wait', async () => {
  const number = '+33639980109'
  const alert = () => scheduledAlert(number, 'legitimate_interest')
  const [survey, another] = [await alert(), await alert()]
  await ask('POST', '/v1/objections', { number, reason: 'objection' })
  expect(await stateOf(survey)).toBe('held')
  await ask('POST', '/v1/objections', { number, reason: 'objection', scope: 'relational' })
  expect([await stateOf(survey), await stateOf(another)]).toEqual(['refused', 'refused'])
}, 60_000)

test('without a code the server’s own form is enough, except where somebody said stop', async () => {
  const form = await openForm([wordingId], { confirms: false })
  const number = '+33639980102'
  const sign = () =>
    readThenFill(pathOf(form), (text) => ({ number, [boxes(text)[0] ?? '']: 'yes' }))
  expect((await sign()).text).toContain('Nous avons reçu vos choix')
  expect(await consentsOf(number)).toMatchObject([{ channel: 'sms', effective: true }])
  await ask('POST', '/v1/objections', { number, reason: 'stop_reply' })
  const again = await sign()
  expect(await consentsOf(number)).toMatchObject([{ channel: 'sms', effective: false }])
  const pending = fieldOf(again.text, 'pending')
  const code = await eventually(async () => (await codeSentTo(number)) || null)
  expect(await lastTextTo(number)).toContain('vous aviez dit stop')
  const done = await submit(`${pathOf(form)}/code`, { pending, code })
  expect([done.status, done.text.includes('Vos choix sont enregistrés')]).toEqual([200, true])
  expect(await consentsOf(number)).toMatchObject([{ channel: 'sms', effective: true }])
}, 60_000)

test('a form without a code answers the same, whatever is known of the number that is typed', async () => {
  const form = await openForm([wordingId], { confirms: false })
  const path = pathOf(form)
  const [stopped, agreed, unknown] = ['+33639980111', '+33639980112', '+33639980113']
  const { text } = await page(path)
  accord.letPass(2_100)
  const [box = ''] = boxes(text)
  const sign = (number: string) =>
    submit(path, { number, seal: fieldOf(text, 'seal'), [box]: 'yes' })
  await sign(agreed)
  await ask('POST', '/v1/contacts', { number: stopped })
  await ask('POST', '/v1/objections', { number: stopped, reason: 'stop_reply' })
  const told = async (number: string) => {
    const answers: (number | string)[] = []
    const told = (answer: Awaited<ReturnType<typeof submit>>) => {
      const pending = fieldOf(answer.text, 'pending')
      const seen = answer.text.replaceAll(number, '').replaceAll(pending, '')
      answers.push(answer.status, seen)
      return pending
    }
    // More often than codes go to one handset, and then a guess, more often than one may guess.
    let pending = ''
    for (let time = 0; time < 5; time += 1) pending = told(await sign(number))
    expect(pending).toMatch(/^[0-9a-f-]{36}$/)
    for (let time = 0; time < 7; time += 1) {
      told(await submit(`${path}/code`, { pending, code: 'none' }))
    }
    return answers
  }
  const ofUnknown = await told(unknown)
  expect(ofUnknown.filter((one) => typeof one === 'number')).toEqual([
    ...Array<number>(5).fill(200),
    ...Array<number>(7).fill(400),
  ])
  expect(await told(stopped)).toEqual(ofUnknown)
  expect(await told(agreed)).toEqual(ofUnknown)
  expect(await consentsOf(stopped)).toEqual([])
  const code = await eventually(async () => (await codeSentTo(stopped)) || null)
  expect(code).toMatch(/^\d{6}$/)
  expect([await lastTextTo(agreed), await lastTextTo(unknown)]).toEqual(['', ''])
}, 60_000)

test('whoever types a neighbour’s number on a form without code gets nothing of hers', async () => {
  const number = '+33639980104'
  const { contact: held } = await ask<{ contact: { id: string } }>('POST', '/v1/contacts', {
    number,
    fields: { email: 'zoe@example.org', firstName: 'Zoé' },
  })
  const form = await openForm([wordingId], { confirms: false, asksName: true })
  const sign = (typed: string) =>
    readThenFill(pathOf(form), (text) => ({
      number: typed,
      email: 'stranger@example.org',
      firstName: 'Étranger',
      lastName: 'Inconnu',
      [boxes(text)[0] ?? '']: 'yes',
    }))
  const done = await sign(number)
  expect(done.text).toContain('Nous avons reçu vos choix')
  expect(done.text).not.toContain('/p/')
  // Known or not, the same page: only the number and the sealed hour are the reader's own.
  const own = (text: string, typed: string) =>
    text.replaceAll(typed, '').replaceAll(/name="(?:seal|pending)" value="[^"]*"/g, '')
  const unknown = '+33639980105'
  expect(own((await sign(unknown)).text, unknown)).toBe(own(done.text, number))
  const { fields } = await ask<{ fields: Record<string, string> }>(
    'POST',
    `/v1/contacts/${held.id}/reveal`,
    { reason: 'essai du formulaire' },
  )
  // What was held stays; what was missing may be added.
  expect(fields).toMatchObject({ email: 'zoe@example.org', firstName: 'Zoé', lastName: 'Inconnu' })
  // The way to the page is by the handset, offered at once.
  const offered = fieldOf(done.text, 'number')
  expect(offered).toBe(number)
  const sent = await submit(`${pathOf(form)}/page`, {
    number: offered,
    seal: fieldOf(done.text, 'seal'),
  })
  expect(sent.status).toBe(200)
  expect(sent.text).not.toContain('/p/')
  expect(await linkTo(number)).toMatch(/\/p\/[A-Za-z0-9_-]{22}/)
}, 60_000)

test('programs, strangers and haste are kept out, and nothing is recorded of them', async () => {
  const form = await openForm([wordingId], { confirms: false, minimumAge: 15 })
  const path = pathOf(form)
  const { text } = await page(path)
  const box = boxes(text)[0] ?? ''
  const good = { number: '+33639980103', [box]: 'yes', age: 'yes', seal: fieldOf(text, 'seal') }
  const said = async (fields: Record<string, string>) => {
    const answer = await submit(path, fields)
    const faults = [...answer.text.matchAll(/role="alert">([\s\S]*?)<\/div>/g)]
    return [answer.status, faults.length]
  }
  expect(await said(good)).toEqual([400, 1])
  accord.letPass(2_100)
  const [shownAt = ''] = good.seal.split('.')
  const forged = `${Number(shownAt) - 5_000}.${good.seal.split('.')[1]}`
  expect(await said({ ...good, seal: forged })).toEqual([400, 1])
  expect(await said({ ...good, website: 'http://spam.example' })).toEqual([400, 1])
  const { [box]: _box, ...unticked } = good
  expect(await said(unticked)).toEqual([400, 1])
  const { age: _age, ...ageless } = good
  expect(await said(ageless)).toEqual([400, 1])
  expect(await said({ ...good, number: '01 99 00 12 34' })).toEqual([400, 1])
  const elsewhere = await submit(path, good, { origin: 'https://elsewhere.example' })
  expect(elsewhere.status).toBe(403)
  const search = await accord.call(token, 'POST', '/v1/contacts/search', { number: good.number })
  expect(search.body['contact'] ?? null).toBeNull()
  await ask('POST', `/v1/forms/${form.id}/close`)
  expect((await submit(path, good)).status).toBe(404)
}, 60_000)

test('the link to one’s page comes to the handset, and the answer tells nobody who is known', async () => {
  const form = await openForm([wordingId])
  const path = `${pathOf(form)}/page`
  const known = await readThenFill(path, () => ({ number: '+33639980102' }))
  const unknown = await readThenFill(path, () => ({ number: '+33639980199' }))
  expect(known.status).toBe(200)
  expect(known.text).toBe(unknown.text)
  const text = await linkTo('+33639980102')
  const own = /\/p\/[A-Za-z0-9_-]{22}/.exec(text)?.[0] ?? ''
  expect(text).toMatch(/jusqu'au \d{1,2}\/\d\d\/2026/)
  expect((await page(own)).status).toBe(200)
  expect(await lastTextTo('+33639980199')).toBe('')
  const { contact } = await ask<{ contact: { id: string } }>('POST', '/v1/contacts/search', {
    number: '+33639980102',
  })
  const wish = { contactId: contact.id, sendFrom: 'Tilleuls' }
  const other = accord.accounts[1].token
  const foreign = await accord.call(other, 'POST', '/v1/person-links', wish)
  expect(foreign.status).toBe(404)
  // A rule that stops the link is named, not only that there is one.
  const unknownSender = { ...wish, sendFrom: 'Personne' }
  const stopped = await accord.call(token, 'POST', '/v1/person-links', unknownSender)
  expect(stopped.status).toBe(409)
  expect(stopped.body['detail']).toContain('This sender is not registered for this account')
  // Erased, the page is gone with the person: its address leads to the certificate of that.
  const erased = await accord.call(token, 'DELETE', `/v1/contacts/${contact.id}`)
  expect(erased.status).toBeLessThan(300)
  const gone = await page(own)
  expect(gone.status).toBe(200)
  expect(gone.text).toContain('effacement')
  expect(gone.text).not.toContain('63998')
}, 60_000)

test('too many links or codes are told alike, whether a number is known or not', async () => {
  const form = await openForm([wordingId])
  const [known, unknown] = ['+33639980191', '+33639980192']
  await ask('POST', '/v1/contacts', { number: known })
  const { text } = await page(pathOf(form))
  const asking = await page(`${pathOf(form)}/page`)
  accord.letPass(2_100)
  const filled = { seal: fieldOf(text, 'seal'), [boxes(text)[0] ?? '']: 'on' }
  // A minute's worth of forms was sent above.
  const from = { localAddress: '127.0.0.2' }
  const answers: number[] = []
  for (const number of [known, unknown]) {
    const seal = fieldOf(asking.text, 'seal')
    for (let times = 0; times < 3; times += 1) {
      expect(await submitAs(from, `${pathOf(form)}/page`, { seal, number })).toBe(200)
    }
    answers.push(await submitAs(from, pathOf(form), { ...filled, number }))
  }
  expect(answers).toEqual([400, 400])
}, 60_000)

test('a link that leaves by SMS goes to this server, whatever name of it the asker says', async () => {
  const form = await openForm([wordingId])
  const number = '+33639980106'
  const { contact } = await ask<{ contact: { id: string } }>('POST', '/v1/contacts', { number })
  const path = `${pathOf(form)}/page`
  const { text } = await page(path)
  accord.letPass(2_100)
  const seal = fieldOf(text, 'seal')
  expect(await submitAs({ host: 'evil.example' }, path, { number, seal })).toBe(200)
  expect(await linkTo(number)).toContain(`${accord.url}/p/`)
  const sent = await ask<{ messageId: string }>('POST', '/v1/person-links', {
    contactId: contact.id,
    sendFrom: 'Tilleuls',
  })
  // To the handset alone: the answer names the message, and nothing that opens the page.
  expect(Object.keys(sent).sort()).toEqual(['expiresAt', 'messageId'])
  expect(await handsetOf(sent.messageId)).toContain(`${accord.url}/p/`)
  expect(await revealed(sent.messageId)).toMatchObject({ hides: 'link' })
  expect(JSON.stringify(await revealed(sent.messageId))).not.toContain('/p/')
}, 60_000)

test('an organisation whose name advertises sends it to nobody as a code or a link', async () => {
  const name = 'SOLDES -70 % ce week-end chez Exemple'
  const made = await ask<{ id: string }>('POST', '/v1/controllers', { name })
  const theirs = await wording({
    controllerId: made.id,
    shownText: soundText.replace(shop, name),
  })
  const form = await openForm([theirs], { controllerId: made.id })
  const answer = await readThenFill(pathOf(form), (text) => ({
    number: '+33639980188',
    [boxes(text)[0] ?? '']: 'yes',
  }))
  expect(fieldOf(answer.text, 'pending')).toBe('')
  await ask('POST', '/v1/contacts', { number: '+33639980187' })
  await readThenFill(`${pathOf(form)}/page`, () => ({ number: '+33639980187' }))
  type Listed = { items: { to: string; refusal: string | null }[] }
  const stopped = async () => {
    const { items } = await ask<Listed>('GET', '/v1/messages?limit=50')
    return items.filter(({ to }) => /8[78]$/.test(to)).map(({ refusal }) => refusal)
  }
  const advertises = 'alert_reads_like_advertising'
  await expect.poll(stopped, { timeout: 10_000 }).toEqual([advertises, advertises])
}, 60_000)

test('a code that a handset was sent is shown to nobody of the account', async () => {
  const form = await openForm([wordingId])
  const number = '+33639980107'
  const asking = await readThenFill(pathOf(form), (text) => ({
    number,
    [boxes(text)[0] ?? '']: 'yes',
  }))
  const pending = fieldOf(asking.text, 'pending')
  const code = await codeSentTo(number)
  const { items } = await ask<{ items: { id: string }[] }>('GET', '/v1/messages?limit=1')
  const id = items[0]?.id ?? ''
  // In clear, for the owner of all rights, as for everybody: with what it says, without the code.
  const seen = await revealed(id)
  expect(seen).toMatchObject({ to: number, hides: 'code' })
  expect(seen.text).toMatch(/\[(code not shown|code non affiché)\]/)
  const story = await ask('GET', `/v1/messages/${id}/story`)
  expect(JSON.stringify([seen, story])).not.toContain(code)
  const done = await submit(`${pathOf(form)}/code`, { pending, code })
  expect(done.status).toBe(200)
  // What rests on a telephone that is only imagined says so.
  const { contact } = await ask<{ contact: { id: string } }>('POST', '/v1/contacts/search', {
    number,
  })
  type Events = { events: { grade: string | null; handset: string | null }[] }
  const { events } = await ask<Events>('GET', `/v1/consents?contactId=${contact.id}`)
  expect(events).toMatchObject([{ grade: 'double_opt_in', handset: 'sandbox' }])
}, 60_000)

test('an account whose messages really leave sends no link before the server knows its address', async () => {
  const { cookie } = accord.owner
  const made = await accord.call<{ id: string }>(cookie, 'POST', '/v1/accounts', {
    name: 'Mairie de Lumen',
    kind: 'live',
  })
  await accord.call(cookie, 'PUT', '/v1/sessions/current', { accountId: made.body.id })
  token = (await accountOf(accord, cookie)).token
  const askIt = async <T>(method: Method, path: string, body?: unknown) =>
    (await accord.call<T>(token, method, path, body)).body
  const { items } = await askIt<{ items: { id: string; name: string }[] }>('GET', '/v1/controllers')
  const wording = await askIt<{ id: string }>('POST', '/v1/wordings', {
    name: 'Page',
    language: 'fr',
    medium: 'web',
    controllerId: items[0]?.id,
    shownText: `Oui, j’accepte de recevoir par SMS les nouvelles de ${items[0]?.name}.`,
    channels: ['sms'],
    purposes: ['news'],
    form: { boxInitially: 'unticked' },
  })
  await askIt('POST', `/v1/wordings/${wording.id}/publish`)
  const own = { ...formBody([wording.id]), controllerId: items[0]?.id, sender: 'Lumen' }
  const form = await askIt<Form>('POST', '/v1/forms', own)
  await askIt('POST', `/v1/forms/${form.id}/open`)
  const asked = await page(`${pathOf(form)}/page`)
  expect([asked.status, asked.text.includes('ACCORD_URL')]).toEqual([409, true])
  const posted = await submit(`${pathOf(form)}/page`, { number: '+33612345678', seal: '' })
  expect([posted.status, posted.text.includes('ACCORD_URL')]).toEqual([409, true])
  const { contact } = await askIt<{ contact: { id: string } }>('POST', '/v1/contacts', {
    number: '+33612345678',
  })
  const link = { contactId: contact.id, sendFrom: 'Lumen' }
  const refused = await accord.call(token, 'POST', '/v1/person-links', link)
  expect(refused).toMatchObject({ status: 409, body: { code: 'preferences.address_missing' } })
  // Where messages really leave, what a telephone shows is shown there alone.
  const sent = await accord.call<{ id: string }>(token, 'POST', '/v1/messages', {
    to: '+33612345678',
    text: 'Votre dossier est prêt.',
    class: 'alert',
    basis: 'contract',
    sender: 'Lumen',
  })
  const path = `/v1/messages/${sent.body.id}/handset`
  const shown = await accord.call(token, 'POST', path, { reason })
  expect(shown).toMatchObject({ status: 409, body: { code: 'sending.handset_is_real' } })
}, 60_000)
