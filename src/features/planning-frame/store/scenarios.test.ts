import { expect, test } from 'vitest'
import { verifyAudit } from '#src/platform/audit/verify.ts'
import { as, onEveryDatabase } from '#test/context.ts'
import { inventedInputs } from '#test/demography/invented-inputs.ts'
import { noAssumptions } from '../core/assumptions.ts'
import { type DistrictSet, noDistricts, versionOf } from '../core/district-set.ts'
import {
  addScenario,
  adoptFrame,
  changeScenario,
  deleteScenario,
  keepCounts,
  keepDistricts,
  withdrawFrame,
} from './commands.ts'
import {
  findAdoptedFrame,
  findFramePopulation,
  getDistricts,
  getScenario,
  listCounts,
  listFormerFrames,
  listScenarios,
} from './queries.ts'

const inputs = inventedInputs({ steps: 3 })
const [first, last] = [inputs.periods[0]?.from ?? 0, inputs.periods.at(-1)?.to ?? 0]

onEveryDatabase((contextAs) => {
  let count = 0
  async function newScenario() {
    count += 1
    const context = contextAs('secretariat')
    const content = { note: '', origin: 'invented', seed: 7, assumptions: noAssumptions } as const
    const scenarioId = await addScenario(context, { name: `ケース${count}`, inputs, ...content })
    return { context, scenarioId, content: { name: `ケース${count}`, ...content } }
  }
  const decision = {
    revision: 1,
    year: last,
    roundedTo: 100,
    reason: '見本の理由',
    alternatives: '',
    meeting: '策定委員会',
    decidedOn: '2026-03-01',
  }

  test('what is kept is what is read back', async () => {
    const { context, scenarioId, content } = await newScenario()
    expect(await getScenario(context, scenarioId)).toMatchObject({ ...content, revision: 1 })
    expect((await getScenario(context, scenarioId)).inputs).toEqual(inputs)
  })

  test('assumptions are changed once, and not over the change of somebody else', async () => {
    const { context, scenarioId, content } = await newScenario()
    const row = { from: first, to: first + inputs.step, fertility: 1.1, inflow: 1, outflow: 1 }
    const changed = { ...content, assumptions: { ...noAssumptions, factors: [row] } }
    await changeScenario(context, { scenarioId, revision: 1, content: changed })
    expect(await getScenario(context, scenarioId)).toMatchObject({
      revision: 2,
      assumptions: { factors: [row] },
    })
    await expect(changeScenario(context, { scenarioId, revision: 1, content })).rejects.toMatchObject({
      kind: 'stale',
    })
  })

  test('two scenarios never have one name, and one that nobody needs is deleted', async () => {
    const { context, scenarioId, content } = await newScenario()
    const again = addScenario(context, { ...content, inputs })
    await expect(again).rejects.toMatchObject({ kind: 'conflict' })
    await deleteScenario(context, { scenarioId })
    expect((await listScenarios(context)).map(({ id }) => id)).not.toContain(scenarioId)
  })

  test('what cannot be projected is not kept', async () => {
    const { context, content } = await newScenario()
    const broken = { ...inputs, base: { ...inputs.base, M: [1, 2] } }
    const adding = addScenario(context, { ...content, name: '壊れた入力', inputs: broken })
    await expect(adding).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('an adopted scenario stays as it was, and the next adoption ends the one before', async () => {
    const { context, scenarioId, content } = await newScenario()
    const frameId = await adoptFrame(context, { scenarioId, ...decision })
    const frame = await findAdoptedFrame(as('public', context))
    expect(frame).toMatchObject({ id: frameId, scenarioId, year: last, roundedTo: 100 })
    expect((frame?.persons ?? 0) % 100).toBe(0)
    expect(frame?.inputsHash).toMatch(/^sha256:/)
    const population = await findFramePopulation(as('public', context))
    expect(population).toMatchObject({ frameId, frameYear: last, framePersons: frame?.persons })
    expect(population?.years.map(({ year }) => year).slice(0, 2)).toEqual([first, first + 1])
    expect(population?.years.at(-1)?.total).toBeCloseTo(frame?.exactPersons ?? 0, 0)
    await expect(changeScenario(context, { scenarioId, revision: 1, content })).rejects.toMatchObject({
      kind: 'conflict',
    })
    await expect(deleteScenario(context, { scenarioId })).rejects.toMatchObject({ kind: 'conflict' })
    const other = await newScenario()
    const later = await adoptFrame(context, { ...decision, scenarioId: other.scenarioId })
    expect((await findAdoptedFrame(context))?.id).toBe(later)
    expect((await listFormerFrames(context)).map(({ id }) => id)).toContain(frameId)
  })

  test('an adoption is taken back once', async () => {
    const { context, scenarioId } = await newScenario()
    const frameId = await adoptFrame(context, { scenarioId, ...decision })
    await withdrawFrame(context, { frameId })
    expect(await findAdoptedFrame(context)).toBeUndefined()
    await expect(withdrawFrame(context, { frameId })).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('a year outside the projection is no year of a frame', async () => {
    const { context, scenarioId } = await newScenario()
    const adopting = adoptFrame(context, { ...decision, scenarioId, year: last + 1 })
    await expect(adopting).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('a meeting that is not kept decides nothing; the frame before stays', async () => {
    const { context, scenarioId } = await newScenario()
    const frameId = await adoptFrame(context, { scenarioId, ...decision })
    const adopting = adoptFrame(context, { ...decision, scenarioId, meetingId: 'mt_9999999999' })
    await expect(adopting).rejects.toMatchObject({ kind: 'conflict' })
    expect(await findAdoptedFrame(context)).toMatchObject({ id: frameId, meeting: decision.meeting })
  })

  test('a count replaces that of the same year', async () => {
    const { context } = await newScenario()
    const ages = { M: [1, 2], F: [3, 4] }
    await keepCounts(context, { counts: [{ year: 2015, persons: 10, ages, source: '国勢調査' }] })
    await keepCounts(context, { counts: [{ year: 2015, persons: 11, source: '訂正' }] })
    expect(await listCounts(context)).toEqual([{ year: 2015, persons: 11, source: '訂正' }])
  })

  test('districts are replaced as a whole, and not over those of somebody else', async () => {
    const { context } = await newScenario()
    const ages = Array(19).fill(10)
    const district = (name: string) => ({ name, counts: [{ year: 2015, M: ages, F: ages }] })
    const set: DistrictSet = {
      basis: 'census-adjusted',
      source: '見本',
      districts: [district('東'), district('西')],
    }
    await keepDistricts(context, { set, seen: versionOf(noDistricts) })
    expect(await getDistricts(as('viewer', context))).toEqual(set)
    const late = keepDistricts(context, { set, seen: versionOf(noDistricts) })
    await expect(late).rejects.toMatchObject({ kind: 'stale' })
    const forbidden = keepDistricts(as('viewer', context), { set, seen: versionOf(set) })
    await expect(forbidden).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('other departments read and do not write; residents see what is adopted only', async () => {
    const { context, scenarioId, content } = await newScenario()
    const viewer = as('viewer', context)
    expect((await getScenario(viewer, scenarioId)).name).toBe(content.name)
    for (const attempt of [
      addScenario(viewer, { ...content, name: '別', inputs }),
      changeScenario(viewer, { scenarioId, revision: 1, content }),
      adoptFrame(viewer, { scenarioId, ...decision }),
      keepCounts(viewer, { counts: [] }),
      listScenarios(as('public', context)),
    ]) {
      await expect(attempt).rejects.toMatchObject({ kind: 'forbidden' })
    }
  })

  test('every change is in the audit', async () => {
    const { context } = await newScenario()
    const { entries, problem } = await verifyAudit(context.db)
    expect(problem).toBeUndefined()
    expect(entries).toBeGreaterThan(10)
  })
})
