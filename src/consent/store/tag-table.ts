// Tags of numbers with what stands on each, packed: an account's list of a million takes some 20 MiB.

const slotsFirst = 256

/**
 * Eight octets of a tag stand for it: tags are HMACs under a key that nobody has who could choose
 * numbers by them, and of a million two meet once in ten million accounts.
 */
export class TagTable {
  #high = new Uint32Array(slotsFirst)
  #low = new Uint32Array(slotsFirst)
  /** 0: the slot is free. */
  #held = new Uint8Array(slotsFirst)
  #taken = 0

  /** 0: nothing was ever said of it. The gate asks it for each person. */
  get(tag: Uint8Array): number {
    return this.#held[this.#find(word(tag, 0), word(tag, 4))] as number
  }

  /** 1 to 255. */
  set(tag: Uint8Array, value: number): void {
    if ((this.#taken + 1) * 2 > this.#held.length) this.#grow()
    const [high, low] = [word(tag, 0), word(tag, 4)]
    const place = this.#find(high, low)
    if (this.#held[place] === 0) this.#taken += 1
    this.#high[place] = high
    this.#low[place] = low
    this.#held[place] = value
  }

  /** Where it stands, or the free slot where it would. */
  #find(high: number, low: number): number {
    const mask = this.#held.length - 1
    let place = (low ^ high) & mask
    while (this.#held[place] !== 0 && (this.#high[place] !== high || this.#low[place] !== low)) {
      place = (place + 1) & mask
    }
    return place
  }

  #grow(): void {
    const [high, low, held] = [this.#high, this.#low, this.#held]
    const slots = held.length * 2
    this.#high = new Uint32Array(slots)
    this.#low = new Uint32Array(slots)
    this.#held = new Uint8Array(slots)
    for (let from = 0; from < held.length; from += 1) {
      if (held[from] === 0) continue
      const place = this.#find(high[from] as number, low[from] as number)
      this.#high[place] = high[from] as number
      this.#low[place] = low[from] as number
      this.#held[place] = held[from] as number
    }
  }
}

const word = (tag: Uint8Array, at: number): number =>
  (((tag[at] as number) << 24) |
    ((tag[at + 1] as number) << 16) |
    ((tag[at + 2] as number) << 8) |
    (tag[at + 3] as number)) >>>
  0
