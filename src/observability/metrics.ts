// The register of counts, and its text in the format that Prometheus reads (version 0.0.4).
import { assert } from '../kernel/index.ts'
import { type MetricDefinition, type MetricTable, metricTable } from './metric-table.ts'
import { withholdFreeText } from './withhold.ts'

type NamesOf<K> = {
  [N in keyof MetricTable]: MetricTable[N]['kind'] extends K ? N : never
}[keyof MetricTable]
export type CounterName = NamesOf<'counter'>
export type GaugeName = NamesOf<'gauge'>
export type HistogramName = NamesOf<'histogram'>
/** Values are codes and ids of things, never of people: each value is a series that stays. */
export type Labels = Readonly<Record<string, string>>

export interface Metrics {
  count(name: CounterName, labels?: Labels, by?: number): void
  set(name: GaugeName, value: number, labels?: Labels): void
  observe(name: HistogramName, value: number, labels?: Labels): void
  text(): string
}

type Histogram = { buckets: number[]; sum: number; count: number }

/** More series than this of one name is a label that holds what it should not. */
const seriesMax = 2_000

export function createMetrics(): Metrics {
  const values = new Map<string, Map<string, number>>()
  const histograms = new Map<string, Map<string, Histogram>>()
  return {
    count: (name, labels = {}, by = 1) => {
      assert(by >= 0, 'a counter only grows')
      const series = seriesOf(values, name)
      const key = seriesKey(metricTable[name], labels, series.size)
      series.set(key, (series.get(key) ?? 0) + by)
    },
    set: (name, value, labels = {}) => {
      const series = seriesOf(values, name)
      series.set(seriesKey(metricTable[name], labels, series.size), value)
    },
    observe: (name, value, labels = {}) => {
      const series = seriesOf(histograms, name)
      const definition: MetricDefinition = metricTable[name]
      const bounds = definition.bounds ?? []
      const key = seriesKey(definition, labels, series.size)
      const found = series.get(key) ?? { buckets: bounds.map(() => 0), sum: 0, count: 0 }
      for (const [index, bound] of bounds.entries()) {
        if (value <= bound) found.buckets[index] = (found.buckets[index] ?? 0) + 1
      }
      found.sum += value
      found.count += 1
      series.set(key, found)
    },
    text: () => textOf(values, histograms),
  }
}

function seriesOf<V>(all: Map<string, Map<string, V>>, name: string): Map<string, V> {
  const found = all.get(name)
  if (found !== undefined) return found
  const series = new Map<string, V>()
  all.set(name, series)
  return series
}

function seriesKey(definition: MetricDefinition, labels: Labels, series: number): string {
  assert(series < seriesMax, 'a metric has too many series')
  return definition.labels
    .map((label) => {
      const value = withholdFreeText(labels[label] ?? '')
      return `${label}="${value.replace(/["\\\n]/g, (mark) => (mark === '\n' ? '\\n' : `\\${mark}`))}"`
    })
    .join(',')
}

function textOf(
  values: ReadonlyMap<string, ReadonlyMap<string, number>>,
  histograms: ReadonlyMap<string, ReadonlyMap<string, Histogram>>,
): string {
  const lines: string[] = []
  for (const [name, definition] of Object.entries<MetricDefinition>(metricTable)) {
    lines.push(`# HELP ${name} ${definition.sentence}`, `# TYPE ${name} ${definition.kind}`)
    for (const [key, value] of values.get(name) ?? []) lines.push(line(name, key, value))
    for (const [key, histogram] of histograms.get(name) ?? []) {
      lines.push(...histogramLines(name, key, histogram, definition.bounds ?? []))
    }
  }
  return `${lines.join('\n')}\n`
}

function line(name: string, key: string, value: number): string {
  return key === '' ? `${name} ${value}` : `${name}{${key}} ${value}`
}

function histogramLines(
  name: string,
  key: string,
  histogram: Histogram,
  bounds: readonly number[],
): string[] {
  const prefix = key === '' ? '' : `${key},`
  return [
    ...bounds.map((bound, index) =>
      line(`${name}_bucket`, `${prefix}le="${bound}"`, histogram.buckets[index] ?? 0),
    ),
    line(`${name}_bucket`, `${prefix}le="+Inf"`, histogram.count),
    line(`${name}_sum`, key, histogram.sum),
    line(`${name}_count`, key, histogram.count),
  ]
}
