// A client of the program that is being killed: it asks again where asking again is harmless.
import { realTimers } from '../support/clock.ts'

export type Reply<T> = { status: number; body: T }

export class Client {
  readonly #urls: readonly string[]
  readonly #credentials: Record<string, string>
  #turn = 0

  /** Of several nodes, as a balancer before them does, the next one is asked where one fails. */
  constructor(urls: string | readonly string[], credentials: Record<string, string>) {
    this.#urls = typeof urls === 'string' ? [urls] : urls
    this.#credentials = credentials
  }

  get #url(): string {
    return this.#urls[this.#turn % this.#urls.length] ?? ''
  }

  /** Once; rejects when no answer came, and then nobody knows. */
  async ask<T>(method: string, path: string, body?: unknown): Promise<Reply<T>> {
    const answer = await fetch(this.#url + path, {
      method,
      headers: {
        ...this.#credentials,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch((error: unknown) => {
      this.#turn += 1
      throw error
    })
    const text = await answer.text()
    return { status: answer.status, body: (text === '' ? null : JSON.parse(text)) as T }
  }

  /** Until it is answered by something else than "not now". */
  async insist<T>(method: string, path: string, body?: unknown): Promise<Reply<T>> {
    const until = realTimers.now() + patienceMs
    for (;;) {
      try {
        const reply = await this.ask<T>(method, path, body)
        if (reply.status !== 503) return reply
      } catch {
        // The server is down: it is started again.
      }
      if (realTimers.now() > until) throw new Error(`${method} ${path} was never answered`)
      await realTimers.sleep(100)
    }
  }

  async must<T>(method: string, path: string, body?: unknown): Promise<T> {
    const reply = await this.insist<T>(method, path, body)
    if (reply.status < 300) return reply.body
    throw new Error(`${method} ${path}: ${reply.status} ${JSON.stringify(reply.body)}`)
  }

  async until<T>(path: string, isSo: (value: T) => boolean, waitMs = patienceMs): Promise<T> {
    const end = realTimers.now() + waitMs
    for (;;) {
      const value = await this.must<T>('GET', path)
      if (isSo(value)) return value
      if (realTimers.now() > end) throw new Error(`not so in time: ${JSON.stringify(value)}`)
      await realTimers.sleep(200)
    }
  }

  async upload<T>(path: string, name: string, content: string): Promise<T> {
    const form = new FormData()
    form.set('file', new Blob([content]), name)
    const answer = await fetch(this.#url + path, {
      method: 'POST',
      headers: this.#credentials,
      body: form,
    })
    if (!answer.ok) throw new Error(`the file was refused: ${answer.status}`)
    return (await answer.json()) as T
  }
}

const patienceMs = 120_000
