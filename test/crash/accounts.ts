// The accounts of a crash run: people with a proven consent, a list, a sender, a key to the API.
import { rights } from '../../src/kernel/index.ts'
import { Client } from './client.ts'

/** The range that is kept for films has ten thousand numbers: so many people has an account. */
export const peopleMax = 10_000
/** France's default cap of marketing to one person in thirty days. */
export const campaignsPerAccount = 4

export const crashNumber = (index: number): string => `+3363998${String(index).padStart(4, '0')}`

export type CrashAccount = { client: Client; listId: string; people: number }

type Made = { id: string }
type Items = { items: { id: string }[] }
type Analysed = {
  state: string
  analysis: { columns: { index: number; proposedField: string | null }[] } | null
  listId: string | null
}

/** The first person of the installation, by cookie. */
export async function setUpInstallation(url: string, code: string): Promise<Client> {
  const answer = await fetch(`${url}/v1/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      code,
      accountName: 'Lumen',
      accountKind: 'sandbox',
      name: 'Camille Exemple',
      language: 'en',
      email: 'camille@example.org',
      password: 'les cerises de juin',
    }),
  })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0]
  if (cookie === undefined) throw new Error(`not set up: ${answer.status}`)
  return new Client(url, { cookie, 'x-accord': 'crash' })
}

/** Accounts never meet, so the same people may be known to each of them. */
export async function makeAccount(
  owner: Client,
  urls: string | readonly string[],
  people: number,
): Promise<CrashAccount> {
  const account = await owner.must<Made>('POST', '/v1/accounts', { name: 'Lumen', kind: 'sandbox' })
  await owner.must('PUT', '/v1/sessions/current', { accountId: account.id })
  const own = rights.filter((right) => right !== 'installation.manage')
  const wish = { name: 'crash', rights: own }
  const { secret } = await owner.must<{ secret: string }>('POST', '/v1/tokens', wish)
  const client = new Client(urls, { authorization: `Bearer ${secret}` })
  await client.must('POST', '/v1/senders', { name: 'LUMEN', country: 'FR' })
  const listId = await importPeople(client, people)
  return { client, listId, people }
}

async function publishWording(client: Client): Promise<string> {
  const { items } = await client.must<Items>('GET', '/v1/controllers')
  const draft = await client.must<Made>('POST', '/v1/wordings', {
    name: 'Comptoir',
    language: 'fr',
    medium: 'paper',
    controllerId: items[0]?.id,
    shownText: 'J’accepte de recevoir par SMS les offres de Lumen.',
    channels: ['sms'],
    purposes: ['offers'],
  })
  await client.must('POST', `/v1/wordings/${draft.id}/publish`)
  return draft.id
}

async function importPeople(client: Client, people: number): Promise<string> {
  const wordingId = await publishWording(client)
  const lines = ['Prénom;Nom;Portable;Accord SMS;Date accord;Recueilli par']
  for (let index = 0; index < people; index += 1) {
    lines.push(`Zoé;Exemple;${crashNumber(index)};oui;12/03/2026;caisse`)
  }
  const { id } = await client.upload<Made>('/v1/imports', 'clients.csv', lines.join('\n'))
  const path = `/v1/imports/${id}`
  const analysed = await client.until<Analysed>(path, ({ state }) => state !== 'received')
  const columns = (analysed.analysis?.columns ?? []).flatMap(({ index, proposedField }) =>
    proposedField === null ? [] : [{ index, field: proposedField }],
  )
  await client.must('POST', `${path}/mapping`, {
    columns,
    listName: 'Clients',
    consent: { purpose: 'offers', wordingId, source: 'caisse' },
  })
  const ends = ['done', 'failed']
  const done = await client.until<Analysed>(path, ({ state }) => ends.includes(state))
  if (done.listId === null) throw new Error(`the import ended as ${done.state}`)
  return done.listId
}
