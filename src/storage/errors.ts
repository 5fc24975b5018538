// The error codes of storage: each says in one sentence what to do.
import { AppError } from '../kernel/index.ts'

export const storageErrorCodes = [
  'storage.commit_unknown',
  'storage.data_folder_unreachable',
  'storage.data_folder_unreadable',
  'storage.data_in_use',
  'storage.database_busy',
  'storage.database_missing',
  'storage.database_read_only',
  'storage.database_unavailable',
  'storage.database_unreachable',
  'storage.database_url_malformed',
  'storage.disk_full',
  'storage.embedded_failed',
  'storage.export_damaged',
  'storage.export_folder_not_empty',
  'storage.export_of_other_schema',
  'storage.export_unfinished',
  'storage.import_not_empty',
  'storage.login_failed',
  'storage.migration_edited',
  'storage.migration_failed',
  'storage.no_embedded_server',
  'storage.no_server_user',
  'storage.no_user_entry',
  'storage.not_durable',
  'storage.nothing_here',
  'storage.other_major',
  'storage.postgres_too_old',
  'storage.role_too_strong',
  'storage.roles_missing',
  'storage.schema_newer',
  'storage.socket_folder_taken',
  'storage.socket_in_use',
  'storage.too_many_connections',
] as const
export type StorageErrorCode = (typeof storageErrorCodes)[number]

/** A start that cannot go on: `message` is shown as it is. */
export function startError(
  code: StorageErrorCode,
  message: string,
  details: Record<string, string | number> = {},
): AppError {
  return new AppError(code, 'unavailable', message, { details })
}

export function diskFull(folder: string): AppError {
  return startError(
    'storage.disk_full',
    `The disk that holds ${folder} is full: free some space there, then start again.`,
    { folder },
  )
}

export function folderUnreadable(folder: string): AppError {
  return startError(
    'storage.data_folder_unreadable',
    `The data folder ${folder} cannot be read and written by this user: start as its owner, or ` +
      `set ` +
      'ACCORD_DATA to a folder of your own.',
    { folder },
  )
}

const unusable = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'EISDIR'])

/** The error for a file operation in the data folder that failed. */
export function folderFault(error: unknown, folder: string): unknown {
  const code = (error as { code?: unknown }).code
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(folder)
  return unusable.has(String(code)) ? folderUnreadable(folder) : error
}
