// The people that are shown, as a file in clear, once it is said what it is for.
import { Group } from '@mantine/core'
import { download } from '../../data/client.ts'
import { keepFile } from '../../data/keep-file.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { TakeFile } from '../../ui/take-file.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import type { Asked } from './contact-filters.tsx'

export function ExportContacts(props: { asked: Asked }) {
  const { words } = useLanguage()
  const { may } = useSession()
  const state = useAllowed('contacts.reveal', false)
  if (!may('contacts.reveal')) return null
  const { sort: _, ...query } = props.asked
  const take = async (reason: string) =>
    keepFile(await download('POST /v1/contacts/export', { query, body: { reason } }))
  return (
    <Group>
      <TakeFile
        label={words.people.export}
        what={words.people.exportText}
        state={state}
        take={take}
      />
    </Group>
  )
}
