// HTTP shapes of prices. Browser-safe.
import { z } from 'zod'
import { named } from '../http/contract.ts'

export const priceCountry = z
  .string()
  .regex(/^(?:[A-Z]{2}|\*)$/)
  .describe('ISO 3166-1 alpha-2, or `*` for every country without a line of its own.')

export const microEurMax = 10_000_000
const microEur = z
  .number()
  .int()
  .min(0)
  .max(microEurMax)
  .describe('Millionths of a euro a part: 45000 is 4.5 cents.')

export const priceLine = z.object({
  country: priceCountry,
  microEur,
  origin: z.enum(['account', 'installation', 'starting_value']),
})
export type PriceLine = z.output<typeof priceLine>

export const priceList = z.object({ items: z.array(priceLine) })

export const priceChange = z
  .object({ microEur: microEur.nullable().describe('Null takes the line away.') })
  .meta({ example: { microEur: 45_000 } })

export const countryParams = z.object({ country: priceCountry })
export const accountCountryParams = z.object({ id: z.uuid(), country: priceCountry })

named({
  priceLine,
  priceList,
  priceChange,
})
