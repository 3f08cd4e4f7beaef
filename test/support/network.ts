import { spawnSync } from 'node:child_process'

/** A host of its own on this machine: a namespace with one cable. */
export type Host = {
  address: string
  /** What a program is started with so that it runs there. */
  enter: readonly string[]
  /** Pulls its cable, and plugs it in again. */
  cut(): void
  heal(): void
}

/** A switch with this machine and some hosts on it. */
export type Network = { address: string; hosts: Host[]; remove(): void }

const ip = (...args: readonly string[]): void => {
  const { status, stderr } = spawnSync('ip', args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`ip ${args.join(' ')}: ${stderr}`)
}

/** Whether this machine lets us make networks: root alone may, where iproute2 is. */
export const CAN_CUT = process.getuid?.() === 0 && spawnSync('ip', ['netns', 'list']).status === 0

let networks = 0

/** Makes a network of `count` hosts, 10.77.N.11 and on. */
export const makeNetwork = (count: number): Network => {
  networks += 1
  const subnet = (process.pid + networks) % 250
  const name = `an${process.pid % 10_000}x${networks}`
  const bridge = `${name}b`
  const address = `10.77.${subnet}.1`
  ip('link', 'add', bridge, 'type', 'bridge')
  ip('addr', 'add', `${address}/24`, 'dev', bridge)
  ip('link', 'set', bridge, 'up')
  const hosts = Array.from({ length: count }, (_, at) => {
    const [space, here, there] = [`${name}h${at}`, `${name}v${at}`, `${name}w${at}`]
    ip('netns', 'add', space)
    ip('link', 'add', here, 'type', 'veth', 'peer', 'name', there, 'netns', space)
    ip('link', 'set', here, 'master', bridge, 'up')
    const own = `10.77.${subnet}.${11 + at}`
    ip('-n', space, 'addr', 'add', `${own}/24`, 'dev', there)
    ip('-n', space, 'link', 'set', there, 'up')
    ip('-n', space, 'link', 'set', 'lo', 'up')
    return {
      ...{ address: own, space, enter: ['ip', 'netns', 'exec', space] },
      cut: () => ip('link', 'set', here, 'down'),
      heal: () => ip('link', 'set', here, 'up'),
    }
  })
  return {
    address,
    hosts,
    remove() {
      for (const { space } of hosts) ip('netns', 'del', space)
      ip('link', 'del', bridge)
    },
  }
}
