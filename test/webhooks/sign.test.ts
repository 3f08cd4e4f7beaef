import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { addressTrouble, ipTrouble } from '../../server/webhooks/address-rule.ts'
import { newHookSecret, signedHeaders } from '../../server/webhooks/sign.ts'

describe('the signature of a message', () => {
  test('is the one of Standard Webhooks, by the vector of its reference libraries', () => {
    const headers = signedHeaders('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', {
      ...{ id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', atMs: 1_614_265_330_000 },
      body: '{"test": 2432232314}',
    })
    expect(headers).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    })
  })

  test('comes from 256 bits that are new each time', () => {
    const [a, b] = [newHookSecret(), newHookSecret()]
    expect(a).not.toBe(b)
    expect(Buffer.from(a.slice('whsec_'.length), 'base64')).toHaveLength(32)
    const { 'webhook-signature': signature } = signedHeaders(a, { id: 'm', atMs: 0, body: '{}' })
    const key = Buffer.from(a.slice('whsec_'.length), 'base64')
    expect(signature).toBe(`v1,${createHmac('sha256', key).update('m.0.{}').digest('base64')}`)
  })
})

describe('where a receiver may be', () => {
  const rule = { example: false }

  test.each([
    'https://hooks.example.go.id/antrean',
    'https://203.0.113.9/x',
    'http://192.168.1.20:8080/hook',
    'http://10.1.2.3/',
    'http://172.31.0.1/',
    'http://[fd12::1]/',
    'http://papan.kantor.lan/hook',
    'https://10.0.0.4/',
  ])('%s may be one', (url) => expect(addressTrouble(url, rule)).toBeNull())

  test.each([
    ['ftp://192.168.1.20/', 'no-address'],
    ['kantor', 'no-address'],
    ['https://user:pass@example.com/', 'no-address'],
    ['https://example.com/#x', 'no-address'],
    ['http://203.0.113.9/x', 'needs-https'],
    ['http://172.32.0.1/', 'needs-https'],
    ['http://127.0.0.1:4100/', 'forbidden'],
    ['http://127.1/', 'forbidden'],
    ['http://2130706433/', 'forbidden'],
    ['http://[::1]/', 'forbidden'],
    ['http://[::ffff:127.0.0.1]/', 'forbidden'],
    ['https://localhost/', 'forbidden'],
    ['https://api.localhost./', 'forbidden'],
    ['http://169.254.169.254/latest/meta-data', 'forbidden'],
    ['https://[::ffff:169.254.169.254]/', 'forbidden'],
    ['https://[fe80::1]/', 'forbidden'],
    ['https://[fd00:ec2::254]/', 'forbidden'],
    ['https://[64:ff9b::a9fe:a9fe]/', 'forbidden'],
    ['http://0.0.0.0/', 'forbidden'],
    ['https://224.0.0.1/', 'forbidden'],
    ['https://255.255.255.255/', 'forbidden'],
  ] as const)('%s may not: %s', (url, trouble) => expect(addressTrouble(url, rule)).toBe(trouble))

  test('this machine only in an office to try things with, metadata addresses never', () => {
    const example = { example: true }
    expect(addressTrouble('http://127.0.0.1:9000/', example)).toBeNull()
    expect(addressTrouble('http://localhost:9000/', example)).toBeNull()
    expect(addressTrouble('http://169.254.169.254/', example)).toBe('forbidden')
  })

  test('a name is judged by the address that it leads to', () => {
    expect(ipTrouble('169.254.169.254', false, rule)).toBe('forbidden')
    expect(ipTrouble('8.8.8.8', true, rule)).toBe('needs-https')
    expect(ipTrouble('192.168.0.7', true, rule)).toBeNull()
  })
})
