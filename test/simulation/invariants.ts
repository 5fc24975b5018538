// Asks every invariant that a simulation can ask, after each run; one sentence for each breach.
import type { AccountId, CampaignId, E164, RouteId } from '../../src/kernel/index.ts'
import { operatorKey } from '../../src/routing/index.ts'
import type { TakenMessage } from '../../src/sandbox/taken-log.ts'
import { waitingRows } from '../../src/sending/store/bundle-store.ts'
import { askAudit, type KeptLog } from './ask-audit.ts'
import { askCampaigns } from './ask-campaigns.ts'
import { askLedger, type KeptCheckpoints } from './ask-ledger.ts'
import { askPrivacy } from './ask-privacy.ts'
import type { LedgerOfTruth } from './ledger-of-truth.ts'
import { type SimulatedOperators, tagOf } from './operator.ts'
import type { World } from './world.ts'

type MessageRow = {
  account_id: AccountId
  id: string
  campaign_id: CampaignId | null
  number_tag: Buffer | null
  outcome: string | null
  is_queued: boolean
  open: number
  parts: number
  answered: number
  is_unsure: boolean
  ever_given: boolean
}

const messagesStatement = `
select m.account_id, m.id, m.campaign_id, m.number_tag, m.parts, o.state as outcome,
  q.message_id is not null as is_queued,
  (select count(*) from sending.intent i where m.id = any(i.message_ids)) as open,
  coalesce(r.answered, 0) as answered, coalesce(r.is_unsure, false) as is_unsure,
  r.answered is not null as ever_given
from sending.message m
left join sending.outcome o on o.account_id = m.account_id and o.message_id = m.id
left join ${waitingRows} q on q.account_id = m.account_id and q.message_id = m.id
left join lateral (select count(*) as answered, bool_or(unknown and not accepted) as is_unsure
  from (select bool_or(outcome = 'unknown') as unknown, bool_or(outcome = 'accepted') as accepted
    from sending.result where account_id = m.account_id and message_id = m.id
    group by part) part having count(*) > 0) r on true`

const readMessages = ({ onlooker }: World): Promise<MessageRow[]> =>
  onlooker.ask<MessageRow>(messagesStatement)

/** Invariant 3, at any instant at which no transaction is under way: one state, and only one. */
export async function askOneState(world: World): Promise<string[]> {
  const broken: string[] = []
  for (const row of await readMessages(world)) {
    const places = Number(row.outcome !== null) + Number(row.is_queued) + row.open
    const isAnswered = row.answered >= row.parts
    if (places > 1) broken.push(`3: message ${row.id} is in ${places} states`)
    if (places === 0 && !isAnswered) broken.push(`3: message ${row.id} is in no state`)
  }
  return broken
}

export type Asked = {
  world: World
  truth: LedgerOfTruth
  operators: SimulatedOperators
  checkpoints: KeptCheckpoints
  log: KeptLog
}

/** After the run, once the deadline for receipts is over. */
export async function askAll(asked: Asked): Promise<string[]> {
  const rows = await readMessages(asked.world)
  return [
    ...(await askOneState(asked.world)),
    ...askConsent(asked),
    ...askTwice(asked),
    ...askAccepted(asked, rows),
    ...(await askCampaigns(asked)),
    ...askContract(asked),
    ...(await askReasons(asked.world)),
    ...(await askAnswers(asked)),
    ...(await askPrivacy(asked)),
    ...(await askAccounts(asked)),
    ...(await askLedger(asked)),
    ...(await askAudit(asked)),
  ]
}

/** 1, 2 and 11: who got marketing, whether they had agreed, and whether they had said no. */
function askConsent({ truth, operators }: Asked): string[] {
  const broken: string[] = []
  for (const { stamp, destination, tag } of operators.written) {
    const accountId = truth.accountOfTag.get(tag)
    if (accountId === undefined) {
      broken.push(`10: ${tag} is of no account`)
      continue
    }
    const person = truth.people.get(`${accountId} ${destination}`)
    if (person === undefined) broken.push(`10: ${tag} went to somebody the account does not know`)
    if (!tag.startsWith('K') || person === undefined) continue
    if (person.mayFrom === null || person.mayFrom > stamp) {
      broken.push(`1: ${tag} left without a consent`)
    }
    if (person.endedFrom !== null && person.endedFrom < stamp) {
      broken.push(`2: ${tag} left after the person had said no`)
    }
  }
  return broken
}

/** 12: nothing is written to an operator whose contract is over. */
function askContract({ truth: { noContract }, operators }: Asked): string[] {
  if (noContract === null) return []
  return operators.written
    .filter(({ port }) => port === noContract.port)
    .filter(({ at }) => at >= noContract.from && at < noContract.to)
    .map(({ tag }) => `12: ${tag} left without a valid contract`)
}

/**
 * 5: whatever left says why it might: class, legal basis, rules, contract, and both gates' checks.
 * Of what a dead process had in flight the second gate's are gone with it.
 */
async function askReasons(world: World): Promise<string[]> {
  const rows = await world.onlooker.ask<{ id: string; lacks: string }>(
    `select m.id, concat_ws(', ',
         case when t.class is null then 'class' end,
         case when m.is_marketing and m.consent_entry_id is null then 'ledger entry' end,
         case when m.is_marketing and m.wording_id is null then 'wording' end,
         case when not m.is_marketing and t.basis is null then 'legal_basis' end,
         case when coalesce(t.rule_pack, '') = '' then 'rule pack' end,
         case when t.supplier_id is null or t.route_id is null then 'route' end,
         case when coalesce(m.checks, '') = '' then 'checks' end,
         case when r.checks is null then 'checks as it left' end) as lacks
       from sending.message m
       left join sending.terms t on t.account_id = m.account_id and t.id = m.terms_id
       join lateral (select max(checks) as checks from sending.result
         where account_id = m.account_id and message_id = m.id
         having bool_or(outcome = 'accepted')) r on true
       where not exists (select from sending.event e where e.account_id = m.account_id
         and e.message_id = m.id and e.what = 'found_open')`,
  )
  return rows
    .filter(({ lacks }) => lacks !== '')
    .map(({ id, lacks }) => `5: message ${id} left without its ${lacks}`)
}

/** 4: by the operator's own log. */
function askTwice({ truth, operators }: Asked): string[] {
  const times = new Map<string, number>()
  for (const message of operators.taken()) {
    const key = keyOf(message)
    times.set(key, (times.get(key) ?? 0) + 1)
  }
  return [...times].flatMap(([key, count]) =>
    count > 1 && !truth.mayRepeat.has(key.split(' ')[0] ?? '')
      ? [`4: ${key} was taken ${count} times`]
      : [],
  )
}

const keyOf = ({ octets, destination, part }: TakenMessage): string =>
  `${tagOf(octets)} +${destination} ${part?.partNumber ?? 1}`

/** 3: what was accepted is there, has ended, and did not end as unsent when the operator has it. */
function askAccepted({ world, truth, operators }: Asked, rows: readonly MessageRow[]): string[] {
  const broken: string[] = []
  const byId = new Map(rows.map((row) => [row.id, row]))
  const taken = new Set(operators.taken().map((one) => `${tagOf(one.octets)} +${one.destination}`))
  const ask = (row: MessageRow, tag: string, number: E164): void => {
    const isTaken = taken.has(`${tag} ${number}`)
    if (isTaken && !row.ever_given) {
      broken.push(`3: ${tag} ended as ${row.outcome}, unsent, and the operator has it`)
    }
    if (!isTaken && row.outcome === 'delivered') {
      broken.push(`3: ${tag} is told as delivered and the operator never had it`)
    }
  }
  for (const { number, id, tag } of truth.messages) {
    const row = byId.get(id)
    if (row === undefined) broken.push(`3: ${tag} to a person was accepted and is lost`)
    else if (row.outcome === null) broken.push(`3: ${tag} has not ended (${row.id})`)
    if (row !== undefined) ask(row, tag, number)
  }
  const tags = new Map(truth.campaigns.map(({ id, tag }) => [id, tag]))
  const numbers = numbersByTag(world, truth)
  for (const row of rows) {
    const tag = row.campaign_id === null ? undefined : tags.get(row.campaign_id)
    // An erasure takes the number's tag away; the message then is found by nobody.
    const number = numbers.get(`${row.account_id} ${row.number_tag?.toString('hex')}`)
    if (tag !== undefined && number !== undefined) ask(row, tag, number)
  }
  return broken
}

const numbersByTag = (world: World, truth: LedgerOfTruth): Map<string, E164> =>
  new Map(
    [...truth.people.values()].map(({ accountId, number }) => {
      const tag = world.vault.numberTag(accountId, number).toString('hex')
      return [`${accountId} ${tag}`, number]
    }),
  )

/** As an id may be kept: in either base, and as digits of one base read in the other. */
const writingsOf = (number: number): string[] => {
  const decimal = String(number)
  const writings = [decimal, number.toString(16), BigInt(`0x${decimal}`).toString()]
  return writings.map(operatorKey)
}

/** 3 and 5: each id that an answer or a receipt gave is one that the operator of its route gave. */
async function askAnswers({ world, operators }: Asked): Promise<string[]> {
  const given = new Map(
    operators.each.map((one) => {
      const route = world.routes.find(({ port }) => port === one.port)
      return [route?.id, new Set(one.taken().flatMap(({ number }) => writingsOf(number)))]
    }),
  )
  const rows = await world.onlooker.ask<{ operator_id: string; route_id: RouteId }>(
    'select operator_id, route_id from sending.result where operator_id is not null',
  )
  return rows
    .filter(({ operator_id, route_id }) => !given.get(route_id)?.has(operator_id))
    .map(({ operator_id }) => `3: an answer named ${operator_id}, which the operator never gave`)
}

/** 10: each account sees its own rows in every table, and none of the other's. */
async function askAccounts({ world }: Asked): Promise<string[]> {
  const rows = await world.onlooker.ask<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c
     join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attname = 'account_id'
     where c.relkind = 'r' and c.relrowsecurity
       and has_table_privilege('accord_app', c.oid, 'select')`,
  )
  const tables = rows.map(({ name }) => name)
  const broken: string[] = []
  for (const { id } of world.accounts) {
    const seen = await world.test.database.inAccount(id, async (tx) => {
      const ask = (name: string) =>
        `(select '${name}' as name where exists (select from ${name} where account_id <> $1))`
      const found = await tx.query<{ name: string }>(tables.map(ask).join(' union all '), [id])
      return found.rows.map(({ name }) => name)
    })
    broken.push(...seen.map((name) => `10: an account sees another's rows in ${name}`))
  }
  if (tables.length < 10) broken.push('10: the tables of accounts were not found')
  return broken
}
