// Registers the senders of an account, and lets the installation decide over imitated names.
import { accountNamesInAnyAccount } from '../accounts/index.ts'
import { checkSender } from '../countries/index.ts'
import type { AccountId, Caller, Instant } from '../kernel/index.ts'
import { notify, notifyStaff } from '../notifications/index.ts'
import { isUniqueViolation, type Tx } from '../storage/index.ts'
import type { NewSender, SenderDecision } from './contract.ts'
import type { RoutingDeps, SendersDeps } from './deps.ts'
import { routingError, senderRefused } from './errors.ts'
import { type Sender, type SenderId, type SenderStanding, senderStandingOf } from './sender.ts'
import {
  countWaitingInAnyAccount,
  decideSenderOf,
  findSenderByName,
  insertSender,
  lockSenderByName,
  readSenders,
  renewSender,
  type SenderPlace,
  waitingSendersInAnyAccount,
} from './store.ts'

export async function listSenders(deps: RoutingDeps, accountId: AccountId): Promise<Sender[]> {
  return deps.database.inAccount(accountId, (tx) => readSenders(tx, accountId))
}

export type WaitingSender = Sender & {
  account: { id: AccountId; number: number; name: string }
}

/** Names that wait for a decision, of all accounts, with whose each is. */
export async function waitingSenders(
  deps: RoutingDeps,
  page: { after: SenderPlace | null; limit: number },
): Promise<{ items: WaitingSender[]; last: SenderPlace | null }> {
  const { after, limit } = page
  return deps.database.inAnyAccount(async (tx) => {
    const found = await waitingSendersInAnyAccount(tx, { after, limit: limit + 1 })
    const shown = found.slice(0, limit)
    const names = await accountNamesInAnyAccount(
      tx,
      shown.map(({ accountId }) => accountId),
    )
    const items = shown.flatMap((sender) => {
      const known = names.get(sender.accountId)
      return known === undefined ? [] : [{ ...sender, account: { id: sender.accountId, ...known } }]
    })
    return { items, last: found.length > limit ? (shown.at(-1) ?? null) : null }
  })
}

/** How many names wait for a decision, over all accounts; counted as far as `most`. */
export function countWaitingSenders(
  { database }: Pick<RoutingDeps, 'database'>,
  most: number,
): Promise<number> {
  return database.inAnyAccount((tx) => countWaitingInAnyAccount(tx, most))
}

/**
 * A name that nobody imitates is approved at once; the others wait for a second person, and so does
 * one that was refused before, until somebody approves it. What was refused or has run out may be
 * asked for again.
 */
export async function registerSender(
  deps: RoutingDeps,
  caller: Caller,
  input: NewSender,
): Promise<Sender> {
  const reading = checkSender(input.name, input.country)
  if (reading.refusal !== null) throw senderRefused(reading.refusal)
  if (reading.needsAuthorisation && input.evidence === '') {
    throw routingError(
      'routing.sender_needs_evidence',
      'This name is often imitated: say which written authorisation allows you to use it.',
    )
  }
  const at = deps.clock.now()
  const made = (held: Sender | null): Sender => {
    // One that waited for a decision as its end came has not been approved by anybody either.
    const isUndecided = held !== null && held.state !== 'approved'
    const waits = reading.needsAuthorisation || isUndecided
    return {
      senderId: held?.senderId ?? (deps.makeId() as SenderId),
      name: input.name,
      country: input.country,
      kind: reading.kind,
      state: waits ? 'pending' : 'approved',
      evidence: input.evidence,
      expiresAt: input.expiresAt === null ? null : Date.parse(input.expiresAt),
      createdAt: at,
      decidedAt: waits ? null : at,
      refusalSealed: null,
    }
  }
  try {
    return await deps.database.inAccount(caller.accountId, async (tx) => {
      const { accountId } = caller
      const held = await lockSenderByName(tx, accountId, input.name, input.country)
      if (held !== null) demandOver(held, input, at)
      const sender = made(held)
      await (held === null ? insertSender : renewSender)(tx, accountId, sender)
      const details = { sender: sender.senderId, country: sender.country, state: sender.state }
      await deps.record(tx, caller, { action: 'routing.sender_registered', details })
      if (sender.state !== 'pending') return sender
      const { senderId: about, name } = sender
      const step = held === null ? {} : { step: String(at) }
      await notifyStaff(tx, { kind: 'sender_waits', about, details: { name }, at, ...step })
      return sender
    })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    throw senderTaken()
  }
}

/** One that counts, or waits for a decision, is not asked for a second time. */
function demandOver(held: Sender, { evidence }: NewSender, at: Instant): void {
  const hasEnded = held.expiresAt !== null && held.expiresAt <= at
  if (held.state !== 'refused' && !hasEnded) throw senderTaken()
  if (held.state !== 'refused' || evidence !== '') return
  throw routingError(
    'routing.sender_was_refused',
    'This name was refused: say what shows your right to it.',
  )
}

const senderTaken = () =>
  routingError('routing.sender_taken', 'This account has registered this sender already.')

export async function decideSender(
  deps: SendersDeps,
  caller: Caller,
  place: { accountId: AccountId; senderId: string },
  { state, reason }: SenderDecision,
): Promise<Sender> {
  const { accountId, senderId } = place
  const why = state === 'refused' ? reason : undefined
  const at = deps.clock.now()
  const refusalSealed =
    why === undefined
      ? null
      : deps.vault.sealForAccount(accountId, refusalAt(senderId), Buffer.from(why, 'utf8'))
  return deps.database.inAccount(accountId, async (tx) => {
    const decision = { state, at, refusalSealed }
    const sender = await decideSenderOf(tx, accountId, senderId, decision)
    if (!sender) throw routingError('routing.sender_not_found', 'There is no such sender.')
    const deed = {
      action: 'routing.sender_decided' as const,
      details: { sender: sender.senderId, state },
      ...(why === undefined ? {} : { reason: why }),
    }
    await deps.record(tx, { ...caller, accountId }, deed)
    await notify(tx, accountId, {
      kind: 'sender_decided',
      about: sender.senderId,
      step: `${state}:${at}`,
      details: { name: sender.name, variant: state },
      by: caller.by.kind === 'user' ? caller.by.userId : null,
      at,
    })
    return sender
  })
}

const refusalAt = (rowId: string) => ({ table: 'routing.sender', column: 'refusal_sealed', rowId })

/** Why a name was refused, for the account that asked for it. */
export function openRefusal(
  { vault }: Pick<SendersDeps, 'vault'>,
  accountId: AccountId,
  { senderId, refusalSealed }: Sender,
): string | null {
  if (refusalSealed === null) return null
  return vault.openForAccount(accountId, refusalAt(senderId), refusalSealed).toString('utf8')
}

/** What the gate asks, in a transaction of the account. */
export async function senderStanding(
  tx: Tx,
  question: { accountId: AccountId; name: string; country: string; at: Instant },
): Promise<SenderStanding> {
  const { accountId, name, country, at } = question
  return senderStandingOf(await findSenderByName(tx, accountId, name, country), at)
}
