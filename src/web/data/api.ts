// What the screens may ask of the server: each route with its address, what it takes and answers.
// Types alone, taken from the rooms' contracts: nothing of this is in what a browser loads.
import type { z } from 'zod'
import type { accountabilityApi } from '../../accountability/contract-api.ts'
import type { accountsApi } from '../../accounts/contract-api.ts'
import type { backupApi } from '../../backup/contract-api.ts'
import type { billingApi } from '../../billing/contract-api.ts'
import type { campaignsApi } from '../../campaigns/contract-api.ts'
import type { checkupApi } from '../../checkup/contract-api.ts'
import type { consentApi } from '../../consent/contract-api.ts'
import type { contactsApi } from '../../contacts/contract-api.ts'
import type { disclosureApi } from '../../disclosure/contract-api.ts'
import type { governanceApi } from '../../governance/contract-api.ts'
import type { intakeApi } from '../../intake/contract-api.ts'
import type { linksApi } from '../../links/contract-api.ts'
import type { notificationsApi } from '../../notifications/contract-api.ts'
import type { overviewApi } from '../../overview/contract-api.ts'
import type { preferencesApi } from '../../preferences/contract-api.ts'
import type { privacyApi } from '../../privacy/contract-api.ts'
import type { receiptsApi } from '../../receipts/contract-api.ts'
import type { retentionApi } from '../../retention/contract-api.ts'
import type { routingApi } from '../../routing/contract-api.ts'
import type { sendingApi } from '../../sending/contract-api.ts'
import type { sensitiveApi } from '../../sensitive/contract-api.ts'
import type { webhooksApi } from '../../webhooks/contract-api.ts'

type Api = typeof accountabilityApi &
  typeof accountsApi &
  typeof backupApi &
  typeof billingApi &
  typeof campaignsApi &
  typeof checkupApi &
  typeof consentApi &
  typeof contactsApi &
  typeof disclosureApi &
  typeof governanceApi &
  typeof intakeApi &
  typeof linksApi &
  typeof webhooksApi &
  typeof notificationsApi &
  typeof overviewApi &
  typeof preferencesApi &
  typeof privacyApi &
  typeof receiptsApi &
  typeof retentionApi &
  typeof routingApi &
  typeof sendingApi &
  typeof sensitiveApi

type Answers = { response: z.ZodType }
type Key = keyof Api
/** Routes that answer JSON or nothing: `GET /v1/campaigns/{id}`. */
export type CallKey = { [K in Key]: Api[K] extends Answers ? K : never }[Key]
/** Routes that answer a file. */
export type FileKey = Exclude<Key, CallKey>
/** What a link alone can ask for: a file, or an answer that its reader keeps as one. */
export type LinkKey = Key & `GET ${string}`

/** What a route answers, as its contract says. */
export type AnswerOf<K extends CallKey> = z.output<Api[K]['response']>
/** Nothing that is sent is changed, so what may only be read can be sent too. */
type Sent<T> = T extends readonly (infer One)[]
  ? readonly Sent<One>[]
  : T extends object
    ? { readonly [N in keyof T]: Sent<T[N]> }
    : T
/** The body that a route takes. */
export type BodyOf<K extends Key> = Api[K] extends { body: infer B extends z.ZodType }
  ? Sent<z.input<B>>
  : never

/** `/v1/lists/{id}/members/{contactId}` has `id` and `contactId`. */
type NamesIn<Path> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never
type Params<K> = [NamesIn<K>] extends [never]
  ? unknown
  : { params: { readonly [N in NamesIn<K>]: string } }

/** A number in an address is text to its schema, which takes anything and checks it. */
type Asked<T> = unknown extends T ? string | number | boolean : T
/** What is undefined stays out of the address. */
type AskedAll<T> = { [N in keyof T]: Asked<T[N]> | (object extends Pick<T, N> ? undefined : never) }
type Under<Name extends string, T> = object extends T ? { [N in Name]?: T } : { [N in Name]: T }
type Query<E> = E extends { query: infer Q extends z.ZodType }
  ? Under<'query', AskedAll<z.input<Q>>>
  : unknown
type Body<E> = E extends { body: infer B extends z.ZodType } ? { body: Sent<z.input<B>> } : unknown
type Upload<E> = E extends { file: true }
  ? { file: File } & (E extends { fields: infer F extends z.ZodType }
      ? Under<'fields', z.input<F>>
      : unknown)
  : unknown

/** An answer that another page of the account got within the last second is good enough. */
type LooksOn<K> = K extends LinkKey ? { looksOn?: boolean } : unknown

/** What a route must be given, and nothing where it takes nothing. */
type InputOf<K extends Key> = Params<K> & Query<Api[K]> & Body<Api[K]> & Upload<Api[K]> & LooksOn<K>
export type Rest<K extends Key> = object extends InputOf<K> ? [input?: InputOf<K>] : [InputOf<K>]
