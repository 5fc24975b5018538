// The SMPP link against the sandbox: every segment has one outcome, whatever the operator does.
import net from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { Personal } from '../../src/kernel/index.ts'
import { RefusalWatch } from '../../src/routing/link/index.ts'
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/index.ts'
import {
  bound,
  type Heard,
  linkTo,
  segmentsOf,
  settingsFor,
  submitAll,
  until,
} from './link-fixture.ts'

const open: { close(): Promise<unknown> }[] = []
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close()
})

async function sandboxWith(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox({ receiptDelayMs: 20, ...options })
  open.push(sandbox)
  return sandbox
}

function kept(heard: Heard): Heard {
  open.push({ close: () => heard.link.close(200) })
  return heard
}

async function both(
  options: SandboxOptions = {},
  settings: Parameters<typeof settingsFor>[1] = {},
  deps: Parameters<typeof linkTo>[1] = {},
): Promise<Heard & { sandbox: Sandbox }> {
  const sandbox = await sandboxWith(options)
  const heard = await bound(kept(linkTo(settingsFor(sandbox.port, settings), deps)))
  return { ...heard, sandbox }
}

const numbers = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => String(index % 900).padStart(4, '0'))

describe('in fair weather', () => {
  test('a segment is accepted, and its receipt has the same id', async () => {
    const { link, receipts, sandbox } = await both()
    const [segment] = segmentsOf('0001', 'Bonjour à tous')
    if (segment === undefined) throw new Error('none')
    const outcome = await link.submit({ ...segment, reference: 42 })
    if (outcome.kind !== 'accepted') throw new Error(outcome.kind)
    await until(() => receipts.length === 1)
    expect(receipts[0]).toMatchObject({
      operatorMessageId: outcome.operatorMessageId,
      state: 'delivered',
      isFinal: true,
      to: 'BOUTIQUE',
      reference: 42,
    })
    expect(receipts[0]?.from.reveal('match')).toBe('33639980001')
    expect(sandbox.taken()).toHaveLength(1)
  })

  test('five thousand segments have five thousand outcomes and receipts, each once', async () => {
    const { link, receipts, sandbox } = await both({}, { windowMax: 100 })
    const segments = numbers(5_000).flatMap((lastFour) => segmentsOf(lastFour))
    const outcomes = await submitAll(link, segments)
    expect(outcomes.every((outcome) => outcome.kind === 'accepted')).toBe(true)
    await until(() => receipts.length === 5_000)
    const given = outcomes.map((one) => one.kind === 'accepted' && one.operatorMessageId)
    expect(new Set(receipts.map((receipt) => receipt.operatorMessageId))).toEqual(new Set(given))
    expect(sandbox.stats()).toMatchObject({ submits: 5_000, taken: 5_000, receiptsSent: 5_000 })
    expect(link.counters).toMatchObject({ submitted: 5_000, accepted: 5_000, receipts: 5_000 })
  })

  test.each(['udh8', 'udh16', 'sar'] as const)(
    'each part of a long text travels by %s and has its own outcome',
    async (concatenation) => {
      const { link, receipts, sandbox } = await both()
      const text = `${'Les soldes commencent demain. '.repeat(12)}À bientôt €`
      const segments = segmentsOf('0002', text, { concatenation })
      expect(segments.length).toBeGreaterThan(2)
      const outcomes = await submitAll(link, segments)
      expect(outcomes.map((outcome) => outcome.kind)).toEqual(segments.map(() => 'accepted'))
      await until(() => receipts.length === segments.length)
      const parts = sandbox.taken().map((message) => message.part)
      expect(parts.map((part) => part?.partNumber)).toEqual(segments.map((_, index) => index + 1))
      expect(new Set(parts.map((part) => part?.reference))).toEqual(new Set([7]))
    },
  )

  test('a long text travels whole in message_payload', async () => {
    const { link, sandbox } = await both()
    const [segment, ...others] = segmentsOf('0002', 'a'.repeat(400), { concatenation: 'payload' })
    expect(others).toEqual([])
    if (segment !== undefined) await link.submit(segment)
    expect(sandbox.taken()[0]?.octets).toHaveLength(400)
  })

  test('a transmitter and a receiver do what a transceiver does', async () => {
    const { link, receipts, sandbox } = await both({}, { bindAs: 'pair' })
    expect(sandbox.stats().bindsOpen).toBe(2)
    await submitAll(link, segmentsOf('0003'))
    await until(() => receipts.length === 1)
  })

  test('never are more unanswered than the window holds', async () => {
    const { link, sandbox } = await both({ answerDelayMs: 30 }, { windowMax: 4 })
    expect(link.capacity()).toBe(4)
    const outcomes = submitAll(
      link,
      numbers(20).flatMap((lastFour) => segmentsOf(lastFour)),
    )
    await until(() => sandbox.stats().submits > 0)
    expect(link.capacity()).toBe(0)
    let most = 0
    while (link.open > 0) {
      most = Math.max(most, sandbox.stats().submits - link.counters.accepted)
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
    await outcomes
    expect(most).toBeLessThanOrEqual(4)
  })

  test('the rate is kept', async () => {
    const { link } = await both({}, { segmentsPerSecond: 100, windowMax: 100 })
    const before = Date.now()
    await submitAll(
      link,
      numbers(60).flatMap((lastFour) => segmentsOf(lastFour)),
    )
    // Twenty at once, then forty at a hundred a second.
    expect(Date.now() - before).toBeGreaterThanOrEqual(380)
  })

  test('an orderly end waits for the answers, unbinds, and takes nothing more', async () => {
    const { link, sandbox } = await both({ answerDelayMs: 50 })
    const outcomes = submitAll(link, segmentsOf('0004'))
    await link.close(1_000)
    expect(await outcomes).toMatchObject([{ kind: 'accepted' }])
    expect(link.state.kind).toBe('closed')
    expect(await submitAll(link, segmentsOf('0005'))).toEqual([
      { kind: 'not_sent', why: 'link_closing' },
    ])
    await until(() => sandbox.stats().bindsOpen === 0)
  })

  test('what is not written yet can be taken back', async () => {
    const { link, sandbox } = await both({ answerDelayMs: 100 }, { windowMax: 1 })
    const outcomes = submitAll(link, [...segmentsOf('0006'), ...segmentsOf('0007')])
    expect(link.withdraw((segment) => segment.key.startsWith('0007'))).toBe(1)
    expect(await outcomes).toMatchObject([
      { kind: 'accepted' },
      { kind: 'not_sent', why: 'withdrawn' },
    ])
    expect(sandbox.taken()).toHaveLength(1)
  })

  test('a process that is no longer the owner writes nothing', async () => {
    let isOwner = true
    const { link, sandbox } = await both({}, {}, { mayWrite: () => isOwner })
    isOwner = false
    expect(await submitAll(link, segmentsOf('0008'))).toEqual([
      { kind: 'not_sent', why: 'not_the_owner' },
    ])
    expect(sandbox.stats().submits).toBe(0)
  })
})

test('an operator that refuses all from the first is left alone, and what follows is not ended', async () => {
  const refusals = new RefusalWatch()
  const { link, states } = await both(
    {},
    {},
    {
      refusals,
      limits: { wrongCredentialsDelayMs: 50 },
    },
  )
  for (const lastFour of ['0910', '0911', '1910', '1911', '2910']) {
    expect(await submitAll(link, segmentsOf(lastFour))).toMatchObject([{ action: 'give_up' }])
  }
  await until(() => link.state.kind === 'down')
  expect(link.state).toMatchObject({ why: 'refuses_all', said: 'ESME_RINVDSTADR' })
  expect(await submitAll(link, segmentsOf('0001'))).toEqual([
    { kind: 'not_sent', why: 'link_down' },
  ])
  // Asked again it still refuses: that one waits.
  await until(() => states.filter(({ kind }) => kind === 'bound').length === 2)
  expect(await submitAll(link, segmentsOf('2911'))).toMatchObject([{ action: 'retry' }])
  await until(() => states.filter(({ kind }) => kind === 'bound').length === 3)
  // Once it takes one, its refusals are about the messages.
  expect(await submitAll(link, segmentsOf('0001'))).toMatchObject([{ kind: 'accepted' }])
  expect(await submitAll(link, segmentsOf('2911'))).toMatchObject([{ action: 'give_up' }])
  expect(link.state.kind).toBe('bound')
})

describe('magic numbers', () => {
  test.each([
    ['0901', 'undeliverable'],
    ['0902', 'expired'],
    ['0903', 'rejected'],
    ['0904', 'deleted'],
    ['0905', 'unknown'],
    ['0930', 'delivered'],
  ] as const)('%s ends as %s', async (lastFour, state) => {
    const { link, receipts } = await both()
    expect(await submitAll(link, segmentsOf(lastFour))).toMatchObject([{ kind: 'accepted' }])
    await until(() => receipts.length === 1)
    expect(receipts[0]).toMatchObject({ state, isFinal: true })
  })

  test.each([
    ['0910', 'ESME_RINVDSTADR', 'give_up'],
    ['0911', 'ESME_RSUBMITFAIL', 'give_up'],
    ['0912', 'ESME_RTHROTTLED', 'throttle'],
    ['0913', 'ESME_RMSGQFUL', 'throttle'],
    ['0914', 'ESME_RSYSERR', 'retry'],
    ['0915', 'ESME_RSYSERR', 'retry'],
    ['0916', 'ESME_RINVBNDSTS', 'retry'],
  ] as const)('%s is refused with %s: %s', async (lastFour, statusName, action) => {
    const { link, sandbox } = await both()
    expect(await submitAll(link, segmentsOf(lastFour))).toMatchObject([
      { kind: 'refused', statusName, action },
    ])
    expect(sandbox.taken()).toEqual([])
  })

  test('one part of a long text can fail alone', async () => {
    const { link, receipts } = await both()
    await submitAll(link, segmentsOf('0906', 'a'.repeat(400)))
    await until(() => receipts.length === 3)
    const states = receipts.map((receipt) => receipt.state).sort()
    expect(states).toEqual(['delivered', 'delivered', 'undeliverable'])
  })

  test('a message on its way is told so first; a receipt may come three times', async () => {
    const { link, receipts } = await both()
    await submitAll(link, [...segmentsOf('0934'), ...segmentsOf('0932')])
    await until(() => receipts.length === 5)
    const onTheWay = receipts.filter((receipt) => !receipt.isFinal)
    expect(onTheWay.map((receipt) => receipt.state)).toEqual(['enroute'])
    expect(new Set(receipts.map((receipt) => receipt.operatorMessageId)).size).toBe(2)
  })

  test('an answer in two parts is one reply', async () => {
    const { link, inbound, sandbox } = await both()
    await submitAll(link, [...segmentsOf('0942'), ...segmentsOf('0940')])
    await until(() => inbound.length === 2)
    const long = inbound.find((message) => message.partsTotal === 2)
    expect(long).toMatchObject({ partsReceived: 2, to: 'BOUTIQUE' })
    expect(long?.text?.reveal('match')).toMatch(/^Merci pour votre message\. .*la matinée\. $/)
    const stop = inbound.find((message) => message.partsTotal === 1)
    expect(stop?.text?.reveal('match')).toBe('STOP')
    await until(() => sandbox.stats().deliveriesPending === 0)
  })
})

describe('receipts and replies', () => {
  test.each([
    ['decimal', 'hex'],
    ['HEX', 'decimal'],
    ['padded', 'same'],
    ['alnum', 'same'],
  ] as const)(
    'ids answered in %s are receipted in %s, as written',
    async (answerIds, receiptIds) => {
      const { link, receipts, sandbox } = await both({ answerIds, receiptIds, receiptForm: 'text' })
      const [outcome] = await submitAll(link, segmentsOf('0010'))
      await until(() => receipts.length === 1)
      const [taken] = sandbox.taken()
      expect(outcome).toEqual({ kind: 'accepted', operatorMessageId: taken?.id })
      const id = receipts[0]?.operatorMessageId ?? ''
      const number = receiptIds === 'hex' ? Number.parseInt(id, 16) : Number(id)
      if (receiptIds === 'same') expect(id).toBe(taken?.id)
      else expect(number).toBe(taken?.number)
    },
  )

  test('a delivery is answered only once it is handed over; a failure makes it come again', async () => {
    let failures = 2
    const seen: number[] = []
    const { link, sandbox } = await both(
      { redeliverMs: 30 },
      {},
      {
        handlers: {
          receipts: async (batch) => {
            seen.push(batch.length)
            failures -= 1
            if (failures >= 0) throw new Error('the database is away')
          },
        },
      },
    )
    await submitAll(link, segmentsOf('0011'))
    await until(() => sandbox.stats().deliveriesAnswered === 1)
    expect(sandbox.stats()).toMatchObject({ deliveriesRefused: 2 })
    expect(seen).toEqual([1, 1, 1])
  })
})

describe('in bad weather', () => {
  test('what is not answered in time is unknown; a late answer still tells the id', async () => {
    const { link, late, sandbox } = await both(
      { lateAnswerMs: 120 },
      {},
      { limits: { answerTimeoutMs: 50 } },
    )
    expect(await submitAll(link, segmentsOf('0923'))).toEqual([
      { kind: 'unknown', why: 'no_answer' },
    ])
    await until(() => late.length === 1)
    const [taken] = sandbox.taken()
    expect(late).toEqual([['0923/1', { kind: 'accepted', operatorMessageId: taken?.id }]])
    expect(link.open).toBe(0)
  })

  test('a cut connection leaves its window unknown, what waits not sent, and binds again', async () => {
    const heard = await both({ answerDelayMs: 10_000 }, { windowMax: 2 })
    const { link, sandbox } = heard
    const segments = numbers(4).flatMap((lastFour) => segmentsOf(lastFour))
    const outcomes = submitAll(link, segments)
    await until(() => sandbox.stats().submits === 2)
    sandbox.cutAll()
    expect(await outcomes).toEqual([
      { kind: 'unknown', why: 'connection_lost' },
      { kind: 'unknown', why: 'connection_lost' },
      { kind: 'not_sent', why: 'link_down' },
      { kind: 'not_sent', why: 'link_down' },
    ])
    sandbox.configure({ answerDelayMs: 0 })
    await bound(heard)
    expect(await submitAll(link, segmentsOf('0013'))).toMatchObject([{ kind: 'accepted' }])
  })

  test('an operator for which nobody is bound any more gets a new session', async () => {
    const heard = await both({ answerDelayMs: 20 }, { windowMax: 2 })
    const { link, sandbox, states } = heard
    const segments = ['0916', '0001', '0002'].flatMap((lastFour) => segmentsOf(lastFour))
    // What is in the window has its answer yet; what waits was surely not sent.
    expect(await submitAll(link, segments)).toMatchObject([
      { kind: 'refused', statusName: 'ESME_RINVBNDSTS', action: 'retry' },
      { kind: 'accepted' },
      { kind: 'not_sent', why: 'link_down' },
    ])
    await until(() => link.state.kind === 'down')
    expect(states.at(-1)).toMatchObject({ why: 'operator_unbound', status: 4, failures: 1 })
    await bound(heard)
    expect(sandbox.stats()).toMatchObject({ binds: 2 })
    expect(await submitAll(link, segmentsOf('0916'))).toMatchObject([{ kind: 'accepted' }])
  })

  test.each(['cut', 'cut_in_pdu', 'garbage', 'unbind', 'drop_answer', 'throttle'] as const)(
    'through %s at every 40th submit, each segment is told as what it was',
    async (kind) => {
      const heard = await both(
        { faults: [{ kind, atSubmit: 40, everySubmits: 40 }] },
        {},
        // The garbage out of step leaves the link deaf until it asks whether anybody is there.
        {
          limits: {
            answerTimeoutMs: 150,
            stableBindMs: 0,
            enquireLinkIntervalMs: 200,
            enquireLinkTimeoutMs: 300,
          },
        },
      )
      const { link, sandbox, receipts } = heard
      const taken = new Map<string, number>()
      const unknown = new Set<string>()
      let left = numbers(200).flatMap((lastFour) => segmentsOf(lastFour))
      for (let turn = 0; left.length > 0 && turn < 100; turn += 1) {
        await bound(heard)
        const outcomes = await submitAll(link, left)
        const again = left.filter((_, index) => {
          const outcome = outcomes[index]
          return (
            outcome?.kind === 'not_sent' ||
            (outcome?.kind === 'refused' && outcome.action !== 'give_up')
          )
        })
        left.forEach((segment, index) => {
          if (outcomes[index]?.kind === 'unknown') unknown.add(segment.key)
        })
        left = again
      }
      expect(left).toEqual([])
      for (const message of sandbox.taken()) {
        const key = `${message.destination.slice(-4)}/1`
        taken.set(key, (taken.get(key) ?? 0) + 1)
      }
      // Nothing twice; nothing lost but what was told as unknown.
      expect([...taken.values()].every((times) => times === 1)).toBe(true)
      const missing = numbers(200).filter((lastFour) => !taken.has(`${lastFour}/1`))
      expect(missing.every((lastFour) => unknown.has(`${lastFour}/1`))).toBe(true)
      expect(sandbox.stats().faults).toBeGreaterThan(3)
      await bound(heard)
      await until(() => new Set(receipts.map((one) => one.operatorMessageId)).size === taken.size)
    },
  )

  test('a wrong password is told as such, and not tried again soon', async () => {
    const sandbox = await sandboxWith({ accounts: [{ systemId: 'accord', password: 'right' }] })
    const wrong = kept(linkTo(settingsFor(sandbox.port)))
    wrong.link.start()
    await until(() => wrong.link.state.kind === 'down')
    expect(wrong.link.state).toMatchObject({ why: 'wrong_password', status: 0x0e, failures: 1 })
    const { state } = wrong.link
    expect(state.kind === 'down' && (state.retryAt ?? 0) - Date.now()).toBeGreaterThan(25_000)
    const stranger = kept(linkTo(settingsFor(sandbox.port, { systemId: 'nobody' })))
    stranger.link.start()
    await until(() => stranger.link.state.kind === 'down')
    expect(stranger.link.state).toMatchObject({ why: 'wrong_system_id' })
    const right = linkTo(settingsFor(sandbox.port, { password: new Personal('right') }))
    await bound(kept(right))
    expect(sandbox.stats()).toMatchObject({ binds: 1, bindsRefused: 2 })
  })

  test('an operator that is down is told as such, and found when it is back', async () => {
    const first = await startSandbox()
    const { port } = first
    await first.close()
    const heard = kept(linkTo(settingsFor(port)))
    heard.link.start()
    await until(() => heard.link.state.kind === 'down')
    expect(heard.link.state).toMatchObject({ why: 'connection_refused' })
    expect(await submitAll(heard.link, segmentsOf('0014'))).toEqual([
      { kind: 'not_sent', why: 'link_down' },
    ])
    await sandboxWith({ port })
    await bound(heard)
  })

  test.each([
    ['another protocol', 'HTTP/1.1 400 Bad Request\r\n\r\n', 'malformed_bytes'],
    ['silence', '', 'bind_timeout'],
    ['a broken answer', '\0\0\0\x12\x80\0\0\x09\0\0\0\0\0\0\0\x01ab', 'malformed_bytes'],
  ] as const)('a server that answers the bind with %s', async (_what, bytes, why) => {
    const server = net.createServer((socket) => {
      socket.on('error', () => socket.destroy())
      socket.once('data', () => socket.write(Buffer.from(bytes, 'latin1')))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    open.push({ close: () => new Promise((resolve) => server.close(resolve)) })
    const { port } = server.address() as net.AddressInfo
    const limits = { bindTimeoutMs: 100, reconnectDelayMsMin: 5_000 }
    const heard = kept(linkTo(settingsFor(port), { limits }))
    heard.link.start()
    await until(() => heard.link.state.kind === 'down')
    expect(heard.link.state).toMatchObject({ why })
  })

  // One length too large by an octet, and all that comes behind it is part of a PDU without end.
  test.each([
    ['nothing', ''],
    ['octets that end no PDU', '0000ffff'],
  ])('an enquire_link that hears %s ends the connection', async (_what, octets) => {
    const server = net.createServer((socket) => {
      socket.on('error', () => socket.destroy())
      const answer = '0000001580000009000000000000000174657374'
      socket.once('data', () => {
        socket.write(Buffer.from(`${answer}00`, 'hex'))
        const trickle = setInterval(() => socket.write(Buffer.from(octets, 'hex')), 5)
        socket.once('close', () => clearInterval(trickle))
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    open.push({ close: () => new Promise((resolve) => server.close(resolve)) })
    const { port } = server.address() as net.AddressInfo
    const limits = {
      enquireLinkIntervalMs: 40,
      enquireLinkTimeoutMs: 40,
      reconnectDelayMsMin: 5_000,
    }
    const heard = await bound(kept(linkTo(settingsFor(port), { limits })))
    await until(() => heard.link.state.kind === 'down')
    expect(heard.link.state).toMatchObject({ why: 'link_silent' })
  })

  test('an idle link stays bound by enquire_link', async () => {
    const limits = { enquireLinkIntervalMs: 20, enquireLinkTimeoutMs: 2_000 }
    const { link } = await both({}, {}, { limits })
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(link.counters.binds).toBe(1)
    expect(link.state.kind).toBe('bound')
  })

  test('a throttled link pauses and then goes on', async () => {
    const { link, sandbox } = await both({ submitsPerSecondMax: 50 }, { windowMax: 20 })
    let left = numbers(120).flatMap((lastFour) => segmentsOf(lastFour))
    while (left.length > 0) {
      const outcomes = await submitAll(link, left)
      left = left.filter((_, index) => outcomes[index]?.kind === 'refused')
    }
    expect(sandbox.stats().taken).toBe(120)
    // Without the pauses there would be thousands of throttled submits in two seconds.
    expect(link.counters.throttled).toBeLessThan(1_000)
  })
})
