// The statements that write contacts: thousands at once, as binary lists, without a landing table.
import type { AccountId, ContactId, ImportId, Instant, ListId, SubjectId } from '../kernel/index.ts'
import { arrayOf, ColumnLists, isUniqueViolation, type Tx, toTimestamp } from '../storage/index.ts'
import type { MarketingState } from './contract.ts'

/** What many contacts of a batch have in common: sent once, and named by its place. */
export type ContactKind = {
  country: string
  territory: string
  zone: string
  postcodeArea: string | null
  marketingState: MarketingState
  quarantineReason: string | null
  fieldsHeld: readonly string[]
}

/** Keyed tags that a contact is found by beside its number's; null: it holds no such value. */
export type FoundBy = {
  suppressionTag: Uint8Array | null
  emailTag: Uint8Array | null
  referenceTag: Uint8Array | null
}

export type NewContact = ContactKind & {
  id: ContactId
  subjectId: SubjectId
  numberTag: Uint8Array
  sealed: Uint8Array
} & FoundBy

export type Batch = {
  accountId: AccountId
  importId: ImportId | null
  at: Instant
}

/** Looked for by the area of the postcode, of which there are most; few kinds share one. */
class Kinds {
  readonly all: ContactKind[] = []
  readonly #byArea = new Map<string | null, { kind: ContactKind; place: number }[]>()

  /** The place of a kind among all, from 1. */
  placeOf(row: ContactKind): number {
    let near = this.#byArea.get(row.postcodeArea)
    if (near === undefined) {
      near = []
      this.#byArea.set(row.postcodeArea, near)
    }
    for (const { kind, place } of near) if (isSameKind(kind, row)) return place
    const { country, territory, zone, postcodeArea } = row
    const { marketingState, quarantineReason, fieldsHeld } = row
    const kind = {
      country,
      territory,
      zone,
      postcodeArea,
      marketingState,
      quarantineReason,
      fieldsHeld,
    }
    this.all.push(kind)
    near.push({ kind, place: this.all.length })
    return this.all.length
  }
}

/** Lists of fields are compared as objects: two that say the same are only sent twice. */
function isSameKind(a: ContactKind, b: ContactKind): boolean {
  return (
    a.zone === b.zone &&
    a.territory === b.territory &&
    a.country === b.country &&
    a.marketingState === b.marketingState &&
    a.quarantineReason === b.quarantineReason &&
    a.fieldsHeld === b.fieldsHeld
  )
}

/**
 * Contacts as they travel: written row by row, so that nothing of a row lives until they are sent.
 */
export class ContactLists {
  readonly #kinds = new Kinds()
  readonly #rows: ColumnLists<NewContact>

  constructor(expected: number) {
    this.#rows = new ColumnLists<NewContact>(
      [
        ['uuid', (row) => row.id],
        ['uuid', (row) => row.subjectId],
        ['bytea', (row) => row.numberTag],
        ['bytea', (row) => row.sealed],
        ['bytea', (row) => row.suppressionTag],
        ['bytea', (row) => row.emailTag],
        ['bytea', (row) => row.referenceTag],
        ['int4', (row) => this.#kinds.placeOf(row)],
      ],
      expected,
    )
  }

  get rows(): number {
    return this.#rows.rows
  }

  push(row: NewContact): void {
    this.#rows.push(row)
  }

  /** Parameters 1 to 15: the rows, and the kinds that they name. */
  done(): Buffer[] {
    const { all } = this.#kinds
    return [
      ...this.#rows.done(),
      arrayOf.text(all.map((kind) => kind.country)),
      arrayOf.text(all.map((kind) => kind.territory)),
      arrayOf.text(all.map((kind) => kind.zone)),
      arrayOf.text(all.map((kind) => kind.postcodeArea)),
      arrayOf.text(all.map((kind) => kind.marketingState)),
      arrayOf.text(all.map((kind) => kind.quarantineReason)),
      arrayOf.text(all.map((kind) => kind.fieldsHeld.join(','))),
    ]
  }
}

/**
 * A kind is taken apart once, not for each row that names it; `offset 0` keeps the planner to that.
 */
const givenRows = `(
    select unnest($1::uuid[]) as id, unnest($2::uuid[]) as subject_id,
      unnest($3::bytea[]) as number_tag, unnest($4::bytea[]) as sealed,
      unnest($5::bytea[]) as suppression_tag, unnest($6::bytea[]) as email_tag,
      unnest($7::bytea[]) as reference_tag, unnest($8::int4[]) as kind
  ) given
  join (
    select country, territory, zone, postcode_area, marketing_state, quarantine_reason,
      string_to_array(fields_held, ',') as fields_held, place::int4 as place
    from unnest($9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[],
        $15::text[])
      with ordinality as kind (country, territory, zone, postcode_area, marketing_state,
        quarantine_reason, fields_held, place) offset 0
  ) kind on kind.place = given.kind`

const insertInto = `insert into contacts.contact (account_id, id, subject_id, number_tag, sealed,
      country, territory, zone, postcode_area, marketing_state, quarantine_reason, import_id,
      fields_held, created_at, updated_at, suppression_tag, email_tag, reference_tag)
    select $16::uuid, given.id, subject_id, number_tag, sealed, country, territory, zone,
      postcode_area, marketing_state, quarantine_reason, $17::uuid, fields_held,
      $18::timestamptz, $18::timestamptz, suppression_tag, email_tag, reference_tag
    from ${givenRows}
    order by number_tag`

const joinList = `insert into contacts.list_member (account_id, list_id, contact_id, added_at)`

/** In the order of tags, so that two batches with the same people wait, not deadlock. */
const insertFresh = { name: 'contacts.insert_fresh', text: insertInto }

const joinStatement = {
  name: 'contacts.join',
  text: `${joinList} select $2::uuid, $3::uuid, unnest($1::uuid[]), $4::timestamptz`,
}

/** The same for numbers of which some are there; who was inserted joins the list with it. */
const insertCareful = {
  name: 'contacts.insert_careful',
  text: `with made as (
    ${insertInto}
    on conflict (account_id, number_tag) do nothing
    returning id
  ), joined as (
    ${joinList}
    select $16::uuid, $19::uuid, id, $18::timestamptz from made where $19::uuid is not null
  )
  select count(*)::int as made from made`,
}

const isThere = (error: unknown) => isUniqueViolation(error, 'contact_number')

/**
 * How many were inserted: fewer than given when somebody else has just brought the same number.
 * That is rare, and to be ready for it costs a sixth of the statement: each row is looked for
 * first, and written into the log twice. So all are inserted as if they were new, and only where
 * one is not are they inserted again with that in mind.
 */
export async function insertContacts(
  tx: Tx,
  batch: Batch & { listId: ListId | null },
  contacts: ContactLists,
): Promise<number> {
  if (contacts.rows === 0) return 0
  const { accountId, listId } = batch
  const at = toTimestamp(batch.at)
  const [ids, ...others] = contacts.done()
  const parameters = [ids, ...others, accountId, batch.importId, at]
  const all = await tx.attempt(() => tx.query(insertFresh, parameters), isThere)
  if (all !== null) {
    if (listId !== null) await tx.query(joinStatement, [ids, accountId, listId, at])
    return all.rowCount
  }
  const result = await tx.query<{ made: number }>(insertCareful, [...parameters, listId])
  return result.rows[0]?.made ?? 0
}

export async function updateContacts(tx: Tx, batch: Batch, contacts: ContactLists): Promise<void> {
  if (contacts.rows === 0) return
  await tx.query(
    `update contacts.contact c
     set sealed = given.sealed, country = kind.country, territory = kind.territory,
         zone = kind.zone, postcode_area = kind.postcode_area,
         marketing_state = kind.marketing_state, quarantine_reason = kind.quarantine_reason,
         suppression_tag = given.suppression_tag, email_tag = given.email_tag,
         reference_tag = given.reference_tag, import_id = coalesce($17::uuid, c.import_id),
         fields_held = kind.fields_held, updated_at = $18::timestamptz
     from ${givenRows}
     cross join lateral (
       select k.ctid as row from contacts.contact k
       where k.account_id = $16::uuid and k.id = given.id offset 0) place
     where c.ctid = place.row and c.account_id = $16::uuid`,
    [...contacts.done(), batch.accountId, batch.importId, toTimestamp(batch.at)],
  )
}

/** Holds contacts back from marketing: what seemed to be proven is not. */
export async function shutContacts(
  tx: Tx,
  accountId: AccountId,
  shut: { contactIds: readonly ContactId[]; reason: string; at: Instant },
): Promise<number> {
  const { rowCount } = await tx.query(
    `update contacts.contact
     set marketing_state = 'quarantine', quarantine_reason = $3, updated_at = $4
     where account_id = $1 and id = any($2::uuid[]) and marketing_state = 'open'`,
    [accountId, arrayOf.uuid(shut.contactIds), shut.reason, toTimestamp(shut.at)],
  )
  return rowCount
}
