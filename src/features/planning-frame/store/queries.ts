import { z } from 'zod'
import { listBodies, listMeetings } from '#src/features/deliberation/store/queries.ts'
import { projectionInputs } from '#src/formats/projection-inputs.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import { assumptions } from '../core/assumptions.ts'
import { type DecidingMeeting, decidingMeetings } from '../core/deciding-meetings.ts'
import { type DistrictSet, districtSet, noDistricts } from '../core/district-set.ts'
import { type FramePopulation, frameYears } from '../core/frame-years.ts'
import { permissions } from '../core/permissions.ts'
import { tryScenario } from '../core/run-scenario.ts'
import type { PlanningFrame, ResidentCount, Scenario } from '../core/scenario.ts'
import { tables } from './tables.ts'

const countedAges = z.object({ M: z.array(z.number()), F: z.array(z.number()) })

/** All scenarios, in their order. */
export async function listScenarios(context: Context): Promise<Scenario[]> {
  authorize(context, permissions, 'read-scenarios')
  const rows = await tables(context)
    .selectFrom('frameScenarios')
    .selectAll()
    .orderBy('order')
    .orderBy('id')
    .execute()
  return rows.map(scenarioOf)
}

export async function getScenario(context: Context, scenarioId: string): Promise<Scenario> {
  authorize(context, permissions, 'read-scenarios')
  const row = await tables(context)
    .selectFrom('frameScenarios')
    .selectAll()
    .where('id', '=', scenarioId)
    .executeTakeFirst()
  return scenarioOf(found(row, '推計ケース'))
}

type Json = { inputs: string; assumptions: string }

/** What was kept as JSON, as values again. */
const contentOf = (row: Json) => ({
  inputs: projectionInputs.parse(JSON.parse(row.inputs)),
  assumptions: assumptions.parse(JSON.parse(row.assumptions)),
})

type ScenarioColumns = Omit<Scenario, 'inputs' | 'assumptions'> & Json & { order: number }

const scenarioOf = ({ order: _, ...row }: ScenarioColumns): Scenario => ({ ...row, ...contentOf(row) })

/** 実績の人口, by year. */
export async function listCounts(context: Context): Promise<ResidentCount[]> {
  authorize(context, permissions, 'read-adopted-frame')
  const rows = await tables(context).selectFrom('frameCounts').selectAll().orderBy('year').execute()
  return rows.map(({ year, persons, ages, source }) => ({
    year,
    persons,
    source,
    ...(ages === null ? {} : { ages: countedAges.parse(JSON.parse(ages)) }),
  }))
}

/** 地区の人口 as it was pasted; empty before. */
export async function getDistricts(context: Context): Promise<DistrictSet> {
  authorize(context, permissions, 'read-scenarios')
  const row = await tables(context).selectFrom('frameDistricts').select('content').executeTakeFirst()
  return row ? districtSet.parse(JSON.parse(row.content)) : noDistricts
}

/** The frame the plan rests on now; none before one is adopted, or after it was withdrawn. */
export async function findAdoptedFrame(context: Context): Promise<PlanningFrame | undefined> {
  authorize(context, permissions, 'read-adopted-frame')
  const row = await tables(context)
    .selectFrom('adoptedFrames')
    .selectAll()
    .where('withdrawnAt', 'is', null)
    .orderBy('adoptedAt', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  if (!row) return undefined
  const { withdrawnAt: _, meetingId, ...frame } = row
  return { ...frame, ...contentOf(frame), ...(meetingId === null ? {} : { meetingId }) }
}

/** What the adopted frame says for every year (population by age, households, workers); none before an adoption. */
export async function findFramePopulation(context: Context): Promise<FramePopulation | undefined> {
  const frame = await findAdoptedFrame(context)
  const tried = frame && tryScenario(frame)
  if (!frame || !tried?.run) return undefined
  return {
    frameId: frame.id,
    scenarioName: frame.scenarioName,
    frameYear: frame.year,
    framePersons: frame.persons,
    basis: frame.inputs.basis,
    ages: frame.inputs.ages,
    years: frameYears(tried.run),
  }
}

/** Meetings of the deliberation room that may have decided, the latest first. */
export async function listDecidingMeetings(context: Context): Promise<DecidingMeeting[]> {
  authorize(context, permissions, 'adopt-frame')
  return decidingMeetings(await listMeetings(context), {
    bodies: await listBodies(context),
    today: tokyoDay(context.now),
  })
}

/** Adoptions that ended, newest first, for the history of the decision. */
export async function listFormerFrames(context: Context) {
  authorize(context, permissions, 'read-scenarios')
  return tables(context)
    .selectFrom('adoptedFrames')
    .select(['id', 'scenarioName', 'year', 'persons', 'meeting', 'meetingId', 'decidedOn', 'withdrawnAt'])
    .where('withdrawnAt', 'is not', null)
    .orderBy('adoptedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** Which of these are frames the plan rested on once and does not any more. */
export async function listFormerFrameIds(context: Context, ids: readonly string[]): Promise<string[]> {
  authorize(context, permissions, 'read-adopted-frame')
  if (ids.length === 0) return []
  const rows = await tables(context)
    .selectFrom('adoptedFrames')
    .select('id')
    .where('withdrawnAt', 'is not', null)
    .where('id', 'in', [...ids])
    .execute()
  return rows.map(({ id }) => id)
}

/** Whether a scenario was ever adopted: then it is neither changed nor deleted, for its number is printed. */
export async function wasAdopted(context: Context, scenarioId: string): Promise<boolean> {
  authorize(context, permissions, 'read-scenarios')
  const row = await tables(context)
    .selectFrom('adoptedFrames')
    .select('id')
    .where('scenarioId', '=', scenarioId)
    .executeTakeFirst()
  return row !== undefined
}
