// The HTTP of the self-check; thin.
import { defineRoute, type Route } from '../http/index.ts'
import { checkupApi } from './contract-api.ts'
import type { CheckupDeps } from './deps.ts'
import { runAndKeep } from './run-checkup.ts'
import { readRuns } from './store.ts'
import { checkupViewOf, dayViewOf } from './view.ts'

/** It asks the machine, the network and the database: enough for somebody who mends one by one. */
const runsPerMinuteMax = 12

export function checkupRoutes(deps: CheckupDeps): Route[] {
  const { database } = deps
  return [
    defineRoute({
      ...checkupApi['GET /v1/checkup'],
      needs: 'installation.manage',
      summary: 'Show what the self-check found the last time, or run it where it never ran',
      perMinuteMax: 60,
      handle: async ({ language }) => {
        const [last] = await database.inInstallation((tx) => readRuns(tx, 1))
        return checkupViewOf(last ?? (await runAndKeep(deps, { online: false })), language)
      },
    }),
    defineRoute({
      ...checkupApi['POST /v1/checkup'],
      needs: 'installation.manage',
      summary: 'Run the self-check now, and keep what it finds as that of today',
      description:
        'Measures this machine, the database and the public address. With `online` it runs ' +
        '`npm audit`, which tells the npm registry which packages are installed.',
      perMinuteMax: runsPerMinuteMax,
      handle: async ({ language }, { body }) =>
        checkupViewOf(await runAndKeep(deps, body), language),
    }),
    defineRoute({
      ...checkupApi['GET /v1/checkup/days'],
      needs: 'installation.manage',
      summary: 'List what the self-check found, day by day',
      handle: async ({ language }, { query }) => {
        const runs = await database.inInstallation((tx) => readRuns(tx, query.days))
        return { items: runs.map((run) => dayViewOf(run, language)) }
      },
    }),
  ]
}
