// Octets at hand as a source that readers take, in chunks as a disk or a request would give them.
import { LimitedSource } from '../../src/files/index.ts'

export function octetsAsSource(octets: Uint8Array, chunkOctets = 65_536): LimitedSource {
  async function* open() {
    for (let at = 0; at < octets.length; at += chunkOctets) {
      yield octets.subarray(at, at + chunkOctets)
    }
  }
  return streamAsSource(open, octets.length)
}

export function streamAsSource(
  open: () => AsyncIterable<Uint8Array>,
  sizeBytes: number | null = null,
): LimitedSource {
  const tooLarge = () => {
    throw new Error('more than a test ever reads')
  }
  return LimitedSource.of({ sizeBytes, open }, { octetsMax: 2 ** 40, tooLarge })
}
