// A message's number and text in clear; of an imagined telephone also the codes that it was sent.
import { Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { RevealDialog } from '../../ui/reveal-dialog.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'

export function RevealMessage(props: { id: string }) {
  const { words } = useLanguage()
  const { me } = useSession()
  const w = words.messages
  return (
    <>
      <Look title={w.reveal} path={`/v1/messages/${props.id}/reveal`} />
      {me.account.kind === 'sandbox' ? (
        <Look title={w.handset} path={`/v1/messages/${props.id}/handset`} />
      ) : null}
    </>
  )
}

function Look(props: { title: string; path: string }) {
  const [opened, { open, close }] = useDisclosure(false)
  const { title, path } = props
  const allowed = useAllowed('contacts.reveal', false)
  return (
    <>
      <ActionButton variant="default" label={title} state={allowed} onPress={open} />
      <RevealDialog<{ to: string; text: string }>
        title={title}
        path={path}
        opened={opened}
        onClose={close}
      >
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
