// A label for every column of billing.
import type { DataLabel, DataMap } from '../kernel/index.ts'

const none = (why: string): DataLabel => ({
  kind: 'none',
  why,
  keep: 'as long as the account',
  erase: 'not_personal',
})

export const billingDataMap: DataMap = {
  'billing.default_price': {
    country: none('where the price holds'),
    micro_eur: none('the price of a part'),
    changed_at: none('since when'),
  },
  'billing.price': {
    account_id: none('whose price'),
    country: none('where the price holds'),
    micro_eur: none('the price of a part'),
    changed_at: none('since when'),
  },
}
