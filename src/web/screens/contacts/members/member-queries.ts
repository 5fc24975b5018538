// What screens ask of the API about who is in which list, and about people selected together.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { MembersChanged } from '../../../../contacts/contract.ts'
import type { BodyOf } from '../../../data/api.ts'
import { call } from '../../../data/client.ts'

export type NamedList = { id: string; name: string }
export type ListTold = MembersChanged & { name: string }

function useChanged() {
  const queries = useQueryClient()
  return () => {
    for (const key of ['contact', 'contacts', 'lists']) {
      void queries.invalidateQueries({ queryKey: [key] })
    }
  }
}

type Put = {
  contactIds: readonly string[]
  /** Of a list that is there, or the name of one to be made. */
  list: NamedList | { id: null; name: string }
  /** The list is there from now on: should its people fail to come, it is not made twice. */
  made(list: NamedList): void
}

export function usePutIntoList() {
  const onSettled = useChanged()
  return useMutation({
    mutationFn: async ({ contactIds, list, made }: Put): Promise<ListTold> => {
      const { name } = list
      let { id } = list
      if (id === null) {
        id = (await call('POST /v1/lists', { body: { name } })).id
        made({ id, name })
      }
      const body = { contactIds: [...contactIds] }
      return { ...(await call('POST /v1/lists/{id}/members', { params: { id }, body })), name }
    },
    onSettled,
  })
}

export function useTakeFromList() {
  const onSettled = useChanged()
  return useMutation({
    mutationFn: async (asked: {
      contactIds: readonly string[]
      list: NamedList
    }): Promise<ListTold> => {
      const { id, name } = asked.list
      const body = { contactIds: [...asked.contactIds] }
      const done = await call('POST /v1/lists/{id}/members/remove', { params: { id }, body })
      return { ...done, name }
    },
    onSettled,
  })
}

export function useStopMany() {
  const onSettled = useChanged()
  return useMutation({
    mutationFn: (body: BodyOf<'POST /v1/contacts/stops'>) =>
      call('POST /v1/contacts/stops', { body }),
    onSettled,
  })
}
