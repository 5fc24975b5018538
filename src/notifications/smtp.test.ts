// Mails leave through a real server: encrypted where they must be, with each failure in our words.
import { createServer } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { testCertificate } from '../../test/support/certificate.ts'
import { type MailServer, startMailServer } from '../../test/support/mail-server.ts'
import { createSmtp, MailFailure, type OutgoingMail, type SmtpSettings } from './smtp.ts'

let servers: MailServer[] = []
afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()))
  servers = []
})

async function started(options: Parameters<typeof startMailServer>[0] = {}): Promise<MailServer> {
  const server = await startMailServer(options)
  servers.push(server)
  return server
}

const mail: OutgoingMail = {
  id: '01a210d0-21d9-75bb-863c-000000000001',
  to: 'camille@example.org',
  subject: 'Campagne terminée',
  text: 'La campagne est terminée.\n',
  html: '<p>La campagne est terminée.</p>',
  language: 'fr',
  preferencesUrl: 'https://sms.example.org/profile',
}

const smtpTo = ({ port }: Pick<MailServer, 'port'>, more: Partial<SmtpSettings> = {}) =>
  createSmtp({
    host: '127.0.0.1',
    port,
    tls: 'plain',
    login: null,
    from: { name: 'Accord', address: 'accord@example.org' },
    ...more,
  })

async function failureOf(sending: Promise<void>): Promise<MailFailure> {
  const error = await sending.then(
    () => null,
    (caught: unknown) => caught,
  )
  if (!(error instanceof MailFailure)) throw new Error('no failure of a mail')
  return error
}

test('a mail has both bodies, an id of its own, and the way to switch such mails off', async () => {
  const server = await started()
  await smtpTo(server).send(mail)
  const [taken] = server.mails
  expect([taken?.from, taken?.to]).toEqual(['accord@example.org', ['camille@example.org']])
  const raw = taken?.raw ?? ''
  expect(raw).toContain(`Message-ID: <${mail.id}@example.org>`)
  expect(raw).toContain('List-Unsubscribe: <https://sms.example.org/profile>')
  expect(raw).toContain('Auto-Submitted: auto-generated')
  expect(raw).toContain('From: Accord <accord@example.org>')
  expect(raw).toMatch(/Content-Type: text\/plain; charset=utf-8/)
  expect(raw).toMatch(/Content-Type: text\/html; charset=utf-8/)
})

test('a server that must encrypt and does not offer it gets no mail', async () => {
  const plain = await started({ disabledCommands: ['STARTTLS'] })
  const failure = await failureOf(smtpTo(plain, { tls: 'starttls' }).send(mail))
  expect(failure.why).toBe('tls')
  expect(plain.mails).toEqual([])
})

test('a certificate that nobody vouches for gets no mail; one that is trusted does', async () => {
  const { key, cert } = testCertificate()
  const server = await started({ key, cert })
  const stranger = await failureOf(smtpTo(server, { tls: 'starttls' }).send(mail))
  expect(stranger.why).toBe('tls')
  expect(server.mails).toEqual([])
  await smtpTo(server, { tls: 'starttls', trusted: cert }).send(mail)
  expect(server.mails.map(({ isEncrypted }) => isEncrypted)).toEqual([true])
  const fromStart = await started({ key, cert, secure: true })
  await smtpTo(fromStart, { tls: 'from_start', trusted: cert }).send(mail)
  expect(fromStart.mails.map(({ isEncrypted }) => isEncrypted)).toEqual([true])
})

test('a login that is refused is told as one, without the password or the server’s words', async () => {
  const server = await started({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) => {
      if (username === 'accord' && password === 'cerises') return done(null, { user: username })
      done(new Error('wrong for accord@example.org'))
    },
  })
  await smtpTo(server, { login: { user: 'accord', password: 'cerises' } }).send(mail)
  expect(server.mails).toHaveLength(1)
  const wrong = { login: { user: 'accord', password: 'prunes' } }
  const failure = await failureOf(smtpTo(server, wrong).send(mail))
  expect([failure.why, failure.status, failure.isFinal]).toEqual(['login', 535, false])
  expect(`${failure.message} ${failure.stack}`).not.toMatch(/prunes|@example\.org/)
})

test('a login is tried without a mail, and told in the same words', async () => {
  const server = await started({
    ...{ authOptional: false, allowInsecureAuth: true },
    onAuth: ({ password }, _session, done) =>
      password === 'cerises' ? done(null, { user: 'accord' }) : done(new Error('wrong')),
  })
  const tryWith = (password: string) =>
    smtpTo(server, { login: { user: 'accord', password } }).tryLogin()
  expect(await tryWith('cerises')).toBeNull()
  expect(await tryWith('prunes')).toBe('login')
  expect(server.mails).toEqual([])
})

test('a server that takes its time for each octet is left, after the login too', async () => {
  let open = 0
  const tarpit = createServer((socket) => {
    open += 1
    let talk: NodeJS.Timeout | undefined
    socket.write('220 welcome\r\n')
    socket.on('data', (octets) => {
      if (String(octets).startsWith('EHLO')) socket.write('250 here\r\n')
      // Never done with the goodbye.
      else talk ??= setInterval(() => socket.write('221-by'), 50)
    })
    socket.on('error', () => undefined)
    socket.on('close', () => {
      clearInterval(talk)
      open -= 1
    })
  })
  await new Promise<void>((resolve) => tarpit.listen(0, '127.0.0.1', resolve))
  const { port } = tarpit.address() as { port: number }
  expect(await smtpTo({ port }).tryLogin(1_000)).toBeNull()
  await expect.poll(() => open, { timeout: 5_000 }).toBe(0)
  await new Promise((resolve) => tarpit.close(resolve))
})

test('what is refused for good is not tried again; what is refused for now is', async () => {
  const server = await started()
  const smtp = smtpTo(server)
  const answered = async (how: Parameters<MailServer['refuse']>[0]) => {
    server.refuse(how)
    const { why, status, isFinal } = await failureOf(smtp.send(mail))
    return [why, status, isFinal]
  }
  expect(await answered({ at: 'recipient', status: 550 })).toEqual(['address', 550, true])
  expect(await answered({ at: 'recipient', status: 450 })).toEqual(['address', 450, false])
  expect(await answered({ at: 'message', status: 554 })).toEqual(['refused', 554, true])
  expect(await answered({ at: 'message', status: 451 })).toEqual(['refused', 451, false])
})

test('nobody at the address is told as such', async () => {
  const server = await started()
  const { port } = server
  await server.close()
  servers = []
  const failure = await failureOf(smtpTo({ port }).send(mail))
  expect([failure.why, failure.isFinal]).toEqual(['unreachable', false])
})
