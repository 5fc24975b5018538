// A page that is open looks again by itself: what another was answered a moment ago will do then.
import type { QueryFunctionContext } from '@tanstack/react-query'

/** False for a page's first look, and for what was changed in it: that is read anew. */
export function looksOn({ client, queryKey }: QueryFunctionContext): boolean {
  const state = client.getQueryState(queryKey)
  return state?.data !== undefined && !state.isInvalidated
}
