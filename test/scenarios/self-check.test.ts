// The self-check of whole installations: a hardened one has no gap, ten planted faults are these
// ten gaps, and a default one tells its real ones.

import dns from 'node:dns'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import http from 'node:http'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import tls from 'node:tls'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  checkInstallation,
  checkKeysOnPaper,
  recoveryCopyOf,
  runningServer,
} from '../../src/app/index.ts'
import type { CheckupDay, CheckupView } from '../../src/checkup/contract.ts'
import type { CheckupPorts } from '../../src/checkup/index.ts'
import { command } from '../../src/cli/check.ts'
import type { Command } from '../../src/cli/command.ts'
import { command as users } from '../../src/cli/users.ts'
import { withClient } from '../../src/storage/connection.ts'
import { startEmbedded, superuser } from '../../src/storage/embedded/index.ts'
import { testAuthority } from '../support/certificate.ts'
import { realTimers } from '../support/clock.ts'
import { type MailServer, startMailServer } from '../support/mail-server.ts'
import { type NameServer, startNameServer } from '../support/name-server.ts'
import { type Accord, startAccord } from '../support/scenario.ts'
import { enrolOwner } from '../support/second-factor.ts'

const named = (found: CheckupView, result: string) =>
  found.checks.filter((one) => one.result === result).map(({ name }) => name)
const gaps = (found: CheckupView) => named(found, 'gap').sort()

/** What depends on the machine that the test runs on, and not on the installation. */
const ofMachine = ['clock', 'disk_space', 'keys_copies', 'postgres_version', 'root_key']
const without = (names: readonly string[]) => names.filter((name) => !ofMachine.includes(name))

/** As the database's own superuser: what no part of the program may do. */
async function behindItsBack(accord: Accord, statements: readonly string[]): Promise<void> {
  const embedded = await startEmbedded(accord.config.dataFolder, realTimers)
  await withClient(embedded.address('accord'), { user: superuser }, async (client) => {
    for (const statement of statements) await client.query(statement)
  })
  await embedded.stop()
}

type Proxy = {
  url: string
  /** Answers lose this header on the way, as behind a proxy with a mind of its own. */
  drops: string | null
  leadsTo: string | null
  shows(certificate: { key: string; cert: string }): void
  close(): Promise<void>
}

/** A proxy with TLS in front of the server, as the guide has it. */
async function startProxy(certificate: { key: string; cert: string }): Promise<Proxy> {
  const server = https.createServer(certificate, (request, response) => {
    const target = new URL(request.url ?? '/', proxy.leadsTo ?? '')
    const headers = { ...request.headers, 'x-forwarded-for': '127.0.0.1' }
    const onward = http.request(target, { method: request.method, headers }, (answer) => {
      const sent = Object.entries(answer.headers).filter(([name]) => name !== proxy.drops)
      response.writeHead(answer.statusCode ?? 502, Object.fromEntries(sent))
      answer.pipe(response)
    })
    onward.on('error', () => response.destroy())
    request.pipe(onward)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const proxy: Proxy = {
    url: `https://localhost:${(server.address() as AddressInfo).port}`,
    drops: null,
    leadsTo: null,
    shows: (other) => server.setSecureContext(other),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return proxy
}

describe('a hardened installation', () => {
  const authority = testAuthority()
  const trusted = tls.getCACertificates('default')
  // Memory: a disk that is encrypted cannot be made here.
  const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()
  const keysFolder = mkdtempSync(join(memory, 'accord-check-'))
  // A backup and its drill take longer than all of this.
  const ports: CheckupPorts = {
    backupState: async () => ({
      lastAt: realTimers.now() - 3_600_000,
      drill: { at: realTimers.now() - 3_600_000, isGood: true },
      changes: 'kept' as const,
      changesBehindMs: 0,
    }),
  }
  const look = () => checkInstallation(accord.config, { language: 'en', online: false, ports })
  let proxy: Proxy
  let accord: Accord
  let mail: MailServer
  let names: NameServer
  const systemNames = dns.getServers()
  const ofMail = {
    'example.org': { mx: ['mx.example.org'], txt: ['v=spf1 mx -all'] },
    '_dmarc.example.org': { txt: ['v=DMARC1; p=reject'] },
  }
  let knows = 'q7Zt2mK9x'

  beforeAll(async () => {
    names = await startNameServer(ofMail)
    dns.setServers([names.address])
    mail = await startMailServer({
      ...authority.vouchFor('localhost'),
      ...{ secure: true, authOptional: false },
      onAuth: ({ password }, _session, done) =>
        password === knows ? done(null, { user: 'accord' }) : done(new Error('wrong')),
    })
    tls.setDefaultCACertificates([...trusted, authority.cert])
    proxy = await startProxy(authority.vouchFor('localhost'))
    accord = await startAccord({
      environment: {
        ACCORD_URL: proxy.url,
        ACCORD_TRUST_PROXY: 'yes',
        ACCORD_KEYS: keysFolder,
        ACCORD_OPERATOR: 'smpp://shop:q7Zt2mK9x@127.0.0.1:9',
        ACCORD_SMTP: `smtps://accord:q7Zt2mK9x@localhost:${mail.port}`,
        ACCORD_MAIL_FROM: 'Accord <accord@example.org>',
      },
      begun: (folder) => {
        proxy.leadsTo = runningServer(folder)?.url ?? null
      },
    })
    checkKeysOnPaper(accord.config, await recoveryCopyOf(accord.config))
    await enrolOwner(accord)
  }, 120_000)
  afterAll(async () => {
    tls.setDefaultCACertificates(trusted)
    await accord?.stop()
    await proxy?.close()
    await mail?.close()
    dns.setServers(systemNames)
    await names?.close()
    rmSync(keysFolder, { recursive: true, force: true })
  })

  test('has no gap, through its own proxy and database', async () => {
    const found = await look()
    expect(without(gaps(found))).toEqual([])
    expect(found.isServerSeen).toBe(true)
    // Nobody has asked the registry.
    expect(without(named(found, 'unknown'))).toEqual(['packages'])
    const headers = found.checks.find(({ name }) => name === 'response_headers')
    expect(headers?.evidence).toContain(proxy.url)
    const columns = found.checks.find(({ name }) => name === 'sealed_columns')
    expect(Number(/looked at: (\d+)/.exec(columns?.evidence ?? '')?.[1])).toBeGreaterThan(0)
    const evidence = (check: string) =>
      found.checks.find(({ name }) => name === check)?.evidence ?? ''
    expect(evidence('mail_server')).toContain(
      `localhost:${mail.port} encrypts, and the login works`,
    )
    expect(evidence('mail_from')).toContain('example.org takes mail')
    // What came is what the enrolment told its owner of; the check sends nothing.
    const others = mail.mails.filter(({ raw }) => !raw.includes('Subject: Second factor added'))
    expect(others).toEqual([])
    expect(JSON.stringify(found)).not.toContain('q7Zt2mK9x')
  })

  test('shows a mail server that no longer knows us, and a domain that vouches for nobody', async () => {
    knows = 'another'
    names.setRecords({ 'example.org': { mx: ['mx.example.org'] } })
    try {
      const found = await look()
      expect(without(gaps(found))).toEqual(['mail_from', 'mail_server'])
      const told = Object.fromEntries(found.checks.map((one) => [one.name, one]))
      expect(told['mail_server']?.evidence).toContain('refuses the user or the password')
      expect(told['mail_server']?.toDo).toContain('ACCORD_SMTP')
      expect(told['mail_from']?.evidence).toContain('SPF, DMARC')
    } finally {
      knows = 'q7Zt2mK9x'
      names.setRecords(ofMail)
    }
  })

  test('shows ten faults that are planted in it, and no other', async () => {
    const soon = new Date(realTimers.now() + 5 * 86_400_000)
    const log = join(accord.config.dataFolder, 'log', 'accord.log')
    await behindItsBack(accord, [
      'alter table contacts.contact no force row level security',
      'alter role accord_engine bypassrls',
      `update accounts.user set password_hash = '$argon2id$v=19$m=64,t=1,p=1$c2FsdA$aGFzaA'`,
      `update accounts.session set expires_at = now() + interval '90 days'`,
      `update accounts.user set name_sealed = 'Camille Exemple, en clair'`,
      `update routing.route set host = '203.0.113.9', uses_tls = false`,
    ])
    chmodSync(keysFolder, 0o755)
    chmodSync(log, 0o644)
    proxy.shows(authority.vouchFor('localhost', soon))
    proxy.drops = 'content-security-policy'

    const found = await look()
    expect(without(gaps(found))).toEqual([
      ...['certificate', 'database_roles', 'keys_mode', 'log_mode', 'operator_wire'],
      ...['password_hashing', 'response_headers', 'row_security', 'sealed_columns', 'session_life'],
    ])
    const told = Object.fromEntries(found.checks.map((one) => [one.name, one.evidence]))
    expect(told['certificate']).toContain(
      new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(soon),
    )
    expect(told['database_roles']).toContain('accord_engine')
    expect(told['keys_mode']).toContain(keysFolder)
    expect(told['log_mode']).toContain(log)
    expect(told['response_headers']).toContain('content-security-policy')
    expect(told['row_security']).toContain('contacts.contact')
    expect(told['sealed_columns']).toContain('accounts.user.name_sealed')
    expect(JSON.stringify(found)).not.toContain('en clair')
    expect(found.checks.filter((one) => one.result === 'gap' && !one.toDo)).toEqual([])
  })
})

describe('a default installation', () => {
  let accord: Accord
  beforeAll(async () => {
    accord = await startAccord()
  }, 120_000)
  afterAll(() => accord?.stop())

  const real = ['backup_age', 'recovery_copy', 'second_factors']

  test('tells its real gaps, each with what to do, and keeps what the day found', async () => {
    const { cookie } = accord.owner
    const answer = await accord.call<CheckupView>(cookie, 'POST', '/v1/checkup', { online: false })
    expect(answer.status).toBe(200)
    expect(without(gaps(answer.body))).toEqual(real)
    expect(without(named(answer.body, 'unknown'))).toEqual(['packages'])
    expect(answer.body.checks.filter((one) => one.result !== 'fine' && !one.toDo)).toEqual([])
    expect(answer.body.counts.gap).toBe(gaps(answer.body).length)
    const last = await accord.call<CheckupView>(cookie, 'GET', '/v1/checkup')
    expect(last.body).toEqual(answer.body)
    const days = await accord.call<{ items: CheckupDay[] }>(cookie, 'GET', '/v1/checkup/days')
    expect(days.body.items).toHaveLength(1)
    expect(days.body.items[0]?.gaps).toContain('Paper copy of the root key')
  })

  test('is shown to nobody but whoever manages it', async () => {
    const { token } = accord.accounts[0]
    expect((await accord.call(token, 'POST', '/v1/checkup', {})).status).toBe(403)
    expect((await accord.call(token, 'GET', '/v1/checkup')).status).toBe(403)
    expect((await accord.call(token, 'GET', '/v1/checkup/days')).status).toBe(403)
  })

  test('is told in a terminal, by the server and from beside it', async () => {
    const { config, owner, call } = accord
    const made = await call<{ secret: string }>(owner.cookie, 'POST', '/v1/tokens', {
      ...{ name: 'check', rights: ['installation.manage'] },
    })
    const folders = ['--data', config.dataFolder, '--keys', config.keysFolder]
    const byServer = await terminal([...folders, '--token', made.body.secret])
    expect(byServer.code).toBe(1)
    expect(byServer.out).toMatch(/^Écarts : \d+\./)
    expect(byServer.out).toContain('ÉCART')
    expect(byServer.out).toContain('→ Imprimez-la avec « npx accord keys copy »')
    const beside = await terminal([...folders, '--json'])
    expect(beside.code).toBe(1)
    const found = JSON.parse(beside.out) as CheckupView
    expect(found.isServerSeen).toBe(true)
    expect(without(gaps(found))).toEqual(real)
  })

  test('counts a second factor, and misses it once it is taken away at the machine', async () => {
    const { config, owner } = accord
    const folders = ['--data', config.dataFolder, '--keys', config.keysFolder]
    const look = async () => {
      const { out } = await terminal([...folders, '--json'])
      return gaps(JSON.parse(out) as CheckupView)
    }
    await enrolOwner(accord)
    expect(await look()).not.toContain('second_factors')
    expect((await accord.call(owner.cookie, 'GET', '/v1/me')).status).toBe(200)
    const voided = await terminal(['void-recovery-codes', ...folders], users.run)
    expect(voided).toMatchObject({ code: 0, said: expect.stringContaining('nouveaux : 1.') })
    type Journal = { items: { action: string }[] }
    const journal = await accord.call<Journal>(accord.accounts[0].token, 'GET', '/v1/audit')
    const deed = { action: 'accounts.recovery_codes_voided' }
    expect(journal.body.items).toContainEqual(expect.objectContaining(deed))
    expect((await accord.call(owner.cookie, 'GET', '/v1/me')).status).toBe(401)
    const again = await terminal(['void-recovery-codes', ...folders], users.run)
    expect(again).toMatchObject({ code: 0, said: expect.stringContaining('nouveaux : 0.') })
    const nobody = terminal(['reset-factor', 'nobody@example.org', ...folders], users.run)
    await expect(nobody).rejects.toMatchObject({ code: 'accounts.user_not_found' })
    const done = await terminal(['reset-factor', owner.email, ...folders], users.run)
    expect(done).toMatchObject({ code: 0, said: expect.stringContaining('supprimé') })
    expect(await look()).toContain('second_factors')
    expect((await accord.call(owner.cookie, 'GET', '/v1/me')).status).toBe(401)
  })

  test('says what it could not see once the server has stopped', async () => {
    const { config } = accord
    await accord.app().stop()
    const { code, out, said } = await terminal([
      ...['--data', config.dataFolder, '--keys', config.keysFolder, '--json'],
    ])
    expect(code).toBe(1)
    expect(said).toContain('Aucun serveur ne fonctionne ici')
    const found = JSON.parse(out) as CheckupView
    expect(found.isServerSeen).toBe(false)
    expect(named(found, 'unknown')).toContain('response_headers')
    expect(without(gaps(found))).toEqual(real)
  })
})

async function terminal(args: readonly string[], run: Command['run'] = command.run) {
  const heard = { out: '', said: '' }
  const code = await run(args, {
    stdin: process.stdin,
    stdout: { write: (text) => (heard.out += text) },
    stderr: { write: (text) => (heard.said += text) },
    language: 'fr',
  })
  return { code, ...heard }
}
