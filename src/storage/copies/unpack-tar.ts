// Unpacks the tar archive of a base backup into a folder, piece by piece as it comes.
import { chownSync, closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { BugError } from '../../kernel/index.ts'
import type { ServerUser } from '../embedded/server-user.ts'

const block = 512

/**
 * What PostgreSQL writes (ustar): folders and plain files, whose names stay within the folder. What
 * is made belongs to the server's user and is closed to all others.
 */
export class TarUnpacker {
  readonly #folder: string
  readonly #user: ServerUser
  #rest: Buffer = Buffer.alloc(0)
  #file: number | null = null
  #left = 0
  #padding = 0
  #isOver = false

  constructor(folder: string, user: ServerUser) {
    this.#folder = folder
    this.#user = user
    this.#makeFolder(folder)
  }

  write(octets: Buffer): void {
    let at = 0
    while (at < octets.length) {
      if (this.#left > 0) {
        const end = Math.min(octets.length, at + this.#left)
        this.#put(octets.subarray(at, end))
        this.#left -= end - at
        at = end
        if (this.#left === 0) this.#endFile()
      } else if (this.#padding > 0) {
        const skipped = Math.min(this.#padding, octets.length - at)
        this.#padding -= skipped
        at += skipped
      } else {
        const wanted = Math.min(block - this.#rest.length, octets.length - at)
        this.#rest = Buffer.concat([this.#rest, octets.subarray(at, at + wanted)])
        at += wanted
        if (this.#rest.length === block) this.#header()
      }
    }
  }

  /** False: the archive is cut off. */
  end(): boolean {
    if (this.#file !== null) closeSync(this.#file)
    return this.#left === 0 && this.#file === null && this.#rest.length === 0
  }

  #header(): void {
    const head = this.#rest
    this.#rest = Buffer.alloc(0)
    if (this.#isOver || head.every((octet) => octet === 0)) {
      this.#isOver = true
      return
    }
    const name = [textAt(head, 345, 155), textAt(head, 0, 100)].filter((part) => part !== '')
    const path = this.#within(name.join('/'))
    const type = String.fromCharCode(head[156] ?? 0)
    const size = sizeAt(head)
    if (type === '5') this.#makeFolder(path)
    else if (type === '0' || type === '\u0000') this.#beginFile(path, size)
    else throw new BugError(`a base backup holds an entry of the kind ${type}`)
  }

  #within(name: string): string {
    const path = normalize(join(this.#folder, name))
    if (path !== this.#folder && !path.startsWith(`${this.#folder}/`)) {
      throw new BugError('a base backup names a path outside its folder')
    }
    return path
  }

  #makeFolder(path: string): void {
    mkdirSync(path, { recursive: true, mode: 0o700 })
    this.#handOver(path)
  }

  #beginFile(path: string, size: number): void {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    this.#file = openSync(path, 'wx', 0o600)
    this.#handOver(path)
    this.#left = size
    this.#padding = (block - (size % block)) % block
    if (size === 0) this.#endFile()
  }

  #put(octets: Buffer): void {
    for (let at = 0; this.#file !== null && at < octets.length; ) {
      at += writeSync(this.#file, octets, at)
    }
  }

  #endFile(): void {
    if (this.#file !== null) closeSync(this.#file)
    this.#file = null
  }

  #handOver(path: string): void {
    if (this.#user.isOther) chownSync(path, this.#user.uid, this.#user.gid)
  }
}

function textAt(head: Buffer, from: number, octets: number): string {
  const field = head.subarray(from, from + octets)
  const end = field.indexOf(0)
  return field.toString('utf8', 0, end === -1 ? octets : end)
}

/** Octal, or in base 256 where the first bit is set. */
function sizeAt(head: Buffer): number {
  const field = head.subarray(124, 136)
  if (((field[0] ?? 0) & 0x80) === 0) return Number.parseInt(textAt(head, 124, 12).trim() || '0', 8)
  return field.subarray(1).reduce((sum, octet) => sum * 256 + octet, 0)
}
