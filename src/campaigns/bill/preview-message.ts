// One recipient's message as it would leave, for the telephone beside the text; names stay masked.
import { writeCustom } from '../../contacts/contract.ts'
import { type Caller, type ContactId, maskNumber } from '../../kernel/index.ts'
import {
  type Assessed,
  assessPeople,
  type Case,
  Plans,
  render,
  type SendOrder,
  type TemplatePiece,
} from '../../sending/index.ts'
import type { Tx } from '../../storage/index.ts'
import { planSegments } from '../../wire/index.ts'
import { sentence } from '../../words/index.ts'
import { caseOf, nextCases, orderOf, type WrittenCampaign } from '../audience-cases.ts'
import type { MessagePreview, PreviewRequest } from '../contract-compose.ts'
import type { CampaignsDeps } from '../deps.ts'
import { campaignsError } from '../errors.ts'
import { writtenCampaign } from './make-bill.ts'
import { maskName } from './mask-name.ts'

/** People looked at in one go, and how often, for the next who receives it. */
const pagePeople = 100
const pagesMax = 30

export async function previewMessage(
  deps: CampaignsDeps,
  caller: Caller,
  { contactId, after, ...request }: PreviewRequest,
): Promise<MessagePreview> {
  const campaign = await writtenCampaign(deps, caller, request)
  const at = deps.clock.now()
  const found = await deps.database.inAccount(campaign.accountId, async (tx) => {
    const order = await orderOf(deps, tx, campaign)
    const { kind } = await deps.accounts.facts(tx, campaign.accountId)
    const on = { campaign, order, sandbox: kind === 'sandbox', at }
    return contactId === undefined
      ? nextRecipient(deps, tx, on, (after ?? null) as ContactId | null)
      : thisOne(deps, tx, on, contactId as ContactId)
  })
  return found === null ? nobody : viewOf(found, caller)
}

type On = { campaign: WrittenCampaign; order: SendOrder; sandbox: boolean; at: number }

async function thisOne(deps: CampaignsDeps, tx: Tx, on: On, id: ContactId): Promise<Assessed> {
  const { accountId } = on.campaign
  const contact = await deps.contacts.find(tx, accountId, id)
  if (contact === null) throw campaignsError('campaigns.recipient_not_found')
  const opened = await deps.contacts.openContacts(tx, accountId, [contact])
  const open = opened.get(contact.subjectId)
  if (open === undefined) throw campaignsError('campaigns.recipient_not_found')
  const [assessed] = await judged(deps, tx, on, [caseOf(on, { ...contact, contactId: id }, open)])
  if (assessed === undefined) throw campaignsError('campaigns.recipient_not_found')
  return assessed
}

async function nextRecipient(
  deps: CampaignsDeps,
  tx: Tx,
  on: On,
  from: ContactId | null,
): Promise<Assessed | null> {
  let after = from
  for (let page = 0; page < pagesMax; page += 1) {
    const next = await nextCases(deps, tx, { ...on, after, limit: pagePeople })
    const assessed = await judged(deps, tx, on, next.cases)
    const found = assessed.find(({ gate }) => gate.verdict.kind !== 'refused')
    if (found !== undefined) return found
    if (next.through === null) return null
    after = next.through
  }
  return null
}

const judged = (deps: CampaignsDeps, tx: Tx, { at }: On, cases: readonly Case[]) =>
  assessPeople(deps, tx, { cases, at, plans: new Plans() })

const nobody: MessagePreview = {
  contactId: null,
  to: '',
  text: '',
  hidesNames: false,
  encoding: 'gsm7',
  units: 0,
  segments: 0,
  sentence: null,
}

/** What a custom field says of somebody: as long as it will be, and hidden whatever its type. */
function maskedPlace(
  piece: TemplatePiece,
  custom: Readonly<Record<string, string>> | undefined,
): TemplatePiece {
  if (typeof piece === 'string' || !('custom' in piece)) return piece
  const value = custom?.[piece.custom]
  if (value === undefined) return piece
  return writeCustom(piece.type, value, piece.language).replace(/[\p{L}\p{N}]/gu, '•')
}

function viewOf({ person, plan, text, gate }: Assessed, { language }: Caller): MessagePreview {
  const { firstName, lastName, custom } = person.fields
  const pieces = plan.pieces.map((piece) => maskedPlace(piece, custom))
  const masked = render(pieces, {
    first_name: maskName(firstName),
    last_name: maskName(lastName),
  })
  const cut = planSegments(text, plan.route?.concatenation ?? 'udh8', plan.route?.shiftTables)
  const { verdict } = gate
  const why = verdict.kind === 'refused' ? verdict.refusal : null
  return {
    contactId: person.contactId,
    to: maskNumber(person.number),
    text: masked.text,
    hidesNames: masked.text !== text,
    encoding: cut.encoding,
    units: cut.units,
    segments: cut.segments,
    sentence:
      why === null
        ? null
        : (sentence(language, why) ?? sentence(language, `sending.${why}`) ?? why),
  }
}
