// Normalises a reply's number: operators write it with +, with 00, bare, or nationally. Pure.
import { countries, readNumber } from '../countries/index.ts'
import type { E164 } from '../kernel/index.ts'

/** Where a number without its country may be at home: the countries that are written to. */
const homes = countries.filter((rules) => rules.reviewed).map((rules) => rules.country)

/**
 * The numbers that a reply's address may mean, the likeliest first; none when it is no telephone (a
 * short code, a name). A STOP must not be lost to a way of writing, so each reading is tried.
 */
export function replyNumbers(address: string): E164[] {
  const digits = address.replace(/^(?:00|\+)/, '')
  // Fiction numbers too: which of them may be written to was asked when they were.
  const readings = [readNumber(`+${digits}`, { sandbox: true }).e164]
  if (!address.startsWith('+')) {
    for (const country of homes) {
      readings.push(readNumber(address, { country, sandbox: true, repair: ['lost_zero'] }).e164)
    }
  }
  return [...new Set(readings.filter((number) => number !== null))]
}
