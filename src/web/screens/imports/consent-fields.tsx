// Where the consent of a file's people comes from, for rows that do not say it themselves.
import {
  Alert,
  Blockquote,
  Button,
  Checkbox,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core'
import { Link } from 'react-router'
import type { ImportView } from '../../../intake/contract.ts'
import { count } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { fill } from '../../words/fill.ts'
import type { useMappingDraft } from './mapping-draft.ts'

type Draft = ReturnType<typeof useMappingDraft>

/** The words of the file: they are a published wording, or they can become one. */
function Quoted(props: { view: ImportView; draft: Draft }) {
  const { language, words } = useLanguage()
  const w = words.imports
  const quoted = props.view.analysis?.quoted ?? []
  const known = quoted.find(({ wordingId }) => wordingId !== null)
  const [first] = quoted
  if (known) {
    const name = props.draft.wordings.find(({ id }) => id === known.wordingId)?.name ?? ''
    return (
      <Text size="sm" role="status">
        {fill(w.quotedKnown, { rows: count(language, known.rows), name })}
      </Text>
    )
  }
  if (!first) return null
  return (
    <Alert color="yellow" title={fill(w.quotedUnknown, { rows: count(language, first.rows) })}>
      <Stack gap="xs" align="flex-start">
        <Blockquote className="accord-story" p="sm">
          {first.text}
        </Blockquote>
        <Text size="sm">{w.quotedPublish}</Text>
        <Button component={Link} to={paths.newWordingFrom(props.view.id)} size="xs">
          {w.quotedButton}
        </Button>
      </Stack>
    </Alert>
  )
}

/** What the rows do not say themselves, said for the whole file. */
function ForOtherRows(props: { draft: Draft }) {
  const { words } = useLanguage()
  const w = words.imports
  const { consent, changeConsent: change, isQuoted } = props.draft
  return (
    <details open={!isQuoted}>
      <summary>{w.otherRows}</summary>
      <Stack gap="sm" mt="xs">
        {isQuoted ? (
          <Checkbox
            label={w.quotedByAll}
            checked={!consent.quotedOnly}
            onChange={(event) => change({ quotedOnly: !event.currentTarget.checked })}
          />
        ) : null}
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
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
        </SimpleGrid>
        <Checkbox
          label={w.wholeFile}
          checked={consent.wholeFile}
          onChange={(event) => change({ wholeFile: event.currentTarget.checked })}
        />
      </Stack>
    </details>
  )
}

export function ConsentFields(props: { view: ImportView; draft: Draft }) {
  const { words } = useLanguage()
  const w = words.imports
  const { consent, changeConsent: change, wordings } = props.draft
  return (
    <Stack className="accord-measure" gap="sm">
      <Title order={2} size="h5">
        {w.consentTitle}
      </Title>
      <Text size="sm" c="dimmed">
        {w.consentText}
      </Text>
      <Quoted {...props} />
      <Select
        label={w.wording}
        value={consent.wordingId ?? ''}
        allowDeselect={false}
        data={[
          { value: '', label: w.noWording },
          ...wordings.map((one) => ({ value: one.id, label: one.name })),
        ]}
        onChange={(value) => change({ wordingId: value === '' ? null : value })}
      />
      {consent.wordingId ? <ForOtherRows draft={props.draft} /> : null}
    </Stack>
  )
}
