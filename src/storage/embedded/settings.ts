// The configuration files of the embedded server, rewritten at each start.
import { totalmem } from 'node:os'

const mebi = 1024 * 1024

/** An eighth of the machine, between what a small virtual machine bears and what pays here. */
export function sharedBuffersMb(memoryOctets = totalmem()): number {
  return Math.min(256, Math.max(32, Math.floor(memoryOctets / 8 / mebi)))
}

export type SettingsInput = { socketFolder: string; port: number; logFolder: string }

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/**
 * Durability first; then a log that cannot hold what a person typed: errors of statements are told
 * to the client only (they quote values), DETAIL and CONTEXT are left out (they quote rows), and no
 * statement or parameter is ever written. One file a weekday, overwritten a week later.
 */
export function postgresqlConf(input: SettingsInput): string {
  const lines: [string, string][] = [
    ['listen_addresses', "''"],
    ['port', String(input.port)],
    ['unix_socket_directories', quoted(input.socketFolder)],
    ['unix_socket_permissions', '0700'],
    // What a node opens at most, 108, and room for backups and commands beside it.
    ['max_connections', '130'],

    ['fsync', 'on'],
    ['full_page_writes', 'on'],
    ['synchronous_commit', 'on'],
    ['wal_level', 'replica'],
    ['max_wal_size', '2GB'],
    ['min_wal_size', '128MB'],
    // What a receiver that is gone leaves behind fills no disk: beyond this its slot is given up.
    ['max_slot_wal_keep_size', '2GB'],
    ['checkpoint_timeout', '10min'],
    ['checkpoint_completion_target', '0.9'],

    ['shared_buffers', `${sharedBuffersMb()}MB`],
    ['work_mem', '16MB'],
    ['maintenance_work_mem', '128MB'],
    ['random_page_cost', '1.1'],
    ['jit', 'off'],

    ['autovacuum_naptime', '15s'],
    ['autovacuum_vacuum_scale_factor', '0.05'],
    ['autovacuum_vacuum_insert_scale_factor', '0.1'],
    ['autovacuum_analyze_scale_factor', '0.05'],
    ['autovacuum_vacuum_cost_limit', '2000'],

    ['idle_in_transaction_session_timeout', '10min'],
    ['timezone', "'UTC'"],
    ['datestyle', "'iso'"],
    ['lc_messages', "'C'"],

    ['logging_collector', 'on'],
    ['log_directory', quoted(input.logFolder)],
    ['log_filename', "'postgres-%a.log'"],
    ['log_file_mode', '0600'],
    ['log_truncate_on_rotation', 'on'],
    ['log_rotation_age', '1d'],
    ['log_rotation_size', '0'],
    ['log_timezone', "'UTC'"],
    ['log_line_prefix', "'%m [%p] '"],
    ['log_min_messages', 'log'],
    ['log_min_error_statement', 'panic'],
    ['log_error_verbosity', 'terse'],
    ['log_statement', "'none'"],
    ['log_min_duration_statement', '-1'],
    ['log_duration', 'off'],
    ['log_parameter_max_length', '0'],
    ['log_parameter_max_length_on_error', '0'],
    ['log_checkpoints', 'off'],
    ['log_autovacuum_min_duration', '-1'],
    ['log_temp_files', '-1'],
  ]
  // On macOS only this method reaches the platter (PostgreSQL 17, 28.1 "Reliability").
  if (process.platform === 'darwin') lines.push(['wal_sync_method', 'fsync_writethrough'])
  const text = lines.map(([name, value]) => `${name} = ${value}`).join('\n')
  return (
    `# Written by Accord at each start. Your own settings go into local.conf beside this file.\n` +
    `${text}\ninclude_if_exists = 'local.conf'\n`
  )
}

/**
 * Nobody comes in but by the socket, and as whom the operating system says (peer). The role that
 * copies the whole server for a backup does nothing else: it opens no database.
 */
export const pgHbaConf = `# Written by Accord at each start.
local replication accord_backup peer map=accord
local all accord_backup reject
local all all peer map=accord
`

/** The user that Accord runs as may take each of the installation's roles, and nobody else may. */
export function pgIdentConf(osUser: string, roles: readonly string[]): string {
  const name = `"${osUser.replaceAll('"', '""')}"`
  const lines = roles.map((role) => `accord ${name} ${role}`)
  return `# Written by Accord at each start.\n${lines.join('\n')}\n`
}
