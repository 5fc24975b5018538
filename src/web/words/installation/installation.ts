// The screens of whoever manages the installation, in both languages, put together of their parts.
import { accountsEn, accountsFr } from './accounts.ts'
import { healthEn, healthFr } from './health.ts'
import { routesEn, routesFr } from './routes.ts'
import { suppliersEn, suppliersFr } from './suppliers.ts'

export const installationEn = { ...accountsEn, ...healthEn, ...routesEn, ...suppliersEn }

export const installationFr: typeof installationEn = {
  ...accountsFr,
  ...healthFr,
  ...routesFr,
  ...suppliersFr,
}
