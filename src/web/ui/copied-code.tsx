// Something to paste elsewhere: a code, a link, a secret; with a button that copies it.
import { Code, CopyButton, Group, Stack, Text } from '@mantine/core'
import { colon } from '../data/format.ts'
import { useLanguage } from '../data/language.tsx'
import { copiedWords } from '../words/developers/copied.ts'
import { own } from '../words/own.ts'
import { ActionButton } from './action-button.tsx'

/** A long line is broken where it ends: on a telephone all of it is seen. */
export function CopiedCode({ label, code }: { label: string; code: string }) {
  const { language, words } = useLanguage()
  const w = own(words, copiedWords)
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
              name={`${copied ? w.copied : w.copy}${colon(language)} ${label}`}
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
