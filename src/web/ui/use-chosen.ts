// Filters that stand in the address, so that a link shows the same list.
import { useSearchParams } from 'react-router'

export type Chosen<N extends string> = Readonly<Record<N, string | null>>

/** `goes`: what a choice of one name takes with it. */
export function useChosen<const N extends string>(
  names: readonly N[],
  goes: Partial<Record<N, readonly N[]>> = {},
) {
  const [address, setAddress] = useSearchParams()
  const chosen = Object.fromEntries(names.map((name) => [name, address.get(name)])) as Chosen<N>
  const choose = (name: N, value: string | null) => {
    // As it is now: of two choices in a row the first may not be drawn yet, and would be lost.
    const next = new URLSearchParams(window.location.search)
    for (const other of goes[name] ?? []) next.delete(other)
    if (value) next.set(name, value)
    else next.delete(name)
    setAddress(next, { replace: true })
  }
  return {
    chosen,
    choose,
    set: names.filter((name) => chosen[name] !== null).length,
    clear: () => setAddress({}, { replace: true }),
  }
}
