// Accounts to choose from: those whose names have what is typed, and all that were seen before.
import { useDebouncedValue } from '@mantine/hooks'
import { useRef, useState } from 'react'
import type { AccountView } from '../../../../accounts/contract.ts'
import { useAccounts } from '../queries.ts'

/** Somebody types: each pause asks. */
const pauseMs = 250

export function useAccountChoice(): { known: AccountView[]; search(typed: string): void } {
  const [typed, search] = useState('')
  const [name] = useDebouncedValue(typed.trim(), pauseMs)
  const accounts = useAccounts(name === '' ? {} : { name })
  // What is chosen keeps its name, whatever is typed after it.
  const seen = useRef(new Map<string, AccountView>())
  for (const one of accounts.data?.pages.flatMap(({ items }) => items) ?? []) {
    seen.current.set(one.id, one)
  }
  return { known: [...seen.current.values()], search }
}
