// SQL of what messages have in common, of what is needed as they leave, of campaigns' counters.
import type {
  AccountId,
  CampaignId,
  ControllerId,
  Instant,
  MessageId,
  RouteId,
  SubjectId,
} from '../../kernel/index.ts'
import { type Asks, arrayOf, type Tx, toTimestamp } from '../../storage/index.ts'
import type { Vault } from '../../vault/index.ts'
import type { Concatenation, ShiftLanguage } from '../../wire/index.ts'
import type { AlertBasis, MessageClass } from '../contract.ts'
import type { Terms } from '../terms.ts'

const overridePlace = (id: string) => ({
  table: 'sending.terms',
  column: 'override_sealed',
  rowId: id,
})

export function keepTerms(
  vault: Pick<Vault, 'sealForAccount'>,
  to: Asks,
  { accountId, at }: { accountId: AccountId; at: Instant },
  terms: Terms,
): void {
  const { id, overrideReason } = terms
  const sealed =
    overrideReason === null
      ? null
      : vault.sealForAccount(accountId, overridePlace(id), Buffer.from(overrideReason, 'utf8'))
  to.ask(
    {
      name: 'sending_keep_terms',
      text: `
insert into sending.terms (account_id, id, class, basis, purpose, controller_id, route_id,
  supplier_id, sender, if_unsure, rule_pack, override_sealed, override_by, made_at,
  concatenation, shift_tables)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
on conflict do nothing`,
    },
    [
      accountId,
      terms.id,
      terms.class,
      terms.basis,
      terms.purpose,
      terms.controllerId,
      terms.routeId,
      terms.supplierId,
      terms.sender,
      terms.ifUnsure,
      terms.rulePack,
      sealed,
      terms.overrideBy,
      toTimestamp(at),
      terms.cut?.concatenation ?? null,
      terms.cut?.shiftTables ?? null,
    ],
  )
}

type TermsRow = {
  id: string
  class: MessageClass
  basis: AlertBasis | null
  purpose: string | null
  controller_id: ControllerId
  route_id: RouteId
  supplier_id: string | null
  sender: string
  if_unsure: Terms['ifUnsure']
  rule_pack: string
  override_reason: string | null
  override_sealed: Buffer | null
  override_by: string | null
  concatenation: Concatenation | null
  shift_tables: ShiftLanguage[] | null
}

export async function readTerms(
  tx: Tx,
  accountId: AccountId,
  ids: readonly string[],
): Promise<Map<string, Terms>> {
  if (ids.length === 0) return new Map()
  const { rows } = await tx.query<TermsRow>(
    'select * from sending.terms where account_id = $1 and id = any($2::uuid[])',
    [accountId, ids],
  )
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        class: row.class,
        basis: row.basis,
        purpose: row.purpose,
        controllerId: row.controller_id,
        routeId: row.route_id,
        supplierId: row.supplier_id,
        sender: row.sender,
        ifUnsure: row.if_unsure,
        rulePack: row.rule_pack,
        cut:
          row.concatenation === null
            ? null
            : { concatenation: row.concatenation, shiftTables: row.shift_tables ?? [] },
        // In clear only in rows from before it was sealed.
        overrideReason: row.override_reason,
        overrideSealed: row.override_sealed,
        overrideBy: row.override_by,
      },
    ]),
  )
}

/** Why an alert that reads like advertising is none, in the words of who answers for it. */
export function overrideReasonOf(
  vault: Pick<Vault, 'openForAccount'>,
  accountId: AccountId,
  terms: Pick<Terms, 'id' | 'overrideReason' | 'overrideSealed'>,
): string | null {
  const { id, overrideReason, overrideSealed } = terms
  if (overrideSealed === null) return overrideReason
  return vault.openForAccount(accountId, overridePlace(id), overrideSealed).toString('utf8')
}

/** What is needed of a message as it leaves. */
export type LeavingMessage = {
  id: MessageId
  termsId: string
  subjectId: SubjectId
  numberTag: Buffer
  bodySealed: Buffer | null
  isMarketing: boolean
  country: string
  territory: string
  postcodeArea: string | null
  notBefore: Instant | null
  usefulUntil: Instant | null
}

export async function readLeaving(
  tx: Tx,
  accountId: AccountId,
  ids: readonly MessageId[],
): Promise<Map<MessageId, LeavingMessage>> {
  const { rows } = await tx.query<{
    id: MessageId
    terms_id: string
    subject_id: SubjectId
    number_tag: Buffer
    body_sealed: Buffer | null
    is_marketing: boolean
    country: string
    territory: string
    postcode_area: string | null
    not_before: Instant | null
    useful_until: Instant | null
  }>(
    {
      name: 'sending_read_leaving',
      text: `
select id, terms_id, subject_id, number_tag, body_sealed, is_marketing, country, territory,
  postcode_area, not_before, useful_until
from sending.message where account_id = $1 and id = any($2::uuid[])`,
    },
    [accountId, arrayOf.uuid(ids)],
  )
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        termsId: row.terms_id,
        subjectId: row.subject_id,
        numberTag: row.number_tag,
        bodySealed: row.body_sealed,
        isMarketing: row.is_marketing,
        country: row.country,
        territory: row.territory,
        postcodeArea: row.postcode_area,
        notBefore: row.not_before,
        usefulUntil: row.useful_until,
      },
    ]),
  )
}

export async function readTally(
  tx: Tx,
  accountId: AccountId,
  campaignIds: readonly CampaignId[],
): Promise<Map<CampaignId, Map<string, number>>> {
  const found = new Map<CampaignId, Map<string, number>>()
  const { rows } = await tx.query<{ campaign_id: CampaignId; counter: string; value: number }>(
    {
      name: 'sending_read_tally',
      text: `
select campaign_id, counter, value from sending.tally
where account_id = $1 and campaign_id = any($2::uuid[])`,
    },
    [accountId, campaignIds],
  )
  for (const row of rows) {
    const counters = found.get(row.campaign_id) ?? new Map<string, number>()
    counters.set(row.counter, row.value)
    found.set(row.campaign_id, counters)
  }
  return found
}
