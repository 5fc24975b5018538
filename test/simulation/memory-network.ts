// Connections within the simulation: octets in order, late, in pieces, and cut anywhere.
import { EventEmitter } from 'node:events'
import type { Chance } from '../support/seeded-chance.ts'
import type { Owner, VirtualTime } from './virtual-time.ts'

/** The one who is connected to: an operator. */
export type Listener = { accept(socket: MemorySocket): void; isAway(): boolean }

/** What a link and the sandbox's session use of a socket. */
export class MemorySocket extends EventEmitter {
  destroyed = false
  peer: MemorySocket | null = null
  readonly owner: Owner | null
  /** Of the operator at its other end, or its own. */
  readonly port: number
  /** Sees what is written, at the instant of writing. */
  onWrite: (octets: Uint8Array) => void = () => undefined
  readonly #network: MemoryNetwork
  readonly #outgoing: Uint8Array[] = []
  #isEnding = false
  #isMoving = false

  constructor(network: MemoryNetwork, owner: Owner | null, port: number) {
    super()
    this.#network = network
    this.owner = owner
    this.port = port
  }

  setNoDelay(): void {
    // Every write leaves by itself here.
  }

  write(octets: Uint8Array): boolean {
    if (this.destroyed || this.#isEnding || this.owner?.isDead) return false
    if (!this.#network.mayWrite(this)) return false
    this.onWrite(octets)
    this.#outgoing.push(octets.slice())
    this.#move()
    return true
  }

  destroySoon(): void {
    this.#isEnding = true
    this.#move()
  }

  /** At once; of what was on its way a part may still arrive. */
  destroy(): void {
    if (this.destroyed) return
    const { chance } = this.#network
    let left = this.#outgoing.splice(0)
    if (chance.is(0.5)) left = left.slice(0, chance.between(0, left.length))
    const last = left.at(-1)
    if (last !== undefined && chance.is(0.5)) {
      left[left.length - 1] = last.subarray(0, chance.between(1, last.length))
    }
    for (const octets of left) this.#deliver(octets)
    this.#close()
  }

  #move(): void {
    if (this.#isMoving || this.destroyed) return
    this.#isMoving = true
    const { chance, time } = this.#network
    const delayMs = chance.is(0.05) ? chance.between(10, 400) : chance.between(0, 3)
    // What comes to a process waits while that process does; what leaves it does not.
    time.schedule(delayMs, this.peer?.owner ?? null, () => {
      this.#isMoving = false
      this.#moveOne()
    })
  }

  #moveOne(): void {
    if (this.destroyed) return
    const { chance } = this.#network
    let octets = this.#outgoing.shift()
    if (octets === undefined) {
      if (this.#isEnding) this.#close()
      return
    }
    if (octets.length > 1 && chance.is(0.1)) {
      const cut = chance.between(1, octets.length - 1)
      this.#outgoing.unshift(octets.subarray(cut))
      octets = octets.subarray(0, cut)
    }
    this.#deliver(octets)
    if (this.#outgoing.length > 0 || this.#isEnding) this.#move()
  }

  #deliver(octets: Uint8Array): void {
    const { peer } = this
    if (peer === null || peer.destroyed || peer.owner?.isDead) return
    peer.emit('data', Buffer.from(octets))
  }

  #close(): void {
    if (this.destroyed) return
    this.destroyed = true
    const { time } = this.#network
    const { peer } = this
    time.schedule(0, this.owner, () => this.emit('close'))
    if (peer === null) return
    time.schedule(1, peer.owner, () => {
      if (!peer.destroyed) peer.destroy()
    })
  }
}

export class MemoryNetwork {
  readonly time: VirtualTime
  readonly chance: Chance
  /** By their port. */
  readonly listeners = new Map<number, Listener>()
  readonly #sockets = new Set<MemorySocket>()
  /** Asked before each write of a process: false when that process has just died. */
  mayWrite: (socket: MemorySocket) => boolean = () => true

  constructor(time: VirtualTime, chance: Chance) {
    this.time = time
    this.chance = chance
  }

  /** A connection of this process to the operator at that port. */
  connect(owner: Owner, port: number, connected: () => void): MemorySocket {
    const socket = new MemorySocket(this, owner, port)
    this.time.schedule(this.chance.between(0, 5), owner, () => {
      const listener = this.listeners.get(port)
      if (socket.destroyed) return
      if (listener === undefined || listener.isAway()) {
        const refused = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })
        socket.emit('error', refused)
        return
      }
      const other = new MemorySocket(this, null, port)
      other.peer = socket
      socket.peer = other
      this.#sockets.add(socket)
      listener.accept(other)
      connected()
    })
    return socket
  }

  /** The wire breaks under some of them: an end may have sent what never arrives. */
  cutAll(those: { owner?: Owner; port?: number } = {}): void {
    const { owner, port } = those
    for (const socket of this.#sockets) {
      const isOne =
        (owner === undefined || socket.owner === owner) &&
        (port === undefined || socket.port === port)
      if (socket.destroyed) this.#sockets.delete(socket)
      else if (isOne) socket.destroy()
    }
  }
}
