// The integrator's journey: an address that is told, a call of the API, the message's story on the
// screen, and what the program was told of it. The token is made by the API: the screen that makes
// one is looked at in people-and-tokens.e2e.ts.
import type { Page } from 'playwright-core'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/web/paths.ts'
import { type AccordInBrowser, expectFit, ownerInBrowser } from '../support/browser-life.ts'
import { goToEntry, type Hands, logInWith, withFinger, withMouse } from '../support/hands.ts'
import { asked } from '../support/scenario.ts'
import { type Look, lookedAtWith, looksOfRun } from '../support/screens.ts'
import { eventually } from '../support/wait.ts'
import { type Receiver, startReceiver } from '../support/webhook-receiver.ts'

let life: AccordInBrowser
let receiver: Receiver
beforeAll(async () => {
  receiver = await startReceiver()
  life = await ownerInBrowser({ environment: { ACCORD_WEBHOOK_NETWORKS: '127.0.0.1' } })
}, 120_000)
afterAll(async () => {
  await life?.close()
  await receiver?.close()
})

const labels = {
  en: {
    make: 'New webhook',
    address: 'Address',
    told: 'A message was delivered',
    add: 'Add the webhook',
    open: 'Open the webhook',
    delivered: 'Delivered',
    toldRow: /A message was delivered.*Delivered.*HTTP 204/,
    story: 'History of this message',
    why: 'Why it was allowed',
    receipt: /^Delivered/,
  },
  fr: {
    make: 'Nouveau webhook',
    address: 'Adresse',
    told: 'Un message a été remis',
    add: 'Ajouter le webhook',
    open: 'Ouvrir le webhook',
    delivered: 'Remis',
    toldRow: /Un message a été remis.*Remis.*HTTP 204/,
    story: 'Historique de ce message',
    why: 'Pourquoi il a pu partir',
    receipt: /^Remis/,
  },
}

/** The secret is shown once; whoever adds the webhook copies it, and stays where it is opened. */
async function addWebhook(page: Page, hands: Hands, look: Look): Promise<string> {
  const w = labels[look.language]
  await goToEntry(page, hands, look, 'Webhooks')
  await hands.press(page.getByRole('link', { name: w.make, exact: true }).first())
  await hands.type(page.getByRole('textbox', { name: w.address }), receiver.url)
  await hands.choose(page.getByRole('checkbox', { name: w.told, exact: true }))
  await hands.press(page.getByRole('button', { name: w.add, exact: true }))
  const secret = (await page.getByText(/^whsec_/).textContent()) ?? ''
  await hands.press(page.getByRole('link', { name: w.open, exact: true }))
  return secret
}

type Accepted = { id: string }

/** As a program does it: with its token and nothing else. */
async function callApi(token: string, number: string, key: string) {
  const answer = await fetch(`${life.accord.url}/v1/messages`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': key,
    },
    body: JSON.stringify({
      ...{ to: number, class: 'alert', basis: 'contract', sender: 'Tilleuls' },
      text: 'Votre commande 4512 est prête.',
    }),
  })
  return { status: answer.status, body: (await answer.json()) as Accepted }
}

const newToken = async (name: string) => {
  const rights = ['messages.send', 'messages.read']
  const made = await asked<{ secret: string }>(life.accord, 'POST', '/v1/tokens', { name, rights })
  return made.secret
}

test.each(looksOfRun)(
  'from a token to a program that is told: $language, $device',
  {
    timeout: 240_000,
  },
  async (look) => {
    const { accord, browser } = life
    const w = labels[look.language]
    const place = looksOfRun.indexOf(look)
    const context = await browser.newContext(lookedAtWith(look))
    const page = await context.newPage()
    const hands = look.device === 'phone' ? withFinger : withMouse
    await page.goto(`${accord.url}${paths.login}`)
    await logInWith(page, hands, look.language, accord.owner)
    const secret = await addWebhook(page, hands, look)
    const webhook = page.url()

    const token = await newToken(`Caisse ${place}`)
    const number = `+3363998095${place}`
    const { status, body } = await callApi(token, number, `order-${place}`)
    expect(status).toBe(202)
    // The network was slow, and the program asks again: one message leaves.
    expect((await callApi(token, number, `order-${place}`)).body.id).toBe(body.id)

    await page.getByRole('row', { name: w.toldRow }).first().waitFor({ timeout: 60_000 })
    const last = await eventually(async () => receiver.got.at(-1) ?? null)
    const said = new Webhook(secret).verify(last.body, last.headers)
    expect(said).toMatchObject({ type: 'message.delivered', data: { messageId: body.id } })

    await goToEntry(page, hands, look, 'Messages')
    await hands.press(page.getByRole('link', { name: /^\+33 6/ }).first())
    await page.getByRole('heading', { level: 1, name: w.story }).waitFor()
    await page.getByRole('heading', { name: w.why }).waitFor()
    expect(new URL(page.url()).pathname).toBe(paths.message(body.id))
    await page.getByText(w.receipt).filter({ visible: true }).first().waitFor()
    await expectFit(page)
    await page.goto(webhook)
    await hands.press(page.getByRole('button', { name: deletes[look.language], exact: true }))
    await hands.press(page.getByRole('button', { name: deletes[look.language], exact: true }))
    await page.waitForURL((url) => url.pathname === paths.webhooks)
    await context.close()
  },
)

const deletes = { en: 'Delete the webhook', fr: 'Supprimer le webhook' }
