// Says that what one had typed is in the form again, and offers to begin anew.
import { Alert, Button, Group, Text } from '@mantine/core'
import { useLanguage } from '../../../data/language.tsx'
import { own } from '../../../words/own.ts'
import { keptDraftWords } from '../../../words/sending/kept-draft.ts'

/** Told, since what stands in the form is not what one would expect there. */
export function Restored(props: {
  isChangedSince: boolean
  isNew: boolean
  beginAgain: () => void
}) {
  const { words } = useLanguage()
  const w = own(words, keptDraftWords)
  return (
    <Alert role="status">
      <Group gap="sm">
        <Text size="sm">{props.isChangedSince ? w.changedSince : w.restored}</Text>
        <Button size="compact-sm" variant="default" onClick={props.beginAgain}>
          {props.isNew ? w.afresh : w.asSaved}
        </Button>
      </Group>
    </Alert>
  )
}
