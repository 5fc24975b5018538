// People in quarantine deleted: asked twice, since there is no way back.
import { Group, Stack } from '@mantine/core'
import { useState } from 'react'
import type { QuarantineGroup } from '../../../intake/contract.ts'
import { count } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { useDeleteQuarantined } from './quarantine-queries.ts'

export function DeleteQuarantined(props: {
  group: QuarantineGroup
  listId: string | null
  tell: (sentence: string) => void
}) {
  const { language, words } = useLanguage()
  const w = words.quarantine
  const { group, listId } = props
  const [asking, setAsking] = useState(false)
  const remove = useDeleteQuarantined()
  const onSuccess = (removed: number) =>
    props.tell(fill(w.removed, { count: count(language, removed) }))
  const state = useAllowed('contacts.write', remove.isPending)
  return (
    <Stack gap="xs">
      {remove.error ? <Failed error={remove.error} /> : null}
      {asking ? (
        <Group align="flex-start">
          <ActionButton
            size="xs"
            color="red"
            label={fill(w.removeSure, { count: count(language, group.contacts) })}
            state={state}
            onPress={() => remove.mutate({ reason: group.reason, listId }, { onSuccess })}
          />
          <ActionButton
            size="xs"
            variant="default"
            label={w.keep}
            state={{ kind: 'ready' }}
            onPress={() => setAsking(false)}
          />
        </Group>
      ) : (
        <ActionButton
          size="xs"
          variant="default"
          label={w.remove}
          state={state}
          onPress={() => setAsking(true)}
        />
      )}
    </Stack>
  )
}
