// A label for every column of governance.
import type { DataLabel, DataMap } from '../kernel/index.ts'

const none = (why: string): DataLabel => ({
  kind: 'none',
  why,
  keep: 'contract end and 5 years: proof of where data went',
  erase: 'not_personal',
})

export const governanceDataMap: DataMap = {
  'governance.supplier': {
    supplier_id: none('names the supplier'),
    name: none('a company'),
    country: none('where data goes'),
    created_at: none('since when'),
  },
  'governance.contract': {
    contract_id: none('names the contract'),
    supplier_id: none('with whom'),
    kind: none('a processor’s, or the installation’s own'),
    reference: none('where the signed paper is found'),
    valid_from: none('from when data may go'),
    valid_until: none('until when'),
    art28_items: none('what of GDPR art. 28(3) it holds'),
    transfer_instrument: none('how data may leave the EEA'),
    created_at: none('when it was entered'),
    ended_at: none('when somebody ended it'),
  },
}
