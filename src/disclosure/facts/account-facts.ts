// What is true of an account today, gathered once for its register and its notice.
import { type Account, accountOf } from '../../accounts/index.ts'
import { type CampaignUse, campaignUses } from '../../campaigns/index.ts'
import type { OtherLegalBasis, Wording } from '../../consent/index.ts'
import {
  type CustomField,
  fieldsInUse,
  isLargeAccount,
  newestContactAt,
  readCustomFields,
} from '../../contacts/index.ts'
import { typesFound } from '../../intake/index.ts'
import type { AccountId, Instant } from '../../kernel/index.ts'
import { type Form, readForms } from '../../preferences/index.ts'
import { hasReplies, type SendingUse, sendingUses } from '../../sending/index.ts'
import { type SensitiveUse, sensitiveUses } from '../../sensitive/index.ts'
import type { Tx } from '../../storage/index.ts'
import { type ProgramInUse, programsInUse } from '../../webhooks/index.ts'
import { type AccountField, accountPlace, type ProcessingField } from '../contract.ts'
import { type Declared, readDeclared } from '../declared-store.ts'
import type { DisclosureDeps } from '../deps.ts'
import type { RetentionPeriod } from '../period.ts'
import { type FoundRow, readFound, writeFound } from './found-store.ts'
import { type InstallationFacts, installationFacts } from './installation-facts.ts'

export type AccountFacts = {
  account: Account
  at: Instant
  controllers: readonly { id: string; name: string }[]
  declared: readonly Declared[]
  /** Those that people can open. */
  forms: readonly Form[]
  /** Those that are published. */
  wordings: readonly Wording[]
  sent: readonly SendingUse[]
  campaigns: readonly CampaignUse[]
  otherBases: readonly OtherLegalBasis[]
  sensitive: readonly SensitiveUse[]
  customFields: readonly CustomField[]
  found: FoundRow
  hasReplies: boolean
  /** The account’s own programs that are told what happens. */
  programs: readonly ProgramInUse[]
  periods: readonly RetentionPeriod[]
  installation: InstallationFacts
}

export async function accountFacts(
  deps: DisclosureDeps,
  tx: Tx,
  accountId: AccountId,
  known: InstallationFacts | null = null,
): Promise<AccountFacts> {
  const at = deps.clock.now()
  const wordings = await deps.consent.listWordings(tx, accountId)
  const fields = await readCustomFields(tx, accountId)
  const installation = known ?? (await installationFacts(deps, tx))
  const account = await accountOf(tx, accountId)
  return {
    account,
    at,
    controllers: await deps.contacts.controllers(tx, accountId),
    declared: await readDeclared(tx, accountId),
    forms: (await readForms(tx, accountId)).filter(({ state }) => state === 'open'),
    wordings: wordings.filter(({ state }) => state === 'published'),
    sent: await sendingUses(tx, accountId),
    campaigns: await campaignUses(tx, accountId),
    otherBases: await deps.consent.switchedOn(tx, accountId),
    sensitive: await sensitiveUses(tx, accountId, at),
    customFields: fields.filter(({ isArchived }) => !isArchived),
    found: await foundNow(deps, tx, accountId),
    hasReplies: await hasReplies(tx, accountId),
    programs: await programsInUse(tx, accountId),
    periods: await deps.retentionPeriods(tx, accountId),
    installation: {
      ...installation,
      measures: [
        ...installation.measures,
        ...((await deps.accountMeasures?.(tx, accountId)) ?? []),
      ],
      // A trial account's messages go to simulated operators only, a live one's never do.
      suppliers: installation.suppliers.filter(
        ({ isSandbox }) => isSandbox === (account.kind === 'sandbox'),
      ),
    },
  }
}

/** A million contacts are looked through in a second or two: not for each reader of a page. */
const lookAgainMs = 10 * 60_000
/** Fields of contacts change too, which nobody counts. */
const lookAnywayMs = 24 * 3_600_000

async function foundNow(deps: DisclosureDeps, tx: Tx, accountId: AccountId): Promise<FoundRow> {
  const at = deps.clock.now()
  const held = await readFound(tx, accountId)
  const newest = await newestContactAt(tx, accountId)
  const isSame = held?.hasContacts === (newest !== null) && (newest ?? 0) <= held.lookedAt
  // What is said to the public is true: that nobody is kept is not said for ten minutes more.
  const waits = isSame || (held?.hasContacts === true && (await isLargeAccount(tx, accountId)))
  if (held !== null && waits) {
    if (at - held.lookedAt < lookAgainMs) return held
    const files =
      isSame && at - held.lookedAt < lookAnywayMs ? await typesFound(deps, tx, accountId) : null
    if (files !== null && files.types.join() === held.types.join()) return held
  }
  const { fields, hasContacts } = await fieldsInUse(tx, accountId)
  const files = await typesFound(deps, tx, accountId)
  const row: FoundRow = {
    lookedAt: at,
    fields: [...fields].sort(),
    types: files.types,
    hasContacts,
    hasFiles: files.hasFiles,
  }
  await writeFound(tx, accountId, row)
  return row
}

export function declaredOf(
  facts: Pick<AccountFacts, 'declared'>,
  place: string,
  field: ProcessingField | AccountField,
): Declared | null {
  return facts.declared.find((one) => one.place === place && one.field === field) ?? null
}

/**
 * How to reach the account: as its register declares it, else as its newest open form tells people.
 */
export function reachOf(facts: AccountFacts, field: AccountField): string | null {
  const declared = declaredOf(facts, accountPlace, field)
  if (declared !== null) return declared.value
  const form = [...facts.forms].sort((one, other) => other.createdAt - one.createdAt)[0]
  if (form === undefined) return null
  const told = {
    address: form.notice.controllerAddress,
    contact: form.notice.controllerContact,
    dpo: form.notice.dpoContact,
  }
  return told[field]
}
