// The HTTP of the numbers that the program counts, in the text format of Prometheus.
import { defineDownload, type Route } from '../../http/index.ts'
import type { Metrics, MetricsState } from '../../observability/index.ts'

/**
 * At the address of the API and at the one that Prometheus asks by default. Both answer while the
 * database is away: that is when somebody looks. `elsewhere`: what another thread has counted; null
 * when it does not answer.
 */
export function metricsRoute(
  metrics: Metrics,
  elsewhere: () => Promise<MetricsState | null> = async () => null,
): Route {
  return defineDownload({
    path: '/v1/metrics',
    alsoAt: ['/metrics'],
    needs: 'installation.manage',
    summary: 'Read what the program counts, in the text format of Prometheus',
    description:
      'Answers while the database is away too, to a token that it knew when it was last asked.',
    mediaType: 'text/plain; version=0.0.4; charset=utf-8',
    answersWithoutDatabase: true,
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
