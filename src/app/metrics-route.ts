// The HTTP of the numbers that the program counts, in the text format of Prometheus.
import { defineDownload, type Route } from '../http/index.ts'
import type { Metrics, MetricsState } from '../observability/index.ts'

/** `elsewhere`: what another thread has counted; null when it does not answer. */
export function metricsRoute(
  metrics: Metrics,
  elsewhere: () => Promise<MetricsState | null> = async () => null,
): Route {
  return defineDownload({
    path: '/v1/metrics',
    needs: 'installation.manage',
    summary: 'Read what the program counts, in the text format of Prometheus',
    mediaType: 'text/plain; version=0.0.4; charset=utf-8',
    handle: async () => {
      const others = await elsewhere()
      return {
        fileName: 'metrics.txt',
        mediaType: 'text/plain; version=0.0.4; charset=utf-8',
        stream: oneChunk(metrics.text(others === null ? [] : [others])),
      }
    },
  })
}

async function* oneChunk(text: string): AsyncGenerator<string> {
  yield text
}
