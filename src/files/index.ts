// The door of files: what any reader of a file from outside is held to.
export { type FilesErrorCode, filesError, filesErrorCodes } from './errors.ts'
export { heldInMemoryMax, holdInMemory } from './held-in-memory.ts'
export { LimitedSource, type OpenOctets, type SourceLimit } from './limited-source.ts'
export { readingLimits } from './limits.ts'
export { takeUpload, uploadsPerHourMax } from './upload-quota.ts'
