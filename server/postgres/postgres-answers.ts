import { randomBytes } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { SurveyAnswers, SurveyChannel } from '../../protocol/survey.ts'
import { SMALLEST_GROUP } from '../../protocol/survey-results.ts'
import type { AnswerStore } from '../answers/answer-store.ts'
import type { WholeAnswers } from '../answers/whole-answers.ts'
import { holdLease } from './fenced.ts'
import { inSlices } from './in-slices.ts'
import type { Lease } from './lease.ts'
import type { Tables } from './tables.ts'
import { untilThere } from './until-there.ts'

/**
 * The answers to the survey in the store that several servers share, under the lease of its office. Every question may be asked
 * twice with one effect, so each is tried again until the store answers; throws `Fenced` when another server leads.
 */
export const postgresAnswers = (db: Kysely<Tables>, lease: Lease): AnswerStore => {
  const { office } = lease
  /** Runs `work` in a transaction that holds the lease. */
  const led = <T>(work: (all: Kysely<Tables>) => Promise<T>): Promise<T> =>
    untilThere(() =>
      db.transaction().execute(async (all) => {
        await holdLease(all, lease)
        return work(all)
      }),
    )
  const todayOf = (all: Kysely<Tables>) => all.selectFrom('survey_today').selectAll().where('office', '=', office)

  return {
    keep: (key, channel, answers) =>
      led(async (all) => {
        const row = { office, key, channel, answers: JSON.stringify(answers) }
        await all
          .insertInto('survey_today')
          .values(row)
          .onConflict((conflict) => conflict.doNothing())
          .execute()
      }),
    keys: () => untilThere(async () => (await todayOf(db).execute()).map(({ key }) => key)),
    drop: (key) =>
      led(async (all) => {
        await all.deleteFrom('survey_today').where('office', '=', office).where('key', '=', key).execute()
      }),
    async release(month) {
      await led(async (all) => {
        const cut = (await todayOf(all).execute()).map(({ channel, answers }) => ({
          ...{ office, id: randomBytes(16).toString('base64url'), month: null, channel, answers },
        }))
        if (cut.length > 0) await all.insertInto('survey_answers').values(cut).execute()
        await all.deleteFrom('survey_today').where('office', '=', office).execute()
        const waiting = all
          .selectFrom('survey_answers')
          .select('id')
          .where('office', '=', office)
          .where('month', 'is', null)
        if ((await waiting.execute()).length < SMALLEST_GROUP) return
        await all
          .updateTable('survey_answers')
          .set({ month })
          .where('office', '=', office)
          .where('month', 'is', null)
          .execute()
      })
      // What was cut is still on the pages of the table.
      await untilThere(() => sql`VACUUM survey_today`.execute(db))
    },
    released: () =>
      untilThere(async () => {
        const rows = await db
          .selectFrom('survey_answers')
          .select(['month', 'channel', 'answers'])
          .where('office', '=', office)
          .where('month', 'is not', null)
          // By chance: the order of the rows would be the order of the answers.
          .orderBy('id')
          .execute()
        return rows.map(({ month, channel, answers }) => ({
          month: month ?? '',
          channel: SurveyChannel.parse(channel),
          answers: SurveyAnswers.parse(JSON.parse(answers)),
        }))
      }),
    close: async () => {},
  }
}

/** All rows of an office's answers. */
export const readAnswersOf = async (db: Kysely<Tables>, office: string): Promise<WholeAnswers> => {
  const [today, answers] = await Promise.all([
    db.selectFrom('survey_today').selectAll().where('office', '=', office).execute(),
    db.selectFrom('survey_answers').selectAll().where('office', '=', office).execute(),
  ])
  return {
    today: today.map((row) => [row.key, row.channel, row.answers]),
    answers: answers.map((row) => [row.id, row.month, row.channel, row.answers]),
  }
}

/** Puts rows in the place of what an office has answered. */
export const writeAnswersOf = (db: Kysely<Tables>, office: string, { today, answers }: WholeAnswers): Promise<void> =>
  db.transaction().execute(async (all) => {
    for (const table of ['survey_today', 'survey_answers'] as const)
      await all.deleteFrom(table).where('office', '=', office).execute()
    for await (const slice of inSlices(today)) {
      const rows = slice.map(([key, channel, given]) => ({ office, key, channel, answers: given }))
      await all.insertInto('survey_today').values(rows).execute()
    }
    for await (const slice of inSlices(answers)) {
      const rows = slice.map(([id, month, channel, given]) => ({ office, id, month, channel, answers: given }))
      await all.insertInto('survey_answers').values(rows).execute()
    }
  })
