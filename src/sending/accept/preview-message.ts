// How a single message would leave: its text, parts and price, and what stands against them.
// Nobody is looked up by a number: else a number could be asked about without a trace.
import { type Contacts, contactsError } from '../../contacts/index.ts'
import { type CountryCode, readNumber } from '../../countries/index.ts'
import type { Caller, Clock, ContactId } from '../../kernel/index.ts'
import type { Database, Tx } from '../../storage/index.ts'
import type { Vault } from '../../vault/index.ts'
import { planSegments } from '../../wire/index.ts'
import { sentence } from '../../words/index.ts'
import { render } from '../contract.ts'
import { dearCharactersMax } from '../contract-inbox.ts'
import type { SinglePreview, SinglePreviewRequest } from '../contract-preview.ts'
import { sendingError } from '../errors.ts'
import { segmentsPerMessageMax } from '../gate/gate-facts.ts'
import { refusalOfText } from '../gate/refusal-of-text.ts'
import { refusalOfWay } from '../gate/refusal-of-way.ts'
import { Plans, planCountry } from '../gate/send-order.ts'
import type { AccountFacts, Prices, Routes } from '../ports.ts'
import { type Refusal, refusals } from '../refusals.ts'
import { orderAsked, type ReadDeps, whyClosed } from './read-requests.ts'

export type PreviewMessageDeps = {
  database: Database
  clock: Clock
  routes: Routes
  prices: Prices
  vault: Pick<Vault, 'installationTag'>
  accounts: ReadDeps['accounts']
  contacts: ReadDeps['contacts'] & Pick<Contacts, 'find'>
}

export async function previewMessage(
  deps: PreviewMessageDeps,
  caller: Caller,
  asked: SinglePreviewRequest,
): Promise<SinglePreview> {
  const { accountId, language } = caller
  const at = deps.clock.now()
  return deps.database.inAccount(accountId, async (tx) => {
    const account = await deps.accounts.facts(tx, accountId)
    const closed = whyClosed(account)
    if (closed !== null) throw closed
    const country = await countryOf(deps, tx, account, asked)
    const controllers = await deps.contacts.controllers(tx, accountId)
    const request = { ...asked, to: '', ifUnsure: 'never_twice' as const }
    const order = orderAsked({ caller, request, hidden: null }, { controllers, at })
    if (order instanceof Error) throw order
    const plan = await planCountry(deps, tx, { order, country, at, plans: new Plans() })
    const { text } = render(plan.pieces, {})
    const cut = planSegments(text, plan.route?.concatenation ?? 'udh8', plan.route?.shiftTables)
    const way = await refusalOfWay(deps, tx, { order, country, at })
    const refusal = firstOf([way, refusalOfText(plan.text), refusalOfLength(cut.segments)])
    const dear = new Set(cut.offendingCharacters.map(({ character }) => character))
    return {
      text,
      sender: order.sender,
      encoding: cut.encoding,
      units: cut.units,
      segments: cut.segments,
      dearCharacters: [...dear].slice(0, dearCharactersMax),
      costMicroEur: cut.segments * plan.microEurPerSegment,
      refusal,
      sentence: refusal === null ? null : sentence(language, `sending.${refusal}`),
    }
  })
}

const refusalOfLength = (segments: number): Refusal | null =>
  segments > segmentsPerMessageMax ? 'text_too_long' : null

/** In the public order of refusals. */
const firstOf = (told: readonly (Refusal | null)[]): Refusal | null =>
  refusals.find((refusal) => told.includes(refusal)) ?? null

/** Whose rules and price it is; where nobody is named yet, the account's own. */
async function countryOf(
  { contacts }: PreviewMessageDeps,
  tx: Tx,
  account: AccountFacts,
  { to, contactId }: SinglePreviewRequest,
): Promise<CountryCode> {
  if (contactId !== undefined) {
    const contact = await contacts.find(tx, account.id, contactId as ContactId)
    if (contact === null) throw contactsError('contacts.contact_not_found')
    return contact.country as CountryCode
  }
  if (to === undefined) return account.country
  const isSandbox = account.kind === 'sandbox'
  const { e164, country, reason } = readNumber(to, { country: account.country, sandbox: isSandbox })
  if (e164 === null) throw sendingError('sending.number_unreadable', { reason, field: 'to' })
  return country ?? account.country
}
