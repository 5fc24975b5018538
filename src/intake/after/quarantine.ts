// Quarantine: who is in it and why, and how to ask again, prove or delete.
import { toldNo } from '../../contacts/index.ts'
import type {
  AccountId,
  Caller,
  ContactId,
  Language,
  ListId,
  WordingId,
} from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { quarantineNextWords, quarantineSentence } from '../../words/index.ts'
import type {
  Prove,
  ProveAnswer,
  QuarantineDeleted,
  QuarantineGroup,
  QuarantineStep,
  QuarantineView,
} from '../contract.ts'
import { quarantineSteps } from '../contract.ts'
import type { IntakeDeps } from '../deps.ts'
import { intakeError } from '../errors.ts'
import { consentDefaults } from '../mapping/confirm-mapping.ts'

/** People a call: each call is one transaction. */
const pageContacts = 2_000

type Deps = Pick<
  IntakeDeps,
  'accounts' | 'database' | 'contacts' | 'consent' | 'vault' | 'audit' | 'clock'
>

/**
 * Who said no, or did not clearly say yes, is not asked again and not proven by a declaration:
 * they may come by themselves, on a form. A no is final until the person lifts it.
 */
const saidNo: ReadonlySet<string | null> = new Set([
  ...toldNo,
  'objected',
  'consent_answer_unclear',
  'consent_refused_by_ledger',
])

function nextOf(language: Language, reason: string): QuarantineGroup['next'] {
  const words = quarantineNextWords[language]
  const isPossible = (step: QuarantineStep) => step === 'delete' || !saidNo.has(reason)
  return quarantineSteps.map((step) => ({
    step,
    isPossible: isPossible(step),
    sentence: isPossible(step) ? words[step] : words[step === 'ask' ? 'ask_not' : 'prove_not'],
  }))
}

export async function readQuarantine(
  { database, contacts }: Deps,
  { accountId, language }: Caller,
  listId: ListId | null,
): Promise<QuarantineView> {
  const counts = await database.inAccount(accountId, (tx) =>
    contacts.quarantineCounts(tx, accountId, listId),
  )
  const sum = (hasDeclined: boolean) =>
    counts.reduce(
      (all, one) => (toldNo.has(one.reason) === hasDeclined ? all + one.contacts : all),
      0,
    )
  return {
    contacts: sum(false),
    declined: sum(true),
    items: counts.map(({ reason, contacts: held }) => ({
      reason,
      hasDeclined: toldNo.has(reason),
      sentence: quarantineSentence(language, reason),
      contacts: held,
      next: nextOf(language, reason),
    })),
  }
}

/** A page of them is proven: as an import declares it, row by row, with the same refusals. */
export async function proveQuarantined(
  deps: Deps,
  caller: Caller,
  asked: Prove,
): Promise<ProveAnswer> {
  const { accountId } = caller
  const { reason } = asked
  if (saidNo.has(reason)) throw intakeError('intake.quarantine_said_no')
  return deps.database.inAccount(accountId, async (tx) => {
    const page = { reason, listId: asked.listId as ListId | null }
    const after = asked.after as ContactId | null
    const held = await deps.contacts.lockQuarantined(tx, accountId, {
      ...page,
      after,
      limit: pageContacts,
    })
    const outcomes = await recordProofs(deps, tx, caller, { asked, held })
    const proven = held.filter(({ subjectId }) => outcomes.get(subjectId) === 'recorded')
    const subjects = proven.map(({ subjectId }) => subjectId)
    await deps.contacts.openToMarketing(tx, accountId, subjects)
    if (held.length > 0) {
      await deps.audit.record(tx, caller, {
        action: 'intake.quarantine_proven',
        reason: asked.source,
        details: { held: reason, wording: asked.wordingId, day: asked.date, people: proven.length },
      })
    }
    const last = held.length < pageContacts ? null : (held.at(-1)?.id ?? null)
    const looked = held.length
    return { looked, proven: proven.length, refused: looked - proven.length, after: last }
  })
}

type Held = Awaited<ReturnType<Deps['contacts']['lockQuarantined']>>

async function recordProofs(
  deps: Deps,
  tx: Tx,
  caller: Caller,
  { asked, held }: { asked: Prove; held: Held },
): Promise<Map<string, string>> {
  const { accountId } = caller
  const { purpose, date, source } = asked
  const { wordingId: asIs } = asked
  const consent = { purpose, wordingId: asIs, date, source, wholeFile: true, quotedOnly: false }
  const now = deps.clock.now()
  const found = await consentDefaults(deps, tx, { caller, mapping: { consent }, now })
  const { wordingId, givenAt } = found
  const controllerId = wordingId === null ? undefined : found.controllers.get(wordingId)
  if (controllerId === undefined || givenAt === null) {
    throw intakeError(givenAt === null ? 'intake.consent_date_unreadable' : unusable)
  }
  const opened = await deps.contacts.openContacts(tx, accountId, held)
  const people = [...opened].map(([subjectId, { keys, body }]) => ({ subjectId, keys, ...body }))
  if (people.length === 0) return new Map()
  const { outcomes } = await deps.consent.recordConsents(tx, caller, {
    controllerId,
    channel: 'sms',
    purpose,
    grade: 'import_declared',
    rows: people.map(({ keys, number }) => ({
      keys,
      tag: deps.vault.suppressionTag(accountId, number),
      number,
      wordingId: asked.wordingId as WordingId,
      givenAt,
      source,
    })),
  })
  return new Map(people.map(({ subjectId }, index) => [subjectId, outcomes[index] ?? 'unproven']))
}

const unusable = 'intake.consent_wording_unusable'

/** A page of them goes, with the keys of what was held; an objection stays as a tag. */
export async function deleteQuarantined(
  deps: Deps,
  caller: Caller,
  asked: { reason: string; listId: string | null },
): Promise<QuarantineDeleted> {
  const accountId: AccountId = caller.accountId
  const { reason } = asked
  return deps.database.inAccount(accountId, async (tx) => {
    const listId = asked.listId as ListId | null
    const held = await deps.contacts.lockDeletable(tx, accountId, {
      ...{ reason, listId, after: null, limit: pageContacts },
    })
    const left = held.length === pageContacts
    const kept = left ? 0 : await deps.contacts.countStaying(tx, accountId, { reason, listId })
    if (held.length === 0) return { deleted: 0, left, kept }
    const gone = { contacts: held, why: 'quarantine_deleted' } as const
    const deleted = await deps.contacts.deleteMany(tx, caller, gone)
    await deps.audit.record(tx, caller, {
      action: 'intake.quarantine_deleted',
      details: { held: reason, people: deleted },
    })
    return { deleted, left, kept }
  })
}
