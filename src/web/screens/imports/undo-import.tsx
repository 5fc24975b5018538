// Undoes an import: what will happen, then its progress, then the result.
import { Alert, Group, List, Paper, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { ImportView } from '../../../intake/contract.ts'
import { count, dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton, type ActionState } from '../../ui/action-button.tsx'
import { Failed } from '../../ui/states.tsx'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { undoWords } from '../../words/people/undo.ts'
import { useUndoImport } from './queries.ts'

/** While it goes on, and after it. */
export function Undone(props: { view: ImportView }) {
  const { language, words } = useLanguage()
  const { undo } = props.view
  if (undo === null) return null
  const counts = {
    erased: count(language, undo.erased),
    kept: count(language, undo.kept),
    withdrawn: count(language, undo.withdrawn),
  }
  const sentence =
    undo.undoneAt === null
      ? fill(own(words, undoWords).running, counts)
      : fill(own(words, undoWords).done, { ...counts, date: dateTime(language, undo.undoneAt) })
  return (
    <Alert color={undo.undoneAt === null ? 'yellow' : 'gray'} role="status">
      {sentence}
    </Alert>
  )
}

export function UndoImport(props: { view: ImportView }) {
  const { language, words } = useLanguage()
  const w = own(words, undoWords)
  const [asking, setAsking] = useState(false)
  const undo = useUndoImport(props.view.id)
  const { consents = 0, imported = 0 } = props.view.counts ?? {}
  const facts = { consents: count(language, consents), imported: count(language, imported) }
  const state: ActionState = undo.isPending ? { kind: 'busy' } : { kind: 'ready' }
  if (!asking) {
    return (
      <ActionButton
        variant="default"
        label={w.action}
        state={{ kind: 'ready' }}
        onPress={() => setAsking(true)}
      />
    )
  }
  return (
    <Paper withBorder p="md" component="section" aria-label={w.title}>
      <Stack>
        <Title order={2} size="h4">
          {w.title}
        </Title>
        <Text size="sm">{w.lead}</Text>
        <List size="sm">
          {w.consequences.map((sentence) => (
            <List.Item key={sentence}>{fill(sentence, facts)}</List.Item>
          ))}
        </List>
        {undo.error ? <Failed error={undo.error} /> : null}
        <Group align="flex-start">
          <ActionButton color="red" label={w.confirm} state={state} onPress={() => undo.mutate()} />
          <ActionButton
            variant="default"
            label={w.keep}
            state={{ kind: 'ready' }}
            onPress={() => setAsking(false)}
          />
        </Group>
      </Stack>
    </Paper>
  )
}
