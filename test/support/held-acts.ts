// What users do with rows that were kept apart, for a test of the room that brings them.
export { leaveHeld, readHeld, revealHeld, takeHeld } from '../../src/contacts/held/decide-held.ts'
export { holdRows } from '../../src/contacts/held/hold-rows.ts'
