// Every writing in which a number or a text may lie in a file, and the files that are searched.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

export type Writing = { what: string; octets: Buffer }

export const nationalOf = (number: string) => `0${number.slice(3)}`
export const inPairs = (digits: string, mark: string) =>
  digits.replace(/(\d\d)(?=\d)/g, `$1${mark}`)

export function writingsOf(numbersIn: readonly string[], words: readonly string[]): Writing[] {
  const numbers = numbersIn.flatMap((number) => {
    const national = nationalOf(number)
    const texts = [
      number,
      number.slice(1),
      national,
      number.slice(3),
      inPairs(national, ' '),
      inPairs(national, '.'),
      `+33 ${inPairs(national, ' ').slice(1)}`,
    ]
    const integers = [Buffer.alloc(8), Buffer.alloc(8)] as const
    integers[0].writeBigUInt64LE(BigInt(number.slice(1)))
    integers[1].writeBigUInt64BE(BigInt(number.slice(1)))
    return [
      ...texts.flatMap(writingsOfText),
      ...integers.map((octets) => ({ what: `${number} as an integer`, octets })),
    ]
  })
  return [...numbers, ...words.flatMap(writingsOfText)]
}

function writingsOfText(text: string): Writing[] {
  const utf8 = Buffer.from(text, 'utf8')
  const utf16 = Buffer.from(text, 'utf16le')
  const swapped = Buffer.from(utf16).swap16()
  const folded = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return [
    { what: `${text} in UTF-8`, octets: utf8 },
    { what: `${text} in Latin-1`, octets: Buffer.from(text, 'latin1') },
    { what: `${text} folded`, octets: Buffer.from(folded, 'utf8') },
    { what: `${text} in UTF-16LE`, octets: utf16 },
    { what: `${text} in UTF-16BE`, octets: swapped },
    { what: `${text} in hexadecimal`, octets: Buffer.from(utf8.toString('hex')) },
    { what: `${text} escaped`, octets: Buffer.from(encodeURIComponent(text)) },
    ...base64Of(text, utf8),
  ].filter(({ octets }, index, all) => all.findIndex((o) => o.octets.equals(octets)) === index)
}

/** Base64 depends on where in a triple the text begins: three writings, without their edges. */
function base64Of(text: string, octets: Buffer): Writing[] {
  return [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before, 0x20), octets]).toString('base64')
    const from = before === 0 ? 0 : before + 1
    const until = Math.floor(((before + octets.length) * 8) / 6)
    return {
      what: `${text} in base64 after ${before}`,
      octets: Buffer.from(whole.slice(from, until)),
    }
  })
}

export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    // Copies of PostgreSQL's own programs; sockets hold nothing.
    if (entry.isDirectory()) return entry.name === 'programs' ? [] : filesBelow(path)
    return entry.isFile() ? [path] : []
  })
}

export function foundIn(writings: readonly Writing[], what: string, octets: Buffer): string[] {
  return writings.filter((one) => octets.includes(one.octets)).map((one) => `${one.what}: ${what}`)
}
