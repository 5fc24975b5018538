// Contact files that a restore did not bring back, until each is put up again.
import { Alert, Stack, Table, Text } from '@mantine/core'
import type { UploadLostView } from '../../../backup/contract.ts'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { WideTable } from '../../ui/wide-table.tsx'
import { backupWords } from '../../words/compliance/backups.ts'
import { own } from '../../words/own.ts'
import { useSize } from './backup-facts.tsx'

export function LostUploads({ files }: { files: readonly UploadLostView[] }) {
  const { language, words } = useLanguage()
  const w = own(words, backupWords)
  const size = useSize()
  if (files.length === 0) return null
  return (
    <Alert color="yellow" title={w.lost}>
      <Stack gap="xs">
        <Text size="sm">{w.lostText}</Text>
        <WideTable minWidth={420}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{w.lostAccount}</Table.Th>
              <Table.Th>{w.lostAt}</Table.Th>
              <Table.Th ta="right">{w.size}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {files.map(({ account, accountName, receivedAt, octets }) => (
              <Table.Tr key={`${account} ${receivedAt}`}>
                <Table.Td>{accountName}</Table.Td>
                <Table.Td>{dateTime(language, receivedAt)}</Table.Td>
                <Table.Td ta="right">{size(octets)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </WideTable>
      </Stack>
    </Alert>
  )
}
