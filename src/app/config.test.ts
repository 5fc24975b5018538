// The configuration: its defaults, its folders, and a clear sentence for each wrong value.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newTestFolder, removeTestFolder } from '../../test/support/folder.ts'
import { AppError } from '../kernel/index.ts'
import { sentence } from '../words/index.ts'
import { readConfig, settings } from './config.ts'
import { appErrorCodes } from './errors.ts'

const user = { isRoot: false, home: '/home/sacha', processors: 2 }
const root = { isRoot: true, home: '/root', processors: 1 }

test('without a variable everything has its default, and listens on loopback alone', () => {
  expect(readConfig({}, user)).toEqual({
    host: '127.0.0.1',
    port: 8470,
    dataFolder: '/home/sacha/.local/share/accord',
    filesFolder: '/home/sacha/.local/share/accord',
    keysFolder: '/home/sacha/.local/share/accord-keys',
    databaseUrl: null,
    publicUrl: null,
    linkUrl: null,
    operatorUrl: null,
    privateNetworks: [],
    webhookNetworks: [],
    logLevel: 'info',
    logTo: 'file',
    trustProxy: false,
    backlogSeconds: 600,
    deletionGraceDays: 14,
    smtp: null,
    backup: {
      folder: '/home/sacha/.local/share/accord-backups',
      changes: true,
      keysCopy: null,
      hour: 2,
      keepDays: 35,
      erasureWaitDays: 7,
    },
    hasEngineThread: true,
    language: 'en',
  })
})

test('the engine has a thread of its own where there is a second processor for it', () => {
  expect(readConfig({}, root).hasEngineThread).toBe(false)
  expect(readConfig({ ACCORD_ENGINE_THREAD: 'yes' }, root).hasEngineThread).toBe(true)
  expect(readConfig({ ACCORD_ENGINE_THREAD: 'no' }, user).hasEngineThread).toBe(false)
})

test('root and XDG have their own folders; data and keys lie side by side', () => {
  const folders = (environment: Record<string, string>, machine = user) => {
    const { dataFolder, keysFolder } = readConfig(environment, machine)
    return [dataFolder, keysFolder]
  }
  expect(folders({}, root)).toEqual(['/var/lib/accord/data', '/var/lib/accord/keys'])
  const xdg = ['/x/share/accord', '/x/share/accord-keys']
  expect(folders({ XDG_DATA_HOME: '/x/share' })).toEqual(xdg)
  expect(folders({ ACCORD_DATA: '/d', ACCORD_KEYS: '/k' }, root)).toEqual(['/d', '/k'])
})

//  variable                value                                 code
const wrong = [
  ['ACCORD_PORT', '99999', 'app.accord_port_wrong'],
  ['ACCORD_PORT', 'http', 'app.accord_port_wrong'],
  ['ACCORD_PORT', '-1', 'app.accord_port_wrong'],
  ['ACCORD_BACKUP_HOUR', '24', 'app.accord_backup_hour_wrong'],
  ['ACCORD_BACKUP_DAYS', '0', 'app.accord_backup_days_wrong'],
  ['ACCORD_ERASURE_WAIT_DAYS', 'never', 'app.accord_erasure_wait_days_wrong'],
  ['ACCORD_BACKUP', '/home/sacha/.local/share/accord/backups', 'app.accord_backup_wrong'],
  ['ACCORD_BACKUP_CHANGES', 'sometimes', 'app.accord_backup_changes_wrong'],
  ['ACCORD_BACKUP_KEYS', '/home/sacha/.local/share/accord-keys', 'app.accord_backup_keys_wrong'],
  ['ACCORD_URL', 'sms.example.org', 'app.accord_url_wrong'],
  ['ACCORD_URL', 'https://sms.example.org/accord', 'app.accord_url_wrong'],
  ['ACCORD_LINK_URL', 'lnk.example.org', 'app.accord_link_url_wrong'],
  ['ACCORD_OPERATOR', 'user:hunter2@127.0.0.1:2775', 'app.accord_operator_wrong'],
  ['ACCORD_OPERATOR', 'http://user:hunter2@127.0.0.1', 'app.accord_operator_wrong'],
  ['ACCORD_OPERATOR', 'smpp://127.0.0.1:2775', 'app.accord_operator_wrong'],
  ['ACCORD_WEBHOOK_NETWORKS', 'the office', 'app.accord_webhook_networks_wrong'],
  ['ACCORD_PRIVATE_NETWORKS', '10.0.0.0/8, office', 'app.accord_private_networks_wrong'],
  ['ACCORD_LOG', 'syslog', 'app.accord_log_wrong'],
  ['ACCORD_LOG_LEVEL', 'loud', 'app.accord_log_level_wrong'],
  ['ACCORD_TRUST_PROXY', 'true', 'app.accord_trust_proxy_wrong'],
  ['ACCORD_BACKLOG_SECONDS', '0', 'app.accord_backlog_seconds_wrong'],
  ['ACCORD_DELETION_GRACE_DAYS', '0', 'app.accord_deletion_grace_days_wrong'],
  ['ACCORD_ENGINE_THREAD', 'maybe', 'app.accord_engine_thread_wrong'],
  ['ACCORD_LANGUAGE', 'de', 'app.accord_language_wrong'],
  ['ACCORD_SMTP', 'smtps://user:hunter2@mail.example.org', 'app.accord_smtp_wrong'],
  ['ACCORD_KEYS', '/home/sacha/.local/share/accord/keys', 'app.accord_keys_wrong'],
  ['ACCORD_KEYS', '/home/sacha/.local/share', 'app.accord_keys_wrong'],
] as const

test.each(wrong)('%s=%s is answered with %s, which does not quote it', (name, value, code) => {
  const error = faultOf({ [name]: value })
  expect(error.code).toBe(code)
  expect(error.message).toContain(name)
  expect(error.message).not.toContain('hunter2')
  expect(sentence('fr', code)).toContain(name)
})

function faultOf(environment: Record<string, string>): AppError {
  try {
    readConfig(environment, user)
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('the setting was accepted')
}

test('the keys may not lie within the program’s own folder', () => {
  const error = faultOf({ ACCORD_KEYS: `${process.cwd()}/keys` })
  expect(error.code).toBe('app.accord_keys_wrong')
})

test('the language is asked for, else the machine’s locale says it', () => {
  const languageOf = (environment: Record<string, string>) => readConfig(environment, user).language
  expect(languageOf({ LANG: 'fr_FR.UTF-8' })).toBe('fr')
  expect(languageOf({ LANG: 'fr_FR.UTF-8', LC_ALL: 'C' })).toBe('en')
  expect(languageOf({ LANG: 'en_GB.UTF-8', ACCORD_LANGUAGE: 'fr' })).toBe('fr')
})

test('every variable that is read has its line in the reference, and no other', () => {
  const text = readFileSync('src/app/config.ts', 'utf8')
  const read = [...text.matchAll(/environment\['(ACCORD_\w+|DATABASE_URL)'\]/g)].map((m) => m[1])
  expect(new Set(settings.map(({ name }) => name))).toEqual(new Set(read))
})

test('every reason for a start that did not happen has its sentence in both languages', () => {
  for (const code of appErrorCodes) {
    expect([code, sentence('en', code)]).not.toContain(null)
    expect([code, sentence('fr', code)]).not.toContain(null)
  }
})

const mailed = (more: Record<string, string>) =>
  readConfig(
    {
      ACCORD_URL: 'https://sms.example.org',
      ACCORD_MAIL_FROM: 'Accord <accord@example.org>',
      ...more,
    },
    user,
  ).smtp

test('a mail server is asked for TLS, but for one on this machine', () => {
  const how = (ACCORD_SMTP: string) => {
    const smtp = mailed({ ACCORD_SMTP })
    return [smtp?.host, smtp?.port, smtp?.tls]
  }
  expect(how('smtps://mail.example.org')).toEqual(['mail.example.org', 465, 'from_start'])
  expect(how('smtp://mail.example.org')).toEqual(['mail.example.org', 587, 'starttls'])
  expect(how('smtp://mail.example.org:2525')).toEqual(['mail.example.org', 2525, 'starttls'])
  expect(how('smtp://127.0.0.1:2525')).toEqual(['127.0.0.1', 2525, 'plain'])
  expect(how('smtp://[::1]:2525')).toEqual(['::1', 2525, 'plain'])
  expect(how('smtp://127.0.0.1.example.org')).toEqual(['127.0.0.1.example.org', 587, 'starttls'])
})

test('the password of the mail server comes from a file, and both parts of a login are needed', () => {
  const folder = newTestFolder()
  const file = join(folder, 'password')
  writeFileSync(file, 'cerises de juin\n')
  const server = 'smtps://user%40example.org@mail.example.org'
  const smtp = mailed({ ACCORD_SMTP: server, ACCORD_SMTP_PASSWORD_FILE: file })
  expect(smtp?.login).toEqual({ user: 'user@example.org', password: 'cerises de juin' })
  expect(smtp?.from).toEqual({ name: 'Accord', address: 'accord@example.org' })
  const wrong: Record<string, string>[] = [
    { ACCORD_SMTP: server },
    { ACCORD_SMTP: server, ACCORD_SMTP_PASSWORD_FILE: `${file}-away` },
    { ACCORD_SMTP: 'smtps://mail.example.org', ACCORD_SMTP_PASSWORD_FILE: file },
  ]
  for (const one of wrong) {
    expect(() => mailed(one)).toThrow('ACCORD_SMTP_PASSWORD_FILE')
  }
  removeTestFolder(folder)
})

test('mails come from an address, and a name that fits in a header', () => {
  const from = (ACCORD_MAIL_FROM: string) =>
    mailed({ ACCORD_SMTP: 'smtps://mail.example.org', ACCORD_MAIL_FROM })?.from
  expect(from('accord@example.org')).toEqual({ name: '', address: 'accord@example.org' })
  expect(from('Boutique Lumen <sms@example.org>')?.name).toBe('Boutique Lumen')
  for (const wrong of ['', 'accord', 'a@example.org, b@example.org', 'x\r\nBcc: <b@example.org>']) {
    expect(() => from(wrong)).toThrow('ACCORD_MAIL_FROM')
  }
})
