// Deletes a file that waits for somebody's choices and is not wanted.
import { Stack } from '@mantine/core'
import { useLanguage } from '../../data/language.tsx'
import { AskTwice } from '../../ui/ask-twice.tsx'
import { Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { own } from '../../words/own.ts'
import { undoWords } from '../../words/people/undo.ts'
import { useDropFile } from './queries.ts'

export function DropFile(props: { id: string }) {
  const w = own(useLanguage().words, undoWords)
  const drop = useDropFile(props.id)
  const state = useAllowed('imports.run', drop.isPending)
  return (
    <Stack gap="xs" align="flex-start">
      <AskTwice
        label={w.drop}
        what={w.dropWhat}
        sure={w.dropSure}
        keep={w.dropKeep}
        state={state}
        onSure={() => drop.mutate()}
      />
      {drop.error ? <Failed error={drop.error} /> : null}
    </Stack>
  )
}
