// The national language shift tables of the 7-bit alphabet (3GPP TS 23.038, annex A).

export const shiftLanguages = ['turkish', 'spanish', 'portuguese'] as const
export type ShiftLanguage = (typeof shiftLanguages)[number]

/** 3GPP TS 23.040, 9.2.3.24.15: the number of a language in the header's elements. */
export const shiftNumbers: Readonly<Record<ShiftLanguage, number>> = {
  turkish: 1,
  spanish: 2,
  portuguese: 3,
}

/**
 * The table in the place of the default alphabet (A.3.1, A.3.3), by septet; the escape stands for
 * no character. Spanish has none.
 */
export const lockingTables: Readonly<Partial<Record<ShiftLanguage, string>>> = {
  turkish:
    '@£$¥€éùıòÇ\nĞğ\rÅå' +
    'Δ_ΦΓΛΩΠΨΣΘΞ\u001bŞşßÉ' +
    ' !"#¤%&\'()*+,-./' +
    '0123456789:;<=>?' +
    'İABCDEFGHIJKLMNO' +
    'PQRSTUVWXYZÄÖÑÜ§' +
    'çabcdefghijklmno' +
    'pqrstuvwxyzäöñüà',
  portuguese:
    '@£$¥êéúíóç\nÔô\rÁá' +
    'Δ_ªÇÀ∞^\\€Ó|\u001bÂâÊÉ' +
    ' !"#º%&\'()*+,-./' +
    '0123456789:;<=>?' +
    'ÍABCDEFGHIJKLMNO' +
    'PQRSTUVWXYZÃÕÚÜ§' +
    '~abcdefghijklmno' +
    'pqrstuvwxyzãõ`üà',
}

type Entries = readonly (readonly [septet: number, character: string])[]

/** What all tables behind the escape have in common. */
const shared: Entries = [
  [0x0a, '\f'],
  [0x14, '^'],
  [0x28, '{'],
  [0x29, '}'],
  [0x2f, '\\'],
  [0x3c, '['],
  [0x3d, '~'],
  [0x3e, ']'],
  [0x40, '|'],
  [0x65, '€'],
]

/** The table behind the escape (A.2.1 to A.2.3). */
export const singleTables: Readonly<Record<ShiftLanguage, Entries>> = {
  turkish: [
    ...shared,
    [0x47, 'Ğ'],
    [0x49, 'İ'],
    [0x53, 'Ş'],
    [0x63, 'ç'],
    [0x67, 'ğ'],
    [0x69, 'ı'],
    [0x73, 'ş'],
  ],
  spanish: [
    ...shared,
    [0x09, 'ç'],
    [0x41, 'Á'],
    [0x49, 'Í'],
    [0x4f, 'Ó'],
    [0x55, 'Ú'],
    [0x61, 'á'],
    [0x69, 'í'],
    [0x6f, 'ó'],
    [0x75, 'ú'],
  ],
  portuguese: [
    ...shared,
    [0x05, 'ê'],
    [0x09, 'ç'],
    [0x0b, 'Ô'],
    [0x0c, 'ô'],
    [0x0e, 'Á'],
    [0x0f, 'á'],
    [0x12, 'Φ'],
    [0x13, 'Γ'],
    [0x15, 'Ω'],
    [0x16, 'Π'],
    [0x17, 'Ψ'],
    [0x18, 'Σ'],
    [0x19, 'Θ'],
    [0x1f, 'Ê'],
    [0x41, 'À'],
    [0x49, 'Í'],
    [0x4f, 'Ó'],
    [0x55, 'Ú'],
    [0x5b, 'Ã'],
    [0x5c, 'Õ'],
    [0x61, 'Â'],
    [0x69, 'í'],
    [0x6f, 'ó'],
    [0x75, 'ú'],
    [0x7b, 'ã'],
    [0x7c, 'õ'],
    [0x7f, 'â'],
  ],
}
