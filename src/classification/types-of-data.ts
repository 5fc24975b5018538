// The types of data that a column can hold, and the class each belongs to.

/**
 * The classes of the notice and of articles 9 and 10. `direct` identifies a person alone; `linkable`
 * identifies when two different ones meet; `special` (articles 9 and 10) and `financial` stand on
 * axes of their own and do not count in the verdict; `attribute` says something about a person or a
 * thing; `none` is a column of which nothing is known.
 */
export const dataClasses = [
  'direct',
  'linkable',
  'special',
  'financial',
  'attribute',
  'none',
] as const
export type DataClass = (typeof dataClasses)[number]

/** Each type and its class. The order is the order of documentation, from the strongest down. */
export const classOfType = {
  name: 'direct',
  first_name: 'direct',
  last_name: 'direct',
  nir: 'direct',
  ine: 'direct',
  national_id: 'direct',
  tax_id: 'direct',
  health_insurance_id: 'direct',
  id_card: 'direct',
  passport: 'direct',
  phone: 'linkable',
  email: 'linkable',
  postal_address: 'linkable',
  birth_date: 'linkable',
  ip_address: 'linkable',
  licence_plate: 'linkable',
  username: 'linkable',
  iban: 'financial',
  bic: 'financial',
  bank_account: 'financial',
  credit_card: 'financial',
  health: 'special',
  religion: 'special',
  political_opinion: 'special',
  trade_union: 'special',
  ethnic_origin: 'special',
  sexual_orientation: 'special',
  criminal_record: 'special',
  postal_code: 'attribute',
  city: 'attribute',
  country: 'attribute',
  region: 'attribute',
  gender: 'attribute',
  civility: 'attribute',
  age: 'attribute',
  nationality: 'attribute',
  language: 'attribute',
  job: 'attribute',
  company: 'attribute',
  siren: 'attribute',
  siret: 'attribute',
  vat_number: 'attribute',
  school_class: 'attribute',
  amount: 'attribute',
  quantity: 'attribute',
  percentage: 'attribute',
  date: 'attribute',
  time: 'attribute',
  order_number: 'attribute',
  reference: 'attribute',
  identifier: 'attribute',
  uuid: 'attribute',
  ean: 'attribute',
  imei: 'attribute',
  pet_chip: 'attribute',
  product: 'attribute',
  category: 'attribute',
  status: 'attribute',
  url: 'attribute',
  boolean: 'attribute',
  consent: 'attribute',
  consent_date: 'attribute',
  consent_source: 'attribute',
  consent_wording: 'attribute',
  objection: 'attribute',
  free_text: 'attribute',
  number: 'attribute',
  code: 'attribute',
  text: 'none',
  empty: 'none',
} as const satisfies Record<string, DataClass>
export type DataType = keyof typeof classOfType

export const dataTypes = Object.keys(classOfType) as readonly DataType[]

/** What a person is called. */
export const nameTypes: ReadonlySet<DataType> = new Set(['name', 'first_name', 'last_name'])

/** How sure the finding is: the ladder from the top down. */
export const confidences = ['certain', 'high', 'medium', 'low'] as const
export type Confidence = (typeof confidences)[number]
