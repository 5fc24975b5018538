// Where a link that leaves this server leads: its address as those outside know it.

export type OwnAddress = {
  /** `ACCORD_URL`, an origin; null: not set. */
  publicUrl: string | null
  /** What the server listens on; null before it does. */
  ownUrl(): string | null
}

/**
 * Never a name that a client says, since anybody could have a stranger sent to theirs. In a
 * rehearsal the address that the server listens on is enough. Null: there is none.
 */
export function leavingOrigin(
  { publicUrl, ownUrl }: OwnAddress,
  { kind }: { kind: 'live' | 'sandbox' },
): string | null {
  return publicUrl ?? (kind === 'sandbox' ? ownUrl() : null)
}
