// A form is changed: a draft in every part, an open one where that alters no words agreed to.
import { accountOf } from '../../accounts/index.ts'
import type { Caller, ControllerId, WordingId } from '../../kernel/index.ts'
import type { Tx } from '../../storage/index.ts'
import { type FormChange, type Notice, notice } from '../contract.ts'
import type { PreferencesDeps } from '../deps.ts'
import { preferencesError } from '../errors.ts'
import type { Form, FormId } from '../form.ts'
import { draftOf, formOf } from '../manage-forms.ts'
import { insertForm } from '../store.ts'
import { versionOf } from './form-versions.ts'
import { deleteDraftForm, keepNotice, lockForm, readNotices, updateForm } from './notice-store.ts'

/** Neither alters what somebody agrees to; of the notice every version is kept. */
const correctable: ReadonlySet<keyof FormChange> = new Set(['notice', 'sender'])

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

const noticeParts = Object.keys(notice.shape) as (keyof Notice)[]
const partsOf = (one: Notice) => noticeParts.map((part) => one[part])

function differs(held: Form, change: FormChange, part: keyof FormChange): boolean {
  const [is, asked] = [held[part], change[part]]
  if (asked === undefined) return false
  if (part === 'notice' && change.notice !== undefined) {
    return !isSame(partsOf(held.notice), partsOf(change.notice))
  }
  return !isSame(is, asked)
}

export async function changeForm(
  deps: PreferencesDeps,
  caller: Caller,
  id: FormId,
  change: FormChange,
): Promise<Form> {
  return deps.database.inAccount(caller.accountId, async (tx) => {
    await lockForm(tx, caller.accountId, id)
    const held = await formOf(tx, caller.accountId, id)
    const changed = (Object.keys(change) as (keyof FormChange)[]).filter((part) =>
      differs(held, change, part),
    )
    if (held.state === 'closed') throw preferencesError('preferences.form_closed')
    if (held.state === 'open' && changed.some((part) => !correctable.has(part))) {
      throw preferencesError('preferences.form_open_fixed')
    }
    if (changed.length === 0) return held
    const form: Form = {
      ...held,
      ...Object.fromEntries(changed.map((part) => [part, change[part]])),
      controllerId: (change.controllerId ?? held.controllerId) as ControllerId,
      wordingIds: (change.wordingIds ?? held.wordingIds) as readonly WordingId[],
    }
    await demandController(deps, tx, form)
    if (held.state === 'open' && changed.includes('notice')) await keepShown(deps, tx, held)
    await updateForm(tx, form)
    const action = held.state === 'open' ? 'preferences.form_corrected' : 'preferences.form_changed'
    await deps.audit.record(tx, caller, { action, details: { form: id } })
    // As the database gives it: the version is told by it.
    return formOf(tx, caller.accountId, id)
  })
}

async function demandController(
  deps: Pick<PreferencesDeps, 'contacts'>,
  tx: Tx,
  form: Pick<Form, 'accountId' | 'controllerId'>,
): Promise<void> {
  const controller = await deps.contacts.controller(tx, form.accountId, form.controllerId)
  if (controller === null) throw preferencesError('preferences.controller_not_found')
}

/** Whoever agreed before reads for ever what stood there. */
async function keepShown(deps: PreferencesDeps, tx: Tx, form: Form): Promise<void> {
  const { country } = await accountOf(tx, form.accountId)
  const [last] = await readNotices(tx, form.accountId, form.id)
  const at = deps.clock.now()
  await keepNotice(tx, form.accountId, {
    formId: form.id,
    version: versionOf(form, country, at),
    notice: form.notice,
    shownFrom: last?.shownUntil ?? form.openedAt ?? form.createdAt,
    shownUntil: at,
  })
}

export async function deleteForm(deps: PreferencesDeps, caller: Caller, id: FormId): Promise<void> {
  await deps.database.inAccount(caller.accountId, async (tx) => {
    const form = await formOf(tx, caller.accountId, id)
    if (!(await deleteDraftForm(tx, caller.accountId, form))) {
      throw preferencesError('preferences.form_not_draft_kept')
    }
    const action = 'preferences.form_deleted'
    await deps.audit.record(tx, caller, { action, details: { form: id } })
  })
}

/** Of any form, whatever its state: at an address of its own, and shown to nobody yet. */
export async function duplicateForm(
  deps: PreferencesDeps,
  caller: Caller,
  { id, name }: { id: FormId; name: string },
): Promise<Form> {
  return deps.database.inAccount(caller.accountId, async (tx) => {
    const held = await formOf(tx, caller.accountId, id)
    const form = draftOf(deps, caller, { ...held, name })
    await insertForm(tx, form)
    const details = { form: form.id, of: id }
    await deps.audit.record(tx, caller, { action: 'preferences.form_written', details })
    return form
  })
}
