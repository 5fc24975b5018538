// Beside a text that is being written: what it costs, a telephone with it, and trying it.
import { Stack } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import type { ReactNode } from 'react'
import type { ListView } from '../../../../contacts/contract.ts'
import { BillPanel } from '../bill-panel.tsx'
import { type Draft, writtenOf } from '../draft.ts'
import { PhonePreview, useWay } from '../phone-preview.tsx'
import { useBill } from '../queries.ts'
import { TryText } from '../try-text.tsx'

/** `cost`: what stands in the place of the bill, where the whole list does not pay at once. */
export function Beside(props: { draft: Draft; list: ListView | null; cost?: ReactNode }) {
  const { draft } = props
  const isWhole = props.cost === undefined
  const [settled] = useDebouncedValue(draft, 500)
  const written = writtenOf(settled)
  const { bill, again } = useBill(isWhole ? written : null)
  // The people are judged while the text is still to be written: they do not depend on it.
  useBill(isWhole && written === null ? writtenOf({ ...settled, text: '-' }) : null)
  const way = useWay()
  // While somebody types, the last exact figure is not that of what they see: the estimate stands.
  const view = written === null || settled !== draft ? null : (bill.data ?? null)
  const inUcs2 = view?.bill?.inUcs2[0]
  return (
    <Stack>
      {props.cost ?? (
        <BillPanel
          draft={draft}
          list={props.list}
          view={view}
          written={written}
          error={bill.error}
          isComplete={written !== null}
          showUnicode={() => inUcs2 && way.go({ contactId: inUcs2 })}
          again={again}
        />
      )}
      <PhonePreview written={written} bill={view?.bill} way={way} />
      <TryText class={draft.class} sender={draft.sender} text={draft.text} />
    </Stack>
  )
}
