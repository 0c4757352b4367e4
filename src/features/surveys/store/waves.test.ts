import { expect, test } from 'vitest'
import { staffRoles } from '#src/lib/permissions.ts'
import { as, onEveryDatabase } from '#test/context.ts'
import { sample } from '../sample.ts'
import { listSurveys } from './queries.ts'
import { resultsOf } from './survey-results.ts'
import { comparisonOf } from './wave-results.ts'
import { compareWithEarlier, findWaves } from './waves.ts'

onEveryDatabase((contextAs) => {
  test('a closed survey is compared with an earlier one; what was judged is kept, nobody overwrites another', async () => {
    const context = contextAs(...staffRoles)
    await sample(context)
    const surveys = await listSurveys(context)
    const later = surveys.find(({ publishedAt }) => publishedAt)
    const earlier = surveys.find(({ title }) => title.startsWith('令和3年度'))
    const draft = surveys.find(({ state }) => state === 'draft')
    if (!later || !earlier || !draft) throw new Error('the sample has three surveys')
    const { survey, results } = await resultsOf(context, later.id)
    if (!results) throw new Error('no results')
    const comparison = await comparisonOf(context, { survey, results })
    const marks = comparison?.lines.scores.map(({ change }) => change?.mark)
    expect(marks?.filter((mark) => mark === 'up')).toHaveLength(1)
    expect(comparison?.items.filter(({ isSame }) => !isSame).map(({ key }) => key)).toEqual(['q5'])

    const judgements = { q5: { comparability: 'reference' as const, reason: '言い換え' } }
    const choice = { surveyId: later.id, earlierId: earlier.id, judgements, revision: 1 }
    await compareWithEarlier(context, choice)
    expect(await findWaves(context, later.id)).toEqual({ earlierId: earlier.id, judgements, revision: 2 })
    await expect(compareWithEarlier(context, choice)).rejects.toMatchObject({ kind: 'stale' })
    const next = { ...choice, revision: 2 }
    await expect(compareWithEarlier(as('viewer', context), next)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(compareWithEarlier(context, { ...next, earlierId: draft.id })).rejects.toThrow('締め切った')
    await expect(compareWithEarlier(context, { ...next, earlierId: later.id })).rejects.toThrow('ほかの調査')
  })

  test('results of a closed survey are computed once, and only for who may read them', async () => {
    const context = contextAs(...staffRoles)
    const [survey] = (await listSurveys(context)).filter(({ publishedAt }) => publishedAt)
    const surveyId = survey?.id ?? ''
    const first = await resultsOf(context, surveyId)
    expect((await resultsOf(context, surveyId)).results).toBe(first.results)
    await expect(resultsOf(as('entry-clerk', context), surveyId)).rejects.toMatchObject({ kind: 'forbidden' })
  })
})
