// Which route a message takes, how ids find their segment, and how an operator's address is read.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RouteId } from '../kernel/index.ts'
import { parseOperatorUrl } from './operator-url.ts'
import { ReceiptDelays } from './receipt-delays.ts'
import { idCandidates, operatorKey, ReceiptHabits } from './receipt-ids.ts'
import { chooseRoute, type Route, type RouteStanding, sharesWork } from './route.ts'
import { senderStandingOf, smppAddressOf } from './sender.ts'
import { shortcodeClassOf } from './shortcode-class.ts'

const base: Route = {
  routeId: '0193f6a0-0000-7000-8000-000000000001' as RouteId,
  name: 'A',
  kind: 'smpp',
  isFromConfiguration: false,
  supplierId: '0193f6a0-0000-7000-8000-000000000002',
  isSandbox: false,
  enabled: true,
  host: '127.0.0.1',
  port: 2775,
  usesTls: false,
  tlsCa: null,
  tlsServerName: null,
  systemId: 'acc',
  systemType: '',
  bindAs: 'transceiver',
  binds: 1,
  windowMax: 50,
  segmentsPerSecond: null,
  bindSegmentsPerSecond: null,
  senderSegmentsPerSecond: null,
  concatenation: 'udh8',
  shiftTables: [],
  optOutCodes: [],
  deadNumberCodes: ['1'],
  defaultAlphabet: 'gsm7',
  receiptOffsetMinutes: 0,
  stopText: 'STOP au 36111',
  stopShortcode: '36111',
  countries: [],
  classes: ['marketing', 'alert'],
  hours: null,
  priority: 100,
  share: 1,
  costMicroEur: 0,
  createdAt: 0,
  changedAt: 0,
}

function standing(change: Partial<Route> = {}, rest: Partial<RouteStanding> = {}): RouteStanding {
  const route = { ...base, ...change }
  return { route, contract: 'valid', contractUntil: null, isBound: true, ...rest }
}

const choose = (
  standings: RouteStanding[],
  question: Partial<Parameters<typeof chooseRoute>[0]> = {},
) =>
  chooseRoute(
    { country: 'FR', class: 'marketing', accountKind: 'live', at: 1000, ...question },
    standings,
    shortcodeClassOf,
  )

describe('routes that are alike', () => {
  const turns = (standings: RouteStanding[]): Record<string, number> => {
    const taken: Record<string, number> = {}
    for (let turn = 0; turn < 100; turn += 1) {
      const name = choose(standings, { turn: turn / 100 }).route?.name ?? 'none'
      taken[name] = (taken[name] ?? 0) + 1
    }
    return taken
  }

  test('take turns by their shares; another priority, cost or state takes no part', () => {
    const alike = [
      standing({ name: 'a', share: 3 }),
      standing({ name: 'b', share: 1 }),
      standing({ name: 'nothing', share: 0 }),
      standing({ name: 'dear', costMicroEur: 1, share: 100 }),
      standing({ name: 'down', share: 100 }, { isBound: false }),
    ]
    expect(turns(alike)).toEqual({ a: 75, b: 25 })
    expect(turns([standing({ name: 'alone', share: 0 })])).toEqual({ alone: 100 })
  })

  test('one whose receipts come late waits behind any other that is bound', () => {
    const late = standing({ name: 'late', priority: 1 }, { isSlow: true })
    expect(choose([late, standing({ name: 'good', priority: 9 })]).route?.name).toBe('good')
    const down = standing({ name: 'down', priority: 9 }, { isBound: false })
    expect(choose([late, down]).route?.name).toBe('late')
  })
})

describe('receipts that come late', () => {
  const minute = 60_000
  /** As nobody has found them at any node. */
  const lookUpInVain = (delays: ReceiptDelays, at: number) => {
    const { keys } = delays.overdue(at) ?? { keys: [] }
    for (const key of keys) delays.isLate(key)
    return keys.length
  }

  test('make a route slow when enough of enough do, for five minutes at least', () => {
    const delays = new ReceiptDelays()
    for (let index = 0; index < 40; index += 1) delays.accepted(`id${index}`, index * minute * 0.1)
    for (let index = 0; index < 36; index += 1)
      delays.received([`id${index}`], index * minute * 0.1 + 900)
    // Four of forty have not come: a tenth.
    expect(lookUpInVain(delays, 10 * minute)).toBe(4)
    expect(delays.isSlow(10 * minute)).toBe(false)
    for (let index = 40; index < 50; index += 1) delays.accepted(`id${index}`, 5 * minute)
    // What has not been looked up may have come to another node.
    expect(delays.isSlow(10.5 * minute)).toBe(false)
    expect(lookUpInVain(delays, 11 * minute)).toBe(10)
    expect(delays.isSlow(11 * minute)).toBe(true)
    for (let index = 0; index < 200; index += 1) {
      delays.accepted(`n${index}`, 12 * minute + index * 100)
      delays.received([null, `n${index}`], 12 * minute + index * 100 + 2_000)
    }
    expect(delays.isSlow(13 * minute)).toBe(true)
    expect(delays.isSlow(17 * minute)).toBe(false)
  })

  test('say nothing while there are few, and measure the delay', () => {
    const delays = new ReceiptDelays()
    for (let index = 0; index < 10; index += 1) delays.accepted(`00ID${index}`, 0)
    expect(lookUpInVain(delays, 10 * minute)).toBe(10)
    expect(lookUpInVain(delays, 10 * minute)).toBe(0)
    expect(delays.isSlow(10 * minute)).toBe(false)
    expect(delays.received([operatorKey('00ID3')], 7 * minute)).toBe(7 * minute)
    expect(delays.received([operatorKey('00ID3')], 8 * minute)).toBeNull()
  })
})

describe('choosing a route', () => {
  test.each<[string, RouteStanding[], string]>([
    ['none at all', [], 'no_route'],
    ['a disabled one', [standing({ enabled: false })], 'route_disabled'],
    ['no contract', [standing({}, { contract: 'missing' })], 'contract_missing'],
    ['an incomplete contract', [standing({}, { contract: 'incomplete' })], 'contract_incomplete'],
    ['an expired contract', [standing({}, { contract: 'expired' })], 'contract_expired'],
    [
      'a contract that ends this instant',
      [standing({}, { contractUntil: 1000 })],
      'contract_expired',
    ],
    ['another country', [standing({ countries: ['BE'] })], 'no_route_for_country'],
    ['another class', [standing({ classes: ['alert'] })], 'no_route_for_class'],
    ['a 38xxx for marketing', [standing({ stopShortcode: '38111' })], 'shortcode_for_other_class'],
    ['no opt-out mention', [standing({ stopText: null, stopShortcode: null })], 'no_stop_text'],
    [
      'several near misses: the nearest',
      [standing({ countries: ['BE'] }), standing({}, { contract: 'expired' })],
      'contract_expired',
    ],
  ])('%s is refused with its reason', (_why, standings, refusal) => {
    expect(choose(standings)).toEqual({ route: null, refusal })
  })

  test('a barred supplier is passed over, and never for a sandbox in place of it', () => {
    const barred = standing({ name: 'barred', supplierId: 'objected', priority: 1 })
    const other = standing({ name: 'other', supplierId: 'fine', priority: 2 })
    const without = { barred: new Set(['objected']) }
    expect(choose([barred, other]).route?.name).toBe('barred')
    expect(choose([barred, other], without).route?.name).toBe('other')
    const sandbox = standing({ name: 'sandbox', supplierId: 'own', isSandbox: true })
    expect(choose([barred, sandbox], without)).toEqual({ route: null, refusal: 'supplier_barred' })
  })

  test('an alert needs no opt-out mention', () => {
    const silent = standing({ stopText: null, stopShortcode: null })
    expect(choose([silent], { class: 'alert' }).refusal).toBeNull()
  })

  test('bound comes before priority, priority before cost', () => {
    const down = standing({ name: 'down', priority: 1 }, { isBound: false })
    const dear = standing({ name: 'dear', priority: 2, costMicroEur: 9 })
    const cheap = standing({ name: 'cheap', priority: 2, costMicroEur: 1 })
    expect(choose([down, dear, cheap]).route?.name).toBe('cheap')
    expect(choose([down, dear]).route?.name).toBe('dear')
    expect(choose([down]).route?.name).toBe('down')
  })

  test('a sandbox account never reaches a real route, nor a live one a sandbox beside it', () => {
    const real = standing({ name: 'real' })
    const play = standing({ name: 'play', isSandbox: true })
    expect(choose([real], { accountKind: 'sandbox' }).refusal).toBe('no_route')
    expect(choose([real, play], { accountKind: 'sandbox' }).route?.name).toBe('play')
    expect(choose([real, play]).route?.name).toBe('real')
    const closed = standing({ name: 'real', enabled: false })
    expect(choose([closed, play]).refusal).toBe('route_disabled')
    expect(choose([play]).route?.name).toBe('play')
  })
})

describe('ids of receipts', () => {
  const routeId = base.routeId
  const number = fc.bigInt({ min: 1n, max: 2n ** 64n })
  const writings: Record<string, (n: bigint) => string> = {
    decimal: (n) => n.toString(),
    hex: (n) => n.toString(16),
    'upper-case hex': (n) => n.toString(16).toUpperCase(),
    padded: (n) => n.toString().padStart(22, '0'),
    'padded hex': (n) => n.toString(16).padStart(20, '0'),
  }
  const pairs = Object.keys(writings).flatMap((a) => Object.keys(writings).map((b) => [a, b]))

  test.each(pairs)('an answer in %s finds its receipt in %s', (answer = '', receipt = '') => {
    fc.assert(
      fc.property(number, (n) => {
        const key = operatorKey(writings[answer]?.(n) ?? '')
        const keys = new ReceiptHabits()
          .candidates(routeId, [writings[receipt]?.(n) ?? ''])
          .map((candidate) => candidate.key)
        expect(keys).toContain(key)
      }),
      { numRuns: 50 },
    )
  })

  test('a name that is no number is found only as it is', () => {
    const habits = new ReceiptHabits()
    expect(operatorKey(' Zx-81 ')).toBe('Zx-81')
    expect(habits.candidates(routeId, ['Zx-81'])).toEqual([{ key: 'Zx-81', relation: 'same' }])
  })

  test('what was learned comes first, and the rate tells how many found their segment', () => {
    const habits = new ReceiptHabits()
    expect(habits.matchingRate(routeId)).toBeNull()
    for (let n = 0; n < 3; n += 1) habits.matched(routeId, 'decimal_in_answer')
    habits.unmatched(routeId)
    expect(habits.matchingRate(routeId)).toBe(0.75)
    expect(habits.candidates(routeId, ['10'])[0]).toEqual({
      key: '16',
      relation: 'decimal_in_answer',
    })
    const learned = habits.takeUnsaved()
    expect(learned.get(routeId)).toMatchObject({ decimal_in_answer: 3, unmatched: 1 })
    expect(habits.takeUnsaved().size).toBe(0)
    habits.giveBack(learned)
    expect(habits.takeUnsaved().get(routeId)).toMatchObject({ decimal_in_answer: 3 })
  })

  test('both ids of a receipt are tried, none twice', () => {
    const habit = { same: 1, hex_in_answer: 0, decimal_in_answer: 0, unmatched: 0 }
    const keys = idCandidates(['ff', 'FF', '00ff'], habit).map(({ key }) => key)
    expect(keys).toEqual(['ff', '255'])
  })
})

describe('an operator’s address', () => {
  test('is read with its parameters', () => {
    const address = parseOperatorUrl(
      'smpp://compte:p%40ss@smpp.exemple.fr:3000?window=10&rate=100&binds=2&bind=pair',
    )
    expect(address).toMatchObject({
      host: 'smpp.exemple.fr',
      port: 3000,
      usesTls: false,
      systemId: 'compte',
      windowMax: 10,
      segmentsPerSecond: 100,
      binds: 2,
      bindAs: 'pair',
    })
    expect(address.password.reveal('seal')).toBe('p@ss')
    expect(JSON.stringify(address)).not.toContain('p@ss')
    expect(parseOperatorUrl('smpps://a:b@[::1]')).toMatchObject({ host: '::1', port: 3550 })
  })

  test.each([
    'http://a:b@c:1',
    'smpp://',
    'smpp://:b@c:1',
    'smpp://a:secret@c:99999',
    'smpp://a:secret@c:1?window=0',
    'smpp://a:secret@c:1?windows=5',
    'smpp://a:secret@c:1?rate=fast',
    'smpp://a-very-long-system-id:secret@c:1',
    'smpp://a:%E0%A4%A@c:1',
    'quatsch',
  ])('%s is refused without repeating the password', (url) => {
    const attempt = () => parseOperatorUrl(url)
    expect(attempt).toThrow(expect.objectContaining({ code: 'routing.url_invalid' }))
    expect(attempt).not.toThrow(/secret/)
  })
})

test('senders are named as SMPP wants them', () => {
  expect(smppAddressOf('MABOUTIQUE')).toEqual({ ton: 5, npi: 0, address: 'MABOUTIQUE' })
  expect(smppAddressOf('36111')).toEqual({ ton: 3, npi: 0, address: '36111' })
  expect(smppAddressOf('+33937123456')).toEqual({ ton: 1, npi: 1, address: '33937123456' })
})

test('a sender whose mandate has ended is as good as unknown', () => {
  const sender = {
    senderId: 'x' as never,
    name: 'DUPONT',
    country: 'FR',
    kind: 'alphanumeric',
    state: 'approved',
    evidence: '',
    expiresAt: 10,
    createdAt: 0,
    decidedAt: 0,
    refusalSealed: null,
  } as const
  expect(senderStandingOf(sender, 9)).toBe('registered')
  expect(senderStandingOf(sender, 10)).toBe('unknown')
  expect(senderStandingOf({ ...sender, state: 'pending' }, 9)).toBe('unknown')
  expect(senderStandingOf({ ...sender, state: 'refused' }, 9)).toBe('refused')
  expect(senderStandingOf(null, 9)).toBe('unknown')
})

test.each([
  ['to all countries', {}, {}, true],
  ['to the account’s country', {}, { countries: ['FR'] }, true],
  ['to others alone', {}, { countries: ['BE'] }, false],
  ['to others, as its own', { countries: ['BE'] }, { countries: ['BE', 'LU'] }, true],
  ['to none of its own', { countries: ['BE'] }, { countries: ['FR'] }, false],
  ['of another class', { classes: ['alert'] }, { classes: ['marketing'] }, false],
  ['of one of its classes', {}, { classes: ['alert'] }, true],
  ['for marketing without its STOP', {}, { classes: ['marketing'], stopText: null }, false],
] as const)('a route that reaches %s can carry new messages instead', (_what, own, other, is) => {
  const made = (more: object): Route => ({ ...base, ...more })
  expect(sharesWork(made(own), made(other), 'FR')).toBe(is)
})
