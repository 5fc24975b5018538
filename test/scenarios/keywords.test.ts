// A yes by SMS: a word from the handset itself, and with care a START;
// what is no keyword changes nothing.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { replyReader } from '../../src/countries/index.ts'
import { type Accord, startAccord, textFrom } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'

let accord: Accord
let token: string
let routeId: string
let controllerId: string
let wordingId: string
beforeAll(async () => {
  accord = await startAccord({ startsAt: '2026-11-25T10:00:00+01:00' })
  token = accord.accounts[0].token
  const { items } = await ask<{ items: { id: string }[] }>('GET', '/v1/controllers')
  controllerId = items[0]?.id ?? ''
  await ask('POST', '/v1/senders', { name: 'Tilleuls' })
  wordingId = await wording(token, controllerId)
  const { numbers } = await ask<{ numbers: { routeId: string; to: string }[] }>(
    'GET',
    '/v1/keywords',
  )
  expect(numbers).toMatchObject([{ to: '36111' }])
  routeId = numbers[0]?.routeId ?? ''
})
afterAll(() => accord?.stop())

async function askAs<T>(
  by: string,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
): Promise<T> {
  const answer = await accord.call<T>(by, method, path, body)
  expect([path, answer.status < 300 ? null : answer.body]).toEqual([path, null])
  return answer.body
}
const ask = <T = Record<string, unknown>>(
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
): Promise<T> => askAs<T>(token, method, path, body)

async function wording(by: string, controller: string): Promise<string> {
  const { items } = await askAs<{ items: { name: string }[] }>(by, 'GET', '/v1/controllers')
  const made = await askAs<{ id: string }>(by, 'POST', '/v1/wordings', {
    name: 'Affiche',
    language: 'fr',
    medium: 'paper',
    controllerId: controller,
    shownText: `Envoyez OUI au 36111 pour recevoir par SMS les offres de ${items[0]?.name}.`,
    channels: ['sms'],
    purposes: ['offers'],
    form: { boxInitially: 'none' },
  })
  await askAs(by, 'POST', `/v1/wordings/${made.id}/publish`)
  return made.id
}

const keyword = (word: string, changed: Record<string, unknown> = {}) => ({
  word,
  routeId,
  wordingId,
  sender: 'Tilleuls',
  ...changed,
})
const open = (word: string, changed = {}) =>
  ask<{ id: string; word: string; to: string }>('POST', '/v1/keywords', keyword(word, changed))

const text = (from: string, words: string) => textFrom(accord, from, words)

type Held = {
  states: { effective: boolean; purpose: string }[]
  suppression: string | null
  events: { kind: string; grade: string | null }[]
}
async function heldOf(number: string, by = token): Promise<Held | null> {
  const found = await askAs<{ contact: { id: string } | null }>(by, 'POST', '/v1/contacts/search', {
    number,
  })
  if (found.contact === null) return null
  return askAs<Held>(by, 'GET', `/v1/consents?contactId=${found.contact.id}`)
}
const untilGiven = (number: string) =>
  eventually(async () => {
    const held = await heldOf(number)
    return held?.states.some(({ effective }) => effective) ? held : null
  })
async function textsTo(number: string): Promise<string[]> {
  const { items } = await ask<{ items: { id: string }[] }>('GET', '/v1/messages?limit=50')
  const shown: string[] = []
  for (const { id } of items) {
    const reason = 'essai des mots-clés'
    const one = await ask<{ to: string; text: string }>('POST', `/v1/messages/${id}/reveal`, {
      reason,
    })
    if (one.to === number) shown.push(one.text)
  }
  return shown
}
/** Everything that was sent before it is read when this one is. */
async function settled(): Promise<void> {
  const number = `+3363998054${++asides}`
  await text(number, 'join')
  await untilGiven(number)
}
let asides = 0

async function alertTo(number: string): Promise<void> {
  await ask('POST', '/v1/messages', {
    to: number,
    text: 'Boutique des Tilleuls : rendez-vous demain à 10 h. Répondez OUI pour confirmer.',
    class: 'alert',
    basis: 'contract',
    sender: 'Tilleuls',
  })
  await eventually(async () => ((await isQuiet(number)) ? true : null))
}
/** Whether all that was sent to the number has arrived. */
async function isQuiet(number: string): Promise<boolean> {
  const { contact } = await ask<{ contact: { id: string } | null }>('POST', '/v1/contacts/search', {
    number,
  })
  const { items } = await ask<{ items: { state: string; contactId: string | null }[] }>(
    'GET',
    '/v1/messages?limit=50',
  )
  const own = items.filter(({ contactId }) => contactId === contact?.id)
  return own.length > 0 && own.every(({ state }) => state === 'delivered')
}

test('a stranger who sends the word has agreed, by the strongest evidence there is', async () => {
  const made = await open('join')
  expect(made).toMatchObject({ word: 'JOIN', to: '36111', confirms: false, alwaysConfirms: false })
  await text('+33639980521', ' Join ! ')
  const held = await untilGiven('+33639980521')
  expect(held.events).toMatchObject([{ kind: 'consent.given', grade: 'keyword_from_handset' }])
  const [thanks] = await eventually(async () => {
    const texts = await textsTo('+33639980521')
    return texts.length > 0 ? texts : null
  })
  expect(thanks).toContain('STOP')
})

test('a sentence with the word in it, and a START that is no keyword, are no consent', async () => {
  await text('+33639980522', 'join mais quand ?')
  await text('+33639980523', 'START')
  await settled()
  expect(await heldOf('+33639980522')).toBeNull()
  expect(await heldOf('+33639980523')).toBeNull()
})

test('after a STOP the word takes it back, and START only as a keyword of the account', async () => {
  const number = '+33639980524'
  await text(number, 'JOIN')
  await untilGiven(number)
  await ask('POST', '/v1/objections', { number })
  await text(number, 'START')
  await settled()
  expect((await heldOf(number))?.suppression).toBe('marketing')
  await open('START')
  await text(number, 'start')
  const held = await untilGiven(number)
  expect(held.suppression).toBeNull()
  expect(held.events.map(({ kind }) => kind)).toContain('suppression.lifted')
})

test('with a second yes the exact words go to the handset first', async () => {
  await open('CLUB', { confirms: true, sender: 'Tilleuls' })
  const number = '+33639980525'
  await text(number, 'club')
  const [asked] = await eventually(async () => {
    const texts = await textsTo(number)
    return texts.length > 0 ? texts : null
  })
  expect(asked).toContain('Envoyez OUI au 36111 pour recevoir par SMS les offres')
  await eventually(async () => ((await isQuiet(number)) ? true : null))
  expect((await heldOf(number))?.states ?? []).toEqual([])
  await text(number, 'oui')
  const held = await untilGiven(number)
  expect(held.events[0]).toMatchObject({ grade: 'keyword_from_handset' })
})

test('a plain yes may answer anything, so that it is always asked back', async () => {
  const made = await open('oui', { confirms: false })
  expect(made).toMatchObject({ word: 'OUI', confirms: true, alwaysConfirms: true })
  const number = '+33639980529'
  const untilAsked = (times: number) =>
    eventually(async () => {
      const asked = (await textsTo(number)).filter((sent) => sent.includes('vous demande'))
      return asked.length === times && (await isQuiet(number)) ? true : null
    })
  await alertTo(number)
  await text(number, 'OUI')
  await untilAsked(1)
  expect((await heldOf(number))?.states).toEqual([])
  // Another message of the account since: the yes may be to that one, and the words go once more.
  await alertTo(number)
  await text(number, 'oui')
  await untilAsked(2)
  expect((await heldOf(number))?.states).toEqual([])
  await text(number, 'Oui.')
  const given = await untilGiven(number)
  expect(given.events.map(({ grade }) => grade)).toContain('keyword_from_handset')
})

test('who said stop and answers yes to an appointment is asked for nothing, and stays stopped', async () => {
  const number = '+33639980530'
  await alertTo(number)
  await ask('POST', '/v1/objections', { number })
  await text(number, 'OUI')
  await settled()
  expect(await textsTo(number)).toHaveLength(1)
  expect(await heldOf(number)).toMatchObject({ states: [], suppression: 'marketing' })
})

test('words that mean something everywhere, and words of others, cannot be had', async () => {
  const refused = async (by: string, body: object) =>
    (await accord.call<{ code: string }>(by, 'POST', '/v1/keywords', body)).body.code
  expect(await refused(token, keyword('STOP'))).toBe('preferences.keyword_is_command')
  expect(await refused(token, keyword('fini'))).toBe('preferences.keyword_is_command')
  expect(await refused(token, keyword('Aide'))).toBe('preferences.keyword_is_command')
  expect(await refused(token, keyword('je veux'))).toBe('preferences.keyword_not_a_word')
  const [, other] = accord.accounts
  const { items } = await askAs<{ items: { id: string }[] }>(other.token, 'GET', '/v1/controllers')
  const theirs = await wording(other.token, items[0]?.id ?? '')
  const taken = keyword('join', { wordingId: theirs })
  expect(await refused(other.token, taken)).toBe('preferences.keyword_word_taken')
  const foreign = keyword('AUTRE', { wordingId: theirs })
  expect(await refused(token, foreign)).toBe('preferences.keyword_wording_unfit')
})

test('a word that only resembles a refusal can be had, and alone it is heard as the keyword', async () => {
  const readReply = await replyReader()
  const like = ['GYM', 'MEMBRE', 'ESCRIME', 'ECHECS', 'DIMANCHE', 'LOTO', 'PROMOS'].filter(
    (word) => {
      const { by, meaning } = readReply(word)
      return by === 'model' && meaning === 'doubtful'
    },
  )
  const [word = '', another = ''] = like
  expect((await open(word)).word).toBe(word)
  const number = '+33639980528'
  await text(number, ` ${word.toLowerCase()} `)
  await untilGiven(number)
  await eventually(async () => ((await textsTo(number)).length > 0 ? true : null))
  // It has been written to: what it writes is kept, and none of it is to be reviewed.
  await text(number, word)
  await settled()
  const { items } = await ask<{ items: { kind: string }[] }>('GET', '/v1/inbound?needsReview=true')
  expect(items).toEqual([])
  // What is no keyword, and what is surely a stop, stays what it is.
  await text(number, another)
  await eventually(async () => {
    const doubted = await ask<{ items: unknown[] }>('GET', '/v1/inbound?needsReview=true')
    return doubted.items.length === 1 ? true : null
  })
  await text(number, `${word} stop`)
  await eventually(async () => {
    const held = await heldOf(number)
    return held?.suppression === 'marketing' ? true : null
  })
})

test('a word that answers another account’s message is no consent to this one', async () => {
  const number = '+33639980526'
  const [, other] = accord.accounts
  await askAs(other.token, 'POST', '/v1/senders', { name: 'Voisins' })
  const sent = await askAs<{ id: string }>(other.token, 'POST', '/v1/messages', {
    to: number,
    text: 'Voisins : votre rendez-vous est demain à 10 h. Venez-vous ?',
    class: 'alert',
    basis: 'contract',
    sender: 'Voisins',
  })
  await eventually(async () => {
    const view = await askAs<{ state: string }>(other.token, 'GET', `/v1/messages/${sent.id}`)
    return view.state === 'delivered' ? view : null
  })
  await text(number, 'OUI')
  await settled()
  expect(await heldOf(number)).toBeNull()
})

test('a closed keyword is heard no more, and what was agreed to by it stands', async () => {
  const { items } = await ask<{ items: { id: string; word: string }[] }>('GET', '/v1/keywords')
  const club = items.find(({ word }) => word === 'CLUB')
  await ask('POST', `/v1/keywords/${club?.id}/close`)
  await text('+33639980527', 'club')
  await settled()
  expect(await textsTo('+33639980527')).toEqual([])
  expect((await heldOf('+33639980525'))?.states).toMatchObject([{ effective: true }])
  expect((await open('CLUB')).word).toBe('CLUB')
})
