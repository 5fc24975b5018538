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
    const random = Buffer.from(deps.randomness.bytes(codeOctets)).toString('base64url')
    const form: Form = {
      ...request,
      id: deps.makeId() as FormId,
      accountId: caller.accountId,
      // Letters and digits only: people read it out on the telephone.
      code: random.replaceAll('-', 'x').replaceAll('_', 'y'),
      controllerId,
      wordingIds: request.wordingIds as WordingId[],
      state: 'draft',
      createdAt: deps.clock.now(),
      openedAt: null,
    }
    await insertForm(tx, form)
    return form
  })
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
    const form = await formOf(tx, caller.accountId, id)
    const { country } = await accountOf(tx, caller.accountId)
    const wordings = await wordingsOf(deps, tx, form)
    const [defect] = formDefects(form, wordings, ageOfConsent(country))
    if (defect !== undefined) throw formRefused(defect)
    const at = deps.clock.now()
    const moved = await moveForm(tx, caller.accountId, { id, from: 'draft', to: 'open', at })
    if (!moved) throw preferencesError('preferences.form_not_draft')
    return { ...form, state: 'open', openedAt: at }
  })
}

export async function closeForm(deps: PreferencesDeps, caller: Caller, id: FormId): Promise<Form> {
  return deps.database.inAccount(caller.accountId, async (tx) => {
    const form = await formOf(tx, caller.accountId, id)
    const at = deps.clock.now()
    await moveForm(tx, caller.accountId, { id, from: form.state, to: 'closed', at })
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
    const controller = await deps.contacts.controller(tx, place.accountId, form.controllerId)
    if (controller === null || form.state === 'draft') {
      throw preferencesError('preferences.form_not_found')
    }
    const wordings = await wordingsOf(deps, tx, form)
    const account = await accountOf(tx, place.accountId)
    const brand = await brandOf(tx, account)
    const noticePath = await deps.noticePath(tx, place.accountId)
    return { account, form, controller, brand, noticePath, wordings: [...wordings.values()] }
  })
}
