// People in quarantine deleted: asked twice, since there is no way back.
import { Stack } from '@mantine/core'
import type { QuarantineGroup } from '../../../intake/contract.ts'
import { count } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { AskTwice } from '../../ui/ask-twice.tsx'
import { Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { quarantineWords } from '../../words/compliance/quarantine.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { useDeleteQuarantined } from './quarantine-queries.ts'

export function DeleteQuarantined(props: {
  group: QuarantineGroup
  listId: string | null
  tell: (sentence: string) => void
}) {
  const { language, words } = useLanguage()
  const w = own(words, quarantineWords)
  const { group, listId } = props
  const remove = useDeleteQuarantined()
  const onSuccess = ({ removed, kept }: { removed: number; kept: number }) => {
    const told = fill(w.removed, { count: count(language, removed) })
    const stay = kept === 0 ? [] : [fill(w.removedKept, { count: count(language, kept) })]
    props.tell([told, ...stay].join(' '))
  }
  const state = useAllowed('contacts.write', remove.isPending)
  return (
    <Stack gap="xs">
      {remove.error ? <Failed error={remove.error} /> : null}
      <AskTwice
        size="xs"
        label={w.remove}
        sure={fill(w.removeSure, { count: count(language, group.contacts) })}
        keep={w.keep}
        state={state}
        onSure={() => remove.mutate({ reason: group.reason, listId }, { onSuccess })}
      />
    </Stack>
  )
}
