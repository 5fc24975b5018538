// The line: from a contact file to receipts, a STOP, an alert, a message's story and a proof.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Accord, startAccord } from '../support/scenario.ts'
import { eventually } from '../support/wait.ts'

let accord: Accord
let token: string
beforeAll(async () => {
  // A Wednesday morning in Paris: marketing may leave.
  accord = await startAccord({ startsAt: '2026-11-25T10:00:00+01:00' })
  token = accord.accounts[0].token
})
afterAll(() => accord.stop())

const words =
  'Oui, j’accepte que Boutique des Tilleuls m’envoie ses offres par SMS. STOP pour ne plus en recevoir.'

const file = [
  'Prénom;Nom;Portable;Accord SMS;Date accord;Source',
  'Camille;Exemple;06 39 98 00 01;oui;12/03/2026;comptoir',
  'Sacha;Modèle;0639980002;oui;12/03/2026;comptoir',
  'Dominique;Fictif;+33639980003;non;;',
  'Claude;Inventé;0639980004;;;',
  'Personne;Sansnumero;;oui;12/03/2026;comptoir',
].join('\n')

type Body = Record<string, unknown>
const post = async <T = Body>(path: string, body?: unknown, status = 200): Promise<T> => {
  const answer = await accord.call<T>(token, 'POST', path, body)
  expect([path, answer.status, answer.status === status ? null : answer.body]).toEqual([
    path,
    status,
    null,
  ])
  return answer.body
}
const get = async <T = Body>(path: string): Promise<T> => {
  const answer = await accord.call<T>(token, 'GET', path)
  expect([path, answer.status]).toEqual([path, 200])
  return answer.body
}

async function publishedWording(): Promise<string> {
  const { items } = await get<{ items: { id: string }[] }>('/v1/controllers')
  const draft = await post<{ id: string }>(
    '/v1/wordings',
    {
      name: 'Comptoir',
      language: 'fr',
      medium: 'paper',
      controllerId: items[0]?.id,
      shownText: words,
      channels: ['sms'],
      purposes: ['offers'],
    },
    201,
  )
  await post(`/v1/wordings/${draft.id}/publish`)
  return draft.id
}

test('a contact file goes in, a campaign goes out, and each person is treated as they asked', async () => {
  const wordingId = await publishedWording()
  const uploaded = await accord.upload<{ id: string }>(token, '/v1/imports', {
    name: 'clients.csv',
    bytes: file,
  })
  expect(uploaded.status).toBe(201)
  const importId = uploaded.body.id
  const analysed = await eventually(async () => {
    const view = await get<{ state: string; analysis: Body }>(`/v1/imports/${importId}`)
    return view.state === 'analysed' ? view : null
  })
  expect(analysed.analysis['verdict']).toBe('personal_by_itself')
  expect(JSON.stringify(analysed)).not.toContain('639980001')
  const columns = ['first_name', 'last_name', 'number', 'consent_given', 'consent_date']
  await post(
    `/v1/imports/${importId}/mapping`,
    {
      columns: columns.map((field, index) => ({ index, field })),
      listName: 'Clients',
      consent: { wordingId, source: 'comptoir' },
    },
    202,
  )
  const done = await eventually(async () => {
    const view = await get<{ state: string; listId: string; counts: Body }>(
      `/v1/imports/${importId}`,
    )
    return view.state === 'done' || view.state === 'failed' ? view : null
  })
  expect(done.counts).toMatchObject({ rows: 5, imported: 4, rejected: 1, quarantined: 2 })

  await post('/v1/senders', { name: 'Tilleuls', country: 'FR' }, 201)
  const campaign = await post<{ id: string }>(
    '/v1/campaigns',
    {
      name: 'Avent',
      listId: done.listId,
      class: 'marketing',
      purpose: 'offers',
      sender: 'Tilleuls',
      text: 'Boutique des Tilleuls : bonjour {first_name}, -20 % ce samedi.',
    },
    201,
  )
  type Sheet = { hash: string; people: number; receive: number; problems: Body[]; leftOut: Body[] }
  const sheet = await get<Sheet>(`/v1/campaigns/${campaign.id}/check-sheet`)
  expect(sheet.problems).toEqual([])
  expect([sheet.people, sheet.receive]).toEqual([4, 2])
  await post(`/v1/campaigns/${campaign.id}/approve`, { hash: sheet.hash })
  await post(`/v1/campaigns/${campaign.id}/launch`)
  const counts = await eventually(async () => {
    const view = await get<{ counts: Record<string, number> }>(`/v1/campaigns/${campaign.id}`)
    return view.counts['delivered'] === 2 ? view.counts : null
  })
  expect(counts).toMatchObject({ delivered: 2, submitted: 0, maybeSent: 0 })
})

type Messages = { items: { id: string; state: string; numberMasked: string }[] }

test('every message tells its story, with numbers masked', async () => {
  const { items } = await get<Messages>('/v1/messages?state=delivered')
  expect(items).toHaveLength(2)
  expect(JSON.stringify(items)).not.toMatch(/63998\d{4}/)
  const story = await get(`/v1/messages/${items[0]?.id}/story`)
  expect(JSON.stringify(story)).toContain('delivered')
})

test('after a STOP no marketing leaves to that number, and an alert still does', async () => {
  const port = accord.app().sandboxControlPort
  const answer = await fetch(`http://127.0.0.1:${port}/mo`, {
    method: 'POST',
    body: JSON.stringify({ from: '33639980001', to: '36111', text: 'STOP' }),
  })
  expect(answer.status).toBe(202)
  await eventually(async () => {
    const { items } = await get<{ items: Body[] }>('/v1/inbound')
    return items.length > 0 ? items : null
  })
  const send = (more: Body) =>
    post<{ id: string; state: string; refusal: string | null }>(
      '/v1/messages',
      { to: '+33639980001', sender: 'Tilleuls', ...more },
      202,
    )
  const marketing = { class: 'marketing', purpose: 'offers' }
  const refused = await send({ ...marketing, text: 'Boutique des Tilleuls : encore -20 %.' })
  expect(refused.state).toBe('refused')
  const alert = { class: 'alert', basis: 'contract' }
  const sent = await send({ ...alert, text: 'Votre commande est prête au comptoir.' })
  const delivered = await eventually(async () => {
    const view = await get<{ state: string }>(`/v1/messages/${sent.id}`)
    return view.state === 'delivered' ? view : null
  })
  expect(delivered.state).toBe('delivered')
})

test('what was accepted outlives a restart', async () => {
  const before = await get<Messages>('/v1/messages')
  await accord.restart()
  const after = await get<Messages>('/v1/messages')
  expect(after.items.map(({ id, state }) => [id, state])).toEqual(
    before.items.map(({ id, state }) => [id, state]),
  )
})
