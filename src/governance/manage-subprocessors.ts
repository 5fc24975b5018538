// Sub-processors of a supplier: each change is announced to all accounts before it takes effect.
import type { Caller, Instant } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import {
  endSubprocessor,
  insertChange,
  insertSubprocessor,
  lockSupplier,
  readSubprocessors,
  type Subprocessor,
  type SubprocessorChange,
} from './beside-store.ts'
import {
  type NewSubprocessor,
  noticeDays,
  type SupplierView,
  subprocessorsMax,
} from './contract.ts'
import type { GovernanceDeps } from './deps.ts'
import { governanceError } from './errors.ts'
import { readOne } from './manage-suppliers.ts'
import type { SupplierId } from './supplier.ts'

const dayMs = 86_400_000
const noticeMs = noticeDays * dayMs

/**
 * Who works there already is told of as such, and can still be objected to; whoever is to come
 * leaves accounts the time to object first.
 */
export function objectionEnd(since: Instant, now: Instant): Instant {
  if (since <= now) return now + noticeMs
  if (since < now + noticeMs) throw governanceError('governance.notice_too_short')
  return since
}

export async function addSubprocessor(
  deps: GovernanceDeps,
  caller: Caller,
  supplierId: string,
  { replacesId, ...input }: NewSubprocessor,
): Promise<SupplierView> {
  const now = deps.clock.now()
  const since = Date.parse(input.since)
  const objectUntil = objectionEnd(since, now)
  return announce(deps, caller, supplierId, async (tx, known) => {
    if (known.length >= subprocessorsMax) {
      throw governanceError('governance.too_many_subprocessors')
    }
    const replaced = replacesId === null ? null : atWork(known, replacesId, since)
    const added: Subprocessor = {
      ...input,
      subprocessorId: deps.makeId(),
      supplierId: supplierId as SupplierId,
      since,
      until: null,
    }
    await insertSubprocessor(tx, added)
    if (replaced !== null) await endSubprocessor(tx, replaced.subprocessorId, since)
    return {
      kind: replaced === null ? 'added' : 'replaced',
      addedId: added.subprocessorId,
      removedId: replaced?.subprocessorId ?? null,
      effectiveAt: since,
      objectUntil,
    }
  })
}

export async function removeSubprocessor(
  deps: GovernanceDeps,
  caller: Caller,
  { supplierId, subprocessorId }: { supplierId: string; subprocessorId: string },
  until: Instant,
): Promise<SupplierView> {
  return announce(deps, caller, supplierId, async (tx, known) => {
    const { subprocessorId: removedId } = atWork(known, subprocessorId, until)
    await endSubprocessor(tx, removedId, until)
    // With fewer of them, nothing goes to anybody new: there is nothing to object to.
    return { kind: 'removed', addedId: null, removedId, effectiveAt: until, objectUntil: null }
  })
}

function atWork(known: readonly Subprocessor[], id: string, at: Instant): Subprocessor {
  const found = known.find((one) => one.subprocessorId === id && one.until === null)
  if (found === undefined) throw governanceError('governance.subprocessor_not_found')
  if (at < found.since) throw governanceError('governance.removal_too_early')
  return found
}

type Change = Pick<
  SubprocessorChange,
  'kind' | 'addedId' | 'removedId' | 'effectiveAt' | 'objectUntil'
>

async function announce(
  deps: GovernanceDeps,
  caller: Caller,
  supplierId: string,
  work: (tx: Tx, known: readonly Subprocessor[]) => Promise<Change>,
): Promise<SupplierView> {
  const announcedAt = deps.clock.now()
  return deps.database.inAccount(caller.accountId, async (tx) => {
    if (!(await lockSupplier(tx, supplierId)))
      throw governanceError('governance.supplier_not_found')
    const change = await work(tx, await readSubprocessors(tx, supplierId))
    const changeId = deps.makeId()
    await insertChange(tx, {
      ...change,
      changeId,
      supplierId: supplierId as SupplierId,
      announcedAt,
    })
    await deps.record(tx, caller, {
      action: 'governance.subprocessor_changed',
      details: { supplier: supplierId, change: changeId, kind: change.kind },
    })
    return readOne(tx, supplierId, announcedAt)
  })
}
