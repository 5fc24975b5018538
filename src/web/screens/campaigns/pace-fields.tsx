// When a campaign may leave, until when it is of use, and how many in an hour; all may stay empty.
import { Checkbox, NumberInput, TextInput } from '@mantine/core'
import { useLanguage } from '../../data/language.tsx'
import { zoneName } from '../../data/zone.ts'
import { instantOf } from '../../data/zone-fields.ts'
import { fill } from '../../words/fill.ts'

/** `sendAt` as a field takes it, by the account's clock; empty: as soon as it is launched. */
export type PaceDraft = {
  sendAt: string
  sendAtLocal: boolean
  usefulUntil: string
  perHour: number | null
}

export function paceRequest(draft: PaceDraft): {
  sendAt: string | null
  sendAtLocal: boolean
  usefulUntil: string | null
  perHour: number | null
} {
  return {
    sendAt: instantOf(draft.sendAt),
    sendAtLocal: draft.sendAt !== '' && draft.sendAtLocal,
    usefulUntil: instantOf(draft.usefulUntil),
    perHour: draft.perHour,
  }
}

export function PaceFields(props: {
  draft: PaceDraft
  change: (part: Partial<PaceDraft>) => void
}) {
  const { words } = useLanguage()
  const w = words.campaigns
  const { draft, change } = props
  return (
    <>
      <TextInput
        type="datetime-local"
        label={w.sendAt}
        description={`${w.sendAtHelp} ${fill(w.byClockOf, { zone: zoneName() })}`}
        value={draft.sendAt}
        onChange={(event) => change({ sendAt: event.currentTarget.value })}
      />
      <Checkbox
        label={w.sendAtLocal}
        description={w.sendAtLocalHelp}
        disabled={draft.sendAt === ''}
        checked={draft.sendAt !== '' && draft.sendAtLocal}
        onChange={(event) => change({ sendAtLocal: event.currentTarget.checked })}
      />
      <TextInput
        type="datetime-local"
        label={w.usefulUntil}
        description={`${w.usefulUntilHelp} ${fill(w.byClockOf, { zone: zoneName() })}`}
        value={draft.usefulUntil}
        onChange={(event) => change({ usefulUntil: event.currentTarget.value })}
      />
      <NumberInput
        label={w.perHour}
        description={w.perHourHelp}
        min={10}
        max={10_000_000}
        allowDecimal={false}
        allowNegative={false}
        value={draft.perHour ?? ''}
        onChange={(value) => change({ perHour: typeof value === 'number' ? value : null })}
      />
    </>
  )
}
