// Whether nobody else on the machine may read the data and the log.
import { type Check, fine, gap, listed, notSeen } from '../check.ts'
import { isUnseen } from '../facts.ts'

export const dataMode: Check = {
  name: 'data_mode',
  group: 'keys',
  cnil: [9],
  recyf: [18],
  judge: ({ openFiles, settings: { dataFolder: folder } }) => {
    if (isUnseen(openFiles)) return notSeen(openFiles)
    const { data } = openFiles
    return data.length > 0 ? gap('open', { names: listed(data) }) : fine('closed', { folder })
  },
}

export const logMode: Check = {
  name: 'log_mode',
  group: 'keys',
  cnil: [16, 9],
  recyf: [18],
  judge: ({ openFiles, settings: { logFolder: folder } }) => {
    if (folder === null) return null
    if (isUnseen(openFiles)) return notSeen(openFiles)
    const { logs } = openFiles
    return logs.length > 0 ? gap('open', { names: listed(logs) }) : fine('closed', { folder })
  },
}
