// The door of outgoing: where the program may connect to, and one request of it.
export {
  type AddressRule,
  addressNotAllowed,
  isRefusedLiteral,
  lookupAllowed,
  networkOf,
  notAllowed,
  type OutgoingAddresses,
  outgoingAddresses,
  publicAddresses,
} from './addresses.ts'
export { tlsFaultOf } from './not-connected.ts'
export { makeAgent, type Posted, type PostRequest, postJson, type Trust } from './post-json.ts'
export { fewAtOnce, type Resolve } from './resolve.ts'
export { waitAsked } from './retry-after.ts'
