// Asks once why the texts are to be read, and says afterwards that they are shown.
import { Button, Group, Paper, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useWords } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { NotAllowed } from '../../ui/not-allowed.tsx'
import { fill } from '../../words/fill.ts'
import { useReading } from './reading.ts'

export function ReadingBar() {
  const w = useWords().inbox
  const { may } = useSession()
  const { reason, read, hide } = useReading()
  const [written, setWritten] = useState('')
  if (!may('contacts.reveal')) return <NotAllowed right="contacts.reveal" />
  if (reason !== null) {
    return (
      <Group justify="space-between" gap="xs" role="status">
        <Text size="sm" c="dimmed">
          {fill(w.shown, { reason })}
        </Text>
        <Button variant="subtle" size="xs" onClick={hide}>
          {w.hide}
        </Button>
      </Group>
    )
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    read(written.trim())
  }
  return (
    <Paper withBorder p="md" component="section" aria-label={w.reveal}>
      <form onSubmit={submit}>
        <Stack gap="xs">
          <Text size="sm" className="accord-measure">
            {w.revealText}
          </Text>
          <Group align="flex-end" gap="sm">
            <TextInput
              flex={1}
              miw={200}
              label={w.reason}
              required
              minLength={5}
              maxLength={300}
              value={written}
              onChange={(event) => setWritten(event.currentTarget.value)}
            />
            <Button type="submit" variant="default" disabled={written.trim().length < 5}>
              {w.showTexts}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  )
}
