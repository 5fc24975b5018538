// Detects whether a file is a scan or a recording from its first bytes, not from its name.
import type { Medium } from '../consent.ts'
import type { DocumentType } from '../contract.ts'

const ascii = (bytes: Uint8Array, from: number, text: string): boolean =>
  [...text].every((letter, index) => bytes[from + index] === letter.charCodeAt(0))

/** An MPEG frame of layer II or III: layer I is dead, and begins like a text in UTF-16. */
function isMpegFrame([first = 0, second = 0, third = 0]: Uint8Array): boolean {
  const isSync = first === 0xff && (second & 0xe0) === 0xe0
  const version = (second >> 3) & 0b11
  const layer = (second >> 1) & 0b11
  const rate = third >> 4
  return isSync && version !== 0b01 && (layer === 0b01 || layer === 0b10) && rate !== 0b1111
}

const signs: readonly [DocumentType, (bytes: Uint8Array) => boolean][] = [
  ['application/pdf', (bytes) => ascii(bytes, 0, '%PDF-')],
  ['image/jpeg', ([a, b, c]) => a === 0xff && b === 0xd8 && c === 0xff],
  ['image/png', (bytes) => ascii(bytes, 0, '\x89PNG\r\n\x1a\n')],
  ['audio/wav', (bytes) => ascii(bytes, 0, 'RIFF') && ascii(bytes, 8, 'WAVE')],
  ['audio/ogg', (bytes) => ascii(bytes, 0, 'OggS')],
  ['audio/flac', (bytes) => ascii(bytes, 0, 'fLaC')],
  ['audio/mp4', (bytes) => ascii(bytes, 4, 'ftyp') && isSoundBrand(bytes)],
  ['audio/mpeg', (bytes) => ascii(bytes, 0, 'ID3') || isMpegFrame(bytes)],
]

/** The same box holds films and photographs: those are not taken. */
const isSoundBrand = (bytes: Uint8Array): boolean =>
  ['M4A ', 'M4B ', 'isom', 'mp42', 'mp41', '3gp4', '3gp5', '3gp6'].some((brand) =>
    ascii(bytes, 8, brand),
  )

/** Null for anything else: a program, a page, a text. */
export function readDocumentType(bytes: Uint8Array): DocumentType | null {
  return signs.find(([, is]) => is(bytes))?.[0] ?? null
}

export const isRecording = (type: DocumentType): boolean => type.startsWith('audio/')

/** A paper shows what was read on paper; a recording what was said. */
export function documentFits(type: DocumentType, medium: Medium): boolean {
  return isRecording(type) ? medium === 'voice' : medium === 'paper' || medium === 'till'
}

const endings: Record<DocumentType, string> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/wav': 'wav',
  'audio/ogg': 'ogg',
  'audio/flac': 'flac',
}

/** Made here: the name that a file came with may say whose it is. */
export const documentName = (id: string, type: DocumentType): string =>
  `consent-${id.slice(0, 8)}.${endings[type]}`
