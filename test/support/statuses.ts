// The rule of a person's status over one consent room, as the app puts it together.
export { statusesOver } from '../../src/app/statuses.ts'
