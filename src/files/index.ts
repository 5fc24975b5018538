// Public interface of files: the limits of every reader of an outside file.
export { type FilesErrorCode, filesError, filesErrorCodes } from './errors.ts'
export { heldInMemoryMax, holdInMemory } from './held-in-memory.ts'
export { LimitedSource, type OpenOctets, type SourceLimit } from './limited-source.ts'
export { readingLimits } from './limits.ts'
export { takeUpload, uploadsPerHourMax } from './upload-quota.ts'
