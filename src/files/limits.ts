// How much of an outside file is read: one table for all readers.

const mebi = 1024 ** 2

/**
 * Each number keeps memory and time finite whatever the file says of itself. What is beyond one is
 * refused, or told as a problem of its row; nothing is passed over in silence.
 */
export const readingLimits = {
  /** A contact file as it is sent. */
  contactFileOctetsMax: 2 * 1024 ** 3,
  /** A suppression list is held whole while it is read: some four million numbers. */
  listOctetsMax: 64 * mebi,
  /** An archive of receipts goes by as a stream. */
  archiveOctetsMax: 8 * 1024 ** 3,

  /** A record longer than this is no contact: 1 MB of text. */
  recordCharactersMax: 1_000_000,
  /** What a cell holds beyond this is cut before anybody judges it, and told as cut. */
  cellCharactersMax: 4_096,
  columnsMax: 1_000,
  /** Of a spreadsheet in all, where a few octets leave a thousand cells empty before them. */
  cellsMax: 50_000_000,
  /** A sheet has no more; what calls itself row 4,000,000,000 leaves no gap to be counted. */
  sheetRowsMax: 1_048_576,
  sheetsMax: 255,
  lookAheadRows: 2_500,

  /** An XLSX is held whole while it is read, compressed; larger ones are to be saved as CSV. */
  xlsxOctetsMax: 150_000_000,
  zipEntriesMax: 10_000,
  /** Everything that is unpacked of one archive, a part that is read twice counted twice. */
  unpackedOctetsMax: 4_000_000_000,
  smallPartOctetsMax: 20_000_000,
  /** XML of repeated rows packs some 20 times; a bomb a thousand times. */
  inflationMax: 300,
  /** A small file may unpack to so much in any case. */
  inflationFromOctets: 50_000_000,
  sharedStringsMax: 10_000_000,
  sharedCharactersMax: 200_000_000,

  /** Parts of an archive of receipts, by what they are. */
  archiveHeaderOctetsMax: 8 * mebi,
  archiveKeyOctetsMax: 4_096,
  archiveCheckpointOctetsMax: 65_536,
  archiveBundleOctetsMax: 20 * mebi,
  archiveRecordsOctetsMax: 16 * mebi,
  archivePartsMax: 4_000_000,
} as const
