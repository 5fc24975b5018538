// The data and keys folders, for commands that work on the machine itself.
import { type Config, configFromEnvironment } from '../app/index.ts'

export const folderOptions = { data: { type: 'string' }, keys: { type: 'string' } } as const

/** The environment's configuration, with the folders that are named. */
export function configOf(given: { data?: string | undefined; keys?: string | undefined }): Config {
  return configFromEnvironment({ ACCORD_DATA: given.data, ACCORD_KEYS: given.keys })
}
