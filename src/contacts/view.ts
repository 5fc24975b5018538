// How contacts, lists and legal entities are shown over HTTP: numbers masked.
import { type Language, maskNumber } from '../kernel/index.ts'
import { quarantineSentence } from '../words/index.ts'
import type { OpenedBody } from './body.ts'
import type { Controller, List } from './contact.ts'
import type { ContactView, ControllerView, ListView, MarketingTruthName } from './contract.ts'
import type { ContactRecord } from './store.ts'

const text = (instant: number): string => new Date(instant).toISOString()

export function contactViewOf(
  contact: ContactRecord,
  { open, marketing }: { open: OpenedBody; marketing: MarketingTruthName },
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
    marketing,
    marketingState: contact.marketingState,
    quarantineReason,
    quarantineSentence:
      quarantineReason === null ? null : quarantineSentence(language, quarantineReason),
    fieldsHeld: contact.fieldsHeld,
    createdAt: text(contact.createdAt),
    updatedAt: text(contact.updatedAt),
  }
}

/** `open`: how many of its members marketing may reach today. */
export function listViewOf(list: List, open: number): ListView {
  return { ...list, openToMarketing: open, createdAt: text(list.createdAt) }
}

export function controllerViewOf(controller: Controller): ControllerView {
  return { ...controller, createdAt: text(controller.createdAt) }
}
