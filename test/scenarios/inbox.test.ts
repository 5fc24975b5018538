// The inbox through the API: who wrote, what waits, what is answered, given to somebody, and done.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type {
  AnswerPreview,
  ConversationView,
  ThreadReply,
} from '../../src/sending/contract-inbox.ts'
import { type Accord, asked, startAccord, textFrom } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'

let accord: Accord
beforeAll(async () => {
  accord = await startAccord({ startsAt: '2026-11-25T10:00:00+01:00' })
  await asked(accord, 'POST', '/v1/senders', { name: 'Tilleuls' })
}, 120_000)
afterAll(() => accord?.stop())

type Items<T> = { items: T[]; nextCursor: string | null }
type Sent = { id: string; state: string; class: string; refusal: string | null; sentence: string }

const inbox = (query = '') => asked<Items<ConversationView>>(accord, 'GET', `/v1/inbox${query}`)
const replies = async (id: string) =>
  (await asked<Items<ThreadReply>>(accord, 'GET', `/v1/inbox/${id}/replies`)).items
const waiting = () => asked(accord, 'GET', '/v1/inbox/waiting')
const byOwner = <T>(method: 'GET' | 'PUT' | 'POST', path: string, body?: unknown) =>
  accord.call<T>(accord.owner.cookie, method, path, body)

/** An alert reaches the person, who answers it. */
async function answeredBy(to: string, text: string): Promise<ConversationView> {
  const sent = await asked<Sent>(accord, 'POST', '/v1/messages', {
    to,
    class: 'alert',
    basis: 'contract',
    sender: 'Tilleuls',
    text: 'Votre commande est prête au comptoir.',
  })
  await eventually(async () => {
    const { state } = await asked<Sent>(accord, 'GET', `/v1/messages/${sent.id}`)
    return state === 'delivered' ? state : null
  })
  return sends(to, text)
}

async function sends(from: string, text: string): Promise<ConversationView> {
  const before = (await asked<Items<{ id: string }>>(accord, 'GET', '/v1/inbound')).items[0]?.id
  await textFrom(accord, from, text)
  const reply = await eventually(async () => {
    const { items } = await asked<Items<{ id: string }>>(accord, 'GET', '/v1/inbound')
    return items[0] === undefined || items[0].id === before ? null : items[0]
  })
  const all = [...(await inbox()).items, ...(await inbox('?show=done')).items]
  const found = all.find(({ lastReplyId }) => lastReplyId === reply.id)
  if (found === undefined) throw new Error('the reply stands in no conversation')
  return found
}

const question = 'Le magasin est ouvert dimanche matin ?'
const doubtful = 'non merci, pas intéressé'

test('a question waits, is answered below what it answers, and is done', {
  timeout: 60_000,
}, async () => {
  const asks = await answeredBy('+33639980061', question)
  expect(asks).toMatchObject({ kind: 'other', toDecide: false, doneAt: null, assignedTo: null })
  expect(asks.from).toBe('+33 6 ** ** ** 61')
  expect(await waiting()).toEqual({ decide: 0, open: 1, mine: 0 })

  const path = `/v1/inbox/${asks.id}`
  const [reply] = await replies(asks.id)
  expect(reply?.original).toMatchObject({ state: 'delivered', sender: 'Tilleuls' })
  expect(reply?.answers).toEqual([])

  const answer = { text: 'Oui, de 9 h à 12 h.', done: true }
  const sent = await byOwner<Sent>('POST', `${path}/answers`, answer)
  expect([sent.status, sent.body.class, sent.body.refusal]).toEqual([202, 'alert', null])
  const story = await asked<{ reasons: { legalBasis: string } }>(
    accord,
    'GET',
    `/v1/messages/${sent.body.id}/story`,
  )
  expect(story.reasons.legalBasis).toBe('contract')
  const [answered] = await replies(asks.id)
  expect(answered?.answers).toMatchObject([
    { message: { id: sent.body.id }, by: 'Camille Exemple' },
  ])
  expect((await inbox('?show=done')).items).toMatchObject([{ id: asks.id }])
  expect(await waiting()).toEqual({ decide: 0, open: 0, mine: 0 })

  // Who writes again is there again, in the same place.
  const again = await sends('+33639980061', 'Et lundi, vous ouvrez à quelle heure ?')
  expect(again).toMatchObject({ id: asks.id, doneAt: null })
  expect(await replies(asks.id)).toHaveLength(2)
})

test('a conversation in clear is one look, with its reason; a code is not shown', {
  timeout: 60_000,
}, async () => {
  const [asks] = (await inbox()).items
  const path = `/v1/inbox/${asks?.id}/reveal`
  const ids = (await replies(asks?.id ?? '')).map(({ id }) => id)
  const refused = await byOwner(`POST`, path, { reason: 'x', replies: ids })
  expect(refused.status).toBe(400)
  type Shown = { from: string; replies: { text: string }[]; messages: { text: string }[] }
  const reason = 'Lecture des réponses du jour'
  const shown = await byOwner<Shown>('POST', path, { reason, replies: ids })
  expect(shown.body.from).toBe('+33639980061')
  expect(shown.body.replies.map(({ text }) => text)).toContain(question)
  const texts = shown.body.messages.map(({ text }) => text)
  expect(texts).toEqual(
    expect.arrayContaining(['Votre commande est prête au comptoir.', 'Oui, de 9 h à 12 h.']),
  )
  type Entry = { action: string; reason: string }
  const log = await asked<Items<Entry>>(
    accord,
    'GET',
    '/v1/audit?action=sending.conversation_revealed',
  )
  expect(log.items).toMatchObject([{ action: 'sending.conversation_revealed', reason }])
  // A reply of another conversation is not opened by this one.
  const other = await answeredBy('+33639980062', 'Bonjour, où êtes-vous ?')
  const mixed = await byOwner('POST', path, { reason, replies: [other.lastReplyId] })
  expect(mixed.status).toBe(404)
})

test('a doubtful reply comes first, is not done before somebody has read it, and a STOP closes it', {
  timeout: 60_000,
}, async () => {
  const unsure = await answeredBy('+33639980063', doubtful)
  expect(unsure).toMatchObject({ kind: 'doubtful', toDecide: true })
  await sends('+33639980062', 'Le rayon des chaussures est à quel étage ?')
  const open = (await inbox()).items
  expect(open.map(({ toDecide }) => toDecide)).toEqual([true, false, false])
  expect((await inbox('?show=decide')).items.map(({ id }) => id)).toEqual([unsure.id])
  const pages: string[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: Items<ConversationView> = await inbox(`?limit=1${cursor && `&cursor=${cursor}`}`)
    pages.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor
  }
  expect(pages).toEqual(open.map(({ id }) => id))

  const done = await byOwner<{ code: string }>('PUT', `/v1/inbox/${unsure.id}/done`, { done: true })
  expect([done.status, done.body.code]).toEqual([409, 'sending.conversation_undecided'])
  await asked(accord, 'POST', `/v1/inbound/${unsure.lastReplyId}/review`, { meaning: 'stop' })
  const closed = await asked<ConversationView>(accord, 'GET', `/v1/inbox/${unsure.id}`)
  expect(closed).toMatchObject({ toDecide: false, doneAt: expect.any(String) })
  // What may not be sent says why.
  const late = await byOwner<Sent>('POST', `/v1/inbox/${unsure.id}/answers`, {
    text: 'Profitez de nos soldes : -50 % sur tout le magasin !',
  })
  expect(late.body).toMatchObject({ state: 'refused', sentence: expect.stringMatching(/\w/) })
})

test('what was said not to be a STOP stays open; a STOP alone waits for nobody', {
  timeout: 60_000,
}, async () => {
  const unsure = await answeredBy('+33639980064', doubtful)
  await asked(accord, 'POST', `/v1/inbound/${unsure.lastReplyId}/review`, { meaning: 'not_a_stop' })
  const open = await asked<ConversationView>(accord, 'GET', `/v1/inbox/${unsure.id}`)
  expect(open).toMatchObject({ toDecide: false, doneAt: null })
  const stop = await answeredBy('+33639980065', 'STOP')
  expect(stop).toMatchObject({ kind: 'stop', doneAt: expect.any(String) })
})

test('it is given to a user of the account, and to nobody else', { timeout: 60_000 }, async () => {
  const [first] = (await inbox()).items
  const path = `/v1/inbox/${first?.id}`
  const users = await byOwner<Items<{ id: string; name: string }>>('GET', '/v1/inbox/users')
  const me = users.body.items[0]
  expect(me?.name).toBe('Camille Exemple')
  const given = await byOwner<ConversationView>('PUT', `${path}/assignment`, { userId: me?.id })
  expect(given.body.assignedTo).toEqual(me)
  const mine = await byOwner<Items<ConversationView>>('GET', '/v1/inbox?show=mine')
  expect(mine.body.items.map(({ id }) => id)).toEqual([first?.id])
  expect((await byOwner('GET', '/v1/inbox/waiting')).body).toMatchObject({ mine: 1 })
  // A token is no user: nothing is its own.
  expect(await waiting()).toMatchObject({ mine: 0 })
  const nobody = '01a210d0-21d9-75bb-863c-000000000001'
  const refused = await byOwner<{ code: string }>('PUT', `${path}/assignment`, { userId: nobody })
  expect([refused.status, refused.body.code]).toEqual([400, 'sending.assignee_unknown'])
  const freed = await byOwner<ConversationView>('PUT', `${path}/assignment`, { userId: null })
  expect(freed.body.assignedTo).toBeNull()

  const done = await byOwner<ConversationView>('PUT', `${path}/done`, { done: true })
  expect(done.body.doneAt).not.toBeNull()
  const open = await byOwner<ConversationView>('PUT', `${path}/done`, { done: false })
  expect(open.body.doneAt).toBeNull()
})

test('another account sees nothing of it, and of an erased person nothing is read or written', {
  timeout: 60_000,
}, async () => {
  const [first] = (await inbox()).items
  const path = `/v1/inbox/${first?.id}`
  const { token } = accord.accounts[1]
  const answers = await Promise.all([
    accord.call(token, 'GET', path),
    accord.call(token, 'GET', `${path}/replies`),
    accord.call(token, 'POST', `${path}/answers`, { text: 'Bonjour' }),
    accord.call(token, 'PUT', `${path}/done`, { done: true }),
    accord.call(token, 'PUT', `${path}/assignment`, { userId: null }),
  ])
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
  expect((await accord.call<Items<unknown>>(token, 'GET', '/v1/inbox')).body.items).toEqual([])
  await asked(accord, 'DELETE', `/v1/contacts/${first?.contactId}`)
  // Their conversation went with them: nobody reads it, answers it or puts it aside.
  const gone = await Promise.all([
    byOwner<{ code: string }>('GET', path),
    byOwner<{ code: string }>('POST', `${path}/answers`, { text: 'Bonjour' }),
    byOwner<{ code: string }>('PUT', `${path}/done`, { done: true }),
  ])
  for (const { status, body } of gone) {
    expect([status, body.code]).toEqual([404, 'sending.conversation_not_found'])
  }
})

test('an answer is shown and judged before it is sent, by the same gate, and nothing is kept', {
  timeout: 60_000,
}, async () => {
  const asks = await answeredBy('+33639980066', question)
  const path = `/v1/inbox/${asks.id}/answers`
  const messages = () => asked<Items<Sent>>(accord, 'GET', '/v1/messages')
  const [before, audit] = [await messages(), await asked(accord, 'GET', '/v1/audit')]
  type Preview = AnswerPreview
  const preview = async (text: string, sender?: string) =>
    byOwner<Preview>('POST', `${path}/preview`, { text, ...(sender ? { sender } : {}) })

  const plain = await preview('Oui, de 9 h à 12 h.')
  expect(plain.status).toBe(200)
  expect(plain.body).toMatchObject({
    text: 'Oui, de 9 h à 12 h.',
    sender: 'Tilleuls',
    encoding: 'gsm7',
    units: 19,
    segments: 1,
    dearCharacters: [],
    verdict: 'allowed',
    refusal: null,
    sentence: null,
  })
  expect(plain.body.costMicroEur).toBeGreaterThan(0)
  const dear = (await preview(`Être là dès dix heures, ça ira ? ${'a'.repeat(60)} ☂`)).body
  expect(dear).toMatchObject({ encoding: 'ucs2', segments: 2, verdict: 'allowed' })
  expect(dear.dearCharacters).toEqual(expect.arrayContaining(['☂']))
  expect(dear.costMicroEur).toBe(2 * plain.body.costMicroEur)

  const advertising = 'Promo : -50 % sur tout le magasin, profitez-en !'
  const refused = (await preview(advertising)).body
  expect(refused).toMatchObject({ verdict: 'refused', costMicroEur: 0 })
  const foreign = (await preview('Oui.', 'Inconnu')).body
  expect(foreign.verdict).toBe('refused')
  expect(foreign.refusal).not.toBe(refused.refusal)
  expect((await preview('')).status).toBe(400)

  expect(await messages()).toEqual(before)
  expect(await asked(accord, 'GET', '/v1/audit')).toEqual(audit)
  expect((await replies(asks.id))[0]?.answers).toEqual([])
  // What is sent then is what was said of it.
  const sent = await byOwner<Sent>('POST', path, { text: advertising })
  expect([sent.body.refusal, sent.body.sentence]).toEqual([refused.refusal, refused.sentence])
})
