// The door of the self-check: how safe this installation is, by what can be measured.
export type { Judged } from './check.ts'
export { checkupDataMap } from './data-map.ts'
export type { CheckupDeps, CheckupPorts } from './deps.ts'
export type { BackupFacts, Facts, MachineSettings, SecondFactorFacts } from './facts.ts'
export { measureFacts } from './measure/measure.ts'
export { checkupRoutes } from './routes.ts'
export { gapsOf, judgeFacts, runCheckup, runNightly } from './run-checkup.ts'
export { checkupViewOf } from './view.ts'
