// One contact in clear: its number and fields.
import { Stack, Text } from '@mantine/core'
import type { ContactView, RevealedContact } from '../../../contacts/contract.ts'
import { call } from '../../data/client.ts'
import { colon } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { RevealDialog } from '../../ui/reveal-dialog.tsx'
import { CustomValues } from './custom-values.tsx'

function Clear(props: { contact: RevealedContact }) {
  const { language, words } = useLanguage()
  const fields = Object.entries(props.contact.fields)
  return (
    <Stack gap={4}>
      <Text className="accord-figures" fw={600}>
        {props.contact.number}
      </Text>
      {fields.map(([name, value]) => (
        <Text key={name} size="sm">
          {words.contacts.fields[name as keyof typeof words.contacts.fields]}
          {colon(language)} {value}
        </Text>
      ))}
      <CustomValues values={props.contact.custom} />
    </Stack>
  )
}

/** Of nobody it is shut. */
export function RevealContact(props: { contact: ContactView | null; close: () => void }) {
  const { words } = useLanguage()
  const params = { id: props.contact?.id ?? '' }
  return (
    <RevealDialog
      title={words.contacts.revealTitle}
      reveal={(reason) => call('POST /v1/contacts/{id}/reveal', { params, body: { reason } })}
      opened={props.contact !== null}
      onClose={props.close}
    >
      {(contact) => <Clear contact={contact} />}
    </RevealDialog>
  )
}
