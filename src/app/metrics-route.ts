// The HTTP of the numbers that the program counts, in the text format of Prometheus.
import { defineDownload, type Route } from '../http/index.ts'
import type { Metrics } from '../observability/index.ts'

export function metricsRoute(metrics: Metrics): Route {
  return defineDownload({
    path: '/v1/metrics',
    needs: 'installation.manage',
    summary: 'Read what the program counts, in the text format of Prometheus',
    mediaType: 'text/plain; version=0.0.4; charset=utf-8',
    handle: async () => ({
      fileName: 'metrics.txt',
      mediaType: 'text/plain; version=0.0.4; charset=utf-8',
      stream: oneChunk(metrics.text()),
    }),
  })
}

async function* oneChunk(text: string): AsyncGenerator<string> {
  yield text
}
