// Which custom field each column of a file fills, while the mapping is being chosen.
import { useState } from 'react'
import type { ImportView } from '../../../intake/contract.ts'
import { useCustomFields } from '../contacts/custom-field-queries.ts'
import type { CustomChoice } from './columns-table.tsx'

/**
 * As the last file of this source had them, where field and column still may; or as they were
 * chosen before the page was left.
 */
export function useCustomColumns(
  view: ImportView,
  kept: readonly (readonly [number, string])[] | undefined,
): CustomChoice & {
  toSend: { index: number; key: string }[]
  /** With fields that are not known yet, while they are asked for. */
  asChosen: ReadonlyMap<number, string>
} {
  const known = useCustomFields().data
  const fields = (known ?? []).filter(({ isArchived }) => !isArchived)
  const [chosen, setChosen] = useState<ReadonlyMap<number, string>>(() => {
    if (kept !== undefined) return new Map(kept)
    const columns = view.analysis?.columns ?? []
    const mayGoIn = new Set(
      columns.flatMap(({ index, storage, proposedField }) =>
        storage === 'may_be_kept' && proposedField === null ? [index] : [],
      ),
    )
    const remembered = view.analysis?.remembered?.custom ?? []
    return new Map(
      remembered.filter(({ index }) => mayGoIn.has(index)).map(({ index, key }) => [index, key]),
    )
  })
  const choose = (index: number, key: string | null) =>
    setChosen((old) => {
      const next = new Map(old)
      if (key === null) next.delete(index)
      else next.set(index, key)
      return next
    })
  const keys = new Set(fields.map(({ key }) => key))
  const offered =
    known === undefined ? chosen : new Map([...chosen].filter(([, key]) => keys.has(key)))
  return {
    fields,
    chosen: offered,
    asChosen: chosen,
    choose,
    toSend: [...offered].map(([index, key]) => ({ index, key })),
  }
}
