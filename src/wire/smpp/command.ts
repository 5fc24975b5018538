// The commands of SMPP 3.4 that we speak, and the fields of each body, in the order of the wire.

/** SMPP 3.4, 5.1.2.1. */
export const commandIds = {
  generic_nack: 0x8000_0000,
  bind_receiver: 0x0000_0001,
  bind_receiver_resp: 0x8000_0001,
  bind_transmitter: 0x0000_0002,
  bind_transmitter_resp: 0x8000_0002,
  query_sm: 0x0000_0003,
  query_sm_resp: 0x8000_0003,
  submit_sm: 0x0000_0004,
  submit_sm_resp: 0x8000_0004,
  deliver_sm: 0x0000_0005,
  deliver_sm_resp: 0x8000_0005,
  unbind: 0x0000_0006,
  unbind_resp: 0x8000_0006,
  replace_sm: 0x0000_0007,
  replace_sm_resp: 0x8000_0007,
  cancel_sm: 0x0000_0008,
  cancel_sm_resp: 0x8000_0008,
  bind_transceiver: 0x0000_0009,
  bind_transceiver_resp: 0x8000_0009,
  outbind: 0x0000_000b,
  enquire_link: 0x0000_0015,
  enquire_link_resp: 0x8000_0015,
  alert_notification: 0x0000_0102,
  data_sm: 0x0000_0103,
  data_sm_resp: 0x8000_0103,
} as const
export type Command = keyof typeof commandIds

const commandNames = new Map<number, Command>(
  Object.entries(commandIds).map(([name, id]) => [id, name as Command]),
)

export function commandOf(commandId: number): Command | null {
  return commandNames.get(commandId) ?? null
}

/** One octet. */
const integer = { kind: 'integer' } as const
/** A C-octet string; the bound counts its NUL. */
const text = (octetsMax: number) => ({ kind: 'text', octetsMax }) as const
/** sm_length and short_message. */
const shortMessage = { kind: 'short_message' } as const

export type NamedField = { readonly name: string; readonly field: Field }
export type Field =
  | { readonly kind: 'integer' }
  | { readonly kind: 'text'; readonly octetsMax: number }
  | { readonly kind: 'short_message' }

// The standard bounds system_id at 16 and password at 9 octets (5.2.1, 5.2.2), and addresses of
// messages at 21. Operators issue longer credentials, so that all of these may be as long as a
// message_id, 65.
const name = text(65)
const address = text(65)
const time = text(17)
const serviceType = text(6)

const bind = {
  systemId: name,
  password: name,
  systemType: text(13),
  interfaceVersion: integer,
  addressTon: integer,
  addressNpi: integer,
  addressRange: text(41),
} as const

const source = { sourceTon: integer, sourceNpi: integer, source: address } as const
const destination = {
  destinationTon: integer,
  destinationNpi: integer,
  destination: address,
} as const

const message = {
  serviceType,
  ...source,
  ...destination,
  esmClass: integer,
  protocolId: integer,
  priority: integer,
  scheduleDeliveryTime: time,
  validityPeriod: time,
  registeredDelivery: integer,
  replaceIfPresent: integer,
  dataCoding: integer,
  defaultMessageId: integer,
  shortMessage,
} as const

const bindAnswer = { systemId: name } as const
const messageAnswer = { messageId: text(65) } as const
const nothing = {} as const

export const bodies = {
  generic_nack: nothing,
  bind_receiver: bind,
  bind_receiver_resp: bindAnswer,
  bind_transmitter: bind,
  bind_transmitter_resp: bindAnswer,
  bind_transceiver: bind,
  bind_transceiver_resp: bindAnswer,
  outbind: { systemId: name, password: name },
  unbind: nothing,
  unbind_resp: nothing,
  enquire_link: nothing,
  enquire_link_resp: nothing,
  submit_sm: message,
  submit_sm_resp: messageAnswer,
  deliver_sm: message,
  deliver_sm_resp: messageAnswer,
  data_sm: {
    serviceType,
    ...source,
    ...destination,
    esmClass: integer,
    registeredDelivery: integer,
    dataCoding: integer,
  },
  data_sm_resp: messageAnswer,
  query_sm: { messageId: text(65), ...source },
  query_sm_resp: {
    messageId: text(65),
    finalDate: time,
    messageState: integer,
    errorCode: integer,
  },
  cancel_sm: { serviceType, messageId: text(65), ...source, ...destination },
  cancel_sm_resp: nothing,
  replace_sm: {
    messageId: text(65),
    ...source,
    scheduleDeliveryTime: time,
    validityPeriod: time,
    registeredDelivery: integer,
    defaultMessageId: integer,
    shortMessage,
  },
  replace_sm_resp: nothing,
  alert_notification: {
    ...source,
    esmeTon: integer,
    esmeNpi: integer,
    esmeAddress: address,
  },
} as const satisfies Record<Command, Readonly<Record<string, Field>>>

type ValueOf<F extends Field> = F extends { kind: 'integer' }
  ? number
  : F extends { kind: 'text' }
    ? string
    : Uint8Array

export type Tlv = { tag: number; value: Uint8Array }

export type Body<C extends Command> = {
  -readonly [Name in keyof (typeof bodies)[C]]: (typeof bodies)[C][Name] extends Field
    ? ValueOf<(typeof bodies)[C][Name]>
    : never
}

export type PduOf<C extends Command> = {
  command: C
  status: number
  sequence: number
} & Body<C> & { tlvs: readonly Tlv[] }

export type Pdu = { [C in Command]: PduOf<C> }[Command]

/** The fields of a body as a list, for the coders. */
export const fieldLists: Readonly<Record<Command, readonly NamedField[]>> = Object.fromEntries(
  Object.entries(bodies).map(([command, fields]) => [
    command,
    Object.entries(fields).map(([name, field]) => ({ name, field })),
  ]),
) as never

const emptyOctets = new Uint8Array(0)
const noTlvs: readonly Tlv[] = Object.freeze([])

const emptyPdus = Object.fromEntries(
  Object.entries(fieldLists).map(([command, fields]) => {
    const body = fields.map(({ name, field: { kind } }) => {
      const value = kind === 'integer' ? 0 : kind === 'text' ? '' : emptyOctets
      return [name, value] as const
    })
    return [command, { command, status: 0, sequence: 0, ...Object.fromEntries(body), tlvs: noTlvs }]
  }),
) as { [C in Command]: PduOf<C> }

/** A copy, to be filled: its fields are all there, so that none is added one by one. */
export function emptyPdu<C extends Command>(command: C): PduOf<C> {
  return { ...emptyPdus[command] }
}

/** SMPP 3.4, 3.2: the header's four integers. */
export const headerOctets = 16
