import { BlockList, isIP } from 'node:net'
import type { AddressTrouble } from '../../protocol/desk/webhooks.ts'

const blockOf = (subnets: readonly [string, number, 'ipv4' | 'ipv6'][]): BlockList => {
  const list = new BlockList()
  for (const [net, prefix, family] of subnets) list.addSubnet(net, prefix, family)
  return list
}

const LOOPBACK = blockOf([
  ['127.0.0.0', 8, 'ipv4'],
  ['::1', 128, 'ipv6'],
])

/** The office's own network (RFC 1918, RFC 4193). */
const PRIVATE = blockOf([
  ['10.0.0.0', 8, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['fc00::', 7, 'ipv6'],
])

/**
 * Where nobody's receiver is: no address, link-local with the metadata services of clouds (169.254.169.254, fd00:ec2::254),
 * shared, multicast and reserved ones (RFC 6890).
 */
const NOWHERE = blockOf([
  ['0.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  ['::', 128, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  ['fd00:ec2::', 32, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
  ['64:ff9b::', 96, 'ipv6'],
  ['2002::', 16, 'ipv6'],
])

const isIn = (list: BlockList, ip: string): boolean => list.check(ip, isIP(ip) === 6 ? 'ipv6' : 'ipv4')

/** An IPv4 address that is written as an IPv6 one is the IPv4 address. */
const plainIp = (ip: string): string => {
  const mapped = /^::ffff:(?:(\d+\.\d+\.\d+\.\d+)|([0-9a-f]{1,4}):([0-9a-f]{1,4}))$/i.exec(ip)
  if (mapped === null) return ip
  const [, dotted, high, low] = mapped
  if (dotted !== undefined) return dotted
  const [a, b] = [Number.parseInt(high ?? '0', 16), Number.parseInt(low ?? '0', 16)]
  return [a >> 8, a & 255, b >> 8, b & 255].join('.')
}

/** How much is allowed: `example` is an office to try things with, where a receiver may run on this machine. */
export type AddressRule = { example: boolean }

/** Why an IP address is no receiver's, null when it may be one. `isPlain`: over http, so within the office's network alone. */
export const ipTrouble = (given: string, isPlain: boolean, rule: AddressRule): AddressTrouble | null => {
  const ip = plainIp(given)
  if (isIn(LOOPBACK, ip)) return rule.example ? null : 'forbidden'
  if (isIn(NOWHERE, ip)) return 'forbidden'
  return isPlain && !isIn(PRIVATE, ip) ? 'needs-https' : null
}

/** The host of an address without the brackets of IPv6. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[(.*)\]$/, '$1')

/**
 * Why an address is no receiver's, as far as it can be told without asking a name server; null when it may be one. The rule:
 * https anywhere, http within the office's own network; never this machine (but in an office to try things with), never
 * link-local or metadata addresses. A name is looked at again, by the address it leads to, whenever something is sent.
 */
export const addressTrouble = (text: string, rule: AddressRule): AddressTrouble | null => {
  if (!URL.canParse(text)) return 'no-address'
  const url = new URL(text)
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '' || url.hash !== '')
    return 'no-address'
  const host = hostOf(url)
  if (isIP(host) !== 0) return ipTrouble(host, url.protocol === 'http:', rule)
  return /(^|\.)localhost\.?$/i.test(host) && !rule.example ? 'forbidden' : null
}
