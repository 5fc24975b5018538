// The settings of backups: where they lie, when they are made, how long they are kept.
import { isAbsolute, relative, resolve } from 'node:path'
import type { BackupSettings } from '../backup/index.ts'
import { settingFault } from './errors.ts'

type Variables = { [name in keyof BackupSettings]: string | undefined }
type Folders = { dataFolder: string; filesFolder: string; keysFolder: string }

export const backupSettingsTold = [
  {
    name: 'ACCORD_BACKUP',
    summary:
      'The folder of the backups of the embedded database, best on another disk than the data; ' +
      '`off` makes none by itself.',
    default: '(the folder of ACCORD_DATA with `-backups` behind its name)',
    example: '/mnt/backup/accord',
  },
  {
    name: 'ACCORD_BACKUP_KEYS',
    summary:
      'Where each backup leaves a copy of the keys, which takes the place of the last one. A ' +
      'place apart from the backups, without snapshots or versions.',
    default: '(none: you copy the keys)',
    example: '/mnt/safe/accord-keys',
  },
  {
    name: 'ACCORD_BACKUP_CHANGES',
    summary:
      'Whether what changes after a backup is kept beside it within seconds, encrypted, from the ' +
      'first backup on: `on` or `off`.',
    default: 'on',
    example: 'off',
  },
  {
    name: 'ACCORD_BACKUP_HOUR',
    summary: 'The hour of the day, in UTC, from which the nightly backup and its drill run.',
    default: '2',
    example: '23',
  },
  {
    name: 'ACCORD_BACKUP_DAYS',
    summary: 'How many days a backup is kept; the youngest stays whatever its age.',
    default: '35',
    example: '14',
  },
  {
    name: 'ACCORD_ERASURE_WAIT_DAYS',
    summary:
      'After an erasure the old key stays until there is a newer backup, and so many days at ' +
      'most: then it goes, and older backups no longer open by themselves.',
    default: '7',
    example: '3',
  },
] as const

export function backupSettingsOf(given: Variables, folders: Folders): BackupSettings {
  const { dataFolder, filesFolder, keysFolder } = folders
  const place = given.folder ?? `${dataFolder}-backups`
  const folder = place === 'off' ? null : resolve(place)
  const copy = given.keysCopy
  const keysCopy = copy === undefined ? null : resolve(copy)
  const own = [dataFolder, filesFolder, keysFolder]
  if (folder !== null && own.some((one) => areMixed(one, folder))) {
    throw settingFault(
      'ACCORD_BACKUP',
      'ACCORD_BACKUP must be a folder of its own, neither within ACCORD_DATA, ACCORD_FILES or ACCORD_KEYS nor around them.',
    )
  }
  const others = folder === null ? own : [...own, folder]
  if (keysCopy !== null && others.some((one) => areMixed(one, keysCopy))) {
    throw settingFault(
      'ACCORD_BACKUP_KEYS',
      'ACCORD_BACKUP_KEYS must be a folder of its own, apart from the data, the keys and the backups.',
    )
  }
  return {
    folder,
    keysCopy,
    changes: isOn(given.changes) && folder !== null,
    hour: wholeNumber('ACCORD_BACKUP_HOUR', given.hour, { least: 0, most: 23, usual: 2 }),
    keepDays: wholeNumber('ACCORD_BACKUP_DAYS', given.keepDays, {
      least: 1,
      most: 3650,
      usual: 35,
    }),
    erasureWaitDays: wholeNumber('ACCORD_ERASURE_WAIT_DAYS', given.erasureWaitDays, {
      least: 1,
      most: 31,
      usual: 7,
    }),
  }
}

function isOn(text: string | undefined): boolean {
  if (text === undefined || text === 'on') return true
  if (text === 'off') return false
  throw settingFault('ACCORD_BACKUP_CHANGES', 'ACCORD_BACKUP_CHANGES is neither on nor off.')
}

function areMixed(one: string, other: string): boolean {
  return isInside(one, other) || isInside(other, one)
}

function isInside(outer: string, inner: string): boolean {
  const path = relative(outer, inner)
  return path === '' || (!path.startsWith('..') && !isAbsolute(path))
}

type NumberName = 'ACCORD_BACKUP_HOUR' | 'ACCORD_BACKUP_DAYS' | 'ACCORD_ERASURE_WAIT_DAYS'

function wholeNumber(
  name: NumberName,
  text: string | undefined,
  { least, most, usual }: { least: number; most: number; usual: number },
): number {
  if (text === undefined) return usual
  const number = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN
  if (number >= least && number <= most) return number
  throw settingFault(name, `${name} is not a whole number from ${least} to ${most}.`)
}
