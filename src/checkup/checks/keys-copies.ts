// Whether a key that is destroyed could live on in a snapshot or in somebody's cloud.
import { type Check, fine, gap, notSeen, unknown } from '../check.ts'
import { isUnseen } from '../facts.ts'

/** They make snapshots in a moment, and many systems have them made by themselves. */
const withSnapshots = new Set(['btrfs', 'zfs', 'bcachefs'])
/** Somebody else holds the disk, and may copy it. */
const elsewhere = /^(?:nfs4?|cifs|smb3|fuse\.(?:sshfs|rclone|s3fs|glusterfs))$/

export const keysCopies: Check = {
  name: 'keys_copies',
  group: 'keys',
  cnil: [17, 21],
  recyf: [13],
  judge: ({ keys }) => {
    if (isUnseen(keys)) return notSeen(keys)
    const { snapshots, synced, fileSystem } = keys
    if (snapshots !== null) return gap('snapshots', { folder: snapshots })
    if (synced !== null) return gap('synced', { sign: synced })
    if (isUnseen(fileSystem)) return notSeen(fileSystem)
    const { type, mountedOn } = fileSystem
    if (withSnapshots.has(type)) return unknown('may_snapshot', { type, folder: mountedOn })
    if (elsewhere.test(type)) return unknown('elsewhere', { type, folder: mountedOn })
    return fine('none', { type, folder: mountedOn })
  },
}
