// What became of each row: counts that add up, reasons, and the rejected rows as a file.
import { Anchor, Button, Group, List, SimpleGrid, Stack, Title } from '@mantine/core'
import { Link } from 'react-router'
import type { ImportCounts, ImportView } from '../../../intake/contract.ts'
import { download } from '../../data/client.ts'
import { count } from '../../data/format.ts'
import { keepFile } from '../../data/keep-file.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { paths } from '../../paths.ts'
import { contactsOfImport } from '../../paths-of-figures.ts'
import { CountedReasons } from '../../ui/counted-reasons.tsx'
import { Figure } from '../../ui/figure.tsx'
import { TakeFile } from '../../ui/take-file.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { own } from '../../words/own.ts'
import { listChoiceWords } from '../../words/people/list-choice.ts'
import { HeldRows } from '../contacts/held/held-rows.tsx'

const figures = [
  'rows',
  'imported',
  'updated',
  'duplicates',
  'objected',
  'rejected',
  'quarantined',
  'declined',
  'consents',
] as const

function Reasons(props: {
  title: string
  items: readonly { reason: string; sentence: string; rows: number }[]
}) {
  if (props.items.length === 0) return null
  const items = props.items.map(({ reason, rows, sentence }) => ({
    key: reason,
    times: rows,
    sentence,
  }))
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {props.title}
      </Title>
      <CountedReasons label={props.title} items={items} />
    </Stack>
  )
}

export function ImportResult(props: { view: ImportView; counts: ImportCounts }) {
  const { language, words } = useLanguage()
  const w = words.imports
  const { may } = useSession()
  const { counts, view } = props
  const waits = counts.quarantinedBy.filter(({ hasDeclined }) => !hasDeclined)
  const declined = counts.quarantinedBy.filter(({ hasDeclined }) => hasDeclined)
  const figure = (name: (typeof figures)[number]) =>
    name === 'quarantined' ? counts.quarantined - counts.declined : counts[name]
  const rejects = useAllowed('imports.run', false)
  const takeRejects = async (reason: string) => {
    const asked = { params: { id: view.id }, body: { reason } }
    keepFile(await download('POST /v1/imports/{id}/rejects', asked))
  }
  const customLeft = counts.customLeftBy.map((one) => ({ ...one, reason: one.sentence }))
  return (
    <Stack>
      <Title order={2} size="h4">
        {w.resultTitle}
      </Title>
      <SimpleGrid cols={{ base: 2, sm: 4 }}>
        {figures.map((name) => (
          <Figure key={name} label={w.counts[name]} value={count(language, figure(name))} />
        ))}
        {counts.sensitiveKept + counts.sensitiveLeft > 0 ? (
          <Figure label={w.counts.sensitiveKept} value={count(language, counts.sensitiveKept)} />
        ) : null}
        {counts.customKept + counts.customLeft > 0 ? (
          <Figure label={words.customFields.kept} value={count(language, counts.customKept)} />
        ) : null}
      </SimpleGrid>
      <Reasons title={w.counts.rejected} items={counts.rejectedBy} />
      {counts.rejected > 0 && view.rejectsUntil ? (
        <TakeFile label={w.rejects} what={w.rejectsWhat} state={rejects} take={takeRejects} />
      ) : null}
      <Reasons title={w.counts.quarantined} items={waits} />
      <Reasons title={w.counts.declined} items={declined} />
      <Reasons title={w.counts.held} items={counts.heldBy} />
      {counts.held > 0 && view.undo === null && may('contacts.read') ? (
        <HeldRows importId={view.id} />
      ) : null}
      <Reasons title={w.counts.sensitiveLeft} items={counts.sensitiveLeftBy} />
      <Reasons title={words.customFields.left} items={customLeft} />
      {counts.quarantined > 0 && view.listId && view.undo === null ? (
        <Anchor component={Link} to={paths.quarantineOf(view.listId)}>
          {w.toQuarantine}
        </Anchor>
      ) : null}
      {view.droppedColumns.length > 0 ? (
        <Stack gap="xs">
          <Title order={3} size="h5">
            {w.dropped}
          </Title>
          <List size="sm">
            {view.droppedColumns.map((column) => (
              <List.Item key={column.index}>
                {column.header || `#${column.index + 1}`} — {column.why}
              </List.Item>
            ))}
          </List>
        </Stack>
      ) : null}
      {view.listId && view.undo === null ? (
        <Group>
          <Button component={Link} to={paths.newCampaign(view.listId)}>
            {w.toCampaign}
          </Button>
          {counts.imported > 0 && may('contacts.read') ? (
            <Button component={Link} variant="default" to={contactsOfImport(view.id)}>
              {own(words, listChoiceWords).newPeople}
            </Button>
          ) : null}
        </Group>
      ) : null}
    </Stack>
  )
}
