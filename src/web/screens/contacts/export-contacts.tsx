// The people that are shown, as a file: a link of the browser's own, after a second press.
import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { addressOf } from '../../data/client.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import type { Asked } from './contact-filters.tsx'

export function ExportContacts(props: { asked: Asked }) {
  const { words } = useLanguage()
  const w = words.people
  const { may } = useSession()
  const [isAsking, setAsking] = useState(false)
  if (!may('contacts.reveal')) return null
  const { sort: _, ...query } = props.asked
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
        <Anchor
          href={addressOf('GET /v1/contacts/export', { query })}
          download
          onClick={() => setAsking(false)}
        >
          {w.exportSure}
        </Anchor>
        <Button variant="default" onClick={() => setAsking(false)}>
          {w.keep}
        </Button>
      </Group>
    </Stack>
  )
}
