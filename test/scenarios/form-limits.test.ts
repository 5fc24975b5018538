// What a form that anybody can open may be made to do: how many codes it sends,
// how many it looks at.
import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Accord, asked, type Method, startAccord } from '../support/scenario.ts'

let accord: Accord
let path: string
beforeAll(async () => {
  accord = await startAccord({ startsAt: '2026-11-25T10:00:00+01:00' })
  path = await openForm()
}, 60_000)
afterAll(() => accord?.stop())

const ask = <T = Record<string, unknown>>(method: Method, url: string, body?: unknown) =>
  asked<T>(accord, method, url, body)

async function openForm(): Promise<string> {
  const controllers = await ask<{ items: { id: string; name: string }[] }>('GET', '/v1/controllers')
  const { id: controllerId, name } = controllers.items[0] ?? { id: '', name: '' }
  await ask('POST', '/v1/senders', { name: 'Tilleuls' })
  const wording = await ask<{ id: string }>('POST', '/v1/wordings', {
    name: 'Page',
    language: 'fr',
    medium: 'web',
    controllerId,
    shownText: `Oui, j’accepte de recevoir par SMS les offres de ${name}.`,
    channels: ['sms'],
    purposes: ['offers'],
    form: { boxInitially: 'unticked' },
  })
  await ask('POST', `/v1/wordings/${wording.id}/publish`)
  const form = await ask<{ id: string }>('POST', '/v1/forms', {
    name: 'Site',
    language: 'fr',
    controllerId,
    wordingIds: [wording.id],
    notice: {
      controllerAddress: '1 rue des Tilleuls, 69000 Lyon',
      controllerContact: 'bonjour@tilleuls.example',
      dpoContact: 'dpo@tilleuls.example',
      recipients: 'la boutique et son opérateur de SMS',
      retention: 'trois ans après le dernier contact',
    },
    sender: 'Tilleuls',
  })
  const opened = await ask<{ url: string }>('POST', `/v1/forms/${form.id}/open`)
  return new URL(opened.url).pathname
}

let machines = 9
/** From machines of their own, since what one sends in a minute is limited before. */
const newMachine = () => {
  machines += 1
  return `127.0.0.${machines}`
}

function submit(to: string, fields: Record<string, string>, localAddress: string) {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: accord.url }
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const asking = request(
      `${accord.url}${to}`,
      { method: 'POST', headers, localAddress },
      (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') }),
        )
      },
    )
    asking.on('error', reject)
    asking.end(new URLSearchParams(fields).toString())
  })
}
const fieldOf = (text: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? ''

/** What a reader sends who asks for a code to this number. */
async function filledFor(number: string): Promise<Record<string, string>> {
  const text = await (await fetch(`${accord.url}${path}`)).text()
  accord.letPass(2_100)
  const box = /name="(box_[^"]+)"/.exec(text)?.[1] ?? ''
  return { seal: fieldOf(text, 'seal'), [box]: 'yes', number }
}
const messages = async () =>
  (await ask<{ items: unknown[] }>('GET', '/v1/messages?limit=100')).items.length

test('of twenty-four who ask at once for a code to one number, three are sent one', async () => {
  const filled = await filledFor('+33639980195')
  const before = await messages()
  const answers = await Promise.all(
    Array.from({ length: 6 }, newMachine).flatMap((machine) =>
      Array.from({ length: 4 }, () => submit(path, filled, machine)),
    ),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(3)
  expect((await messages()) - before).toBe(3)
}, 60_000)

test('of nine who guess at a code at once, five are looked at', async () => {
  const sent = await submit(path, await filledFor('+33639980197'), newMachine())
  expect(sent.status).toBe(200)
  const guess = { pending: fieldOf(sent.text, 'pending'), code: '12345' }
  const guesses = await Promise.all(
    Array.from({ length: 9 }, () => submit(`${path}/code`, guess, newMachine())),
  )
  const told = (words: string) => guesses.filter(({ text }) => text.includes(words))
  expect(told('Ce code est incorrect.')).toHaveLength(5)
  expect(told('Ce code a expiré.')).toHaveLength(4)
}, 60_000)
