// The list of wordings.
import { Anchor, Button, Table } from '@mantine/core'
import { Link } from 'react-router'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { Page } from '../../ui/page.tsx'
import { Answer, Empty } from '../../ui/states.tsx'
import { WideTable } from '../../ui/wide-table.tsx'
import { fill } from '../../words/fill.ts'
import { useWordings } from './queries.ts'
import { WordingBadge } from './wording-badge.tsx'

export function WordingsScreen() {
  const { words } = useLanguage()
  const w = words.wordings
  const wordings = useWordings()
  const create = (
    <Button component={Link} to={paths.newWording}>
      {w.create}
    </Button>
  )
  return (
    <Page title={w.title} lead={w.lead} actions={create}>
      <Answer query={wordings}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={w.empty} text={w.emptyText} />
          ) : (
            <WideTable minWidth={480} spacing="sm">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{words.campaigns.name}</Table.Th>
                  <Table.Th>{w.channels}</Table.Th>
                  <Table.Th>{words.imports.state}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((wording) => (
                  <Table.Tr key={wording.id}>
                    <Table.Td>
                      <Anchor component={Link} to={paths.wording(wording.id)}>
                        {wording.name}
                      </Anchor>{' '}
                      · {fill(w.version, { version: wording.version })}
                    </Table.Td>
                    <Table.Td>
                      {wording.channels.map((channel) => w.channel[channel]).join(', ')}
                    </Table.Td>
                    <Table.Td>
                      <WordingBadge state={wording.state} />
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </WideTable>
          )
        }
      </Answer>
    </Page>
  )
}
