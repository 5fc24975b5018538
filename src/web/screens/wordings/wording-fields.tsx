// The fields of a wording: the exact text and who it names; where and how it was shown.
import {
  Checkbox,
  Group,
  Radio,
  Select,
  SimpleGrid,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core'
import { channels, media } from '../../../consent/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { fill } from '../../words/fill.ts'

const languages = ['fr', 'en', 'de', 'es', 'it', 'nl']

const languageName = (reader: string, language: string): string =>
  new Intl.DisplayNames(reader, { type: 'language' }).of(language) ?? language

export const boxes = ['unticked', 'ticked', 'none'] as const
export type WordingDraft = {
  name: string
  language: string
  medium: (typeof media)[number]
  controllerId: string
  controllerName: string
  shownText: string
  channels: string[]
  purpose: string
  box: (typeof boxes)[number]
  bundled: boolean
  conditional: boolean
}
type Fields = { draft: WordingDraft; change: (part: Partial<WordingDraft>) => void }

export function TextFields(props: Fields) {
  const { words } = useLanguage()
  const w = words.wordings
  const { draft, change } = props
  return (
    <>
      <TextInput
        label={w.controllerName}
        required
        value={draft.controllerName}
        onChange={(event) => change({ controllerName: event.currentTarget.value })}
      />
      <Textarea
        label={w.shownText}
        description={fill(w.shownTextExample, { name: draft.controllerName || '…' })}
        required
        autosize
        minRows={3}
        value={draft.shownText}
        onChange={(event) => change({ shownText: event.currentTarget.value })}
      />
      <Checkbox.Group
        label={w.channels}
        required
        value={draft.channels}
        onChange={(chosen) => change({ channels: chosen })}
      >
        <Group mt="xs">
          {channels.map((channel) => (
            <Checkbox key={channel} value={channel} label={w.channel[channel]} />
          ))}
        </Group>
      </Checkbox.Group>
    </>
  )
}

export function ShownFields(props: Fields) {
  const { language, words } = useLanguage()
  const w = words.wordings
  const { draft, change } = props
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Select
          label={w.medium}
          allowDeselect={false}
          value={draft.medium}
          data={media.map((value) => ({ value, label: w.media[value] }))}
          onChange={(value) => value && change({ medium: value as WordingDraft['medium'] })}
        />
        <Select
          label={w.language}
          allowDeselect={false}
          value={draft.language}
          data={languages.map((value) => ({ value, label: languageName(language, value) }))}
          onChange={(value) => value && change({ language: value })}
        />
      </SimpleGrid>
      <TextInput
        label={w.purpose}
        description={w.purposeHelp}
        required
        value={draft.purpose}
        onChange={(event) => change({ purpose: event.currentTarget.value })}
      />
      <Radio.Group
        label={w.box}
        value={draft.box}
        onChange={(value) => change({ box: value as WordingDraft['box'] })}
      >
        <Stack gap="xs" mt="xs">
          {boxes.map((value) => (
            <Radio key={value} value={value} label={w.boxes[value]} />
          ))}
        </Stack>
      </Radio.Group>
      <Checkbox
        label={w.bundled}
        checked={draft.bundled}
        onChange={(event) => change({ bundled: event.currentTarget.checked })}
      />
      <Checkbox
        label={w.conditional}
        checked={draft.conditional}
        onChange={(event) => change({ conditional: event.currentTarget.checked })}
      />
    </>
  )
}
