// Puts the door of contacts together from its use cases.

import type { AccountId, SubjectId } from '../kernel/index.ts'
import type { Tx } from '../storage/index.ts'
import { openContacts } from './body.ts'
import { shutContacts } from './bulk-store.ts'
import { bulkUpsert } from './bulk-upsert.ts'
import type { ContactStanding } from './contact.ts'
import type { Contacts } from './contacts.ts'
import { readCustomFields } from './custom-fields/custom-fields-store.ts'
import type { ContactsDeps } from './deps.ts'
import { emailTag, referenceTag } from './found-by.ts'
import { deleteHeld } from './held/held-store.ts'
import { contactsHolder, deleteContact } from './hold-subject.ts'
import { hasOthers, leaveList, renameQuarantine, shutSubjects } from './import-store.ts'
import { readControllers } from './lists/controller-store.ts'
import {
  addSubjects,
  countMembers,
  countMembersSince,
  findList,
  findListName,
  holdList,
} from './lists/list-store.ts'
import { createController, createList } from './lists/make-list.ts'
import { toldNo } from './merge-contact.ts'
import { peopleOfNumbers } from './people-of-numbers.ts'
import { countQuarantined, countStaying, lockQuarantined } from './quarantine-store.ts'
import { revealContact } from './reveal-contact.ts'
import { correctContact } from './rights/correct-contact.ts'
import { letContactsGo } from './rights/let-go.ts'
import { subjectOf } from './save-contact.ts'
import { seekName } from './segments/search-all-names.ts'
import {
  findByTag,
  findByTags,
  findContact,
  lockForDeletion,
  openToMarketing,
  readAudience,
  readAudienceOf,
  readStanding,
  restrictContact,
  restrictedAmong,
  restrictedPeople,
} from './store.ts'
import { takeBackImported } from './take-back.ts'

export function createContacts(deps: ContactsDeps): Contacts {
  const { vault } = deps
  return {
    bulkUpsert: async (tx, batch) => bulkUpsert(deps, tx, batch),
    hasOthers: async (tx, accountId, importId) => hasOthers(tx, accountId, importId),
    audience: async (tx, page) => readAudience(tx, page),
    audienceOf: readAudienceOf,
    audienceSize: async (tx, accountId, listId) => countMembers(tx, accountId, listId),
    audienceSince: countMembersSince,
    openContacts: async (tx, accountId, contacts) => openContacts(vault, tx, accountId, contacts),
    find: async (tx, accountId, contactId) => findContact(tx, accountId, contactId),
    findByNumber: async (tx, accountId, number) => {
      const [found] = await findByTags(tx, accountId, [vault.numberTag(accountId, number)])
      return found ?? null
    },
    findByValue: async (tx, accountId, { by, value, limit }) => {
      const tag = { email: emailTag, reference: referenceTag }[by](vault, accountId, value)
      return findByTag(tx, accountId, { by, tag, limit })
    },
    seekName: async (caller, sought) => seekName(deps, caller, sought),
    findByTags: async (tx, accountId, tags) => {
      const found = await findByTags(tx, accountId, tags)
      return new Map(found.map((contact) => [contact.numberTag.toString('hex'), contact]))
    },
    subjectOf: async (tx, accountId, number, at) => subjectOf(deps, tx, { accountId, number, at }),
    peopleOfNumbers: async (tx, accountId, numbers, at, known = new Set()) =>
      peopleOfNumbers(deps, tx, { accountId, numbers, at, known }),
    standingOf: async (tx, accountId, subjects) => standingOf(vault, tx, accountId, subjects),
    restrictedAmong,
    restrict: restrictContact,
    correct: async (tx, caller, asked) => {
      const action = 'contacts.corrected' as const
      return (await correctContact(deps, tx, caller, { ...asked, action })).length > 0
    },
    erase: async (tx, caller, erased) => deleteContact(deps, tx, caller, erased),
    openToMarketing: async (tx, accountId, subjects) =>
      openToMarketing(tx, accountId, subjects, deps.clock.now()),
    quarantine: async (tx, accountId, shut) =>
      shutContacts(tx, accountId, { ...shut, at: deps.clock.now() }),
    quarantineSubjects: async (tx, accountId, shut) =>
      shutSubjects(tx, accountId, { ...shut, at: deps.clock.now() }),
    renameQuarantine: async (tx, accountId, renamed) =>
      renameQuarantine(tx, accountId, { ...renamed, at: deps.clock.now() }),
    quarantineCounts: async (tx, accountId, listId) => countQuarantined(tx, accountId, listId),
    ...withoutWhoStays(deps),
    deleteMany: async (tx, by, { contacts, why }) => {
      const named = contacts.map(({ id }) => id)
      const contactIds = [...(await lockForDeletion(tx, by.accountId, named))]
      return letContactsGo(deps, tx, by, { contactIds, why, asked: null })
    },
    takeBackImported: async (tx, by, page) => takeBackImported(deps, tx, by, page),
    leaveList: async (tx, accountId, joined) => leaveList(tx, accountId, joined),
    addToList: addSubjects,
    createList: async (tx, accountId, name, at, controllerId = null) =>
      createList(deps, tx, accountId, { name, at, controllerId }),
    ...{ customFields: readCustomFields, holdList },
    list: async (tx, accountId, listId) => findList(tx, accountId, listId),
    listName: async (tx, accountId, listId) => findListName(tx, accountId, listId),
    createController: async (tx, accountId, name, at) =>
      createController(deps, tx, accountId, { name, at }),
    controllers: async (tx, accountId) => readControllers(tx, accountId),
    controller: async (tx, accountId, controllerId) =>
      (await readControllers(tx, accountId)).find((one) =>
        controllerId === 'default' ? one.isDefault : one.id === controllerId,
      ) ?? null,
    reveal: async (tx, caller, contactId, reason) =>
      revealContact(deps, tx, caller, { contactId, reason }),
    holder: contactsHolder(vault),
  }
}

/** What goes of many at once leaves out whoever is restricted, or waits for an answer. */
function withoutWhoStays({
  openRequests,
}: ContactsDeps): Pick<
  Contacts,
  'lockQuarantined' | 'lockDeletable' | 'countStaying' | 'dropHeldRows'
> {
  const asking = async (tx: Tx, accountId: AccountId) =>
    (await openRequests?.people(tx, accountId)) ?? []
  return {
    lockQuarantined: async (tx, accountId, page) =>
      lockQuarantined(tx, accountId, { ...page, but: [] }),
    lockDeletable: async (tx, accountId, page) =>
      lockQuarantined(tx, accountId, { ...page, but: await asking(tx, accountId) }),
    countStaying: async (tx, accountId, held) =>
      countStaying(tx, accountId, { ...held, asking: await asking(tx, accountId) }),
    dropHeldRows: async (tx, accountId, importId) => {
      const restricted = await restrictedPeople(tx, accountId)
      const but = [...(await asking(tx, accountId)), ...restricted]
      return deleteHeld(tx, accountId, { importId, but })
    },
  }
}

async function standingOf(
  vault: ContactsDeps['vault'],
  tx: Tx,
  accountId: AccountId,
  subjects: readonly SubjectId[],
): Promise<Map<SubjectId, ContactStanding>> {
  const rows = await readStanding(tx, accountId, subjects)
  const sealed = rows.flatMap((row) =>
    row.sealed === null
      ? []
      : row.subjectIds.map((subjectId) => ({ subjectId, sealed: row.sealed as Buffer })),
  )
  const opened = await openContacts(vault, tx, accountId, sealed)
  const found = new Map<SubjectId, ContactStanding>()
  for (const { subjectIds, isOpen, quarantineReason } of rows) {
    const hasDeclined = toldNo.has(quarantineReason)
    for (const subjectId of subjectIds) {
      const birthDate = opened.get(subjectId)?.body.fields.birthDate ?? null
      found.set(subjectId, { inQuarantine: !isOpen, hasDeclined, birthDate })
    }
  }
  return found
}
