import { beforeAll, expect, test } from 'vitest'
import { setUpMunicipality } from '#src/features/organization/store/commands.ts'
import { staffRoles } from '#src/lib/permissions.ts'
import type { Context } from '#src/platform/context.ts'
import { as, onEveryDatabase } from '#test/context.ts'
import type { SubmissionContent } from '../core/submission.ts'
import { trialState } from '../core/trial.ts'
import { changeRule, confirmRule, orderNetwork, orderRules } from './commands/analyses.ts'
import { addCode } from './commands/frame.ts'
import { takeInVoices } from './commands/intake.ts'
import { codeInTrial, endTrial, startTrial } from './commands/trials.ts'
import { codesOf, getCode } from './queries/sorting.ts'
import { getTrial, listTrialCodings } from './queries/trials.ts'
import { getOpinion, listHeard, listHistory, listSayings } from './queries/voices.ts'

const content: SubmissionContent = {
  original: '',
  channel: 'survey',
  sessionLabel: '',
  receivedOn: '2026-03-30',
  method: 'form',
  district: '谷和原',
  ageBand: '40代',
  group: '',
  frame: 'sampled',
  consent: 'public',
}

onEveryDatabase((contextAs) => {
  const context = contextAs('secretariat')
  const named = (id: string): Context => ({ ...context, actor: { ...context.actor, id } })

  beforeAll(async () => {
    const city = { code: '082350', name: 'みほん市', kana: '', contactOffice: '', contactLines: [] }
    const all = { ...context, actor: { id: 'sample', roles: staffRoles } }
    await setUpMunicipality(all, { ...city, districts: ['谷和原'], isSample: true })
  })

  async function voices(...texts: string[]) {
    await takeInVoices(context, { contents: texts.map((original) => ({ ...content, original })) })
    return listHeard(context)
  }

  test('a rule suggests nothing by itself: a person confirms, other codes stay, and the history says by which rule', async () => {
    const heard = await voices('学童の定員を増やして', '学童の待機をなくして', '特になし')
    const [first] = heard
    const [codeId, other] = [
      await addCode(context, { label: '学童の待機', planItemId: '' }),
      await addCode(context, { label: '子育て', planItemId: '' }),
    ]
    await expect(orderRules(context, {})).rejects.toMatchObject({ kind: 'conflict' })
    await changeRule(context, { codeId, revision: 1, rule: '学童 and (定員 or 待機)' })
    await expect(changeRule(context, { codeId, revision: 1, rule: 'x' })).rejects.toMatchObject({
      kind: 'stale',
    })
    expect(await getCode(context, codeId)).toMatchObject({ rule: '学童 and (定員 or 待機)', revision: 2 })
    const jobId = await orderRules(context, {})
    const { input } = await context.db
      .selectFrom('jobs')
      .select('input')
      .where('id', '=', jobId)
      .executeTakeFirstOrThrow()
    expect(JSON.parse(String(input)).rows).toHaveLength(2)
    const opinionId = first?.id ?? ''
    await confirmRule(context, { codeId: other, opinionIds: [opinionId] })
    expect(await confirmRule(context, { codeId, opinionIds: [opinionId, opinionId] })).toBe(1)
    expect(await confirmRule(context, { codeId, opinionIds: [opinionId] })).toBe(0)
    expect((await codesOf(context, [opinionId])).get(opinionId)?.sort()).toEqual([codeId, other].sort())
    expect((await getOpinion(context, opinionId)).revision).toBe(3)
    expect((await listHistory(context, first?.submissionId ?? ''))[0]).toMatchObject({
      before: '学童 and (定員 or 待機)',
    })
    await expect(confirmRule(context, { codeId, opinionIds: ['op_0000009999'] })).rejects.toMatchObject({
      kind: 'not-found',
    })
    await expect(orderNetwork(as('section-editor', context), {})).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })

  test('two people code the same draw, blind; a third is refused, and ids from elsewhere lead nowhere', async () => {
    await voices('道が暗い', '道が狭い')
    const codeId = await addCode(context, { label: '道', planItemId: '' })
    const trialId = await startTrial(context, { title: '第1回' })
    const { drawn } = await getTrial(context, trialId)
    for (const opinionId of drawn)
      await codeInTrial(named('ac_one'), { trialId, opinionId, codeIds: [codeId] })
    const state = async () => trialState(drawn, await listTrialCodings(context, trialId))
    expect((await state()).agreement).toBeUndefined()
    for (const [at, opinionId] of drawn.entries()) {
      await codeInTrial(named('ac_two'), { trialId, opinionId, codeIds: at === 0 ? [] : [codeId] })
    }
    expect((await state()).agreement?.codes[0]).toMatchObject({ code: codeId, onlyFirst: [drawn[0]] })
    const opinionId = drawn[0] ?? ''
    await codeInTrial(named('ac_two'), { trialId, opinionId, codeIds: [codeId] })
    expect((await state()).agreement?.codes[0]).toMatchObject({ agreement: 1 })
    await expect(codeInTrial(named('ac_three'), { trialId, opinionId, codeIds: [] })).rejects.toMatchObject({
      kind: 'conflict',
    })
    for (const wrong of [
      { opinionId: 'op_0000009999' },
      { codeIds: ['vc_0000009999'] },
      { trialId: 'vt_0000009999' },
    ]) {
      const coding = { trialId, opinionId, codeIds: [codeId], ...wrong }
      await expect(codeInTrial(named('ac_one'), coding)).rejects.toMatchObject({ kind: 'not-found' })
    }
    await expect(listTrialCodings(as('viewer', context), trialId)).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })

  test('three may code a draw; who ends it before all are done ends it for all', async () => {
    await voices('道が暗い')
    const codeId = await addCode(context, { label: '歩道', planItemId: '' })
    const trialId = await startTrial(context, { title: '第2回', coderCount: 3 })
    const { drawn, coderCount } = await getTrial(context, trialId)
    const code = (coder: string, codeIds: string[]) =>
      codeInTrial(named(coder), { trialId, opinionId: drawn[0] ?? '', codeIds })
    await code('ac_one', [codeId])
    await code('ac_two', [codeId])
    await code('ac_three', [])
    await expect(code('ac_four', [])).rejects.toMatchObject({ message: '分類する3人は、もう決まっています' })
    await expect(endTrial(as('section-editor', context), { trialId })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await endTrial(context, { trialId })
    await expect(code('ac_three', [codeId])).rejects.toMatchObject({ message: 'この分類は終わっています' })
    const state = trialState(drawn, await listTrialCodings(context, trialId), { coderCount, isEnded: true })
    expect(state.ofMany).toMatchObject([{ code: codeId, units: 1, apart: [{ gave: 2, of: 3 }] }])
  })

  test('a trial of a rule sees the opinions that say something, and only people who read voices may ask', async () => {
    await voices('街灯を増やして', '特に無し')
    const sayings = await listSayings(context)
    expect(sayings.find(({ verbatim }) => verbatim === '街灯を増やして')).toMatchObject({
      district: '谷和原',
      ageBand: '40代',
      channel: 'survey',
    })
    expect(sayings.map(({ verbatim }) => verbatim)).not.toContain('特に無し')
    await expect(listSayings(as('member', context))).rejects.toMatchObject({ kind: 'forbidden' })
  })
})
