// The signed papers of a contract: added as a PDF, and downloaded by staff.
import { Stack } from '@mantine/core'
import type { SupplierView } from '../../../governance/contract.ts'
import { addressOf } from '../../data/client.ts'
import { useWords } from '../../data/language.tsx'
import { Folded } from '../../ui/folded.tsx'
import { SealedPapers } from '../../ui/sealed-papers.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { useAddDocument } from './queries.ts'

type Contract = SupplierView['contracts'][number]

export function ContractDocuments(props: { supplierId: string; contract: Contract }) {
  const w = useWords().supplierDetails
  const { supplierId, contract } = props
  const add = useAddDocument(supplierId, contract.id)
  const addressTo = (documentId: string) =>
    addressOf('GET /v1/suppliers/{id}/contracts/{contractId}/documents/{documentId}', {
      params: { id: supplierId, contractId: contract.id, documentId },
    })
  return (
    <Folded title={w.documents}>
      <Stack gap="sm">
        <SealedPapers
          words={w}
          papers={contract.documents}
          addressOf={addressTo}
          state={useAllowed('installation.manage', add.isPending)}
          error={add.error}
          onAdd={add.mutate}
        />
      </Stack>
    </Folded>
  )
}
