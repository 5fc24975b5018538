// Error codes of the app: why a start did not happen, each with what to do.
import { AppError, type ErrorDetail } from '../kernel/index.ts'

export const appErrorCodes = [
  'app.accord_port_wrong',
  'app.accord_url_wrong',
  'app.accord_link_url_wrong',
  'app.accord_operator_wrong',
  'app.accord_private_networks_wrong',
  'app.accord_webhook_networks_wrong',
  'app.accord_log_wrong',
  'app.accord_log_level_wrong',
  'app.accord_trust_proxy_wrong',
  'app.accord_backlog_seconds_wrong',
  'app.accord_deletion_grace_days_wrong',
  'app.accord_language_wrong',
  'app.accord_keys_wrong',
  'app.already_running',
  'app.port_in_use',
  'app.port_not_allowed',
  'app.address_unknown',
  'app.data_folder_unusable',
  'app.sandbox_failed',
  'app.no_such_account',
  'app.engine_away',
  'app.accord_engine_thread_wrong',
  'app.accord_smtp_wrong',
  'app.accord_smtp_password_file_wrong',
  'app.accord_mail_from_wrong',
  'app.accord_backup_wrong',
  'app.accord_backup_keys_wrong',
  'app.accord_backup_changes_wrong',
  'app.accord_backup_hour_wrong',
  'app.accord_backup_days_wrong',
  'app.accord_erasure_wait_days_wrong',
] as const
export type AppErrorCode = (typeof appErrorCodes)[number]
/** The variables whose value can be wrong: each has its code above, and so its sentence. */
export type RefusedSetting = {
  [Code in AppErrorCode]: Code extends `app.${infer Name}_wrong` ? Uppercase<Name> : never
}[AppErrorCode]

export function appError(
  code: AppErrorCode,
  message: string,
  details: Readonly<Record<string, ErrorDetail>> = {},
): AppError {
  return new AppError(code, 'unavailable', message, { details })
}

/** The value is not quoted: it may hold a password. */
export function settingFault(setting: RefusedSetting, message: string): AppError {
  return new AppError(`app.${setting.toLowerCase()}_wrong`, 'invalid', message)
}
