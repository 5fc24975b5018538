// Which route a message takes, how ids find their segment, and how an operator's address is read.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RouteId } from '../kernel/index.ts'
import { shortcodeClassOf } from './link-pool.ts'
import { parseOperatorUrl } from './operator-url.ts'
import { idCandidates, operatorKey, ReceiptHabits } from './receipt-ids.ts'
import { chooseRoute, type Route, type RouteStanding } from './route.ts'
import { senderStandingOf, smppAddressOf } from './sender.ts'

const base: Route = {
  routeId: '0193f6a0-0000-7000-8000-000000000001' as RouteId,
  name: 'A',
  kind: 'smpp',
  supplierId: '0193f6a0-0000-7000-8000-000000000002',
  isSandbox: false,
  enabled: true,
  host: '127.0.0.1',
  port: 2775,
  usesTls: false,
  systemId: 'acc',
  systemType: '',
  bindAs: 'transceiver',
  binds: 1,
  windowMax: 50,
  segmentsPerSecond: null,
  concatenation: 'udh8',
  defaultAlphabet: 'gsm7',
  receiptOffsetMinutes: 0,
  stopText: 'STOP au 36111',
  stopShortcode: '36111',
  countries: [],
  classes: ['marketing', 'alert'],
  hours: null,
  priority: 100,
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
  } as const
  expect(senderStandingOf(sender, 9)).toBe('registered')
  expect(senderStandingOf(sender, 10)).toBe('unknown')
  expect(senderStandingOf({ ...sender, state: 'pending' }, 9)).toBe('unknown')
  expect(senderStandingOf({ ...sender, state: 'refused' }, 9)).toBe('refused')
  expect(senderStandingOf(null, 9)).toBe('unknown')
})
