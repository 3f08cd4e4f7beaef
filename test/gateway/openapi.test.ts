import { expect, test } from 'vitest'
import { z } from 'zod'
import { makeOpenApi } from '../../server/gateway/openapi.ts'
import { OPERATIONS } from '../../server/gateway/operations.ts'
import { openTestGateway } from './open-test-gateway.ts'

const Content = z.record(z.string(), z.strictObject({ schema: z.strictObject({ $ref: z.string() }) }))
const Described = z.strictObject({
  summary: z.string().min(5),
  security: z.array(z.record(z.string(), z.array(z.never()))),
  parameters: z.array(
    z.strictObject({
      name: z.string(),
      in: z.enum(['path', 'query']),
      required: z.boolean(),
      schema: z.strictObject({ $ref: z.string() }),
    }),
  ),
  requestBody: z.strictObject({ required: z.literal(true), content: Content }).optional(),
  responses: z.record(
    z.string().regex(/^(\d{3}|default)$/),
    z.strictObject({ description: z.string(), content: Content.optional() }),
  ),
})
/** The parts of the OpenAPI 3.1 schema that this description uses. */
const OpenApi = z.strictObject({
  openapi: z.literal('3.1.0'),
  info: z.strictObject({ title: z.string(), version: z.string() }),
  paths: z.record(z.string().startsWith('/'), z.partialRecord(z.enum(['get', 'post']), Described)),
  webhooks: z.record(
    z.string(),
    z.strictObject({
      post: z.strictObject({
        summary: z.string().min(5),
        parameters: z.array(z.looseObject({ name: z.string().startsWith('webhook-'), in: z.literal('header') })),
        requestBody: z.strictObject({ required: z.literal(true), content: Content }),
        responses: z.record(z.string(), z.strictObject({ description: z.string() })),
      }),
    }),
  ),
  components: z.strictObject({
    securitySchemes: z.record(z.string(), z.looseObject({ type: z.enum(['http', 'apiKey']) })),
    schemas: z.record(z.string().regex(/^[A-Za-z]+$/), z.looseObject({})),
  }),
})

test('the description is OpenAPI 3.1 and is served as it is made', async () => {
  const { ask } = await openTestGateway()
  const served: unknown = await (await ask('/api/openapi.json')).json()
  expect(OpenApi.parse(served)).toEqual(JSON.parse(JSON.stringify(makeOpenApi('build-7'))))
})

test('every reference in the description leads somewhere, and every schema is used', () => {
  const text = JSON.stringify(makeOpenApi('1'))
  const names = Object.keys(makeOpenApi('1').components.schemas)
  const used = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1])
  for (const reference of used) expect(names.map((name) => `#/components/schemas/${name}`)).toContain(reference)
  for (const name of names) expect(used).toContain(`#/components/schemas/${name}`)
  expect(text).not.toContain('"$id"')
  expect(text).not.toContain('"$schema"')
})

test('a command in the description names all that can be asked', () => {
  const command = JSON.stringify(makeOpenApi('1').components.schemas.Command)
  for (const type of ['CheckIn', 'CallNext', 'ImportAgenda', 'ConfigureOffice']) expect(command).toContain(`"${type}"`)
  expect(command).not.toContain('SignIn')
})

test('the description lists every route there is, and every route it lists is there', async () => {
  const { ask, address } = await openTestGateway()
  const listed = Object.entries(makeOpenApi('1').paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  )
  expect(listed.sort()).toEqual(Object.keys(OPERATIONS).sort())
  for (const key of listed) {
    const [method = '', path = ''] = key.split(' ')
    const body = method === 'post' ? { json: {} } : {}
    const response = await ask(path.replace('{role}', 'kiosk').replace('{day}', '2026-11-24').replace('{place}', '1'), {
      ...body,
      headers: { origin: address },
    })
    expect([404, 405]).not.toContain(response.status)
  }
})
