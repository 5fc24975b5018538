// An account's forms: created, published, closed, found by their address.
import { type Account, accountOf } from '../accounts/index.ts'
import type { Wording } from '../consent/index.ts'
import type { Controller } from '../contacts/index.ts'
import { type CountryCode, reviewedRules } from '../countries/index.ts'
import type { AccountId, Caller, ControllerId, WordingId } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import type { FormRequest } from './contract.ts'
import type { PreferencesDeps } from './deps.ts'
import { formRefused, preferencesError } from './errors.ts'
import { type Form, type FormId, formDefects } from './form.ts'
import { lockForm } from './forms/notice-store.ts'
import type { Brand } from './html.ts'
import { brandOf } from './logo/brand.ts'
import { type FormPlace, findByCodeInAnyAccount, findForm, insertForm, moveForm } from './store.ts'

/** A form with all that its page shows. */
export type ShownForm = {
  account: Account
  form: Form
  /** Those of the form, in its order. */
  wordings: readonly Wording[]
  controller: Controller
  brand: Brand
  /** Where the account tells everybody how it uses personal data. */
  noticePath: string
}

const codeOctets = 9

export async function createForm(
  deps: PreferencesDeps,
  caller: Caller,
  request: FormRequest,
): Promise<Form> {
  return deps.database.inAccount(caller.accountId, async (tx) => {
    const controllerId = request.controllerId as ControllerId
    const controller = await deps.contacts.controller(tx, caller.accountId, controllerId)
    if (controller === null) throw preferencesError('preferences.controller_not_found')
    const form = draftOf(deps, caller, request)
    await insertForm(tx, form)
    const details = { form: form.id }
    await deps.audit.record(tx, caller, { action: 'preferences.form_written', details })
    return form
  })
}

/** A draft at an address of its own. */
export function draftOf(
  deps: Pick<PreferencesDeps, 'clock' | 'makeId' | 'randomness'>,
  { accountId }: Caller,
  written: FormRequest | Form,
): Form {
  const random = Buffer.from(deps.randomness.bytes(codeOctets)).toString('base64url')
  return {
    id: deps.makeId() as FormId,
    accountId,
    // Letters and digits only: people read it out on the telephone.
    code: random.replaceAll('-', 'x').replaceAll('_', 'y'),
    name: written.name,
    language: written.language,
    controllerId: written.controllerId as ControllerId,
    wordingIds: written.wordingIds as readonly WordingId[],
    notice: written.notice,
    confirms: written.confirms,
    sender: written.sender,
    asksName: written.asksName,
    minimumAge: written.minimumAge,
    state: 'draft',
    createdAt: deps.clock.now(),
    openedAt: null,
  }
}

/** Null where nobody has gone through the country's rules. */
export const ageOfConsent = (country: CountryCode): number | null =>
  reviewedRules(country)?.ageOfConsent.value ?? null

export async function wordingsOf(
  deps: Pick<PreferencesDeps, 'consent'>,
  tx: Tx,
  form: Form,
): Promise<Map<WordingId, Wording>> {
  const found = new Map<WordingId, Wording>()
  for (const id of form.wordingIds) {
    const wording = await deps.consent.findWording(tx, form.accountId, id)
    if (wording !== null) found.set(id, wording)
  }
  return found
}

export async function openForm(deps: PreferencesDeps, caller: Caller, id: FormId): Promise<Form> {
  return deps.database.inAccount(caller.accountId, async (tx) => {
    await lockForm(tx, caller.accountId, id)
    const form = await formOf(tx, caller.accountId, id)
    const { country } = await accountOf(tx, caller.accountId)
    const wordings = await wordingsOf(deps, tx, form)
    const [defect] = formDefects(form, wordings, ageOfConsent(country))
    if (defect !== undefined) throw formRefused(defect)
    const at = deps.clock.now()
    const moved = await moveForm(tx, caller.accountId, { id, from: 'draft', to: 'open', at })
    if (!moved) throw preferencesError('preferences.form_not_draft')
    await deps.audit.record(tx, caller, {
      action: 'preferences.form_opened',
      details: { form: id },
    })
    return { ...form, state: 'open', openedAt: at }
  })
}

export async function closeForm(deps: PreferencesDeps, caller: Caller, id: FormId): Promise<Form> {
  return deps.database.inAccount(caller.accountId, async (tx) => {
    const form = await formOf(tx, caller.accountId, id)
    const at = deps.clock.now()
    if (form.state === 'closed') return form
    await moveForm(tx, caller.accountId, { id, from: form.state, to: 'closed', at })
    await deps.audit.record(tx, caller, {
      action: 'preferences.form_closed',
      details: { form: id },
    })
    return { ...form, state: 'closed' }
  })
}

export async function formOf(tx: Tx, accountId: AccountId, id: FormId): Promise<Form> {
  const form = await findForm(tx, accountId, id)
  if (form === null) throw preferencesError('preferences.form_not_found')
  return form
}

/** What somebody sees who opens the address; a draft is not there yet. */
export async function formByCode(deps: PreferencesDeps, code: string): Promise<ShownForm> {
  const place = await deps.database.inAnyAccount((tx) => findByCodeInAnyAccount(tx, code))
  if (place === null) throw preferencesError('preferences.form_not_found')
  return shownForm(deps, place)
}

export async function shownForm(deps: PreferencesDeps, place: FormPlace): Promise<ShownForm> {
  return deps.database.inAccount(place.accountId, async (tx) => {
    const form = await formOf(tx, place.accountId, place.formId)
    if (form.state === 'draft') throw preferencesError('preferences.form_not_found')
    return withAllThatItShows(deps, tx, form)
  })
}

/** The page of a form before anybody else sees it. */
export async function formPreviewed(
  deps: PreferencesDeps,
  { accountId }: Caller,
  id: FormId,
): Promise<ShownForm> {
  return deps.database.inAccount(accountId, async (tx) =>
    withAllThatItShows(deps, tx, await formOf(tx, accountId, id)),
  )
}

async function withAllThatItShows(deps: PreferencesDeps, tx: Tx, form: Form): Promise<ShownForm> {
  const controller = await deps.contacts.controller(tx, form.accountId, form.controllerId)
  if (controller === null) throw preferencesError('preferences.form_not_found')
  const wordings = await wordingsOf(deps, tx, form)
  const account = await accountOf(tx, form.accountId)
  const brand = await brandOf(tx, account)
  const noticePath = await deps.noticePath(tx, form.accountId)
  return { account, form, controller, brand, noticePath, wordings: [...wordings.values()] }
}
