// The door of billing: what a part costs.
export { billingDataMap } from './data-map.ts'
export type { BillingDeps } from './deps.ts'
export { type PriceOrigin, type PriceTable, priceOf, priceTable, startingPrices } from './prices.ts'
export { listPrices, readPrices } from './read-prices.ts'
export { billingRoutes } from './routes.ts'
export { setAccountPrice, setDefaultPrice } from './set-price.ts'
