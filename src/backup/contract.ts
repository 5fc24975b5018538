// HTTP shapes of backups and drills. Browser-safe.
import { z } from 'zod'
import { instantText, named } from '../http/contract.ts'

const count = (what: string) => z.number().int().describe(what)

export const drillFound = z.object({
  seconds: z.number().describe('How long it took.'),
  backups: count('In how many backups the erasures were tried: all that are kept.'),
  tables: count('Tables that were counted.'),
  rows: count('Rows in them.'),
  tablesWrong: z.array(z.string()).describe('Tables with fewer or more rows than the backup says.'),
  sampled: count('People of the restored data that were opened as a trial.'),
  opened: count('Of these, how many could be read.'),
  people: count('People of today whose keys are in the backup.'),
  closed: count('People of today whom this backup cannot give back.'),
  erased: count('Erased people that were looked for, in each backup.'),
  unreadable: count('Of these, how many no remaining key opens.'),
  pending: count(
    'Of these, how many an older key still opens, within the time that is set for it.',
  ),
  pendingUntil: instantText.nullable().describe('When the last of these keys goes, at the latest.'),
  readable: count('Of these, how many can be read though they should not: a fault.'),
  changesUntil: instantText
    .nullable()
    .describe(
      'Up to when the changes after the backup were restored too; null: none follow on it.',
    ),
  changesFault: z
    .string()
    .nullable()
    .describe('The piece of the changes that is damaged or missing: a fault; null: none is.'),
})
export type DrillFound = z.output<typeof drillFound>

export const backupDrillView = z.object({
  state: z.enum(['passed', 'failed']),
  begunAt: instantText,
  endedAt: instantText.nullable(),
  backupId: z.string().nullable().describe('The backup that was restored.'),
  sentence: z.string().nullable().describe('Why it failed, and what to do.'),
  found: drillFound,
})
export type BackupDrillView = z.output<typeof backupDrillView>

export const backupView = z.object({
  id: z.string(),
  begunAt: instantText,
  endedAt: instantText,
  octets: count('Its size, sealed.'),
  accord: z.string().describe('The version of Accord that made it.'),
  postgres: z
    .string()
    .describe('The version of PostgreSQL that it needs, or a newer one of the same kind.'),
  state: z
    .enum(['whole', 'damaged', 'other_keys'])
    .describe('`other_keys`: it belongs to the keys of another installation.'),
  opens: z
    .enum(['alone', 'with_younger'])
    .describe(
      '`with_younger`: an account’s key was replaced since, after an erasure; a restore takes the keys of people from a younger backup.',
    ),
  opensAloneUntil: instantText
    .nullable()
    .describe('When it stops to open alone, at the latest; null: no key was replaced since.'),
  removedAt: instantText.describe('When it is removed, once there is a younger one.'),
})
export type BackupView = z.output<typeof backupView>

export const backupRunView = z.object({
  kind: z.enum(['backup', 'drill']),
  trigger: z
    .enum(['schedule', 'staff', 'command_line'])
    .describe('Who began it: the clock, somebody on the screen, or the command line.'),
  state: z.enum(['running', 'done', 'failed']),
  begunAt: instantText,
  endedAt: instantText.nullable(),
  sentence: z.string().nullable().describe('Why it failed, and what to do.'),
})
export type BackupRunView = z.output<typeof backupRunView>

export const backupChangesView = z.object({
  state: z
    .enum(['off', 'waiting', 'kept', 'late', 'interrupted'])
    .describe(
      '`waiting`: kept from the first backup on. `kept`: all but the last seconds. `late`: they are taken with a delay, or not just now. `interrupted`: some after the youngest backup are missing; a new backup begins by itself.',
    ),
  from: instantText.nullable().describe('The earliest moment to which a restore can go.'),
  until: instantText
    .nullable()
    .describe('The latest one; what is newer would be lost. With nothing changed since, it stays.'),
  octets: count('What they take on the disk, sealed.'),
  lossSeconds: count(
    'How many seconds of changes would be lost at most if the disk of the data broke now; null: no backup can be restored.',
  ).nullable(),
})
export type BackupChangesView = z.output<typeof backupChangesView>

export const uploadLostView = z.object({
  account: z.number().int().describe('The number of the account that put it up.'),
  accountName: z.string().describe('Its name.'),
  receivedAt: instantText.describe('When it was put up.'),
  octets: count('Its size.'),
})
export type UploadLostView = z.output<typeof uploadLostView>

export const backupsView = z.object({
  mode: z
    .enum(['on', 'off', 'elsewhere'])
    .describe('`elsewhere`: whoever runs the PostgreSQL of DATABASE_URL backs it up.'),
  folder: z.string().nullable().describe('Where the backups lie.'),
  isOnDataDisk: z
    .boolean()
    .nullable()
    .describe('Whether that is the disk of the data: then a broken disk takes both.'),
  keysFolder: z
    .string()
    .nullable()
    .describe('Where the copy of the keys lies; null: Accord makes none.'),
  hour: count('The hour, in UTC, from which the nightly backup runs.'),
  keepDays: count('How many days a backup is kept.'),
  erasureWaitDays: count('How long the key before an erasure waits for a younger backup at most.'),
  ageSeconds: count('The age of the youngest whole backup.').nullable(),
  changes: backupChangesView.describe('How the changes after the youngest backup are kept.'),
  underWay: backupRunView.nullable(),
  lastFailure: backupRunView
    .nullable()
    .describe('The last one that failed, if none was well since.'),
  lastDrill: backupDrillView.nullable(),
  uploadsLost: z
    .array(uploadLostView)
    .describe(
      'Contact files that a restore did not bring back, whose imports ended for it: each until the same file is put up again, for 30 days at most.',
    ),
  items: z.array(backupView).describe('The backups that are there, the youngest first.'),
  runs: z.array(backupRunView).describe('What ran lately, the newest first.'),
})
export type BackupsView = z.output<typeof backupsView>

named({
  backupChangesView,
  backupDrillView,
  backupView,
  backupRunView,
  backupsView,
  drillFound,
  uploadLostView,
})
