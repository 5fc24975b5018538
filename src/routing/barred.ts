// Which suppliers are barred for an account, for whoever sends by the routes to them.
export { type AccountBar, barredSuppliers, barsInAnyAccount } from '../governance/index.ts'
