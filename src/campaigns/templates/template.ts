// The noun of templates: a text kept to be used again; each change of it is a version that stays.
import type { Instant } from '../../kernel/index.ts'
import type { MessageClass } from '../../sending/contract.ts'

export type Template = {
  id: string
  name: string
  class: MessageClass
  /** Of the latest version. */
  text: string
  version: number
  createdAt: Instant
  changedAt: Instant
  archivedAt: Instant | null
}

export type TemplateVersion = { version: number; text: string; writtenAt: Instant }
