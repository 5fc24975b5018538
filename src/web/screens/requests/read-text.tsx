// What a person wrote with their request, shown for a reason that is recorded.
import { Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { RequestView } from '../../../preferences/contract.ts'
import { call } from '../../data/client.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { RevealDialog } from '../../ui/reveal-dialog.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { own } from '../../words/own.ts'
import { requestWords } from '../../words/requests/requests.ts'

export function ReadText(props: { request: RequestView }) {
  const { words } = useLanguage()
  const w = own(words, requestWords)
  const { id } = props.request
  const [opened, { open, close }] = useDisclosure(false)
  const state = useAllowed('contacts.reveal', false)
  const reveal = (reason: string) =>
    call('POST /v1/person-requests/{id}/reveal', { params: { id }, body: { reason } })
  return (
    <>
      <ActionButton size="xs" variant="default" label={w.read} state={state} onPress={open} />
      <RevealDialog title={w.readTitle} opened={opened} onClose={close} reveal={reveal}>
        {({ text }) => <Text style={{ whiteSpace: 'pre-wrap' }}>{text}</Text>}
      </RevealDialog>
    </>
  )
}
