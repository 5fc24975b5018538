// How much the server takes of whom, in one place: connections, requests at once,
// the pace of bodies.

/** How fast a body has to come. Only the time in which we wait for the client counts. */
export type BodyPace = {
  /** For the first octets. */
  graceMs: number
  /** The longest time without an octet. */
  idleMs: number
  octetsPerSecondMin: number
}

export type HttpLimits = {
  /** Beyond, a new connection is closed at once. */
  connectionsMax: number
  /** From one client; not counted behind a trusted proxy, whose connections are all its own. */
  connectionsOfClientMax: number
  /** Requests at work for one client, behind a trusted proxy too. */
  requestsOfClientMax: number
  /** Server-sent events at once, of one token or user; an account has four times as many. */
  streamsOfCallerMax: number
  headersMs: number
  body: BodyPace
  upload: BodyPace
  /**
   * What comes behind an answer that did not wait for it is let by for this long, and this much.
   */
  letBy: { ms: number; octetsMax: number }
  /** The same for somebody we know, whose file was refused in the middle. */
  letByKnownMs: number
  /** How often the pace is looked at. */
  lookEveryMs: number
}

export const httpLimits: HttpLimits = {
  connectionsMax: 5_000,
  connectionsOfClientMax: 500,
  requestsOfClientMax: 500,
  streamsOfCallerMax: 10,
  headersMs: 8_000,
  body: { graceMs: 4_000, idleMs: 4_000, octetsPerSecondMin: 4 * 1024 },
  upload: { graceMs: 20_000, idleMs: 20_000, octetsPerSecondMin: 16 * 1024 },
  letBy: { ms: 4_000, octetsMax: 1024 * 1024 },
  letByKnownMs: 60_000,
  lookEveryMs: 1_000,
}

/** A body of somebody whom we do not know is small. */
export const unknownBodyOctetsMax = 32 * 1024
