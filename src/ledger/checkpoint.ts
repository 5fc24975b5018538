// C2SP tlog-checkpoint (who, how many, which root) and tlog-proof (one entry, offline).
import { base64, fromBase64 } from './base64.ts'

export type Checkpoint = { origin: string; size: number; root: Uint8Array }

/** The text that is signed; no extension lines, as the 2026 texts ask. */
export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${base64(root)}\n`
}

export function parseCheckpoint(text: string): Checkpoint | null {
  const [origin, sizeText, rootText] = text.split('\n')
  if (!origin || sizeText === undefined || !/^(0|[1-9]\d{0,15})$/.test(sizeText)) return null
  const root = fromBase64(rootText ?? '')
  if (root?.length !== 32) return null
  return { origin, size: Number(sizeText), root }
}

export type TlogProof = {
  index: number
  hashes: readonly Uint8Array[]
  /** The signed checkpoint, verbatim. */
  checkpoint: string
}

const proofHeader = 'c2sp.org/tlog-proof@v1'

export function formatProof({ index, hashes, checkpoint }: TlogProof): string {
  const lines = [proofHeader, `index ${index}`, ...hashes.map(base64), '']
  return `${lines.join('\n')}\n${checkpoint}`
}

export function parseProof(text: string): TlogProof | null {
  const split = text.indexOf('\n\n')
  if (split < 0) return null
  const [header, ...lines] = text.slice(0, split).split('\n')
  if (header !== proofHeader) return null
  if (lines[0]?.startsWith('extra ')) lines.shift()
  const index = /^index (0|[1-9]\d{0,15})$/.exec(lines.shift() ?? '')
  if (index === null) return null
  const hashes: Uint8Array[] = []
  for (const line of lines) {
    const hash = fromBase64(line)
    if (hash?.length !== 32) return null
    hashes.push(hash)
  }
  return { index: Number(index[1]), hashes, checkpoint: text.slice(split + 2) }
}
