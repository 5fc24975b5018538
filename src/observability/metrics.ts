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
  /** With what other threads have counted, where these are given. */
  text(others?: readonly MetricsState[]): string
  /** All that was counted so far, for another thread. */
  state(): MetricsState
}

export type MetricsState = {
  values: ReadonlyMap<string, ReadonlyMap<string, number>>
  histograms: ReadonlyMap<string, ReadonlyMap<string, Readonly<Histogram>>>
}

type Histogram = { buckets: number[]; sum: number; count: number }

/**
 * Of one name. There are more methods, routes and statuses than this, and who asks chooses among
 * them: what is beyond is counted together, under `other`.
 */
const seriesMax = 2_000
const beyond = 'other'

export function createMetrics(): Metrics {
  const values = new Map<string, Map<string, number>>()
  const histograms = new Map<string, Map<string, Histogram>>()
  const keys = new SeriesKeys()
  return {
    count: (name, labels = {}, by = 1) => {
      assert(by >= 0, 'a counter only grows')
      const series = seriesOf(values, name)
      const key = keys.of(metricTable[name], labels, series.size)
      series.set(key, (series.get(key) ?? 0) + by)
    },
    set: (name, value, labels = {}) => {
      const series = seriesOf(values, name)
      series.set(keys.of(metricTable[name], labels, series.size), value)
    },
    observe: (name, value, labels = {}) => {
      const series = seriesOf(histograms, name)
      const definition: MetricDefinition = metricTable[name]
      const bounds = definition.bounds ?? []
      const key = keys.of(definition, labels, series.size)
      let found = series.get(key)
      if (found === undefined) {
        found = { buckets: bounds.map(() => 0), sum: 0, count: 0 }
        series.set(key, found)
      }
      // From the widest down: most values are smaller than most bounds.
      for (let index = bounds.length - 1; index >= 0 && value <= (bounds[index] ?? 0); index -= 1) {
        found.buckets[index] = (found.buckets[index] ?? 0) + 1
      }
      found.sum += value
      found.count += 1
    },
    text: (others = []) => textOf([{ values, histograms }, ...others]),
    state: () => ({ values, histograms }),
  }
}

/** Each thread counts for itself: what they count alike is added up. */
function sumOf(states: readonly MetricsState[], name: string): Map<string, number> {
  const sum = new Map<string, number>()
  for (const { values } of states) {
    for (const [key, value] of values.get(name) ?? []) sum.set(key, (sum.get(key) ?? 0) + value)
  }
  return sum
}

function histogramsOf(states: readonly MetricsState[], name: string): Map<string, Histogram> {
  const sum = new Map<string, Histogram>()
  for (const { histograms } of states) {
    for (const [key, { buckets, sum: total, count }] of histograms.get(name) ?? []) {
      const known = sum.get(key)
      sum.set(key, {
        buckets: buckets.map((value, index) => value + (known?.buckets[index] ?? 0)),
        sum: total + (known?.sum ?? 0),
        count: count + (known?.count ?? 0),
      })
    }
  }
  return sum
}

function seriesOf<V>(all: Map<string, Map<string, V>>, name: string): Map<string, V> {
  const found = all.get(name)
  if (found !== undefined) return found
  const series = new Map<string, V>()
  all.set(name, series)
  return series
}

/** The keys of the labels seen so far: each request counts under the same few. */
class SeriesKeys {
  readonly #known = new Map<MetricDefinition, Map<string, string>>()

  of(definition: MetricDefinition, labels: Labels, series: number): string {
    let known = this.#known.get(definition)
    if (known === undefined) {
      known = new Map()
      this.#known.set(definition, known)
    }
    let written = ''
    for (const label of definition.labels) written += `${labels[label] ?? ''}\0`
    const found = known.get(written)
    if (found !== undefined) return found
    const key = seriesKey(definition, labels, series)
    // Values that are withheld, or should not be labels, have one key or none: never without bound.
    if (known.size < seriesMax) known.set(written, key)
    return key
  }
}

function seriesKey(definition: MetricDefinition, labels: Labels, series: number): string {
  const isBeyond = series >= seriesMax
  return definition.labels
    .map((label) => {
      const value = isBeyond ? beyond : withholdFreeText(labels[label] ?? '')
      const quoted = value.replace(/["\\\n]/g, (mark) => (mark === '\n' ? '\\n' : `\\${mark}`))
      return `${label}="${quoted}"`
    })
    .join(',')
}

function textOf(states: readonly MetricsState[]): string {
  const lines: string[] = []
  for (const [name, definition] of Object.entries<MetricDefinition>(metricTable)) {
    lines.push(`# HELP ${name} ${definition.sentence}`, `# TYPE ${name} ${definition.kind}`)
    for (const [key, value] of sumOf(states, name)) lines.push(line(name, key, value))
    for (const [key, histogram] of histogramsOf(states, name)) {
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
