// What an erasure, a turn of the account's key and an answer cost in an account of many people.
import { join } from 'node:path'
import type pg from 'pg'
import { realTimers, systemRandomness } from '../../src/app/clock.ts'
import { roomsOnPaper } from '../../src/app/index.ts'
import type { AccountId } from '../../src/kernel/index.ts'
import { tablesOfPeople } from '../../src/preferences/answer/held-tables.ts'
import { prepareFolders } from '../../src/storage/embedded/folders.ts'
import { addressOf } from '../../src/storage/embedded/postmaster.ts'
import { joinDatabase } from '../../src/storage/index.ts'
import { openVault } from '../../src/vault/index.ts'
import { withDatabase } from './database.ts'
import { progress } from './figures.ts'
import type { Installation } from './installation.ts'
import { importFile, publishWording } from './measure-import.ts'
import { runCampaign } from './measure-sending.ts'
import { median, range } from './median.ts'
import { type Bench, onInfrastructure } from './on-infrastructure.ts'
import { numberOf, writePeople } from './people.ts'
import { secondsSince, until } from './wait.ts'

/** A file takes so many; an account of more is filled by several. */
const fileMax = 1_000_000
const pageKinds = { quick: 30_000, whole: 300_000 }

export const erasure: Bench = {
  figures: ['erasure', 'erasure.rotation', 'erasure.answer'],
  what: 'one person erased, the account’s key turned, an answer made; each beside bare statements',
  run: (setting) =>
    onInfrastructure(async ({ installation }) => {
      const { figures, isQuick, rounds, folder } = setting
      const people = setting.people ?? (isQuick ? pageKinds.quick : pageKinds.whole)
      await fill(installation, folder, people)
      figures.add('erasure.people', people, 'people')
      const times = { ours: [] as number[], bare: [] as number[] }
      const ids: string[] = []
      for (let turn = 0; turn < rounds * 4; turn += 1) {
        const at = 1 + Math.floor((people - 10) * (turn / (rounds * 4)))
        ids.push(await contactOf(installation, numberOf(at)))
      }
      for (const id of ids) {
        times.ours.push(await eraseOne(installation, id))
        times.bare.push(await eraseBare(installation, ids))
      }
      progress(`  one erased in ${range(times.ours)} ms, bare ${range(times.bare)} ms`)
      figures.add('erasure', median(times.ours), 'ms', median(times.bare))
      const turned = await turnKey(installation)
      figures.add('erasure.pages', turned.pages, 'pages')
      figures.add('erasure.rotation', turned.seconds, 's', turned.bareSeconds)
      const answer = await makeAnswer(installation, numberOf(people - 3))
      figures.add('erasure.answer', answer.seconds, 's', answer.bareSeconds)
    }),
}

/** Everybody agreed; one campaign reaches the first file's people, so that there are messages. */
async function fill(installation: Installation, folder: string, people: number): Promise<void> {
  const wordingId = await publishWording(installation)
  for (let first = 0; first < people; first += fileMax) {
    const file = join(folder, `erasure-${first}.csv`)
    const count = Math.min(fileMax, people - first)
    await writePeople(file, { first, count, refusedEvery: null })
    const { runSeconds, listId } = await importFile(installation, file, wordingId)
    progress(`  ${first + count} people, the last ${count} in ${Math.round(runSeconds)} s`)
    if (first === 0) await runCampaign(installation, listId)
  }
  await withDatabase(installation, (client) => client.query('vacuum (analyze)'))
}

async function contactOf({ post }: Installation, number: string): Promise<string> {
  const { contact } = await post<{ contact: { id: string } | null }>('/v1/contacts/search', {
    number,
  })
  if (contact === null) throw new Error('the person is there')
  return contact.id
}

async function eraseOne({ url, token }: Installation, id: string): Promise<number> {
  const start = performance.now()
  const answer = await fetch(`${url}/v1/contacts/${id}`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${token}` },
  })
  if (!answer.ok) throw new Error(`not erased: ${answer.status}`)
  await answer.text()
  return performance.now() - start
}

/** What the erasure takes away and overwrites, of somebody else, in one transaction. */
const bareStatements = [
  // Joined to nothing, so that the octets are written again and not pointed at.
  `update vault.page p set sealed = p.sealed || ''::bytea
   where p.account_id = $1 and p.page_no = (select q.page_no from vault.page q
     where q.account_id = $1 order by q.page_no desc limit 1) and $2::uuid is not null`,
  `update sending.message e set body_sealed = null, contact_id = null,
     number_tag = uuid_send(gen_random_uuid())
   from (select found.id from sending.campaign_reach r cross join lateral (
       select c.id from sending.message c where c.account_id = $1
         and c.campaign_id = r.campaign_id and c.subject_id = $2 offset 0) found
     where r.account_id = $1
     union all select s.id from sending.message s
     where s.account_id = $1 and s.subject_id = $2 and s.campaign_id is null) m
   where e.account_id = $1 and e.id = m.id`,
  `update sending.inbound set body_sealed = null, contact_id = null
   where account_id = $1 and subject_id = $2`,
  'delete from sending.conversation where account_id = $1 and subject_id = $2',
  'delete from sending.dead_number where account_id = $1 and subject_id = $2',
  'delete from sensitive.value where account_id = $1 and subject_id = $2',
  'delete from campaigns.occurrence_person where account_id = $1 and subject_id = $2',
  'delete from preferences.page_link where account_id = $1 and subject_id = $2',
  'delete from preferences.request_file where account_id = $1 and subject_id = $2',
  'delete from consent.state where account_id = $1 and subject_id = $2',
  'delete from consent.file_refusal where account_id = $1 and subject_id = $2',
  'delete from consent.other_legal_basis where account_id = $1 and subject_id = $2',
  `delete from contacts.list_member where account_id = $1 and contact_id = (
     select id from contacts.contact where account_id = $1 and subject_id = $2)`,
  'delete from contacts.contact where account_id = $1 and subject_id = $2',
]

const eraseBare = (installation: Installation, others: readonly string[]): Promise<number> =>
  withDatabase(installation, async (client) => {
    const who = await somebody(client, others)
    const start = performance.now()
    await client.query('begin')
    for (const statement of bareStatements) await client.query(statement, who)
    await client.query('commit')
    return performance.now() - start
  })

/** Somebody whom no round of ours meets. */
async function somebody(
  client: pg.Client,
  others: readonly string[],
): Promise<[account: string, subject: string]> {
  const { rows } = await client.query<{ account_id: string; subject_id: string }>(
    `select account_id, subject_id from contacts.contact
     where id <> all($1::uuid[]) order by id desc limit 1`,
    [others],
  )
  const [row] = rows
  if (row === undefined) throw new Error('somebody is there')
  return [row.account_id, row.subject_id]
}

/** As a second node does it; bare, every page is written again as it is. */
async function turnKey(installation: Installation) {
  const accountId = await withDatabase(installation, async (client) => {
    const { rows } = await client.query<{ id: AccountId }>(
      'select account_id as id from contacts.contact limit 1',
    )
    return rows[0]?.id as AccountId
  })
  const address = addressOf(prepareFolders(join(installation.folder, 'data')), 'accord')
  const logins = { app: { user: 'accord_app' }, engine: { user: 'accord_engine' } }
  const database = joinDatabase({ address, logins }, 4, realTimers)
  try {
    const keysFolder = join(installation.folder, 'keys')
    const vault = await openVault({ keysFolder, database, randomness: systemRandomness })
    const start = performance.now()
    const { pages } = await vault.rotateEpoch(accountId, realTimers.now())
    const seconds = secondsSince(start)
    const bareSeconds = await withDatabase(installation, async (client) => {
      const from = performance.now()
      await client.query('update vault.page set sealed = sealed || $2 where account_id = $1', [
        accountId,
        Buffer.alloc(0),
      ])
      return secondsSince(from)
    })
    progress(`  ${pages} pages in ${seconds.toFixed(1)} s, bare ${bareSeconds.toFixed(1)} s`)
    return { pages, seconds, bareSeconds }
  } finally {
    await database.close()
  }
}

/** From the request to the archive that waits for its code; bare, each table is asked for rows. */
async function makeAnswer(installation: Installation, number: string) {
  const { post, get } = installation
  const contactId = await contactOf(installation, number)
  const { id } = await post<{ id: string }>('/v1/person-requests', {
    ...{ number, kind: 'access', heardBy: 'letter', receivedOn: today() },
    text: 'A letter asks for a copy.',
  })
  const path = `/v1/person-requests/${id}`
  const reason = 'They came to the counter.'
  await post(`${path}/identified`, { how: 'known_to_staff', reason })
  const start = performance.now()
  await post(`${path}/prepare`, { reason: 'Your copy is ready.', language: 'en' })
  await until(
    () => get<{ answerFile: string }>(path),
    ({ answerFile }) => answerFile === 'ready',
    { everyMs: 20, forSeconds: 120 },
  )
  const seconds = secondsSince(start)
  const bareSeconds = await withDatabase(installation, async (client) => {
    const { rows } = await client.query(
      `select account_id, subject_id, id as contact_id, number_tag, suppression_tag as tag
       from contacts.contact where id = $1`,
      [contactId],
    )
    const [person] = rows
    const from = performance.now()
    for (const { table, way } of tablesOfPeople(roomsOnPaper().dataMaps)) {
      if (person?.[way] === undefined) continue
      await client.query(
        `select to_jsonb(t.*) from ${table} t where account_id = $1 and ${way} = $2`,
        [person['account_id'], person[way]],
      )
    }
    return secondsSince(from)
  })
  progress(`  an answer in ${seconds.toFixed(2)} s, its rows bare ${bareSeconds.toFixed(2)} s`)
  return { seconds, bareSeconds }
}

const today = () => new Date().toISOString().slice(0, 10)
