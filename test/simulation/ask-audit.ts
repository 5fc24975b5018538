// Asks after each run whether the log of each account tells what was done, and nothing else.
import type { CampaignId } from '../../src/kernel/index.ts'
import type { KnownDeed, LedgerOfTruth } from './ledger-of-truth.ts'
import type { World } from './world.ts'

/** The log as it stood in the middle of the run, by id: a hash of each entry. */
export type KeptLog = Map<string, string>

const hashes = 'select id, md5(t::text) as hash from audit.entry t'

export async function keepLog({ onlooker }: World, kept: KeptLog): Promise<void> {
  for (const { id, hash } of await onlooker.ask<{ id: string; hash: string }>(hashes)) {
    if (!kept.has(id)) kept.set(id, hash)
  }
}

type Asked = { world: World; truth: LedgerOfTruth; log: KeptLog }

/** 9: a look is recorded with its reason; and every deed stands beside what it did. */
export async function askAudit(asked: Asked): Promise<string[]> {
  return [
    ...(await askKept(asked)),
    ...(await askDeeds(asked)),
    ...(await askSteps(asked.world)),
    ...(await askAppendOnly(asked.world)),
  ]
}

/** What was written stands as it was written. */
async function askKept({ world, log }: Asked): Promise<string[]> {
  const now = new Map(
    (await world.onlooker.ask<{ id: string; hash: string }>(hashes)).map((row) => [
      row.id,
      row.hash,
    ]),
  )
  return [...log].flatMap(([id, hash]) =>
    now.get(id) === hash
      ? []
      : [`9: entry ${id} of the log was ${now.has(id) ? 'changed' : 'lost'}`],
  )
}

/**
 * What somebody was told is done is in the log of the account, under their reason. A reason is
 * sealed with the person it is about, and goes with them: who was erased has none any more.
 */
async function askDeeds({ world, truth }: Asked): Promise<string[]> {
  const broken: string[] = []
  for (const { id } of world.accounts) {
    const entries = await world.test.database.inAccount(id, (tx) =>
      world.audit.list(tx, id, { before: null, limit: 10_000 }),
    )
    const keys = entries.map(({ action, subjectId, reason, isReasonErased, details }) =>
      keyOf({
        ...{ action, subjectId, campaignId: details['campaign'] as CampaignId },
        reason: isReasonErased ? erasedReason : reason,
      }),
    )
    const told = new Map<string, number>()
    for (const key of keys) told.set(key, (told.get(key) ?? 0) + 1)
    const gone = new Set(
      entries.flatMap(({ action, subjectId }) => (action === 'contacts.deleted' ? subjectId : [])),
    )
    const done = truth.deeds.filter(({ accountId }) => accountId === id)
    for (const deed of done) {
      const isGone = deed.reason !== null && gone.has(deed.subjectId)
      const key = keyOf(isGone ? { ...deed, reason: erasedReason } : deed)
      const left = told.get(key) ?? 0
      if (left === 0) broken.push(`9: ${deed.action} was done and the log does not tell it`)
      told.set(key, left - 1)
    }
  }
  return broken
}

const erasedReason = '(erased)'

const keyOf = (deed: Omit<KnownDeed, 'accountId'>): string =>
  [deed.action, deed.subjectId, deed.campaignId, deed.reason].map((one) => one ?? '').join(' ')

type StepsRow = {
  id: CampaignId
  state: string
  is_approved: boolean
  is_started: boolean
  approve: number
  launch: number
  pause: number
  resume: number
  cancel: number
}

/** The steps in the log are those that led to where each campaign stands: no more, no fewer. */
async function askSteps({ onlooker }: World): Promise<string[]> {
  const count = (step: string) =>
    `count(e.id) filter (where e.action = 'campaigns.${step}') as "${step}"`
  const rows = await onlooker.ask<StepsRow>(
    `select c.id, c.state, c.approved_at is not null as is_approved,
       c.started_at is not null as is_started,
       ${count('approve')}, ${count('launch')}, ${count('pause')}, ${count('resume')},
       ${count('cancel')}
     from campaigns.campaign c
     left join audit.entry e on e.account_id = c.account_id and e.details->>'campaign' = c.id::text
     group by c.account_id, c.id`,
  )
  return rows.flatMap((row) =>
    isTold(row) ? [] : [`9: the log does not tell how campaign ${row.id} came to be ${row.state}`],
  )
}

function isTold(row: StepsRow): boolean {
  const isCalledOff = row.state === 'cancelled'
  const open = row.pause - row.resume
  const pausesFit = isCalledOff ? open === 0 || open === 1 : open === Number(row.state === 'paused')
  return (
    row.approve >= Number(row.is_approved) &&
    row.launch === Number(row.is_started) &&
    row.cancel === Number(isCalledOff) &&
    pausesFit
  )
}

/** Nobody changes what is only ever added, whatever their rights. */
async function askAppendOnly({ onlooker }: World): Promise<string[]> {
  const broken: string[] = []
  for (const table of ['audit.entry', 'consent.entry', 'consent.sequenced', 'sending.event']) {
    const isRefused = await onlooker.ask(`update ${table} set account_id = account_id`).then(
      () => false,
      () => true,
    )
    if (!isRefused) broken.push(`6: ${table} was changed`)
  }
  return broken
}
