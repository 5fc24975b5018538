// The people that are shown, as a file: a link of the browser's own, after a second press.
import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'

export function ExportContacts(props: { asked: Record<string, string | null> }) {
  const { words } = useLanguage()
  const w = words.people
  const { may } = useSession()
  const [isAsking, setAsking] = useState(false)
  if (!may('contacts.reveal')) return null
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(props.asked)) {
    if (value !== null && name !== 'sort') query.set(name, value)
  }
  if (!isAsking) {
    return (
      <Group>
        <Button variant="default" onClick={() => setAsking(true)}>
          {w.export}
        </Button>
      </Group>
    )
  }
  return (
    <Stack gap="xs">
      <Text size="sm" role="status" className="accord-measure">
        {w.exportText}
      </Text>
      <Group>
        <Anchor href={`/v1/contacts/export?${query}`} download onClick={() => setAsking(false)}>
          {w.exportSure}
        </Anchor>
        <Button variant="default" onClick={() => setAsking(false)}>
          {w.keep}
        </Button>
      </Group>
    </Stack>
  )
}
