// Which file system a folder lies on, and whether its device is encrypted: as Linux tells it.
import { readdirSync, readFileSync, realpathSync } from 'node:fs'
import { type FileSystem, type Unseen, unseen } from '../facts.ts'

type Mount = { device: string; mountedOn: string; type: string }

/** `36 35 98:0 /mnt1 /mnt2 rw,noatime master:1 - ext3 /dev/root rw`, proc(5). */
export function mountsIn(mountinfo: string): Mount[] {
  return mountinfo.split('\n').flatMap((line) => {
    const [before = '', after = ''] = line.split(' - ')
    const [, , device, , mountedOn] = before.split(' ')
    const [type] = after.split(' ')
    if (device === undefined || mountedOn === undefined || type === undefined) return []
    return [{ device, mountedOn: unescaped(mountedOn), type }]
  })
}

/** Blanks in a path are written as octal numbers there. */
const unescaped = (path: string) =>
  path.replace(/\\(\d{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))

/** The last of those mounted nearest above it: a later mount hides an earlier one. */
export function mountOf(mounts: readonly Mount[], path: string): Mount | null {
  const above = mounts.filter(
    ({ mountedOn }) => mountedOn === '/' || path === mountedOn || path.startsWith(`${mountedOn}/`),
  )
  const longest = Math.max(...above.map(({ mountedOn }) => mountedOn.length))
  return above.filter(({ mountedOn }) => mountedOn.length === longest).at(-1) ?? null
}

const inMemory = new Set(['tmpfs', 'ramfs'])
const encryptedTypes = new Set(['ecryptfs', 'fuse.gocryptfs', 'fuse.encfs', 'fuse.cryfs'])

export function fileSystemOf(folder: string): FileSystem | Unseen {
  if (process.platform !== 'linux') return unseen('not_linux')
  try {
    const mounts = mountsIn(readFileSync('/proc/self/mountinfo', 'utf8'))
    const mount = mountOf(mounts, realpathSync(folder))
    if (mount === null) return unseen('refused')
    const { type, mountedOn, device } = mount
    return {
      type,
      mountedOn,
      isInMemory: inMemory.has(type),
      isEncrypted: encryptedTypes.has(type) || isDeviceEncrypted(device),
    }
  } catch {
    return unseen('refused')
  }
}

/** Null where the device is none of this machine's own, as in a container's layers. */
function isDeviceEncrypted(device: string): boolean | null {
  const folder = `/sys/dev/block/${device}`
  try {
    if (isCrypt(folder)) return true
    const below = readdirSync(`${folder}/slaves`)
    return below.length > 0 && below.every((name) => isCrypt(`/sys/class/block/${name}`))
  } catch {
    return hasDevice(folder) ? false : null
  }
}

/** The uuid of a LUKS or plain dm-crypt mapping begins so. */
function isCrypt(folder: string): boolean {
  try {
    return readFileSync(`${folder}/dm/uuid`, 'utf8').startsWith('CRYPT-')
  } catch {
    return false
  }
}

function hasDevice(folder: string): boolean {
  try {
    return readdirSync(folder).length > 0
  } catch {
    return false
  }
}
