// Public interface of intake: a file is received, analysed, mapped, checked and imported.

export { forecastImport } from './after/forecast-import.ts'
export { classifyTable, type TableFinding } from './analyse/classify-table.ts'
export type { Forecast, ImportForecast, SuppressionCounts } from './contract.ts'
export { intakeDataMap } from './data-map.ts'
export { type ImportWork, type IntakeDeps, intakeLimits, type ReadElsewhere } from './deps.ts'
export { type IntakeErrorCode, intakeError, intakeErrorCodes, intakeErrorKinds } from './errors.ts'
export { doImportWork, intakeJobs } from './jobs.ts'
export { fileSource } from './reading/file-source.ts'
export { openTable } from './reading/open-table.ts'
export type { Table } from './reading/table.ts'
export { intakeRoutes } from './routes.ts'
export { importSuppressions, listLimit } from './run/import-suppressions.ts'
