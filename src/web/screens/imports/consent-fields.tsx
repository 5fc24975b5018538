// Where the consent of a file's people comes from, for rows that do not say it themselves.
import { Checkbox, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core'
import type { WordingView } from '../../../consent/contract.ts'
import { useLanguage } from '../../data/language.tsx'

export type ConsentDraft = {
  wordingId: string | null
  date: string
  source: string
  wholeFile: boolean
}

export function ConsentFields(props: {
  consent: ConsentDraft
  wordings: readonly WordingView[]
  change: (part: Partial<ConsentDraft>) => void
}) {
  const { words } = useLanguage()
  const w = words.imports
  const { consent, change } = props
  return (
    <Stack className="accord-measure">
      <Title order={2} size="h5">
        {w.consentTitle}
      </Title>
      <Text size="sm" c="dimmed">
        {w.consentText}
      </Text>
      <Select
        label={w.wording}
        value={consent.wordingId ?? ''}
        allowDeselect={false}
        data={[
          { value: '', label: w.noWording },
          ...props.wordings.map((one) => ({ value: one.id, label: one.name })),
        ]}
        onChange={(value) => change({ wordingId: value === '' ? null : value })}
      />
      {consent.wordingId ? (
        <>
          <Group grow align="flex-start">
            <TextInput
              type="date"
              label={w.consentDate}
              value={consent.date}
              onChange={(event) => change({ date: event.currentTarget.value })}
            />
            <TextInput
              label={w.consentSource}
              value={consent.source}
              onChange={(event) => change({ source: event.currentTarget.value })}
            />
          </Group>
          <Checkbox
            label={w.wholeFile}
            checked={consent.wholeFile}
            onChange={(event) => change({ wholeFile: event.currentTarget.checked })}
          />
        </>
      ) : null}
    </Stack>
  )
}
