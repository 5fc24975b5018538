// The SQL of what is told of suppliers beside their contracts: details, documents, sub-processors.
import type { Instant } from '../kernel/index.ts'
import { type Tx, toTimestamp } from '../storage/index.ts'
import type { SubprocessorChangeKind, SupplierDetails, SupplierRole } from './contract.ts'
import type { ContractId, SupplierId } from './supplier.ts'

export type Details = {
  supplierId: SupplierId
  role: SupplierRole
  numbersKeptDays: number | null
  erasureAddress: string | null
  contact: string | null
}
export type ContractDocument = {
  documentId: string
  contractId: ContractId
  sha256: Buffer
  octets: number
  addedAt: Instant
}
export type Subprocessor = {
  subprocessorId: string
  supplierId: SupplierId
  name: string
  country: string
  purpose: string
  since: Instant
  until: Instant | null
}
export type SubprocessorChange = {
  changeId: string
  supplierId: SupplierId
  kind: SubprocessorChangeKind
  addedId: string | null
  removedId: string | null
  effectiveAt: Instant
  objectUntil: Instant | null
  announcedAt: Instant
}

/** All that stands beside suppliers and contracts; a supplier has some dozens of rows of it. */
export type Beside = {
  details: Map<string, Details>
  documents: ContractDocument[]
  subprocessors: Subprocessor[]
  changes: SubprocessorChange[]
}

const subprocessorColumns = `subprocessor_id as "subprocessorId", supplier_id as "supplierId", name,
  country, purpose, since, until`
const changeColumns = `change_id as "changeId", supplier_id as "supplierId", kind,
  added_id as "addedId", removed_id as "removedId", effective_at as "effectiveAt",
  object_until as "objectUntil", announced_at as "announcedAt"`

export async function readBeside(tx: Tx): Promise<Beside> {
  const details = await tx.query<Details>(
    `select supplier_id as "supplierId", role, numbers_kept_days as "numbersKeptDays",
       erasure_address as "erasureAddress", contact from governance.supplier`,
  )
  const documents = await tx.query<ContractDocument>(
    `select document_id as "documentId", contract_id as "contractId", sha256, octets,
       added_at as "addedAt" from governance.contract_document order by added_at, document_id`,
  )
  const subprocessors = await tx.query<Subprocessor>(
    `select ${subprocessorColumns} from governance.subprocessor order by since, subprocessor_id`,
  )
  const changes = await tx.query<SubprocessorChange>(
    `select c.* from governance.supplier s
     cross join lateral (
       select ${changeColumns} from governance.subprocessor_change
       where supplier_id = s.supplier_id
       order by announced_at desc, change_id desc limit 50) c`,
  )
  return {
    details: new Map(details.rows.map((row) => [row.supplierId, row])),
    documents: documents.rows,
    subprocessors: subprocessors.rows,
    changes: changes.rows,
  }
}

export async function writeDetails(
  tx: Tx,
  supplierId: string,
  details: SupplierDetails,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update governance.supplier set role = $2, numbers_kept_days = $3, erasure_address = $4,
       contact = $5, processing_countries = $6
     where supplier_id = $1`,
    [
      supplierId,
      details.role,
      details.numbersKeptDays,
      details.erasureAddress,
      details.contact,
      details.processingCountries,
    ],
  )
  return rowCount === 1
}

/** Two additions at once are counted one after the other. */
export async function lockSupplier(tx: Tx, supplierId: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    'select 1 from governance.supplier where supplier_id = $1 for update',
    [supplierId],
  )
  return rowCount === 1
}

export async function isSupplier(tx: Tx, supplierId: string): Promise<boolean> {
  const { rowCount } = await tx.query('select 1 from governance.supplier where supplier_id = $1', [
    supplierId,
  ])
  return rowCount === 1
}

export async function isContractOf(
  tx: Tx,
  supplierId: string,
  contractId: string,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    'select 1 from governance.contract where supplier_id = $1 and contract_id = $2',
    [supplierId, contractId],
  )
  return rowCount === 1
}

export async function countDocuments(tx: Tx, contractId: string): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    'select count(*)::int as count from governance.contract_document where contract_id = $1',
    [contractId],
  )
  return rows[0]?.count ?? 0
}

/** False when the same file is kept already. */
export async function insertDocument(
  tx: Tx,
  document: ContractDocument & { bodySealed: Buffer },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into governance.contract_document
       (document_id, contract_id, sha256, octets, body_sealed, added_at)
     values ($1, $2, $3, $4, $5, $6) on conflict (contract_id, sha256) do nothing`,
    [
      document.documentId,
      document.contractId,
      document.sha256,
      document.octets,
      document.bodySealed,
      toTimestamp(document.addedAt),
    ],
  )
  return rowCount === 1
}

export async function findDocument(
  tx: Tx,
  of: { supplierId: string; contractId: string; documentId: string },
): Promise<{ sha256: Buffer; bodySealed: Buffer } | null> {
  const { rows } = await tx.query<{ sha256: Buffer; bodySealed: Buffer }>(
    `select d.sha256, d.body_sealed as "bodySealed"
     from governance.contract_document d join governance.contract c using (contract_id)
     where c.supplier_id = $1 and d.contract_id = $2 and d.document_id = $3`,
    [of.supplierId, of.contractId, of.documentId],
  )
  return rows[0] ?? null
}

export async function readSubprocessors(tx: Tx, supplierId: string): Promise<Subprocessor[]> {
  const { rows } = await tx.query<Subprocessor>(
    `select ${subprocessorColumns} from governance.subprocessor where supplier_id = $1`,
    [supplierId],
  )
  return rows
}

export async function insertSubprocessor(tx: Tx, one: Subprocessor): Promise<void> {
  await tx.query(
    `insert into governance.subprocessor
       (subprocessor_id, supplier_id, name, country, purpose, since, until)
     values ($1, $2, $3, $4, $5, $6, null)`,
    [
      one.subprocessorId,
      one.supplierId,
      one.name,
      one.country,
      one.purpose,
      toTimestamp(one.since),
    ],
  )
}

export async function endSubprocessor(tx: Tx, id: string, until: Instant): Promise<void> {
  await tx.query('update governance.subprocessor set until = $2 where subprocessor_id = $1', [
    id,
    toTimestamp(until),
  ])
}

export async function insertChange(tx: Tx, change: SubprocessorChange): Promise<void> {
  await tx.query(
    `insert into governance.subprocessor_change
       (change_id, supplier_id, kind, added_id, removed_id, effective_at, object_until,
        announced_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      change.changeId,
      change.supplierId,
      change.kind,
      change.addedId,
      change.removedId,
      toTimestamp(change.effectiveAt),
      change.objectUntil === null ? null : toTimestamp(change.objectUntil),
      toTimestamp(change.announcedAt),
    ],
  )
}

export async function findChange(tx: Tx, changeId: string): Promise<SubprocessorChange | null> {
  const { rows } = await tx.query<SubprocessorChange>(
    `select ${changeColumns} from governance.subprocessor_change where change_id = $1`,
    [changeId],
  )
  return rows[0] ?? null
}

export type Untold = SubprocessorChange & { supplier: string; subprocessor: string }

/** What some accounts have still to be told, with the names that it tells. */
export async function readUntold(tx: Tx): Promise<Untold[]> {
  const { rows } = await tx.query<Untold>(
    `select c.change_id as "changeId", c.supplier_id as "supplierId", c.kind,
       c.added_id as "addedId", c.removed_id as "removedId", c.effective_at as "effectiveAt",
       c.object_until as "objectUntil", c.announced_at as "announcedAt", s.name as supplier,
       coalesce(a.name, r.name) as subprocessor
     from governance.subprocessor_change c
     join governance.supplier s using (supplier_id)
     left join governance.subprocessor a on a.subprocessor_id = c.added_id
     left join governance.subprocessor r on r.subprocessor_id = c.removed_id
     where c.told_at is null order by c.announced_at limit 100`,
  )
  return rows
}

export async function markTold(tx: Tx, changeId: string, at: Instant): Promise<void> {
  await tx.query('update governance.subprocessor_change set told_at = $2 where change_id = $1', [
    changeId,
    toTimestamp(at),
  ])
}
