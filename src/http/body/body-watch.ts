// Ends request bodies that arrive too slowly.
import type { IncomingMessage } from 'node:http'
import { PassThrough } from 'node:stream'
import { AppError, type Timers } from '../../kernel/index.ts'
import type { BodyPace, HttpLimits } from '../http-limits.ts'

type Watched = {
  request: IncomingMessage
  pace: BodyPace
  /** What the socket had read when the look began. */
  octetsBefore: number
  octetsSeen: number
  /** Milliseconds in which we waited for the client: all, and since the last octet. */
  waitedMs: number
  idleMs: number
  onSlow(error: AppError): void
}

type LetBy = { request: IncomingMessage; octetsBefore: number; octetsMax: number; untilMs: number }

/**
 * One look a second for all of them: a body that is here with its headers, as nearly all are, is
 * never looked at. The time that a handler takes over what it has counts for nobody.
 */
export class BodyWatch {
  readonly #watched = new Map<IncomingMessage, Watched>()
  readonly #letBy = new Map<IncomingMessage, LetBy>()
  readonly #timers: Timers
  readonly #limits: HttpLimits
  #lookedAt = 0
  #isArmed = false

  constructor(timers: Timers, limits: HttpLimits) {
    this.#timers = timers
    this.#limits = limits
  }

  /** From here on the body has to come; the returned function ends the look. */
  watch(request: IncomingMessage, pace: BodyPace, onSlow: Watched['onSlow']): () => void {
    const octetsBefore = request.socket.bytesRead
    const now = { octetsBefore, octetsSeen: octetsBefore, waitedMs: 0, idleMs: 0 }
    this.#watched.set(request, { request, pace, ...now, onSlow })
    this.#arm()
    return () => this.#watched.delete(request)
  }

  /** The answer is out, and what still comes is read away, so that the next request is found. */
  letBy(request: IncomingMessage, most: { ms: number; octetsMax: number }): void {
    const { ms, octetsMax } = most
    request.unpipe()
    request.resume()
    const untilMs = this.#timers.monotonicMs() + ms
    const octetsBefore = request.socket.bytesRead
    this.#letBy.set(request, { request, octetsBefore, octetsMax, untilMs })
    this.#arm()
  }

  #arm(): void {
    if (this.#isArmed) return
    this.#isArmed = true
    this.#lookedAt = this.#timers.monotonicMs()
    this.#timers.after(this.#limits.lookEveryMs, () => this.#look())
  }

  #look(): void {
    const now = this.#timers.monotonicMs()
    // Where we were held up ourselves, nobody was slow.
    const passedMs = Math.min(now - this.#lookedAt, 2 * this.#limits.lookEveryMs)
    this.#isArmed = false
    for (const watched of this.#watched.values()) {
      if (watched.request.complete || watched.request.destroyed) {
        this.#watched.delete(watched.request)
      } else if (isTooSlow(watched, passedMs)) {
        this.#watched.delete(watched.request)
        watched.onSlow(tooSlow())
      }
    }
    for (const { request, octetsBefore, octetsMax, untilMs } of this.#letBy.values()) {
      const isDone = request.complete || request.destroyed
      const isTooMuch = request.socket.bytesRead - octetsBefore > octetsMax
      if (!isDone && !isTooMuch && now < untilMs) continue
      this.#letBy.delete(request)
      if (!isDone) request.socket.destroy()
    }
    if (this.#watched.size + this.#letBy.size > 0) this.#arm()
  }
}

function isTooSlow(watched: Watched, passedMs: number): boolean {
  const { request, pace } = watched
  const octets = request.socket.bytesRead
  // What is read and not taken waits for us.
  const isOurs = request.readableFlowing === false || request.readableLength > 0
  if (octets > watched.octetsSeen || isOurs) watched.idleMs = 0
  else watched.idleMs += passedMs
  if (!isOurs) watched.waitedMs += passedMs
  watched.octetsSeen = octets
  if (watched.idleMs > pace.idleMs) return true
  const due = (pace.octetsPerSecondMin * (watched.waitedMs - pace.graceMs)) / 1000
  return octets - watched.octetsBefore < due
}

/** The same octets, as a stream that fails with our own words when they come too slowly. */
export function pacedBody(request: IncomingMessage, watch: BodyWatch, pace: BodyPace): PassThrough {
  const body = new PassThrough()
  const end = watch.watch(request, pace, (error) => {
    request.unpipe(body)
    body.destroy(error)
  })
  request.once('end', end)
  request.once('error', (error) => {
    end()
    body.destroy(error)
  })
  request.once('close', () => {
    end()
    // A client that went away in the middle: nobody waits for the rest.
    if (!request.complete) body.destroy(tooSlow())
  })
  return request.pipe(body)
}

function tooSlow(): AppError {
  return new AppError(
    'http.body_too_slow',
    'invalid',
    'The body did not come in time; send it again over a better connection.',
  )
}
