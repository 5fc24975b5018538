// What is enough for marketing, and for how long: an account's choice,
// and a proposal for each sector.
import type { EvidenceGrade, Sector } from '../contract.ts'

export type ConsentPolicy = { minimumGrade: EvidenceGrade; validMonths: number }

/**
 * Defaults of ours, not of the law: 24 months after R-107, 12 where what is written touches special
 * data, children or money; a confirmation from the handset where a stranger's number would do harm,
 * or where the list was collected by others.
 */
export const sectorPolicies: Readonly<Record<Sector, ConsentPolicy>> = {
  shop: { minimumGrade: 'import_declared', validMonths: 24 },
  health: { minimumGrade: 'double_opt_in', validMonths: 12 },
  school: { minimumGrade: 'own_form', validMonths: 12 },
  insurance_and_finance: { minimumGrade: 'double_opt_in', validMonths: 12 },
  public_body: { minimumGrade: 'own_form', validMonths: 24 },
  charity: { minimumGrade: 'own_form', validMonths: 24 },
  agency: { minimumGrade: 'double_opt_in', validMonths: 12 },
}
