// Actions for an administrator on the machine who can read the keys, with or without a server.
import {
  accountsInAnyAccount,
  createToken,
  endWhatCameBack,
  makeResetOnMachine,
  newSetupCode,
  rightsOfRole,
  systemCaller,
  takeFactorOnMachine,
  tellVoided,
  type WhatEnded,
} from '../accounts/index.ts'
import type { Language, Right } from '../kernel/index.ts'
import { silentLogger } from '../observability/index.ts'
import type { ReleaseRequest, RestorationView } from '../sending/contract.ts'
import { releaseMarketing, releaseRestoration, viewRestoration } from '../sending/index.ts'
import { makeTraceId, realTimers } from './clock.ts'
import { composeOptionsOf, composeRooms, type Rooms } from './compose.ts'
import type { Config } from './config.ts'
import { appError } from './errors.ts'
import { openFoundation } from './foundation.ts'

export type AccountLine = { number: number; name: string; kind: 'live' | 'sandbox' }

export type DeletionLine = Awaited<ReturnType<Rooms['deletions']['list']>>[number]

export type Office = {
  accounts(): Promise<AccountLine[]>
  /** The newest thousand deletions of accounts. */
  deletions(): Promise<DeletionLine[]>
  /** The signed certificate of a deletion. */
  certificate(deletionId: string): Promise<string>
  /** The secret, to be shown once. Recorded in the account's log as made on the machine. */
  createToken(request: {
    accountNumber: number
    name: string
    rights: readonly Right[] | 'all'
    /** How many days it lasts, 90 by default; null: until it is revoked. */
    days?: number | null | undefined
  }): Promise<string>
  /** Whoever has this e-mail logs in with their password alone, until they enrol again. */
  resetFactor(email: string): Promise<void>
  /** A link with which whoever has this e-mail chooses a new password, once, within an hour. */
  resetPassword(email: string): Promise<string>
  /** After a database was put back: recovery codes are void, and all sessions end. */
  voidRecoveryCodes(): Promise<WhatEnded>
  /** A new one-time code for the first run; null when there is an owner. */
  newSetupCode(): Promise<string | null>
  /** Whether sending is held since the database was put back, and what is missing. */
  restoration(language: Language): Promise<RestorationView>
  /** Holds all sending: for whoever put back the database and the keys together. */
  hold(): Promise<void>
  /** False: nothing was held. */
  release(how: ReleaseRequest): Promise<boolean>
  releaseMarketing(): Promise<void>
  close(): Promise<void>
}

/**
 * Opens the database (the running server's, or one that it starts and stops) and the keys. No
 * socket and no secret of its own: whoever can read the keys folder can read everything anyway.
 * A command that looks in the wrong folder says so, and makes no second installation there.
 */
export async function openOffice(config: Config): Promise<Office> {
  const infrastructure = await openFoundation(config, silentLogger, realTimers, undefined, true)
  const rooms = composeRooms(infrastructure, composeOptionsOf(config))
  const { accounts, consent } = rooms
  const now = () => infrastructure.timers.now()
  const all = () => accountsInAnyAccount(infrastructure.database)
  return {
    accounts: async () => (await all()).map(({ number, name, kind }) => ({ number, name, kind })),
    deletions: () => rooms.deletions.list(),
    certificate: (id) => rooms.deletions.certificate(id),
    createToken: async ({ accountNumber, name, rights: asked, days }) => {
      const account = (await all()).find(({ number }) => number === accountNumber)
      if (account === undefined) {
        throw appError(
          'app.no_such_account',
          'There is no such account; `accord token accounts` lists them.',
        )
      }
      const caller = systemCaller(account, 'command_line', makeTraceId())
      // Over the whole installation only where it is named.
      const given = asked === 'all' ? rightsOfRole.owner : asked
      return (await createToken(accounts, caller, { name, rights: given, days })).secret
    },
    resetPassword: (email) => makeResetOnMachine(accounts, { email, traceId: makeTraceId() }),
    resetFactor: (email) => takeFactorOnMachine(accounts, { email, traceId: makeTraceId() }),
    voidRecoveryCodes: async () => {
      const voided = { at: now(), by: 'command_line' as const }
      const ended = await endWhatCameBack(accounts.database, voided)
      // Whoever cannot be told now is told by the server, which tries each minute.
      await tellVoided(accounts).catch(() => undefined)
      return ended
    },
    newSetupCode: () => newSetupCode(accounts),
    restoration: (language) => viewRestoration(infrastructure, language),
    hold: async () => {
      await rooms.holdIfRestored(true)
    },
    release: async (how) => {
      const released = await releaseRestoration(
        { ...infrastructure, consent },
        { ...how, by: 'command_line', at: now() },
      )
      return released !== null
    },
    releaseMarketing: () => releaseMarketing({ ...infrastructure, consent }, now()),
    close: () => infrastructure.storage.close(),
  }
}
