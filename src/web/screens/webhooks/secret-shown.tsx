// A secret, the one time that it is shown, with a button that copies it.
import { Code, CopyButton, Group, Stack, Text } from '@mantine/core'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { webhookWords } from '../../words/developers/webhooks.ts'
import { own } from '../../words/own.ts'

export function SecretShown({ secret }: { secret: string }) {
  const { words } = useLanguage()
  const w = own(words, webhookWords)
  return (
    <Stack gap="xs" role="status">
      <Text size="sm">{w.secretOnce}</Text>
      <Code block>{secret}</Code>
      <CopyButton value={secret}>
        {({ copied, copy }) => (
          <Group>
            <ActionButton
              variant="default"
              label={copied ? w.copied : w.copy}
              state={{ kind: 'ready' }}
              onPress={copy}
            />
          </Group>
        )}
      </CopyButton>
    </Stack>
  )
}
