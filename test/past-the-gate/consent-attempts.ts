// Attempts without a consent that counts: other channel, purpose, entity, account, words, evidence,
// age.
import type { EvidenceGrade, WordingDraft } from '../../src/consent/index.ts'
import { evidenceGrades } from '../../src/consent/index.ts'
import type { ControllerId, WordingId } from '../../src/kernel/index.ts'
import type { Attempt } from './attempt.ts'
import { dayMs, type World } from './world.ts'

const askedAndAgreed = async (world: World) => world.first(await world.person())
const agreed = 'the same person, after agreeing to SMS for this purpose'

/** Somebody in an open list who has agreed to something else. */
async function otherwise(world: World, agree: (person: Person) => Promise<unknown>) {
  const person = await world.person({ consents: false })
  await agree(person)
  return person
}
type Person = Awaited<ReturnType<World['person']>>

const otherChannels = ['email', 'mms', 'rcs', 'voice', 'post'] as const
const channelText = 'J’accepte de recevoir par SMS, e-mail, MMS, RCS, téléphone et voie postale'
const everyChannel: Partial<WordingDraft> = {
  shownText: `${channelText} les offres de la boutique Lumen.`,
  channels: ['sms', ...otherChannels],
}

const channels: Attempt[] = otherChannels.flatMap((channel): Attempt[] => {
  const agreeTo = async (world: World, means: typeof channel | 'sms') => {
    const wording = await world.wording(everyChannel)
    return otherwise(world, (person) =>
      world.agree(person, { channel: means, wordingId: wording?.wordingId ?? null }),
    )
  }
  const common = {
    family: 'Consent for another channel',
    expected: 'no_consent' as const,
    control: 'the same words, and the box for SMS',
  }
  return [
    {
      ...common,
      gate: 'first',
      what: `agreed to ${channel} only, on words that name SMS too`,
      make: async (world) => world.first(await agreeTo(world, channel)),
      pass: async (world) => world.first(await agreeTo(world, 'sms')),
    },
  ]
})

const otherPurposes = ['news', 'partners', 'surveys', 'offers_vip', 'offer', 'events', 'loyalty']
const purposes: Attempt[] = otherPurposes.map((purpose) => {
  const agreeTo = async (world: World, asked: string) => {
    const wording = await world.wording({ purposes: [asked] })
    return otherwise(world, (person) =>
      world.agree(person, { purpose: asked, wordingId: wording?.wordingId ?? null }),
    )
  }
  return {
    family: 'Consent for another purpose',
    what: `agreed to "${purpose}", written to for "offers"`,
    gate: 'first',
    expected: 'no_consent',
    control: `the same person, written to for "${purpose}"`,
    make: async (world) => world.first(await agreeTo(world, purpose)),
    pass: async (world) => world.first(await agreeTo(world, purpose), { purpose }),
  }
})

const entities: Attempt[] = ['Atelier Lumen', 'Lumen Voyages', 'Holding Lumen'].map((name) => {
  const agreeTo = async (world: World) => {
    const controllerId = await world.controller(name)
    const wording = await world.wording({
      controllerId,
      controllerName: name,
      shownText: `J’accepte de recevoir par SMS les offres de ${name}.`,
    })
    const person = await otherwise(world, (one) =>
      world.agree(one, { controllerId, wordingId: wording?.wordingId ?? null }),
    )
    return { person, controllerId }
  }
  return {
    family: 'Consent given to another entity or account',
    what: `agreed with ${name}, written to by another entity of the same account`,
    gate: 'first',
    expected: 'no_consent',
    control: `the same person, written to for ${name}`,
    make: async (world) => world.first((await agreeTo(world)).person),
    pass: async (world) => {
      const { person, controllerId } = await agreeTo(world)
      return world.first(person, { controllerId, controllerName: name })
    },
  }
})

const otherAccount: Attempt[] = (['first', 'door'] as const).map((way) => ({
  family: 'Consent given to another entity or account',
  what: `the same number agreed with another account of the installation (${way === 'door' ? 'through the API' : 'from a list'})`,
  gate: 'first',
  expected: 'no_consent',
  control: agreed,
  make: async (world) => {
    const person = await world.person({ consents: false })
    await world.otherAccountAgrees(person.number)
    return way === 'door' ? world.door(person.number) : world.first(person)
  },
  pass: askedAndAgreed,
}))

const never: Attempt[] = [
  {
    family: 'Nobody was asked',
    what: 'a contact in an open list that never agreed to anything',
    gate: 'first',
    expected: 'no_consent',
    control: agreed,
    make: async (world) => world.first(await world.person({ consents: false })),
    pass: askedAndAgreed,
  },
  {
    family: 'Nobody was asked',
    what: 'a number that the account does not know, through the API',
    gate: 'first',
    expected: 'no_consent',
    control: 'a number that agreed, through the API',
    make: async (world) => world.door(world.number()),
    pass: async (world) => world.door((await world.person()).number),
  },
  {
    family: 'Nobody was asked',
    what: 'an alert’s recipient, written to for marketing the next time',
    gate: 'first',
    expected: 'no_consent',
    control: agreed,
    make: async (world) => {
      const number = world.number()
      await world.door(number, { class: 'alert', basis: 'contract', text: 'Commande prête.' })
      return world.door(number)
    },
    pass: askedAndAgreed,
  },
]

/** Words in which nobody reads that an SMS will come. */
const withoutSms = [
  'J’accepte de recevoir les offres de la boutique Lumen.',
  'J’accepte de recevoir par e-mail les offres de la boutique Lumen.',
  'J’accepte d’être contacté par téléphone par la boutique Lumen.',
  'J’accepte de recevoir par courrier les offres de la boutique Lumen.',
  'J’accepte de recevoir par MMS les offres de la boutique Lumen.',
  'J’accepte de recevoir par WhatsApp les offres de la boutique Lumen.',
  'J’accepte de recevoir des messages de la boutique Lumen.',
  'J’accepte de recevoir des notifications de la boutique Lumen.',
  'J’accepte de recevoir, par tout moyen, les offres de la boutique Lumen.',
  'J’accepte que la boutique Lumen utilise mon numéro de portable.',
  'Boutique Lumen: I agree to receive offers by e-mail and phone.',
  'Boutique Lumen: keep me posted on the smash hits of the season.',
  'Boutique Lumen : dans ce contexte, j’accepte vos offres.',
]
const words: Attempt[] = withoutSms.map((shownText) => ({
  family: 'Words that do not name SMS',
  what: shownText,
  gate: 'first',
  expected: 'no_consent',
  control: 'the same words with "par SMS"',
  make: async (world) => {
    // Publishing is refused; the draft cannot carry the consent either.
    if ((await world.wording({ shownText })) !== null) return { verdict: 'published', checks: [] }
    const draft = await world.draft({ shownText })
    return world.first(
      await otherwise(world, (one) => world.agree(one, { wordingId: draft.wordingId })),
    )
  },
  pass: async (world) => {
    const wording = await world.wording({ shownText: `${shownText} (par SMS)` })
    const wordingId = wording?.wordingId ?? null
    return world.first(await otherwise(world, (one) => world.agree(one, { wordingId })))
  },
}))

const sound = 'J’accepte de recevoir par SMS les offres de la boutique Lumen.'
/** What keeps a wording from being published, each in one thing. */
const defective: readonly (readonly [string, Partial<WordingDraft>])[] = [
  [
    'the box was ticked beforehand',
    { form: { boxInitially: 'ticked', bundledWithTerms: false, conditional: false } },
  ],
  [
    'the same act accepts the terms of sale',
    { form: { boxInitially: 'unticked', bundledWithTerms: true, conditional: false } },
  ],
  [
    'a discount depends on it',
    { form: { boxInitially: 'unticked', bundledWithTerms: false, conditional: true } },
  ],
  [
    'the words accept the terms of sale too',
    { shownText: `J’accepte les conditions générales. ${sound}` },
  ],
  ['the words accept terms in English too', { shownText: `I accept the terms of sale. ${sound}` }],
  ['nobody is named', { shownText: 'J’accepte de recevoir des offres par SMS.' }],
  [
    'another shop is named',
    { shownText: 'J’accepte de recevoir par SMS les offres de la boutique Lunaire.' },
  ],
  ['partners are in the same box', { shownText: `${sound.slice(0, -1)} et de ses partenaires.` }],
  ['two purposes are in one box', { purposes: ['offers', 'surveys'] }],
  ['the text is empty', { shownText: ' ' }],
]
const wordings: Attempt[] = defective.map(([what, changed]) => ({
  family: 'A wording that is not valid',
  what,
  gate: 'first',
  expected: 'no_consent',
  control: 'the same wording without the defect',
  make: async (world) => {
    if ((await world.wording(changed)) !== null) return { verdict: 'published', checks: [] }
    const { wordingId } = await world.draft(changed)
    return world.first(await otherwise(world, (one) => world.agree(one, { wordingId })))
  },
  pass: async (world) => {
    const wordingId = (await world.wording({}))?.wordingId ?? null
    return world.first(await otherwise(world, (one) => world.agree(one, { wordingId })))
  },
}))

const citing: readonly (readonly [
  string,
  (world: World) => Promise<Parameters<World['agree']>[1]>,
])[] = [
  [
    'a sound wording that is still a draft',
    async (world) => ({
      wordingId: (await world.draft()).wordingId,
    }),
  ],
  [
    'a wording that does not exist',
    async (world) => ({
      wordingId: world.fixture.makeId() as WordingId,
    }),
  ],
  [
    'a wording of another entity',
    async (world) => {
      const controllerId = await world.controller('Atelier Lumen')
      const shownText = 'J’accepte de recevoir par SMS les offres de Atelier Lumen.'
      const wording = await world.wording({
        controllerId,
        controllerName: 'Atelier Lumen',
        shownText,
      })
      return { wordingId: wording?.wordingId ?? null }
    },
  ],
  [
    'a wording that covers another purpose',
    async (world) => ({
      wordingId: (await world.wording({ purposes: ['news'] }))?.wordingId ?? null,
    }),
  ],
  [
    'an entity that does not exist',
    async (world) => ({
      controllerId: world.fixture.makeId() as ControllerId,
    }),
  ],
  ['a day that has not come', async (world) => ({ givenAt: world.now() + 2 * dayMs })],
  ['a year that has not come', async (world) => ({ givenAt: world.now() + 400 * dayMs })],
]
const citations: Attempt[] = citing.map(([what, given]) => ({
  family: 'A consent that names something else',
  what: `the consent names ${what}`,
  gate: 'first',
  expected: 'no_consent',
  control: 'the consent names a published wording and a day that was',
  make: async (world) => {
    const asked = await given(world)
    return world.first(await otherwise(world, (one) => world.agree(one, asked)))
  },
  pass: askedAndAgreed,
}))

type Lack = { givenAt?: null; wordingId?: null; source?: string | null }
const lacks: readonly (readonly [string, Lack])[] = [
  ['without a date', { givenAt: null }],
  ['without the words', { wordingId: null }],
]
const weak: readonly (readonly [string, Lack])[] = [
  ['without a source', { source: null }],
  ['with an empty source', { source: '  ' }],
]
const evidence: Attempt[] = evidenceGrades.flatMap((grade) => {
  if (grade === 'claimed') return []
  const isWord = grade === 'import_declared' || grade === 'api_declared'
  return [...lacks, ...(isWord ? weak : [])].map(
    ([what, lack]): Attempt => ({
      family: 'A claim without its evidence',
      what: `${grade}, ${what}`,
      gate: 'first',
      expected: 'consent_unproven',
      control: `${grade}, whole`,
      make: async (world) =>
        world.first(await otherwise(world, (one) => world.agree(one, { grade, ...lack }))),
      pass: async (world) =>
        world.first(await otherwise(world, (one) => world.agree(one, { grade }))),
    }),
  )
})

const above: readonly (readonly [EvidenceGrade, EvidenceGrade, 'server' | 'declared'])[] = [
  ['own_form', 'import_declared', 'declared'],
  ['own_form', 'own_form', 'declared'],
  ['own_form', 'keyword_from_handset', 'declared'],
  ['double_opt_in', 'own_form', 'server'],
  ['double_opt_in', 'double_opt_in', 'declared'],
  ['signed_paper', 'double_opt_in', 'server'],
  ['signed_paper', 'signed_paper', 'declared'],
  ['keyword_from_handset', 'double_opt_in', 'server'],
]
async function withPolicy<T>(
  world: World,
  policy: { minimumGrade: EvidenceGrade; validMonths: number },
  work: () => Promise<T>,
): Promise<T> {
  const { account, consent, database } = world.fixture
  const set = (one: typeof policy) =>
    database.inAccount(account.id, (tx) => consent.setPolicy(tx, account.id, one))
  await set(policy)
  try {
    return await work()
  } finally {
    await set({ minimumGrade: 'import_declared', validMonths: 24 })
  }
}
const policies: Attempt[] = above.map(([minimumGrade, grade, witness]) => ({
  family: 'Evidence weaker than the account asks for',
  what: `${grade}${witness === 'declared' ? ', on a caller’s word' : ''}, where ${minimumGrade} is asked`,
  gate: 'first',
  expected: 'consent_unproven',
  control: `${minimumGrade}, vouched for`,
  make: (world) =>
    withPolicy(world, { minimumGrade, validMonths: 24 }, async () =>
      world.first(await otherwise(world, (one) => world.agree(one, { grade, witness }))),
    ),
  pass: (world) =>
    withPolicy(world, { minimumGrade, validMonths: 24 }, async () =>
      world.first(await otherwise(world, (one) => world.agree(one, { grade: minimumGrade }))),
    ),
}))

/** Months of life, the day it was given, and the first instant at which it counts no more. */
const lives: readonly (readonly [number, string, string])[] = [
  [1, '2026-10-25T11:30:00Z', '2026-11-25T11:30:00Z'],
  [3, '2026-08-31T11:30:00Z', '2026-11-30T11:30:00Z'],
  [6, '2026-05-25T11:30:00Z', '2026-11-25T11:30:00Z'],
  [12, '2025-11-25T11:30:00Z', '2026-11-25T11:30:00Z'],
  [24, '2024-11-25T11:30:00Z', '2026-11-25T11:30:00Z'],
  [36, '2023-11-25T11:30:00Z', '2026-11-25T11:30:00Z'],
  [6, '2026-10-31T11:30:00Z', '2027-04-30T11:30:00Z'],
]
const expiry: Attempt[] = lives.flatMap(([validMonths, given, end]): Attempt[] => {
  const lived = (world: World) =>
    otherwise(world, (one) => world.agree(one, { givenAt: Date.parse(given) }))
  const at = (ms: number) => new Date(Date.parse(end) + ms).toISOString()
  const common = {
    family: 'A consent at the end of its life',
    expected: 'consent_expired' as const,
    control: 'a whole day before',
  }
  const policy = { minimumGrade: 'import_declared' as const, validMonths }
  return [
    {
      ...common,
      gate: 'first',
      what: `given on ${given.slice(0, 10)} for ${validMonths} months, at ${at(0)}`,
      make: (world) =>
        withPolicy(world, policy, async () => {
          world.goTo(at(0))
          return world.first(await lived(world))
        }),
      pass: (world) =>
        withPolicy(world, policy, async () => {
          world.goTo(at(-2 * dayMs))
          return world.first(await lived(world))
        }),
    },
    {
      ...common,
      control: 'it leaves a millisecond earlier',
      gate: 'second',
      what: `given on ${given.slice(0, 10)} for ${validMonths} months, accepted before and leaving at the end`,
      make: (world) =>
        withPolicy(world, policy, async () => {
          world.goTo(at(-60_000))
          return world.second(await lived(world), () => world.goTo(at(0)))
        }),
      pass: (world) =>
        withPolicy(world, policy, async () => {
          world.goTo(at(-60_000))
          return world.second(await lived(world), () => world.goTo(at(-1)))
        }),
    },
  ]
})

const renewals: Attempt[] = [
  {
    family: 'A consent at the end of its life',
    what: 'silence: a claim without evidence does not renew it',
    gate: 'first',
    expected: 'consent_expired',
    control: 'a new yes, seen by the server',
    make: async (world) => {
      const person = await otherwise(world, (one) =>
        world.agree(one, { givenAt: world.now() - 800 * dayMs }),
      )
      await world.agree(person, { wordingId: null })
      return world.first(person)
    },
    pass: async (world) => {
      const person = await otherwise(world, (one) =>
        world.agree(one, { givenAt: world.now() - 800 * dayMs }),
      )
      await world.agree(person, { givenAt: world.now() })
      return world.first(person)
    },
  },
]

export const consentAttempts: readonly Attempt[] = [
  ...never,
  ...channels,
  ...purposes,
  ...entities,
  ...otherAccount,
  ...words,
  ...wordings,
  ...citations,
  ...evidence,
  ...policies,
  ...expiry,
  ...renewals,
]
