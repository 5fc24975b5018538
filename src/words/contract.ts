// What screens say in the very words of the server’s own sentences. Browser-safe.
export { breachNames } from './compliance/breach-names.ts'
export { keptPartsText, keptProofWords } from './compliance/kept-proofs.ts'
export { type LedgerKind, ledgerDifferences } from './compliance/ledger-differences.ts'
export { purposeWord } from './compliance/purpose-names.ts'
export { glued } from './sentences.ts'
