// Attempts by what is written: advertising dressed as an alert, banned trades,
// false senders and STOPs.
import type { Attempt } from './attempt.ts'
import type { World } from './world.ts'

const plain = 'Nouvelle collection en boutique.'
const asked = async (world: World) => world.first(await world.person())

const disguised = [
  'Profitez de -50 % sur toute la boutique ce week-end !',
  'Soldes : tout à moitié prix, profitez-en vite.',
  'Votre commande est prête. Profitez aussi de -20 % avec le code NOEL20.',
  'Offre exclusive : un article acheté, un offert. Venez vite !',
  'Ventes privées dès demain : jusqu’à -70 %, profitez-en !',
  'Gagnez un bon d’achat de 50 € : offre valable jusqu’à dimanche.',
  'Black Friday : -30 % sur tout, dernière chance !',
]
const advertising: Attempt[] = disguised.map((text) => ({
  family: 'Advertising sent as an alert',
  what: text,
  gate: 'first',
  expected: 'alert_reads_like_advertising',
  control: 'the news that an order is ready',
  make: async (world) => world.door(world.number(), { class: 'alert', basis: 'contract', text }),
  pass: async (world) =>
    world.door(world.number(), {
      class: 'alert',
      basis: 'contract',
      text: 'Votre commande 4711 est prête au comptoir.',
    }),
}))

const noBasis: Attempt = {
  family: 'Advertising sent as an alert',
  what: 'an alert without a basis',
  gate: 'first',
  expected: 'alert_basis_missing',
  control: 'the same alert, on the basis of a contract',
  make: async (world) =>
    world.first(await world.person(), {
      class: 'alert',
      basis: null,
      text: 'Votre commande est prête.',
    }),
  pass: async (world) =>
    world.door(world.number(), {
      class: 'alert',
      basis: 'contract',
      text: 'Votre commande est prête.',
    }),
}
const noBasisAtTheDoor: Attempt = {
  ...noBasis,
  what: 'an alert without a basis, asked over the API',
  expected: 'error: sending.basis_missing',
  make: async (world) =>
    world.door(world.number(), { class: 'alert', text: 'Votre commande est prête.' }),
}
const noPurpose: Attempt = {
  family: 'Advertising sent as an alert',
  what: 'marketing without a purpose, so that any consent would do',
  gate: 'first',
  expected: 'error: sending.purpose_missing',
  control: 'with its purpose',
  make: async (world) => world.door((await world.person()).number, { purpose: undefined }),
  pass: async (world) => world.door((await world.person()).number),
}

const banned = [
  'Isolation à 1 € : Boutique Lumen vous rappelle.',
  'Vos droits CPF expirent : Boutique Lumen vous forme.',
  'Mon Compte Formation : Boutique Lumen vous inscrit.',
  'Panneaux solaires : Boutique Lumen vous équipe.',
  'Pompe à chaleur posée par Boutique Lumen.',
  'MaPrimeRénov : Boutique Lumen monte votre dossier.',
  'Rénovation énergétique avec Boutique Lumen.',
]
const sectors: Attempt[] = banned.map((text) => ({
  family: 'A trade that may not advertise so',
  what: text,
  gate: 'first',
  expected: 'sector_banned',
  control: plain,
  make: async (world) => world.first(await world.person(), { text }),
  pass: asked,
}))

const strange = ['LUMENS', 'LUM3N', 'Boutique', 'ALLUMEN', '36222']
const senders: Attempt[] = strange.map((sender) => ({
  family: 'A sender that is not the account’s',
  what: sender,
  gate: 'first',
  expected: 'sender_not_registered',
  control: 'LUMEN, which is registered',
  make: async (world) =>
    world.first(await world.person(), { sender, text: 'Boutique Lumen : nouvelle collection.' }),
  pass: asked,
}))

const registered = (world: World, state: string, expires: string | null) =>
  world.asSuperuser(`update routing.sender set state = $1, expires_at = $2 where name = 'LUMEN'`, [
    state,
    expires,
  ])
async function whileSender<T>(
  world: World,
  [state, expires]: readonly [string, string | null],
  work: () => Promise<T>,
): Promise<T> {
  await registered(world, state, expires)
  try {
    return await work()
  } finally {
    await registered(world, 'approved', null)
  }
}
const taken: readonly (readonly [
  string,
  readonly [string, string | null],
  'sender_not_registered' | 'sender_not_allowed',
])[] = [
  ['LUMEN, refused since', ['refused', null], 'sender_not_allowed'],
  ['LUMEN, asked for and not yet approved', ['pending', null], 'sender_not_registered'],
  ['LUMEN, whose proof has run out', ['approved', '2026-11-25T11:29:59Z'], 'sender_not_registered'],
]
const takenBack: Attempt[] = taken.flatMap(([what, standing, expected]): Attempt[] => [
  {
    family: 'A sender that is not the account’s',
    what,
    gate: 'first',
    expected,
    control: 'LUMEN, approved',
    make: async (world) => {
      const person = await world.person()
      return whileSender(world, standing, () => world.first(person))
    },
    pass: asked,
  },
  {
    family: 'A sender that is not the account’s',
    what: `${what}, while the message waits`,
    gate: 'second',
    expected,
    control: 'LUMEN, approved all the while',
    make: async (world) => {
      const person = await world.person()
      try {
        return await world.second(person, () => registered(world, ...standing))
      } finally {
        await registered(world, 'approved', null)
      }
    },
    pass: async (world) => world.second(await world.person(), () => undefined),
  },
])

const stops = [
  'Nouvelle collection. STOP au 36222',
  'Nouvelle collection. STOP SMS 38111',
  'Nouvelle collection. Stop au 0639980000',
  'Nouvelle collection. STOP : +33 6 39 98 00 00',
]
const mentions: Attempt[] = stops.map((text) => ({
  family: 'A STOP that leads nowhere',
  what: text,
  gate: 'first',
  expected: 'stop_mention_mismatch',
  control: 'STOP at the route’s own number',
  make: async (world) => world.first(await world.person(), { text }),
  pass: async (world) =>
    world.first(await world.person(), { text: 'Nouvelle collection. STOP au 36111' }),
}))

const holes = ['Bonjour {last_name}, nouvelle collection.', '{first_name} {last_name} : bonjour.']
const merges: Attempt[] = holes.map((text) => ({
  family: 'A text that is not fit to be read',
  what: `${text} (to somebody whose last name is not known)`,
  gate: 'first',
  expected: 'merge_field_empty',
  control: 'to somebody whose name is known',
  make: async (world) => world.first(await world.person(), { text }),
  pass: async (world) =>
    world.first(await world.person({ fields: { firstName: 'Zoé', lastName: 'Exemple' } }), {
      text,
    }),
}))
const long: readonly (readonly [string, string, string])[] = [
  ['eleven parts of plain letters', 'a'.repeat(1600), 'a'.repeat(1500)],
  ['eleven parts because of one emoji', `☃${'a'.repeat(690)}`, `☃${'a'.repeat(600)}`],
]
const lengths: Attempt[] = long.map(([what, text, shorter]) => ({
  family: 'A text that is not fit to be read',
  what,
  gate: 'first',
  expected: 'text_too_long',
  control: 'ten parts or fewer',
  make: async (world) => world.first(await world.person(), { text }),
  pass: async (world) => world.first(await world.person(), { text: shorter }),
}))

export const textAttempts: readonly Attempt[] = [
  ...advertising,
  noBasis,
  noBasisAtTheDoor,
  noPurpose,
  ...sectors,
  ...senders,
  ...takenBack,
  ...mentions,
  ...merges,
  ...lengths,
]
