// Choosing a contact file, and the imports so far.
import { Anchor, FileInput, Paper, Stack, Table, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { count, dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { ActionButton, type ActionState } from '../../ui/action-button.tsx'
import { Page } from '../../ui/page.tsx'
import { Answer, Empty, Failed } from '../../ui/states.tsx'
import { WideTable } from '../../ui/wide-table.tsx'
import { ImportBadge } from './import-badge.tsx'
import { useImports, useUpload } from './queries.ts'

function Upload() {
  const { words } = useLanguage()
  const w = words.imports
  const navigate = useNavigate()
  const [file, setFile] = useState<File | null>(null)
  const upload = useUpload((view) => navigate(paths.import(view.id)))
  const state: ActionState = upload.isPending
    ? { kind: 'busy' }
    : file
      ? { kind: 'ready' }
      : { kind: 'refused', reason: w.choose }
  return (
    <Paper withBorder p="lg">
      <Stack className="accord-measure">
        <FileInput
          label={w.choose}
          description={w.uploadHelp}
          placeholder={w.choose}
          accept=".csv,.tsv,.txt,.xlsx"
          value={file}
          onChange={setFile}
          clearable
        />
        <ActionButton label={w.upload} state={state} onPress={() => file && upload.mutate(file)} />
        {upload.error ? <Failed error={upload.error} /> : null}
      </Stack>
    </Paper>
  )
}

function Earlier() {
  const { language, words } = useLanguage()
  const w = words.imports
  const imports = useImports()
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        {w.earlier}
      </Title>
      <Answer query={imports}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={w.empty} text={w.emptyText} />
          ) : (
            <WideTable minWidth={560} spacing="sm">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{w.file}</Table.Th>
                  <Table.Th>{w.state}</Table.Th>
                  <Table.Th ta="right">{w.rows}</Table.Th>
                  <Table.Th>{w.date}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((one) => (
                  <Table.Tr key={one.id}>
                    <Table.Td>
                      <Anchor component={Link} to={paths.import(one.id)}>
                        {one.fileName}
                      </Anchor>
                    </Table.Td>
                    <Table.Td>
                      <ImportBadge state={one.state} />
                    </Table.Td>
                    <Table.Td ta="right">
                      {one.counts ? count(language, one.counts.rows) : '–'}
                    </Table.Td>
                    <Table.Td>
                      <Text size="sm" c="dimmed">
                        {dateTime(language, one.createdAt)}
                      </Text>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </WideTable>
          )
        }
      </Answer>
    </Stack>
  )
}

export function ImportsScreen() {
  const { words } = useLanguage()
  return (
    <Page title={words.imports.title} lead={words.imports.lead}>
      <Upload />
      <Earlier />
    </Page>
  )
}
