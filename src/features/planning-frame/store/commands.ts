import { canonicalJson, hashOf } from '#src/formats/canonical-json.ts'
import type { ProjectionInputs } from '#src/lib/demography/projection-inputs.ts'
import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal, refuseIfStale } from '#src/platform/errors.ts'
import { type DistrictSet, versionOf } from '../core/district-set.ts'
import { frameNumber } from '../core/frame-reason.ts'
import { permissions } from '../core/permissions.ts'
import { tryScenario } from '../core/run-scenario.ts'
import type { ResidentCount, Scenario } from '../core/scenario.ts'
import type { ScenarioContent } from '../core/scenario-form.ts'
import { getDistricts, getScenario, listDecidingMeetings, listScenarios, wasAdopted } from './queries.ts'
import { tables } from './tables.ts'

type NewScenario = ScenarioContent & { inputs: ProjectionInputs }

/** Keeps a new scenario, at the end of the list. Names are different, for charts and tables show nothing else. */
export const addScenario = command(permissions, 'edit-scenario', async (context, scenario: NewScenario) => {
  const all = await listScenarios(context)
  refuseSameName(all, scenario.name)
  refuseImpossible(scenario)
  const id = context.newId('sc')
  const order = await nextOrder(context)
  await tables(context)
    .insertInto('frameScenarios')
    .values({ id, ...columnsOf(scenario), order, revision: 1, ...changedAt(context) })
    .execute()
  return id
})

async function nextOrder(context: Context): Promise<number> {
  const last = await tables(context)
    .selectFrom('frameScenarios')
    .select('order')
    .orderBy('order', 'desc')
    .executeTakeFirst()
  return (last?.order ?? 0) + 1
}

const changedAt = ({ now }: Context) => ({ updatedAt: now.toISOString() })

const columnsOf = ({ name, note, origin, seed, inputs, assumptions }: NewScenario) => ({
  name,
  note,
  origin,
  seed,
  inputs: canonicalJson(inputs),
  assumptions: canonicalJson(assumptions),
})

function refuseSameName(all: readonly Scenario[], name: string, scenarioId?: string) {
  if (all.some((one) => one.name === name && one.id !== scenarioId)) {
    throw new Refusal('conflict', `「${name}」というケースが、もうあります。別の名前にしてください`)
  }
}

function refuseImpossible(scenario: NewScenario) {
  const [problem] = tryScenario(scenario).problems ?? []
  if (problem) throw new Refusal('conflict', `推計できません：${problem.message}`)
}

type ScenarioChange = { scenarioId: string; revision: number; content: ScenarioContent }

/** Changes name, note and assumptions. The inputs stay: other inputs are another scenario. */
export const changeScenario = command(
  permissions,
  'edit-scenario',
  async (context, { scenarioId, revision, content }: ScenarioChange) => {
    const scenario = await getScenario(context, scenarioId)
    refuseIfStale(scenario, revision)
    await refuseAdopted(context, scenario)
    refuseSameName(await listScenarios(context), content.name, scenarioId)
    refuseImpossible({ ...content, inputs: scenario.inputs })
    await tables(context)
      .updateTable('frameScenarios')
      .set({
        ...columnsOf({ ...content, inputs: scenario.inputs }),
        revision: revision + 1,
        ...changedAt(context),
      })
      .where('id', '=', scenarioId)
      .execute()
  },
)

async function refuseAdopted(context: Context, { id, name }: Scenario) {
  if (!(await wasAdopted(context, id))) return
  throw new Refusal(
    'conflict',
    `「${name}」は計画フレームとして採用したケースなので、直すことも消すこともできません。写してから直してください`,
  )
}

/** Deletes a scenario that was never adopted. */
export const deleteScenario = command(
  permissions,
  'edit-scenario',
  async (context, { scenarioId }: { scenarioId: string }) => {
    await refuseAdopted(context, await getScenario(context, scenarioId))
    await tables(context).deleteFrom('frameScenarios').where('id', '=', scenarioId).execute()
  },
)

/** Keeps counts of residents by year; a year that is there already is replaced. */
export const keepCounts = command(
  permissions,
  'keep-counts',
  async (context, { counts }: { counts: readonly ResidentCount[] }) => {
    for (const { year, persons, ages, source } of counts) {
      const row = { year, persons: Math.round(persons), ages: ages ? canonicalJson(ages) : null, source }
      await tables(context)
        .insertInto('frameCounts')
        .values(row)
        .onConflict((conflict) => conflict.column('year').doUpdateSet(row))
        .execute()
    }
  },
)

/** Keeps the districts in place of the set that was looked at (`seen` is its version). */
export const keepDistricts = command(
  permissions,
  'keep-districts',
  async (context, { set, seen }: { set: DistrictSet; seen: string }) => {
    if (versionOf(await getDistricts(context)) !== seen) {
      throw new Refusal('stale', '地区の人口を、ほかの人が先に入れました')
    }
    const row = { content: canonicalJson(set), updatedAt: context.now.toISOString() }
    await tables(context)
      .insertInto('frameDistricts')
      .values({ id: 'districts', ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute()
    context.trail.afterHash = versionOf(set)
  },
)

export type Adoption = {
  scenarioId: string
  revision: number
  year: number
  roundedTo: number
  reason: string
  alternatives: string
  /** The meeting in words and the day; a meeting of the deliberation room has both. */
  meeting: string
  decidedOn: string
  meetingId?: string
}

type Decision = Pick<Adoption, 'meeting' | 'decidedOn' | 'meetingId'>

/** Adopts a scenario as the frame of the plan (計画フレームとして採用), in place of the one before. */
export const adoptFrame = command(permissions, 'adopt-frame', async (context, adoption: Adoption) => {
  const { scenarioId, revision, ...decision } = adoption
  const scenario = await getScenario(context, scenarioId)
  refuseIfStale(scenario, revision)
  const { run, problems } = { problems: undefined, run: undefined, ...tryScenario(scenario) }
  const number = run && frameNumber(run, decision)
  if (!run || !number) {
    throw new Refusal('conflict', problems?.[0]?.message ?? `${decision.year}年は推計の期間の外です`)
  }
  const decided = await decidedBy(context, decision)
  await endAdoption(context)
  const id = context.newId('fr')
  const { name, note: _, ...content } = columnsOf(scenario)
  const inputsHash = hashOf(run.inputs)
  await tables(context)
    .insertInto('adoptedFrames')
    .values({
      id,
      scenarioId,
      scenarioName: name,
      ...content,
      ...decision,
      ...decided,
      ...number,
      inputsHash,
      adoptedAt: context.now.toISOString(),
      withdrawnAt: null,
    })
    .execute()
  context.trail.afterHash = inputsHash
  return id
})

/** Who decided, and when: of a meeting that is kept its own name and day. */
async function decidedBy(context: Context, { meeting, decidedOn, meetingId }: Decision) {
  if (!meetingId) return { meeting, decidedOn, meetingId: null }
  const held = (await listDecidingMeetings(context)).find(({ id }) => id === meetingId)
  if (!held) throw new Refusal('conflict', 'この会議では決められません。開かれた会議を選んでください')
  return { meeting: held.name, decidedOn: held.heldOn, meetingId }
}

/** Takes the adoption back: the public page goes, the decision stays in the history. */
export const withdrawFrame = command(
  permissions,
  'adopt-frame',
  async (context, { frameId }: { frameId: string }) => {
    const row = await tables(context)
      .selectFrom('adoptedFrames')
      .select('withdrawnAt')
      .where('id', '=', frameId)
      .executeTakeFirst()
    if (!row || row.withdrawnAt !== null) throw new Refusal('conflict', 'この採用は、もう終わっています')
    await endAdoption(context)
  },
)

const endAdoption = (context: Context) =>
  tables(context)
    .updateTable('adoptedFrames')
    .set({ withdrawnAt: context.now.toISOString() })
    .where('withdrawnAt', 'is', null)
    .execute()
