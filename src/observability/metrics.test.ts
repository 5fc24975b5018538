// The register of counts and its text.
import { expect, test } from 'vitest'
import { createMetrics } from './metrics.ts'

test('Counters, gauges and histograms come out as Prometheus reads them', () => {
  const metrics = createMetrics()
  metrics.count('accord_jobs_done_total', { job: 'import', outcome: 'done' })
  metrics.count('accord_jobs_done_total', { job: 'import', outcome: 'done' }, 2)
  metrics.set('accord_link_up', 1, { route: 'r1' })
  metrics.observe('accord_submit_seconds', 0.02, { route: 'r1' })
  metrics.observe('accord_submit_seconds', 90, { route: 'r1' })
  const text = metrics.text()
  expect(text).toContain('accord_jobs_done_total{job="import",outcome="done"} 3\n')
  expect(text).toContain('# TYPE accord_link_up gauge\naccord_link_up{route="r1"} 1\n')
  expect(text).toContain('accord_submit_seconds_bucket{route="r1",le="0.01"} 0\n')
  expect(text).toContain('accord_submit_seconds_bucket{route="r1",le="0.025"} 1\n')
  expect(text).toContain('accord_submit_seconds_bucket{route="r1",le="+Inf"} 2\n')
  expect(text).toContain('accord_submit_seconds_count{route="r1"} 2\n')
})

test('A label that holds a telephone number does not show it', () => {
  const metrics = createMetrics()
  for (const outcome of ['+33639980012', '+33639980012', '+33639980013']) {
    metrics.count('accord_import_rows_total', { outcome })
  }
  expect(metrics.text()).not.toContain('3998')
  expect(metrics.text()).toContain('accord_import_rows_total{outcome="[withheld]"} 3\n')
})

test('What two threads count alike is added up, and each keeps what it alone knows', () => {
  const [doors, engine] = [createMetrics(), createMetrics()]
  const job = { job: 'import', outcome: 'done' }
  doors.count('accord_jobs_done_total', job, 2)
  engine.count('accord_jobs_done_total', job)
  engine.set('accord_link_up', 1, { route: 'r1' })
  doors.observe('accord_submit_seconds', 0.02, { route: 'r1' })
  engine.observe('accord_submit_seconds', 90, { route: 'r1' })
  const text = doors.text([structuredClone(engine.state())])
  expect(text).toContain('accord_jobs_done_total{job="import",outcome="done"} 3\n')
  expect(text).toContain('accord_link_up{route="r1"} 1\n')
  expect(text).toContain('accord_submit_seconds_bucket{route="r1",le="0.025"} 1\n')
  expect(text).toContain('accord_submit_seconds_count{route="r1"} 2\n')
  expect(doors.text()).toContain('accord_jobs_done_total{job="import",outcome="done"} 2\n')
})

test('Whatever is asked of a server, its requests are counted, and the series have an end', () => {
  const metrics = createMetrics()
  const asked = { method: 'GET', status: '404' }
  for (let turn = 0; turn < 2; turn += 1) {
    for (let route = 0; route < 2_500; route += 1) {
      metrics.count('accord_http_requests_total', { ...asked, route: `/v1/r${route}` })
    }
  }
  const lines = metrics.text().match(/^accord_http_requests_total\{.*$/gm) ?? []
  expect(lines).toHaveLength(2_001)
  expect(lines.at(0)).toBe('accord_http_requests_total{method="GET",route="/v1/r0",status="404"} 2')
  expect(lines.at(-1)).toBe(
    'accord_http_requests_total{method="other",route="other",status="other"} 1000',
  )
})
