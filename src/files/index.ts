// The door of files: what any reader of a file from outside is held to.
export { type FilesErrorCode, filesError, filesErrorCodes } from './errors.ts'
export { LimitedSource, type OpenOctets, type SourceLimit } from './limited-source.ts'
export { readingLimits } from './limits.ts'
export { takeUpload, uploadsPerHourMax } from './upload-quota.ts'
