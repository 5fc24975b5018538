// Maps an archive's organisations, wordings and policy to this account's.
import { createHash } from 'node:crypto'
import { accountOf } from '../accounts/index.ts'
import type { Caller, ControllerId, WordingId } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import { type ArchiveHeader, archivePolicy } from './contract.ts'
import type { ReceiptsDeps } from './deps.ts'
import { receiptsError } from './errors.ts'
import type { Meaning } from './take-authorisation.ts'

export type Settled = { meaning: Meaning; policyTaken: boolean }

/** Entities by their name, wordings by their exact text: made here where they are not. */
export async function settleArchive(
  deps: ReceiptsDeps,
  caller: Caller,
  header: ArchiveHeader,
  about: { origin: string; isTrusted: boolean },
): Promise<Settled> {
  const { accountId } = caller
  return deps.database.inAccount(accountId, async (tx) => {
    const details = { ledger: about.origin, vouchedFor: about.isTrusted }
    await deps.record(tx, caller, { action: 'receipts.import_begun', details })
    const controllers = await settleControllers(deps, tx, caller, { header, ...about })
    const wordings = await settleWordings(deps, tx, caller, { header, controllers, ...about })
    const policyTaken = await settlePolicy(deps, tx, caller, { header, ...about })
    if (about.isTrusted) {
      const details = { ledger: about.origin }
      await deps.record(tx, caller, { action: 'receipts.ledger_vouched_for', details })
    }
    const isRehearsal = (await accountOf(tx, accountId)).kind === 'sandbox'
    return { meaning: { controllers, wordings, isRehearsal, ...about }, policyTaken }
  })
}

type Given = { header: ArchiveHeader; origin: string }

async function settleControllers(
  deps: ReceiptsDeps,
  tx: Tx,
  caller: Caller,
  { header, origin }: Given,
): Promise<Map<string, ControllerId>> {
  const { accountId } = caller
  const held = await deps.contacts.controllers(tx, accountId)
  const known = new Map(held.map(({ id, name }) => [name, id]))
  const controllers = new Map<string, ControllerId>()
  for (const { id, name } of header.controllers) {
    let here = known.get(name)
    if (here === undefined) {
      if (!caller.rights.has('account.manage')) {
        throw receiptsError('receipts.entity_not_allowed', { name })
      }
      here = (await deps.contacts.createController(tx, accountId, name, deps.clock.now())).id
      known.set(name, here)
      const details = { controllerId: here, ledger: origin }
      await deps.record(tx, caller, { action: 'contacts.controller_added', details })
    }
    controllers.set(id, here)
  }
  return controllers
}

async function settleWordings(
  deps: ReceiptsDeps,
  tx: Tx,
  caller: Caller,
  { header, origin, controllers }: Given & { controllers: Map<string, ControllerId> },
): Promise<Map<string, WordingId>> {
  const found = new Map<string, WordingId>()
  const drafts = new Set<string>()
  for (const { state, sha256, wordingId } of await deps.consent.listWordings(
    tx,
    caller.accountId,
  )) {
    const hex = Buffer.from(sha256).toString('hex')
    if (state === 'draft') drafts.add(hex)
    else found.set(hex, wordingId)
  }
  const idByName = new Map(
    header.controllers.map(({ id, name }) => [name, controllers.get(id) as ControllerId]),
  )
  const [first] = controllers.values()
  for (const { sha256, ...wording } of header.wordings) {
    const own = createHash('sha256').update(wording.shownText, 'utf8').digest('hex')
    // Else consents would come to rest on words that nobody has read.
    if (own !== sha256)
      throw receiptsError('receipts.archive_wording_differs', { name: wording.name })
    const controllerId = idByName.get(wording.controllerName) ?? first
    if (found.has(sha256) || drafts.has(sha256) || controllerId === undefined) continue
    if (!caller.rights.has('wordings.manage')) {
      throw receiptsError('receipts.wording_not_allowed', { name: wording.name })
    }
    const draft = await deps.consent.createDraft(tx, caller, { ...wording, controllerId })
    const done = await deps.consent.publishWording(tx, caller, draft.wordingId)
    // A text that our rules refuse stays a draft: what rests on it comes in as a claim.
    const isPublished = done.outcome === 'published'
    if (isPublished) found.set(sha256, done.wording.wordingId)
    else drafts.add(sha256)
    const action = isPublished ? 'receipts.wording_published' : 'receipts.wording_drafted'
    const details = { wordingId: draft.wordingId, ledger: origin }
    await deps.record(tx, caller, { action, details })
  }
  return found
}

/**
 * Only where the account has not chosen, and by whoever may choose: else it stays as it is here.
 */
async function settlePolicy(
  deps: ReceiptsDeps,
  tx: Tx,
  caller: Caller,
  { header, origin }: Given,
): Promise<boolean> {
  if (header.policy === null) return false
  const told = archivePolicy.safeParse(header.policy)
  if (!told.success) throw receiptsError('receipts.archive_policy_invalid')
  const { isDefault } = await deps.consent.policyOf(tx, caller.accountId)
  if (!isDefault || !caller.rights.has('account.manage')) return false
  await deps.consent.setPolicy(tx, caller.accountId, told.data)
  const details = { ...told.data, ledger: origin }
  await deps.record(tx, caller, { action: 'consent.policy_chosen', details })
  return true
}
