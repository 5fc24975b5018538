// What the program says of itself: log lines without personal data, and counts.
export { failureFields } from './failure-fields.ts'
export { createLogger, type Fields, type FieldValue, type Logger, silentLogger } from './logger.ts'
export { metricTable } from './metric-table.ts'
export {
  type CounterName,
  createMetrics,
  type GaugeName,
  type HistogramName,
  type Labels,
  type Metrics,
  type MetricsState,
} from './metrics.ts'
export { withheld, withholdFreeText } from './withhold.ts'
