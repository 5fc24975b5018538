// How contacts, lists and legal entities are shown over HTTP: numbers masked.
import { type Language, maskNumber } from '../kernel/index.ts'
import { quarantineSentence } from '../words/index.ts'
import type { OpenedBody } from './body.ts'
import type { Controller, FormerName, List } from './contact.ts'
import type {
  ContactView,
  ControllerView,
  ListView,
  SegmentSnapshot,
  StatusView,
} from './contract.ts'
import type { Counted } from './deps.ts'
import { inOrder, peopleOf } from './status/person-status.ts'
import type { ContactRecord } from './store.ts'

const text = (instant: number): string => new Date(instant).toISOString()

export function contactViewOf(
  contact: ContactRecord,
  { open, status }: { open: OpenedBody; status: StatusView },
  language: Language,
): ContactView {
  const { quarantineReason } = contact
  return {
    id: contact.id,
    subjectId: contact.subjectId,
    numberMasked: maskNumber(open.body.number),
    country: contact.country,
    territory: contact.territory,
    zone: contact.zone,
    postcodeArea: contact.postcodeArea,
    status,
    marketingState: contact.marketingState,
    quarantineReason,
    quarantineSentence:
      quarantineReason === null ? null : quarantineSentence(language, quarantineReason),
    fieldsHeld: contact.fieldsHeld,
    importId: contact.importId,
    createdAt: text(contact.createdAt),
    updatedAt: text(contact.updatedAt),
  }
}

export function listViewOf(
  list: List,
  { statuses, countedAt }: Counted,
  segment: SegmentSnapshot | null = null,
): ListView {
  return {
    ...list,
    members: statuses.reduce((sum, { people }) => sum + people, 0),
    openToMarketing: peopleOf(statuses, 'can_receive'),
    statuses: inOrder(statuses),
    countedAt: text(countedAt),
    segment,
    createdAt: text(list.createdAt),
  }
}

export function controllerViewOf(
  controller: Controller,
  former: readonly FormerName[],
): ControllerView {
  const own = former.filter(({ controllerId }) => controllerId === controller.id)
  return {
    ...controller,
    createdAt: text(controller.createdAt),
    formerNames: own.map(({ name, usedUntil }) => ({ name, usedUntil: text(usedUntil) })),
  }
}
