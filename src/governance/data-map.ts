// A label for every column of governance.
import type { DataLabel, DataMap } from '../kernel/index.ts'

const none = (why: string): DataLabel => ({
  kind: 'none',
  why,
  keep: 'contract end and 5 years: proof of where data went',
  erase: 'not_personal',
})

const ofAccount = (why: string): DataLabel => ({
  kind: 'none',
  why,
  keep: 'as long as the account',
  erase: 'not_personal',
})

export const governanceDataMap: DataMap = {
  'governance.supplier': {
    supplier_id: none('names the supplier'),
    name: none('a company'),
    country: none('where data goes'),
    role: none('for whom it processes'),
    numbers_kept_days: none('how long it keeps numbers'),
    erasure_address: none('where erasures are told; a company’s address'),
    contact: none('whom to write to; a company’s service'),
    processing_countries: none('where else data goes'),
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
  'governance.contract_document': {
    document_id: none('names the document'),
    contract_id: none('which contract it is'),
    sha256: none('that it is the file that was given'),
    octets: none('its size'),
    body_sealed: none('the signed contract, sealed under the installation’s key'),
    added_at: none('when it was added'),
  },
  'governance.subprocessor': {
    subprocessor_id: none('names the sub-processor'),
    supplier_id: none('for whom it works'),
    name: none('a company'),
    country: none('where data goes'),
    purpose: none('what it does'),
    since: none('from when'),
    until: none('until when'),
  },
  'governance.subprocessor_change': {
    change_id: none('names the change'),
    supplier_id: none('whose sub-processors'),
    kind: none('added, replaced or removed'),
    added_id: none('who comes'),
    removed_id: none('who goes'),
    effective_at: none('when it takes effect'),
    object_until: none('until when accounts can object'),
    announced_at: none('when accounts were told'),
    told_at: none('when the last one was told'),
  },
  'governance.objection': {
    account_id: ofAccount('which account objects'),
    change_id: ofAccount('to which change'),
    reason_sealed: ofAccount('why, sealed under the installation’s key'),
    objected_by: ofAccount('which user or token'),
    objected_at: ofAccount('when'),
  },
  'governance.objection_answer': {
    account_id: ofAccount('whose objection is answered'),
    change_id: ofAccount('to which change'),
    number: ofAccount('in which order'),
    outcome: ofAccount('what was decided'),
    until: ofAccount('until when it holds'),
    reason_sealed: ofAccount('why, sealed under the installation’s key'),
    answered_by: ofAccount('which user or token'),
    answered_at: ofAccount('when'),
  },
  'governance.supplier_bar': {
    account_id: ofAccount('whose messages'),
    supplier_id: ofAccount('to which supplier nothing goes'),
    change_id: ofAccount('because of which change'),
    from_at: ofAccount('from when'),
  },
}
