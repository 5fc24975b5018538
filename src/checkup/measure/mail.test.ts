// The mail server, on real servers: no mail is sent, no fault is passed over.
import { createServer, type Socket } from 'node:net'
import tls from 'node:tls'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { testAuthority } from '../../../test/support/certificate.ts'
import { type MailServer, startMailServer } from '../../../test/support/mail-server.ts'
import { createSmtp } from '../../notifications/index.ts'
import { type MailFacts, type MailSettings, unseen } from '../facts.ts'
import { measureMail } from './mail.ts'

const authority = testAuthority()
const trusted = tls.getCACertificates('default')
beforeAll(() => tls.setDefaultCACertificates([...trusted, authority.cert]))
afterAll(() => tls.setDefaultCACertificates(trusted))

let servers: MailServer[] = []
afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()))
  servers = []
})

type Options = Parameters<typeof startMailServer>[0]
async function started(options: Options = {}): Promise<MailServer> {
  const server = await startMailServer({
    ...authority.vouchFor('localhost'),
    authOptional: false,
    onAuth: ({ password }, _session, done) => {
      if (password === 'cerises') return done(null, { user: 'accord' })
      done(new Error('wrong'))
    },
    ...options,
  })
  servers.push(server)
  return server
}

type Look = { tls: MailSettings['tls']; password?: string; withinMs?: number }
async function look(port: number, { tls: how, password = 'cerises', withinMs }: Look) {
  const mail: MailSettings = {
    ...{ host: 'localhost', port, tls: how, hasLogin: true, fromDomain: 'example.org' },
  }
  const smtp = createSmtp({
    ...{ host: 'localhost', port, tls: how, login: { user: 'accord', password } },
    from: { name: '', address: 'accord@example.org' },
  })
  const ports = { tryMail: () => smtp.tryLogin(withinMs) }
  return (await measureMail({ settings: { mail } as never, ports }, withinMs)) as MailFacts
}

describe('a mail server', () => {
  test.each(['from_start', 'starttls'] as const)(
    'that encrypts (%s), is trusted and knows us has no fault, and gets no mail',
    async (how) => {
      const server = await started({ secure: how === 'from_start' })
      const found = await look(server.port, { tls: how })
      expect(found).toMatchObject({ failure: null, hasLogin: true, isOfMachine: false })
      expect(found.certificate).toMatchObject({ refusedBecause: null })
      expect(server.mails).toEqual([])
    },
  )

  test.each(['from_start', 'starttls'] as const)(
    'that shows a certificate which is over, or of nobody known (%s), is told with it',
    async (how) => {
      const past = new Date(Date.now() - 86_400_000)
      const secure = how === 'from_start'
      const over = await started({ secure, ...authority.vouchFor('localhost', past) })
      const found = await look(over.port, { tls: how })
      expect(found.failure).toBe('tls')
      const { certificate } = found
      expect(certificate).toMatchObject({ refusedBecause: 'CERT_HAS_EXPIRED' })
      expect((certificate as { until: number }).until).toBeLessThan(Date.now())
      const strange = await started({ secure, ...testAuthority().vouchFor('localhost') })
      const other = await look(strange.port, { tls: how })
      expect([other.failure, other.certificate]).toMatchObject([
        ...['tls', { refusedBecause: expect.stringMatching(/SIGNATURE|ISSUER/) }],
      ])
    },
  )

  test('that does not know us, does not encrypt, or is not there is told as that', async () => {
    const server = await started({ secure: true })
    expect(await look(server.port, { tls: 'from_start', password: 'prunes' })).toMatchObject({
      failure: 'login',
    })
    const plain = await started({ disabledCommands: ['STARTTLS'] })
    expect(await look(plain.port, { tls: 'starttls' })).toMatchObject({
      ...{ failure: 'tls', certificate: unseen('no_answer') },
    })
    const gone = createServer()
    await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve))
    const { port } = gone.address() as { port: number }
    await new Promise((resolve) => gone.close(resolve))
    expect(await look(port, { tls: 'from_start' })).toMatchObject({ failure: 'unreachable' })
  })

  test('that talks without end is not listened to', async () => {
    const endless = createServer((socket) => {
      const talk = setInterval(() => socket.write('220-still greeting\r\n'.repeat(200)), 5)
      socket.on('error', () => undefined)
      socket.on('close', () => clearInterval(talk))
    })
    await new Promise<void>((resolve) => endless.listen(0, '127.0.0.1', resolve))
    const { port } = endless.address() as { port: number }
    const found = await look(port, { tls: 'starttls' })
    expect(found.certificate).toEqual(unseen('no_answer'))
    expect(found.failure).not.toBeNull()
    await new Promise((resolve) => endless.close(resolve))
  }, 30_000)

  test.each(['from_start', 'starttls'] as const)(
    'that is never silent and never done (%s) is left after a while, and told',
    async (how) => {
      const open = new Set<Socket>()
      const tarpit = createServer((socket) => {
        open.add(socket)
        const say = (text: string | Buffer) => setInterval(() => socket.write(text), 50)
        // A record of 16 kB, an octet at a time; or an answer with one line more each time.
        if (how === 'from_start') socket.write(Buffer.of(0x16, 0x03, 0x03, 0x40))
        else socket.write('220 welcome\r\n')
        let talk: NodeJS.Timeout | undefined
        socket.on('data', () => {
          talk ??= say(how === 'from_start' ? Buffer.of(0) : '250-more to come\r\n')
        })
        socket.on('error', () => undefined)
        socket.on('close', () => {
          clearInterval(talk)
          open.delete(socket)
        })
      })
      await new Promise<void>((resolve) => tarpit.listen(0, '127.0.0.1', resolve))
      const { port } = tarpit.address() as { port: number }
      const began = Date.now()
      const found = await look(port, { tls: how, withinMs: 1_500 })
      expect(found).toMatchObject({ failure: 'timed_out', certificate: unseen('no_answer') })
      expect(Date.now() - began).toBeGreaterThan(1_400)
      // Nothing of it goes on.
      await expect.poll(() => open.size).toBe(0)
      await new Promise((resolve) => tarpit.close(resolve))
    },
    30_000,
  )

  test('that is not set is no fact, and one that nobody can try is not seen', async () => {
    expect(await measureMail({ settings: { mail: null } as never, ports: {} })).toBeNull()
    const mail = { host: 'localhost', port: 9, tls: 'plain' }
    expect(await measureMail({ settings: { mail } as never, ports: {} })).toEqual(
      unseen('not_told'),
    )
  })
})
