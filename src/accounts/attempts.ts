// Limits login and setup attempts without locking users out of their own account.
import type { UserId } from '../kernel/index.ts'
import { forgetTurns, giveTurnBack, type Turn, takeTurn } from '../storage/index.ts'
import type { AccountsDeps } from './deps.ts'
import { accountsError } from './errors.ts'
import { readDeviceMark, readFactorMark } from './known-device.ts'
import { hashOf } from './secrets.ts'

const minuteMs = 60_000
const quarterMs = 15 * minuteMs

/** Each is counted before the password is looked at; docs/decisions/0015 says why these. */
export const attemptLimits = {
  /** From a device that this person logged in from before. */
  ofDevice: { max: 10, perMs: quarterMs },
  /** With any e-mail, from one place: all of an office may stand behind it. */
  ofPlace: { max: 100, perMs: quarterMs },
  /** With one e-mail, from one place. */
  ofNameAtPlace: { max: 5, perMs: quarterMs },
  /** With one e-mail, from all places where no known device stands. */
  ofName: { max: 50, perMs: 4 * quarterMs },
  /** Once these are used up, each place has so many left: an owner comes in, a guesser does not. */
  ofNameAtPlaceWhenSlow: { max: 1, perMs: quarterMs },
  ofPasswordChange: { max: 5, perMs: quarterMs },
  /** Second factors, by a session; or by a device or place at the login. */
  ofFactor: { max: 5, perMs: quarterMs },
  /**
   * Codes of six digits with one user's password, from all places where no known device stands. It
   * is not widened for anybody: a recovery code, which nobody guesses, is not counted here.
   */
  ofFactorOfUser: { max: 20, perMs: 4 * quarterMs },
  /**
   * The same from all devices on which this factor was shown, and from all sessions: more than one
   * of them can use up, so that who stole one does not keep the owner out.
   */
  ofFactorOfKnown: { max: 40, perMs: 4 * quarterMs },
  /** After so many wrong ones in an hour their owner is told: somebody has the password. */
  ofFactorFailures: { max: 4, perMs: 4 * quarterMs },
  ofFactorTold: { max: 1, perMs: 4 * quarterMs },
  /** Passwords tried at one invitation. */
  ofAnswer: { max: 20, perMs: quarterMs },
  ofInvitations: { max: 100, perMs: 4 * quarterMs },
  /** E-mails with an invitation, to one address. */
  ofInvitationMails: { max: 3, perMs: 4 * quarterMs },
  /** E-mails for a lost password, to one user, and asked for from one place. */
  ofReset: { max: 3, perMs: 4 * quarterMs },
  ofResetAtPlace: { max: 20, perMs: 4 * quarterMs },
  /** Other e-mails asked for by one user, and links sent to one address from all users. */
  ofEmailChange: { max: 5, perMs: 4 * quarterMs },
  ofEmailAddress: { max: 3, perMs: 4 * quarterMs },
} as const

export type Attempt = {
  /** True of the one attempt at which the e-mail became slow: once an hour, to be recorded. */
  becameSlow: boolean
  /** The right password was shown: what was counted is given back. */
  succeeded(): Promise<void>
}

/** Who tries: the address of the request, and the mark of the device if it shows one. */
export type TriedFrom = { address: string; device: string | null }

/**
 * Counts an attempt to log in with an e-mail, or refuses it. A device that its owner has used is
 * counted by itself, so that nobody else can use its turns up. For everybody else there is a limit
 * an e-mail and place, and one an e-mail; the latter alone would let a stranger with many addresses
 * keep the owner out for as long as he likes, so that where it is reached each place still has one
 * attempt a quarter of an hour: the right password comes in at once from any place that has not
 * just failed.
 */
export async function beginAttempt(
  deps: AccountsDeps,
  tried: { tag: Buffer; passwordHash: string | null; from: TriedFrom },
): Promise<Attempt> {
  const name = tried.tag.toString('hex')
  const nonce = readDeviceMark(deps, tried, tried.from.device)
  if (nonce !== null) {
    const device = { door: 'login.device', of: nonce }
    demandTurn(await turn(deps, device, 'ofDevice'))
    return { becameSlow: false, succeeded: () => forgetTurns(deps.database, device) }
  }
  const placeTag = deps.vault.installationTag('accounts.place', placeOf(tried.from.address))
  const place = { door: 'login.place', of: placeTag.toString('hex') }
  const nameAtPlace = { door: 'login.name_at_place', of: `${name} ${place.of}` }
  demandTurn(await turn(deps, place, 'ofPlace'))
  demandTurn(await turn(deps, nameAtPlace, 'ofNameAtPlace'))
  const ofName = await turn(deps, { door: 'login.name', of: name }, 'ofName')
  const slow = { door: 'login.slow', of: nameAtPlace.of }
  if (!ofName.allowed) demandTurn(await turn(deps, slow, 'ofNameAtPlaceWhenSlow'))
  return {
    becameSlow: !ofName.allowed && (await isFirstOfHour(deps, name)),
    succeeded: async () => {
      await giveTurnBack(deps.database, place)
      await forgetTurns(deps.database, nameAtPlace)
      await forgetTurns(deps.database, slow)
      if (ofName.allowed) await giveTurnBack(deps.database, { door: 'login.name', of: name })
    },
  }
}

async function isFirstOfHour(deps: AccountsDeps, name: string): Promise<boolean> {
  const now = new Date(deps.clock.now())
  const { perMs } = attemptLimits.ofName
  const told = { door: 'login.slow_recorded', of: name, max: 1, perMs, now }
  return (await takeTurn(deps.database, told)).allowed
}

/**
 * One's own password, tried by somebody who holds a session: counted by the session, so that who
 * stole one does not keep the owner, who has another, from changing it.
 */
export async function demandPasswordTry(
  deps: AccountsDeps,
  userId: UserId,
  session: string | null,
): Promise<void> {
  const of = `${userId} ${session === null ? '' : hashOf(session).toString('hex')}`
  demandTurn(await turn(deps, { door: 'accounts.password', of }, 'ofPasswordChange'))
}

export async function passwordTrySucceeded(
  deps: AccountsDeps,
  userId: UserId,
  session: string | null,
): Promise<void> {
  const of = `${userId} ${session === null ? '' : hashOf(session).toString('hex')}`
  await forgetTurns(deps.database, { door: 'accounts.password', of })
}

type FactorTry = {
  /** `enrolment`: since when they were never without a factor; it outlives each of them. */
  person: { userId: UserId; tag: Buffer; passwordHash: string | null; enrolment: string | null }
  /** Whoever tries at the login; else the session, or what stands for it. */
  from: TriedFrom | string
  /** Six digits, which can be guessed; a recovery code and a passkey cannot. */
  isCode: boolean
}

/**
 * A second factor, counted before it is looked at: by the device, place or session, and codes of
 * six digits also by the user. Where the user's are used up a passkey or recovery code still opens.
 */
export async function beginFactorTry(
  deps: AccountsDeps,
  { person, from, isCode }: FactorTry,
): Promise<Pick<Attempt, 'succeeded'>> {
  const at = factorDoor(deps, person, from)
  demandTurn(await turn(deps, at, 'ofFactor'))
  const isKnown = at.door !== 'factor.place'
  const { userId: of } = person
  const ofUser = isKnown ? { door: 'factor.known', of } : { door: 'factor.user', of }
  if (isCode) {
    demandUserTurn(await turn(deps, ofUser, isKnown ? 'ofFactorOfKnown' : 'ofFactorOfUser'))
  }
  return {
    succeeded: async () => {
      await forgetTurns(deps.database, at)
      if (isCode) await giveTurnBack(deps.database, ofUser)
    },
  }
}

function demandUserTurn(taken: Turn): void {
  if (taken.allowed) return
  throw accountsError(
    'accounts.second_factor_paused',
    'Too many codes were tried for this user: wait, or show a recovery code.',
    {
      seconds: Math.ceil(taken.retryAfterMs / 1000),
      minutes: Math.ceil(taken.retryAfterMs / minuteMs),
    },
  )
}

/** For the first code of an app that is being enrolled. */
export const takeFactorTurn = (
  deps: AccountsDeps,
  at: { door: string; of: string },
): Promise<Turn> => turn(deps, at, 'ofFactor')

function factorDoor(deps: AccountsDeps, person: FactorTry['person'], from: FactorTry['from']) {
  if (typeof from === 'string') {
    return { door: 'factor.session', of: `${person.userId} ${hashOf(from).toString('hex')}` }
  }
  const nonce = readFactorMark(deps, person, from.device)
  if (nonce !== null) return { door: 'factor.device', of: nonce }
  const place = deps.vault.installationTag('accounts.place', placeOf(from.address))
  return { door: 'factor.place', of: `${person.userId} ${place.toString('hex')}` }
}

/** True once an hour, where the wrong ones are many. */
export async function countFactorFailure(deps: AccountsDeps, userId: UserId): Promise<boolean> {
  const failed = await turn(deps, { door: 'factor.failed', of: userId }, 'ofFactorFailures')
  if (failed.allowed) return false
  return (await turn(deps, { door: 'factor.told', of: userId }, 'ofFactorTold')).allowed
}

function turn(
  deps: AccountsDeps,
  at: { door: string; of: string },
  limit: keyof typeof attemptLimits,
): Promise<Turn> {
  const now = new Date(deps.clock.now())
  return takeTurn(deps.database, { ...at, ...attemptLimits[limit], now })
}

export function demandTurn(taken: Turn): void {
  if (taken.allowed) return
  throw accountsError('accounts.too_many_attempts', 'Too many attempts; wait, then try again.', {
    seconds: Math.ceil(taken.retryAfterMs / 1000),
  })
}

/**
 * The place that an address stands for: an IPv4 address, or the first 48 bits of an IPv6 one,
 * since a single line has as many of the rest as it likes.
 */
export function placeOf(address: string): string {
  const plain = address.toLowerCase().replace(/%.*$/, '')
  const [, mapped] = /^::(?:ffff:)?(\d+\.\d+\.\d+\.\d+)$/.exec(plain) ?? []
  if (mapped !== undefined) return mapped
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.split('::')
  const groupsOf = (text: string) => text.split(':').filter((group) => group !== '')
  const [first, last] = [groupsOf(head), groupsOf(tail ?? '')]
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length)
  const groups = [...first, ...Array.from({ length: zeros }, () => '0'), ...last]
  return groups
    .slice(0, 3)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
