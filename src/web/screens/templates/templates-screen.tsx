// Texts that are kept to be used again, and those that are offered no more.
import { Anchor, Button, SegmentedControl, Stack, Text } from '@mantine/core'
import { Link, useSearchParams } from 'react-router'
import type { TemplateView } from '../../../campaigns/contract.ts'
import { call } from '../../data/client.ts'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { paths } from '../../paths.ts'
import { GrowingList, useGrowingList } from '../../ui/growing-list.tsx'
import { Page } from '../../ui/page.tsx'
import { StackedCell, StackedRow, StackedTable } from '../../ui/stacked-table.tsx'
import { fill } from '../../words/fill.ts'

function TemplateTable(props: { items: readonly TemplateView[] }) {
  const { language, words } = useLanguage()
  const w = words.compose.templates
  return (
    <StackedTable
      minWidth={640}
      spacing="sm"
      columns={[w.name, w.class, w.textLead, w.versions, w.changedAt]}
    >
      {props.items.map((template) => (
        <StackedRow key={template.id}>
          <StackedCell leads>
            <Anchor component={Link} to={paths.template(template.id)}>
              {template.name}
            </Anchor>
          </StackedCell>
          <StackedCell label={w.class}>{words.messages.classes[template.class]}</StackedCell>
          <StackedCell leads maw={360}>
            <Text size="sm" lineClamp={2}>
              {template.text}
            </Text>
          </StackedCell>
          <StackedCell label={w.versions}>
            {fill(w.version, { version: template.version })}
          </StackedCell>
          <StackedCell label={w.changedAt}>
            <Text size="sm" c="dimmed">
              {dateTime(language, template.changedAt)}
            </Text>
          </StackedCell>
        </StackedRow>
      ))}
    </StackedTable>
  )
}

export function TemplatesScreen() {
  const { words } = useLanguage()
  const w = words.compose.templates
  const [search, setSearch] = useSearchParams()
  const isArchived = search.get('archived') === 'true'
  const archived = isArchived ? 'true' : 'false'
  const templates = useGrowingList(['templates', 'listed', archived], (page) =>
    call('GET /v1/templates', { query: { ...page, archived } }),
  )
  const create = useSession().may('campaigns.prepare') ? (
    <Button component={Link} to={paths.newTemplate}>
      {w.create}
    </Button>
  ) : null
  const empty = isArchived
    ? { title: w.emptyArchived, text: w.emptyArchivedText }
    : { title: w.empty, text: w.emptyText }
  return (
    <Page title={w.title} lead={w.lead} actions={create}>
      <Stack align="flex-start">
        <SegmentedControl
          aria-label={w.shown}
          value={isArchived ? 'archived' : 'current'}
          data={[
            { value: 'current', label: w.current },
            { value: 'archived', label: w.archived },
          ]}
          onChange={(value) =>
            setSearch(value === 'archived' ? { archived: 'true' } : {}, { replace: true })
          }
        />
      </Stack>
      <GrowingList list={templates} empty={empty}>
        {(items) => <TemplateTable items={items} />}
      </GrowingList>
    </Page>
  )
}
