// Every check over facts: a hardened installation has no gap, and each fault alone is its own gap.
import { describe, expect, test } from 'vitest'
import { sentence } from '../words/index.ts'
import { allChecks } from './all-checks.ts'
import { type Facts, type Unseen, unseen, unseenWhys } from './facts.ts'
import { cnilSheets, recyfObjectives } from './guides.ts'
import { isReadable } from './measure/database.ts'
import { mountOf, mountsIn } from './measure/file-system.ts'
import { packagesIn } from './measure/programs.ts'
import { gapsOf, judgeFacts } from './run-checkup.ts'
import { checkupViewOf } from './view.ts'

const at = Date.parse('2026-11-30T12:00:00Z')
const dayMs = 86_400_000

const hardened: Facts = {
  at,
  isServerSeen: true,
  settings: {
    ...{ publicUrl: 'https://sms.example.org', host: '127.0.0.1', trustsProxy: true },
    ...{ dataFolder: '/srv/data', filesFolder: '/srv/data', keysFolder: '/keys' },
    ...{ logFolder: '/srv/data/log', hasSandboxOperator: false, commonPasswords: [] },
    sessionCookie: '__Host-accord_session=…; Path=/; HttpOnly; SameSite=Strict; Max-Age=9; Secure',
    mail: {
      ...{ host: 'mail.example.org', port: 465, tls: 'from_start', hasLogin: true },
      fromDomain: 'example.org',
    },
  },
  mail: {
    ...{ server: 'mail.example.org:465', hasLogin: true, isOfMachine: false, failure: null },
    certificate: { until: at + 60 * dayMs, refusedBecause: null },
  },
  mailDomain: { domain: 'example.org', takesMail: true, spf: 'good', dmarc: 'good' },
  hasLiveAccounts: true,
  certificate: { until: at + 60 * dayMs, refusedBecause: null },
  answer: {
    url: 'https://sms.example.org',
    headers: {
      'content-security-policy': "default-src 'self';script-src 'self';style-src 'unsafe-inline'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'strict-transport-security': 'max-age=31536000',
    },
  },
  keys: {
    ...{ folder: '/keys', open: [], isOwn: true, mixedWith: null, snapshots: null, synced: null },
    fileSystem: { type: 'ext4', mountedOn: '/keys', isEncrypted: true, isInMemory: false },
    recoveryCheckedAt: at - 30 * dayMs,
  },
  openFiles: { data: [], logs: [] },
  disks: [{ folder: '/srv/data', freeOctets: 5e10, freePercent: 60, freeInodesPercent: 90 }],
  database: {
    roles: [{ name: 'accord_app', isSuper: false, bypasses: false, owns: 0 }],
    accountTables: 90,
    withoutRowSecurity: [],
    wire: { isLocal: false, isEncrypted: true, verifiesServer: true },
    sealed: { columns: 20, values: 100, inClear: [] },
    clockAheadMs: 3,
  },
  postgres: { version: '17.12', releasedOn: '2026-11-12', newer: null },
  nodeVersion: '24.22.3',
  isClockKept: true,
  passwords: { memoryKiB: 19_456, passes: 2, people: 4, weak: 0 },
  sessions: { idleMs: 12 * 3_600_000, totalMs: 7 * dayMs, open: 3, tooLong: 0 },
  attempts: { triesMax: 5, perMs: 15 * 60_000 },
  contracts: [{ name: 'Opérateur Exemple', state: 'valid', until: at + 300 * dayMs }],
  routes: [{ name: 'Nord', host: 'smpp.example.org', isSmpp: true, usesTls: true }],
  retention: { looked: 2, late: 0 },
  objections: { looked: 2, unknown: 0 },
  backup: {
    ...{ lastAt: at - 9 * 3_600_000, changes: 'kept' as const, changesBehindMs: 0 },
    drill: { at: at - dayMs, isGood: true },
  },
  secondFactors: { people: 3, enrolled: 3 },
  packages: { at: at - dayMs, severe: [], other: 1 },
}

type Known<K extends keyof Facts> = Exclude<Facts[K], Unseen | null>
/** The same facts with a part of one changed. */
function but<K extends keyof Facts>(name: K, change: Partial<Known<K>>): Facts {
  return { ...hardened, [name]: { ...(hardened[name] as object), ...change } }
}
const behind = (settings: Partial<Facts['settings']>) => but('settings', settings)
const inMemory = { type: 'overlay', mountedOn: '/', isEncrypted: null, isInMemory: false }

test('a hardened installation has no gap, and nothing that cannot be told', () => {
  const judged = judgeFacts(hardened)
  expect(judged.filter(({ result }) => result !== 'fine')).toEqual([])
  expect(judged.map(({ check }) => check).sort()).toEqual(allChecks.map(({ name }) => name).sort())
})

const faults: readonly [string, Facts][] = [
  ['second_factors', { ...hardened, secondFactors: null }],
  ['second_factors', but('secondFactors', { enrolled: 2 })],
  ['password_hashing', but('passwords', { weak: 1 })],
  ['password_hashing', but('passwords', { memoryKiB: 1_024 })],
  ['login_attempts', but('attempts', { triesMax: 500 })],
  ['session_life', but('sessions', { tooLong: 1 })],
  ['session_life', but('sessions', { totalMs: 90 * dayMs })],
  ['session_cookie', behind({ sessionCookie: 'accord_session=…; HttpOnly; SameSite=Strict' })],
  ['session_cookie', behind({ sessionCookie: 'a=…; SameSite=Strict; Secure' })],
  ['common_passwords', behind({ commonPasswords: ['ACCORD_OPERATOR'] })],
  ['certificate', but('certificate', { until: at + 5 * dayMs })],
  ['certificate', but('certificate', { until: at - dayMs })],
  ['certificate', but('certificate', { refusedBecause: 'DEPTH_ZERO_SELF_SIGNED_CERT' })],
  ['listening_address', behind({ host: '0.0.0.0', trustsProxy: false })],
  ['public_address', { ...behind({ publicUrl: 'http://sms.example.org' }), certificate: null }],
  ['public_address', { ...behind({ publicUrl: null }), certificate: null }],
  ['response_headers', but('answer', { headers: { 'x-frame-options': 'DENY' } })],
  [
    'operator_wire',
    { ...hardened, routes: [{ name: 'A', host: '203.0.113.9', isSmpp: true, usesTls: false }] },
  ],
  ['mail_server', { ...hardened, mail: null, mailDomain: null }],
  ['mail_server', but('mail', { failure: 'unreachable' })],
  ['mail_server', but('mail', { failure: 'timed_out', certificate: unseen('no_answer') })],
  ['mail_server', but('mail', { failure: 'tls' })],
  ['mail_server', but('mail', { failure: 'login' })],
  ['mail_server', but('mail', { failure: 'refused' })],
  [
    'mail_server',
    but('mail', {
      ...{ failure: 'tls', certificate: { until: at - dayMs, refusedBecause: 'CERT_HAS_EXPIRED' } },
    }),
  ],
  [
    'mail_server',
    but('mail', {
      certificate: { until: at + dayMs, refusedBecause: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
    }),
  ],
  ['mail_from', but('mailDomain', { takesMail: false })],
  ['mail_from', but('mailDomain', { spf: 'missing' })],
  ['mail_from', but('mailDomain', { spf: 'several' })],
  ['mail_from', but('mailDomain', { spf: 'everybody' })],
  ['mail_from', but('mailDomain', { dmarc: 'missing' })],
  ['mail_from', but('mailDomain', { dmarc: 'several' })],
  ['mail_from', but('mailDomain', { dmarc: 'asks_nothing' })],
  ['keys_mode', but('keys', { open: ['/keys/root.key'] })],
  ['keys_mode', but('keys', { isOwn: false })],
  ['keys_apart', but('keys', { mixedWith: '/srv' })],
  ['keys_copies', but('keys', { snapshots: '/keys/.snapshots' })],
  ['keys_copies', but('keys', { synced: '/home/camille/Dropbox' })],
  ['root_key', but('keys', { fileSystem: { ...inMemory, type: 'ext4', isEncrypted: false } })],
  ['recovery_copy', but('keys', { recoveryCheckedAt: null })],
  ['data_mode', but('openFiles', { data: ['/srv/data'] })],
  ['log_mode', but('openFiles', { logs: ['/srv/data/log/accord.log'] })],
  [
    'database_roles',
    but('database', { roles: [{ name: 'a', isSuper: true, bypasses: false, owns: 0 }] }),
  ],
  [
    'database_roles',
    but('database', { roles: [{ name: 'a', isSuper: false, bypasses: true, owns: 0 }] }),
  ],
  [
    'database_roles',
    but('database', { roles: [{ name: 'a', isSuper: false, bypasses: false, owns: 9 }] }),
  ],
  ['row_security', but('database', { withoutRowSecurity: ['contacts.contact'] })],
  ['sealed_columns', but('database', { sealed: { columns: 1, values: 1, inClear: ['a.b'] } })],
  [
    'database_wire',
    but('database', { wire: { isLocal: false, isEncrypted: false, verifiesServer: false } }),
  ],
  [
    'database_wire',
    but('database', { wire: { isLocal: false, isEncrypted: true, verifiesServer: false } }),
  ],
  ['backup_age', { ...hardened, backup: null }],
  ['retention', but('retention', { late: 1 })],
  [
    'backup_age',
    { ...hardened, backup: { lastAt: null, drill: null, changes: 'kept', changesBehindMs: 0 } },
  ],
  ['backup_age', but('backup', { lastAt: at - 3 * dayMs })],
  ['backup_changes', but('backup', { changes: 'off' })],
  ['backup_changes', but('backup', { changes: 'late', changesBehindMs: 61_000 })],
  ['backup_changes', but('backup', { changes: 'behind' })],
  ['objections_known', but('objections', { unknown: 1 })],
  ['backup_drill', but('backup', { drill: null })],
  ['backup_drill', but('backup', { drill: { at: at - dayMs, isGood: false } })],
  ['backup_drill', but('backup', { drill: { at: at - 9 * dayMs, isGood: true } })],
  [
    'supplier_contracts',
    { ...hardened, contracts: [{ name: 'A', state: 'expired', until: null }] },
  ],
  [
    'supplier_contracts',
    { ...hardened, contracts: [{ name: 'A', state: 'valid', until: at + dayMs }] },
  ],
  [
    'disk_space',
    {
      ...hardened,
      disks: [{ folder: '/a', freeOctets: 1e8, freePercent: 50, freeInodesPercent: null }],
    },
  ],
  [
    'disk_space',
    {
      ...hardened,
      disks: [{ folder: '/a', freeOctets: 9e10, freePercent: 50, freeInodesPercent: 1 }],
    },
  ],
  ['postgres_version', but('postgres', { version: '17.5', newer: '17.12' })],
  ['node_version', { ...hardened, nodeVersion: '20.20.2' }],
  ['packages', but('packages', { severe: ['fastify'] })],
  ['clock', but('database', { clockAheadMs: -3_600_000 })],
  ['clock', { ...hardened, isClockKept: false }],
  ['sandbox_operator', behind({ hasSandboxOperator: true })],
]

test.each(faults)('%s alone is found', (check, facts) => {
  const findings = judgeFacts(facts)
  expect(gapsOf({ findings })).toEqual([check])
})

test('every check can find a gap', () => {
  const found = new Set(faults.map(([check]) => check))
  expect(allChecks.map(({ name }) => name).filter((name) => !found.has(name))).toEqual([])
})

const cannotTell: readonly [string, Facts][] = [
  ['certificate', { ...hardened, certificate: unseen('no_answer') }],
  ['response_headers', { ...hardened, answer: unseen('not_running') }],
  ['mail_server', { ...hardened, mail: unseen('not_told') }],
  ['mail_server', but('mail', { certificate: unseen('no_answer') })],
  ['mail_from', { ...hardened, mailDomain: unseen('no_answer') }],
  ['packages', { ...hardened, packages: unseen('not_asked') }],
  ['packages', but('packages', { at: at - 90 * dayMs })],
  ['postgres_version', but('postgres', { version: '17.99', releasedOn: null })],
  ['postgres_version', but('postgres', { version: '17.9', releasedOn: '2026-02-26' })],
  ['node_version', { ...hardened, nodeVersion: '99.0.0' }],
  ['clock', { ...hardened, isClockKept: unseen('no_tool') }],
  ['root_key', but('keys', { fileSystem: inMemory })],
  ['keys_copies', but('keys', { fileSystem: { ...inMemory, type: 'zfs', isEncrypted: true } })],
  [
    'operator_wire',
    { ...hardened, routes: [{ name: 'A', host: '10.1.2.3', isSmpp: true, usesTls: false }] },
  ],
]

test.each(cannotTell)('%s says so where it cannot tell', (check, facts) => {
  const other = judgeFacts(facts).filter(({ result }) => result !== 'fine')
  expect(other.map((one) => [one.check, one.result])).toEqual([[check, 'unknown']])
})

test('no mail server is no gap until an account is live, and is none to look at', () => {
  const without = { ...hardened, mail: null, mailDomain: null }
  const told = (facts: Facts) =>
    judgeFacts(facts).flatMap(({ check, result }) => (check.startsWith('mail') ? [result] : []))
  expect(told({ ...without, hasLiveAccounts: false })).toEqual(['fine'])
  expect(told({ ...without, hasLiveAccounts: unseen('refused') })).toEqual(['unknown'])
  expect(told(without)).toEqual(['gap'])
  const ofMachine = { isOfMachine: true, certificate: null, hasLogin: false }
  expect(told(but('mail', ofMachine))).toEqual(['fine', 'fine'])
  expect(told(but('mail', { ...ofMachine, failure: 'unreachable' }))).toEqual(['gap', 'fine'])
  // A provider renews by itself, some every six days: only one that is over is a fault.
  const short = { until: at + dayMs, refusedBecause: null }
  expect(told(but('mail', { certificate: short }))).toEqual(['fine', 'fine'])
})

test('what cannot be measured at all is never fine', () => {
  const nothing = unseen('refused')
  const blind: Facts = {
    ...hardened,
    ...{ hasLiveAccounts: nothing, certificate: nothing, answer: nothing, keys: nothing },
    ...{ openFiles: nothing, disks: nothing, database: nothing, postgres: nothing },
    ...{ isClockKept: nothing, passwords: nothing, sessions: nothing, contracts: nothing },
    ...{ routes: nothing, packages: nothing, retention: nothing, mail: nothing },
    ...{ mailDomain: nothing, objections: nothing },
    ...{ backup: null, secondFactors: null },
  }
  const fine = judgeFacts(blind).filter(({ result }) => result === 'fine')
  // These are judged by the configuration and the program alone.
  expect(fine.map(({ check }) => check).sort()).toEqual([
    ...['common_passwords', 'listening_address', 'login_attempts', 'node_version'],
    ...['public_address', 'sandbox_operator', 'session_cookie'],
  ])
})

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  const fineOtherwise: readonly [string, Facts][] = [
    ['trial', { ...hardened, mail: null, mailDomain: null, hasLiveAccounts: false }],
    ['of_machine', but('mail', { isOfMachine: true, certificate: null })],
    ['without_login', but('mail', { hasLogin: false })],
  ]
  test.each([...faults, ...cannotTell, ...fineOtherwise, ['all', hardened] as const])(
    '%s is told whole, with what to do',
    (_check, facts) => {
      const run = { at, isServerSeen: true, findings: judgeFacts(facts) }
      const { checks } = checkupViewOf(run, language)
      for (const { name, title, evidence, toDo, result } of checks) {
        const told = [title, evidence, ...(toDo === null ? [] : [toDo])]
        // A key that has no sentence, or a place of a sentence that nothing filled.
        expect(told.filter((text) => /^[a-z_.]+$|[{}]/.test(text))).toEqual([])
        expect([name, toDo === null]).toEqual([name, result === 'fine'])
      }
    },
  )

  test.each(unseenWhys)('%s has its sentence', (why) => {
    expect(sentence(language, `checkup.unseen.${why}`)).toMatch(/\.$/)
  })
})

test('each check answers sheets and objectives that have their titles', () => {
  for (const { name, cnil, recyf } of allChecks) {
    expect([name, cnil.every((one) => one in cnilSheets)]).toEqual([name, true])
    expect([name, recyf.every((one) => one in recyfObjectives)]).toEqual([name, true])
    expect(cnil.length).toBeGreaterThan(0)
  }
})

test('the mount that a folder lies on is the nearest and the last one', () => {
  const mounts = mountsIn(
    [
      '22 1 254:0 / / rw,relatime - ext4 /dev/vda rw',
      '23 22 0:20 / /dev/shm rw - tmpfs tmpfs rw',
      '24 22 253:1 / /srv/my\\040keys rw,noatime master:1 - xfs /dev/mapper/keys rw',
      '25 24 0:31 / /srv/my\\040keys rw - btrfs /dev/vdb rw',
    ].join('\n'),
  )
  const typeOf = (path: string) => mountOf(mounts, path)?.type
  expect(typeOf('/srv/other')).toBe('ext4')
  expect(typeOf('/dev/shm/keys')).toBe('tmpfs')
  expect(typeOf('/srv/my keys/a')).toBe('btrfs')
  expect(typeOf('/srv/my keys2')).toBe('ext4')
})

test('what npm audit answers is read, and nothing else is', () => {
  const vulnerabilities = {
    a: { severity: 'high' },
    b: { severity: 'low' },
    c: { severity: 'critical' },
  }
  expect(packagesIn(JSON.stringify({ vulnerabilities }), at)).toEqual({
    ...{ at, severe: ['a', 'c'], other: 1 },
  })
  expect(packagesIn('{"error":{"code":"ENOTFOUND"}}', at)).toBeNull()
  expect(packagesIn('', at)).toBeNull()
})

test('text is told from what is sealed', () => {
  expect(isReadable(Buffer.from('Camille Exemple, 12 rue des Tilleuls'))).toBe(true)
  expect(isReadable(Buffer.from('Éléonore'))).toBe(true)
  expect(isReadable(Buffer.from('{"name":"Zoé",\n"to":"+33639980001"}'))).toBe(true)
  expect(isReadable(Buffer.alloc(0))).toBe(false)
  for (let turn = 0; turn < 200; turn += 1) {
    const sealed = Buffer.from(
      Array.from({ length: 40 }, (_, i) => (i * 97 + turn * 131 + i * i) % 256),
    )
    expect(isReadable(sealed)).toBe(false)
  }
})
