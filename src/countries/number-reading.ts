// What reading a telephone number gives: the number, whose it is, what kind, and why not.
import type { E164 } from '../kernel/index.ts'

/** ISO 3166-1 alpha-2, in capitals. */
export type CountryCode = string

export const numberKinds = [
  'mobile',
  'fixed_line',
  'fixed_or_mobile',
  'voip',
  'platform',
  'm2m',
  'premium',
  'toll_free',
  'service',
  'pager',
  'short_code',
  'emergency',
  'unknown',
] as const
export type NumberKind = (typeof numberKinds)[number]

/**
 * Why a number cannot be used, in descending precedence; the order is public. Those up to
 * `not_valid` leave no number at all; the later ones leave a number that gets no SMS from here.
 */
export const numberReasons = [
  'empty',
  'two_numbers',
  'lost_digits',
  'letter_for_digit',
  'words_beside_number',
  'not_a_number',
  'emergency_number',
  'short_code',
  'placeholder',
  'unallocated',
  'wrong_overseas_prefix',
  'lost_zero',
  'unknown_country',
  'too_short',
  'too_long',
  'not_valid',
  'm2m',
  'platform_number',
  'premium_number',
  'service_number',
  'landline',
  'voip',
  'fiction',
] as const
export type NumberReason = (typeof numberReasons)[number]

export type NumberReading = {
  e164: E164 | null
  /** The country whose rules apply: `FR` for Réunion. */
  country: CountryCode | null
  /** The ISO code of the place itself: `RE` for Réunion. Where there is one, its own. */
  territory: CountryCode | null
  kind: NumberKind
  /** IANA zones in which the holder may be; several where the number does not tell. */
  zones: readonly string[]
  /** Null means: an SMS can be sent there. */
  reason: NumberReason | null
  /** In a range reserved for films and examples; usable in sandbox accounts only. */
  fiction: boolean
  /**
   * What it seems to be, where something was in doubt: a lost zero, an O for a 0, words beside it.
   */
  suggestion: E164 | null
}

/** What the reader may mend, each a decision of the person who brings the numbers. */
export type NumberRepair = 'lost_zero' | 'wrong_overseas_prefix'

export type NumberOptions = {
  /** Where a number without an international prefix is at home. Default: FR. */
  country?: CountryCode
  /**
   * `lost_zero`: 612345678 (a spreadsheet ate the 0). `wrong_overseas_prefix`: +33692… is +262692…
   */
  repair?: readonly NumberRepair[]
  /** Accepts fiction ranges: for sandbox accounts. */
  sandbox?: boolean
}

/** Who may send an SMS there: any account, a sandbox account only, or nobody. */
export type NumberReach = 'all' | 'sandbox' | 'none'

/**
 * Of a number that was read: kept beside it, so that it need not be read again to be written to.
 */
export function reachOf({
  reason,
  fiction,
}: Pick<NumberReading, 'reason' | 'fiction'>): NumberReach {
  if (reason !== null && reason !== 'fiction') return 'none'
  return fiction ? 'sandbox' : 'all'
}

export const mayReach = (reach: NumberReach, isSandbox: boolean): boolean =>
  reach === 'all' || (isSandbox && reach === 'sandbox')
