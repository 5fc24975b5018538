// A message's number and text in clear; of an imagined telephone also the codes that it was sent.
import { Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { call } from '../../data/client.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { RevealDialog } from '../../ui/reveal-dialog.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'

export function RevealMessage(props: { id: string }) {
  const { words } = useLanguage()
  const { me } = useSession()
  const w = words.messages
  const params = { id: props.id }
  return (
    <>
      <Look
        title={w.reveal}
        reveal={(reason) => call('POST /v1/messages/{id}/reveal', { params, body: { reason } })}
      />
      {me.account.kind === 'sandbox' ? (
        <Look
          title={w.handset}
          reveal={(reason) => call('POST /v1/messages/{id}/handset', { params, body: { reason } })}
        />
      ) : null}
    </>
  )
}

function Look(props: {
  title: string
  reveal: (reason: string) => Promise<{ to: string; text: string }>
}) {
  const [opened, { open, close }] = useDisclosure(false)
  const { title, reveal } = props
  const allowed = useAllowed('contacts.reveal', false)
  return (
    <>
      <ActionButton variant="default" label={title} state={allowed} onPress={open} />
      <RevealDialog title={title} reveal={reveal} opened={opened} onClose={close}>
        {({ to, text }) => (
          <Stack gap="xs">
            <Text className="accord-figures" fw={600}>
              {to}
            </Text>
            <Text className="accord-story">{text}</Text>
          </Stack>
        )}
      </RevealDialog>
    </>
  )
}
