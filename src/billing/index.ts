// Public interface of billing: the price of a message part.
export { billingDataMap } from './data-map.ts'
export type { BillingDeps } from './deps.ts'
export { type PriceOrigin, type PriceTable, priceOf, priceTable, startingPrices } from './prices.ts'
export { listPrices, readPrices } from './read-prices.ts'
export { billingRoutes } from './routes.ts'
export { setAccountPrice, setDefaultPrice } from './set-price.ts'
