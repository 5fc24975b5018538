// A person knows better than the classifier: another type for a column, with the reason on record.
import { Button, Select, Stack, TextInput } from '@mantine/core'
import type { ColumnType, ImportColumn } from '../../../intake/contract.ts'
import { colon } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'

export type OverruleDraft = { type: string | null; reason: string }

/** As the API asks: shorter is no reason. */
export const reasonCharactersMin = 5

export function isComplete({ type, reason }: OverruleDraft): boolean {
  return type !== null && reason.trim().length >= reasonCharactersMin
}

export function Overrule(props: {
  column: ImportColumn
  types: readonly ColumnType[]
  draft: OverruleDraft | null
  change: (draft: OverruleDraft | null) => void
}) {
  const { language, words } = useLanguage()
  const w = words.imports
  const { column, draft } = props
  const name = column.header || `#${column.index + 1}`
  if (draft === null) {
    return (
      <Button
        variant="subtle"
        size="compact-xs"
        aria-label={`${w.overrule}${colon(language)} ${name}`}
        onClick={() => props.change({ type: null, reason: '' })}
      >
        {w.overrule}
      </Button>
    )
  }
  return (
    <Stack gap={4}>
      <Select
        size="xs"
        searchable
        label={w.overruleType}
        value={draft.type}
        data={props.types.map(({ type, name: label }) => ({ value: type, label }))}
        onChange={(type) => props.change({ ...draft, type })}
      />
      <TextInput
        size="xs"
        label={w.overruleReason}
        required
        value={draft.reason}
        onChange={(event) => props.change({ ...draft, reason: event.currentTarget.value })}
      />
      <Button variant="subtle" size="compact-xs" onClick={() => props.change(null)}>
        {w.overruleUndo}
      </Button>
    </Stack>
  )
}
