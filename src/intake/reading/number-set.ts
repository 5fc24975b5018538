// The numbers that a file has shown so far: sixteen octets each, a million in some 30 MB.

/** E.164 has at most 15 digits: below 2^53, so that a double holds each exactly. */
export class NumberSet {
  #slots = new Float64Array(1 << 12)
  #size = 0

  get size(): number {
    return this.#size
  }

  /** True when the number was not there yet. */
  add(e164: string): boolean {
    const value = Number(e164)
    if (this.#size * 2 >= this.#slots.length) this.#grow()
    return this.#put(value)
  }

  #put(value: number): boolean {
    const mask = this.#slots.length - 1
    let at = hash(value) & mask
    for (;;) {
      const held = this.#slots[at] as number
      if (held === value) return false
      if (held === 0) {
        this.#slots[at] = value
        this.#size += 1
        return true
      }
      at = (at + 1) & mask
    }
  }

  #grow() {
    const old = this.#slots
    this.#slots = new Float64Array(old.length * 2)
    this.#size = 0
    for (const value of old) if (value !== 0) this.#put(value)
  }
}

/** Numbers of one operator follow each other: the low digits are spread by a multiplication. */
function hash(value: number): number {
  const low = value % 0x1_0000_0000
  const high = Math.floor(value / 0x1_0000_0000)
  const mixed = Math.imul(low ^ (high * 0x9e37_79b1), 0x85eb_ca6b)
  return (mixed ^ (mixed >>> 15)) >>> 0
}
