// Something to paste into a terminal, with a button that copies it.
import { Code, CopyButton, Group, Stack, Text } from '@mantine/core'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { apiWords } from '../../words/developers/api.ts'
import { own } from '../../words/own.ts'

/** A long line is broken where it ends: on a telephone all of it is seen. */
export function CopiedCode({ label, code }: { label: string; code: string }) {
  const { words } = useLanguage()
  const w = own(words, apiWords)
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Text fw={600}>{label}</Text>
        <CopyButton value={code}>
          {({ copied, copy }) => (
            <ActionButton
              size="xs"
              variant="default"
              label={copied ? w.copied : w.copy}
              state={{ kind: 'ready' }}
              onPress={copy}
            />
          )}
        </CopyButton>
      </Group>
      <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {code}
      </Code>
    </Stack>
  )
}
