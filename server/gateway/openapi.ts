import { z } from 'zod'
import { Answer } from '../../protocol/answers.ts'
import { Command } from '../../protocol/commands.ts'
import { AuditKind, AuditPage, ChainReport } from '../../protocol/desk/audit.ts'
import {
  AgendaPreview,
  Bookings,
  EnterPreview,
  EnterResult,
  FindBooking,
  FoundBooking,
  NewBooking,
  NewBookingResult,
  SetSource,
} from '../../protocol/desk/bookings.ts'
import { DeskOverview, DeskSignIn } from '../../protocol/desk/desk.ts'
import { Figures, FiguresPage } from '../../protocol/desk/figures.ts'
import { AffectedList, Alerts, LiveTickets } from '../../protocol/desk/floor.ts'
import {
  DeskPairings,
  DeskStaff,
  DevicePaired,
  OfficeDesk,
  OfficeDraft,
  OfficeHistory,
  OfficePreview,
  OfficeRestore,
  OfficeSaved,
  PairDevice,
  RevokeDevice,
  StaffAct,
  StaffActed,
} from '../../protocol/desk/office.ts'
import { RetentionPage, RetentionReport } from '../../protocol/desk/retention.ts'
import { SurveySheet } from '../../protocol/desk/survey.ts'
import { HookAdded, HookChange, NewHook, Try, WebhooksPage } from '../../protocol/desk/webhooks.ts'
import { DeskDevices, DevicesView } from '../../protocol/devices-view.ts'
import { HookId } from '../../protocol/house-facts.ts'
import { DayStamp, Place, Slug, StaffNumber, TicketNumber } from '../../protocol/ids.ts'
import { AgendaColumns } from '../../protocol/office-rules.ts'
import { AgendaReport, Problem } from '../../protocol/problem.ts'
import { MonthStamp, SurveyResults } from '../../protocol/survey-results.ts'
import { View } from '../../protocol/views.ts'
import { describeWebhooks, WEBHOOK_SCHEMAS } from './describe-webhooks.ts'
import { ExportWish } from './desk/download.ts'
import {
  ConsoleOverview,
  ContinueScreen,
  Health,
  Nothing,
  OpenScreen,
  PairBrowser,
  Pairing,
  PairingRequest,
  Pin,
  PinRequest,
  PrinterSwitch,
  SampleBookings,
  Scan,
  ScreenAddress,
  ScreenPath,
  SetupCode,
  SimulatedPapers,
} from './messages.ts'
import type { Operation } from './operation.ts'
import { OPERATIONS } from './operations.ts'
import { AgendaProblem } from './problems.ts'

const SCHEMAS = {
  Command,
  Taken: Answer.options[0],
  View,
  DevicesView,
  DeskDevices,
  DeskOverview,
  MaybeDeskOverview: DeskOverview.nullable(),
  DeskSignIn,
  Figures,
  FiguresPage,
  Alerts,
  LiveTickets,
  AffectedList,
  Which: z.int().min(0),
  TableFormat: ExportWish.shape.format,
  TableLang: ExportWish.shape.lang,
  OfficeDesk,
  OfficeDraft,
  OfficePreview,
  OfficeSaved,
  OfficeHistory,
  OfficeRestore,
  DeskStaff,
  StaffAct,
  StaffActed,
  DeskPairings,
  PairDevice,
  DevicePaired,
  RevokeDevice,
  ViewRole: z.enum(View.options.map((view) => view.shape.role.value)),
  AgendaReport,
  AgendaProblem,
  Problem,
  DayStamp,
  Place,
  TableId: Slug,
  StaffNumber,
  TicketNumber,
  CounterNumber: z.int().min(1).max(99),
  AuditKind,
  AuditSeq: z.int().min(1),
  AuditPage,
  ChainReport,
  RetentionPage,
  RetentionReport,
  HookId,
  WebhooksPage,
  NewHook,
  HookAdded,
  HookChange,
  Try,
  ...WEBHOOK_SCHEMAS,
  AcceptBadLines: z.literal('good-rows'),
  MonthStamp,
  SurveyResults,
  SurveySheet,
  AgendaFile: z.string(),
  AnyFile: z.string(),
  AgendaColumns,
  AgendaPreview,
  Bookings,
  EnterPreview,
  EnterResult,
  FindBooking,
  FoundBooking,
  NewBooking,
  NewBookingResult,
  SetSource,
  PreviewId: z.string(),
  Health,
  Nothing,
  OpenScreen,
  ContinueScreen,
  PairBrowser,
  Pairing,
  PairingRequest,
  Pin,
  PinRequest,
  PrinterSwitch,
  SampleBookings,
  Scan,
  ScreenAddress,
  ScreenPath,
  SetupCode,
  SimulatedPapers,
  ConsoleOverview,
} satisfies Record<string, z.ZodType>

const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` })

const jsonSchemas = (): Record<string, object> => {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(SCHEMAS)) registry.add(schema, { id })
  const { schemas } = z.toJSONSchema(registry, { io: 'input', uri: (id) => reference(id).$ref })
  // Inside of components the place says what `$id` and `$schema` would say again, and wrongly.
  return Object.fromEntries(Object.entries(schemas).map(([name, { $id: _, $schema: __, ...schema }]) => [name, schema]))
}

/** Types of the bodies that are no JSON. */
const FILE_TYPES: Readonly<Record<string, readonly string[]>> = {
  AgendaFile: ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  AnyFile: ['application/octet-stream'],
}

const content = (types: readonly string[], name: string | null) =>
  name === null ? {} : { content: Object.fromEntries(types.map((type) => [type, { schema: reference(name) }])) }

const describe = (path: string, { summary, access, parameters = {}, body, answers }: Operation) => {
  const isProblem = (name: string | null) => name === 'Problem' || name === 'AgendaProblem'
  const type = (name: string | null) => (isProblem(name) ? 'application/problem+json' : 'application/json')
  return {
    summary,
    security: {
      anybody: [],
      'this-machine': [],
      bearer: [{ bearer: [] }],
      console: [{ bearer: [] }, { console: [] }],
      supervisor: [{ supervisor: [] }],
    }[access],
    parameters: Object.entries(parameters).map(([name, schema]) => {
      const isInPath = path.includes(`{${name}}`)
      return { name, in: isInPath ? 'path' : 'query', required: isInPath, schema: reference(schema) }
    }),
    ...(body === undefined
      ? {}
      : {
          requestBody: { required: true, ...content(FILE_TYPES[body] ?? ['application/json'], body) },
        }),
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, name]) => [
          status,
          { description: Number(status) < 300 ? 'Done' : 'Not done', ...content([type(name)], name) },
        ]),
      ),
      default: { description: 'Any other trouble', ...content(['application/problem+json'], 'Problem') },
    },
  }
}

/** The description of every route that is no page, OpenAPI 3.1, its schemas made from those that check the messages. */
export const makeOpenApi = (build: string) => {
  const paths: Record<string, Record<string, ReturnType<typeof describe>>> = {}
  for (const [key, operation] of Object.entries(OPERATIONS)) {
    const [method = '', path = ''] = key.split(' ')
    paths[path] = { ...paths[path], [method]: describe(path, operation) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Antrean', version: build },
    paths,
    webhooks: describeWebhooks(reference),
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        console: { type: 'apiKey', in: 'cookie', name: 'antrean-console' },
        supervisor: { type: 'apiKey', in: 'cookie', name: 'antrean-supervisor' },
      },
      schemas: jsonSchemas(),
    },
  }
}
