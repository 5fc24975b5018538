// Suppliers and their contracts: what a contract must hold before data goes to its supplier.
import type { Branded, Instant } from '../kernel/index.ts'
import {
  type Art28Item,
  art28Items,
  type ContractKind,
  type TransferInstrument,
} from './contract.ts'

export type SupplierId = Branded<string, 'SupplierId'>
export type ContractId = Branded<string, 'ContractId'>

export type Contract = {
  contractId: ContractId
  supplierId: SupplierId
  kind: ContractKind
  reference: string
  validFrom: Instant
  validUntil: Instant | null
  art28Items: readonly Art28Item[]
  transferInstrument: TransferInstrument | null
  endedAt: Instant | null
}

export type Supplier = {
  supplierId: SupplierId
  name: string
  /** Where data goes. ISO 3166-1 alpha-2. */
  country: string
  /** Where else it processes; its own country is not repeated. */
  processingCountries?: readonly string[]
  contracts: readonly Contract[]
}

export type ContractState = 'valid' | 'missing' | 'incomplete' | 'expired'
/** `until` is when the last valid contract ends, if it does. */
export type ContractStanding = { state: ContractState; until: Instant | null }

// biome-ignore format: a list of countries
const europeanEconomicArea = new Set([
  'AT', 'BE', 'BG', 'HR', 'CY', 'CZ', 'DK', 'EE', 'FI', 'FR', 'DE', 'GR', 'HU', 'IE', 'IS', 'IT',
  'LI', 'LV', 'LT', 'LU', 'MT', 'NL', 'NO', 'PL', 'PT', 'RO', 'SK', 'SI', 'ES', 'SE',
])

export const isInEea = (country: string): boolean => europeanEconomicArea.has(country)

/** What a contract still lacks; empty when data may go to the supplier under it. */
export function missingItems(
  contract: Contract,
  { country, processingCountries = [] }: Pick<Supplier, 'country' | 'processingCountries'>,
): string[] {
  if (contract.kind === 'own') return []
  const missing: string[] = art28Items.filter((item) => !contract.art28Items.includes(item))
  const isOutside = ![country, ...processingCountries].every(isInEea)
  return isOutside && contract.transferInstrument === null
    ? [...missing, 'transfer_instrument']
    : missing
}

/** Whether data may go to this supplier at that instant, and if not, what is nearest to it. */
export function contractStanding(supplier: Supplier, at: Instant): ContractStanding {
  const begun = supplier.contracts.filter(({ validFrom }) => validFrom <= at)
  const running = begun.filter((contract) => endOf(contract) > at)
  const complete = running.filter((one) => missingItems(one, supplier).length === 0)
  if (complete.length > 0) {
    const end = lastEnd(supplier, Math.max(...complete.map(endOf)))
    return { state: 'valid', until: end === Number.POSITIVE_INFINITY ? null : end }
  }
  if (running.length > 0) return { state: 'incomplete', until: null }
  return { state: begun.length > 0 ? 'expired' : 'missing', until: null }
}

/** One that begins before another ends goes on from it, and so do those after it. */
function lastEnd(supplier: Supplier, end: Instant): Instant {
  const next = supplier.contracts.filter(
    (one) => one.validFrom <= end && endOf(one) > end && missingItems(one, supplier).length === 0,
  )
  return next.length === 0 ? end : lastEnd(supplier, Math.max(...next.map(endOf)))
}

/** When the last contract that ever ran ended; null where one runs, or none ever did. */
export function contractEnded(supplier: Supplier, at: Instant): Instant | null {
  const ends = supplier.contracts.filter(({ validFrom }) => validFrom <= at).map(endOf)
  const last = Math.max(...ends)
  return ends.length === 0 || last > at ? null : last
}

function endOf({ validUntil, endedAt }: Contract): Instant {
  const never = Number.POSITIVE_INFINITY
  return Math.min(validUntil ?? never, endedAt ?? never)
}
