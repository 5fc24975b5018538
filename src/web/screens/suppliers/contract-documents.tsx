// The signed papers of a contract: added as a PDF, and downloaded by staff.
import { Anchor, FileInput, List, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { SupplierView } from '../../../governance/contract.ts'
import { addressOf } from '../../data/client.ts'
import { count, date } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { Folded } from '../../ui/folded.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { useAddDocument } from './queries.ts'

type Contract = SupplierView['contracts'][number]

function Held({ supplierId, contract }: { supplierId: string; contract: Contract }) {
  const { language, words } = useLanguage()
  const w = words.supplierDetails
  if (contract.documents.length === 0) return <Text size="sm">{w.noDocument}</Text>
  const addressTo = (documentId: string) =>
    addressOf('GET /v1/suppliers/{id}/contracts/{contractId}/documents/{documentId}', {
      params: { id: supplierId, contractId: contract.id, documentId },
    })
  return (
    <List size="sm">
      {contract.documents.map(({ id, octets, addedAt }) => (
        <List.Item key={id}>
          <Anchor href={addressTo(id)} download size="sm">
            {fill(w.document, {
              date: date(language, addedAt),
              size: count(language, Math.max(1, Math.round(octets / 1024))),
            })}
          </Anchor>
        </List.Item>
      ))}
    </List>
  )
}

export function ContractDocuments(props: { supplierId: string; contract: Contract }) {
  const { words } = useLanguage()
  const w = words.supplierDetails
  const { supplierId, contract } = props
  const [file, setFile] = useState<File | null>(null)
  const add = useAddDocument(supplierId, contract.id)
  const why = file === null ? w.chooseFile : null
  const state = useAllowed('installation.manage', add.isPending, why)
  return (
    <Folded title={w.documents}>
      <Stack gap="sm">
        <Held supplierId={supplierId} contract={contract} />
        <RecordForm
          label={w.upload}
          save={w.upload}
          state={state}
          error={add.error}
          done={null}
          onSubmit={() => file && add.mutate(file, { onSuccess: () => setFile(null) })}
        >
          <FileInput
            label={w.file}
            description={w.fileHelp}
            accept="application/pdf"
            value={file}
            onChange={setFile}
            clearable
          />
        </RecordForm>
      </Stack>
    </Folded>
  )
}
