// A message's number and text in clear.
import { Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { RevealDialog } from '../../ui/reveal-dialog.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'

export function RevealMessage(props: { id: string }) {
  const { words } = useLanguage()
  const [opened, { open, close }] = useDisclosure(false)
  const title = words.messages.reveal
  const allowed = useAllowed('contacts.reveal', false)
  return (
    <>
      <ActionButton variant="default" label={title} state={allowed} onPress={open} />
      <RevealDialog<{ to: string; text: string }>
        title={title}
        path={`/v1/messages/${props.id}/reveal`}
        opened={opened}
        onClose={close}
      >
        {({ to, text }) => (
          <Stack gap="xs">
            <Text className="accord-mono" fw={600}>
              {to}
            </Text>
            <Text className="accord-story">{text}</Text>
          </Stack>
        )}
      </RevealDialog>
    </>
  )
}
