// Public interface of links: short links in texts, and how often they were followed.
export { linksDataMap } from './data-map.ts'
export { linksErrorCodes, linksErrorKinds } from './errors.ts'
export { linksRoutes } from './routes.ts'
