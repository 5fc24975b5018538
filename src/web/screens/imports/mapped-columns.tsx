// The columns that somebody must decide about stand open; the others are folded.
import { Stack, Title } from '@mantine/core'
import type { ImportColumn, ImportView } from '../../../intake/contract.ts'
import { count } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { fill } from '../../words/fill.ts'
import { ColumnsTable } from './columns-table.tsx'
import type { useMappingDraft } from './mapping-draft.ts'
import { useLegalBasesInForce } from './queries.ts'

export type ColumnChoices = ReturnType<typeof useMappingDraft>['columns']

const isOfConsent = (type: string) => type.startsWith('consent') || type === 'objection'

/** As the file was found: a column does not jump while it is being chosen. */
function needsDecision(view: ImportView, column: ImportColumn): boolean {
  const { type, storage, proposedField, confidence, index } = column
  if (storage !== 'may_be_kept') return true
  if (type === 'phone' && view.state === 'mapping_needed') return true
  if (isOfConsent(type) && proposedField === null) return true
  if (confidence === 'low' && proposedField !== null) return true
  return (view.analysis?.remembered?.overrules ?? []).some((one) => one.index === index)
}

export function MappedColumns(props: { view: ImportView; choices: ColumnChoices }) {
  const { language, words } = useLanguage()
  const w = words.imports
  const { view, choices } = props
  const inForce = useLegalBasesInForce().data ?? []
  const { chooseLegalBasis: choose, legalBases: chosen, ...rest } = choices
  const shared = { ...rest, legalBases: { inForce, chosen, choose } }
  const all = view.analysis?.columns ?? []
  const open = all.filter((column) => needsDecision(view, column))
  const folded = all.filter((column) => !needsDecision(view, column))
  return (
    <Stack gap="xs">
      {open.length > 0 ? (
        <>
          <Title order={2} size="h5">
            {w.toDecide}
          </Title>
          <ColumnsTable columns={open} {...shared} />
        </>
      ) : null}
      {folded.length > 0 ? (
        <details>
          <summary>
            {fill(open.length > 0 ? w.otherColumns : w.allColumns, {
              count: count(language, folded.length),
            })}
          </summary>
          <ColumnsTable columns={folded} {...shared} />
        </details>
      ) : null}
    </Stack>
  )
}
