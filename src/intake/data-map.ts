// A label for every column of intake's tables.
import type { DataLabel, DataMap } from '../kernel/index.ts'

const none = (why: string): DataLabel => ({
  kind: 'none',
  why,
  keep: 'as long as the account',
  erase: 'with the account',
})
const sealed = (why: string): DataLabel => ({
  kind: 'attribute',
  why,
  keep: 'as long as the account',
  erase: 'with the account; sealed under its key',
})

export const intakeDataMap: DataMap = {
  'intake.import': {
    account_id: none('Whose import.'),
    import_id: none('Names the import.'),
    state: none('Where the import stands.'),
    file_subject_id: none('Names the key of the uploaded file; it is destroyed with the file.'),
    rejects_subject_id: none('Names the key of the rejected rows; it is destroyed with them.'),
    file_name_sealed: sealed('What the sender called the file; a name may stand in it.'),
    settings_sealed: sealed('Which sheet was asked for.'),
    size_bytes: none('Tells the progress.'),
    file_sha256: {
      kind: 'pseudonymous',
      why: 'Proves which file a declared consent came from, once the file is gone: an outsider compares it with the file itself, so that it is no keyed hash. Whoever holds the database and guesses a whole file, each octet of it, could tell that it came in; of a file with more than a few lines nobody does.',
      keep: 'as long as the account',
      erase: 'with the account; it leads to nobody',
    },
    analysis_sealed: sealed(
      'Columns, verdict, and texts of consent that several rows quote; as long as the file is there, a few masked cells and rows.',
    ),
    mapping_sealed: sealed('What a person chose, the source of consent included.'),
    list_id: none('The list that the contacts joined.'),
    rows_total: none('How many records the file has.'),
    created_at: none('When the file came in.'),
    started_at: none('When the run began.'),
    finished_at: none('When the run ended.'),
    records_done: none('Where the run goes on after a stop.'),
    bytes_done: none('Tells the progress.'),
    reject_parts: none('How many pieces the rejected rows are in.'),
    rejects_until: none('Until when the rejected rows are kept.'),
    file_deleted_at: none('When the uploaded file was deleted.'),
    shown_deleted_at: none('When the masked rows and cells that were shown of it were deleted.'),
    undone_at: none('When it was taken back.'),
    undo_after: none('Where the taking back goes on after a stop.'),
    undo_erased: none('How many contacts it took back.'),
    undo_kept: none('How many stayed, since somebody had touched them.'),
    undo_withdrawn: none('How many consents it took back.'),
    readings_open: none('How often its file was begun to be read and did not come to an end.'),
    failure_code: none('Why it failed.'),
    failure_details: none('Facts for the sentence: a size, a part of the file. No cell.'),
  },
  'intake.import_batch': {
    account_id: none('Whose import.'),
    import_id: none('Of which import.'),
    batch_id: none('A batch of the ledger that it wrote, so that it can be taken back.'),
  },
  'intake.known_source': {
    account_id: none('Whose source.'),
    fingerprint: none('Recognises a header that was seen before, under a key.'),
    mapping_sealed: sealed('How its columns were mapped.'),
    used_at: none('When it was last used.'),
  },
  'intake.import_count': {
    account_id: none('Whose import.'),
    import_id: none('Of which import.'),
    kind: none('What became of the rows.'),
    reason: none('Why.'),
    rows: none('How many.'),
  },
}
