import { expect, test } from 'vitest'
import { staffRoles } from '#src/lib/permissions.ts'
import { onEveryDatabase } from '#test/context.ts'
import { sample } from '../sample.ts'
import { findPublication, listFreeTexts, listSurveys } from '../store/queries.ts'

onEveryDatabase((contextAs) => {
  test('the sample is the same every time, published, and shows no small count', async () => {
    const context = contextAs(...staffRoles)
    await sample(context)
    const published = (await listSurveys(context)).filter(({ publishedAt }) => publishedAt)
    expect(published.map(({ title }) => title)).toEqual(['令和8年度 市民意向調査　見本（架空）'])
    const surveyId = published[0]?.id ?? ''
    const publication = await findPublication(context, surveyId)
    expect(publication).toMatchObject({ valid: 414, sent: 1000, isWeighted: true, notes: [] })
    await sample(context)
    const again = (await listSurveys(context)).find((one) => one.publishedAt && one.id !== surveyId)
    expect((await findPublication(context, again?.id ?? ''))?.tables).toEqual(publication?.tables)
    const counts = publication?.tables.flatMap(({ lines }) => lines.flatMap((line) => line.counts)) ?? []
    expect(counts.filter((count) => count !== null && count > 0 && count < 5)).toEqual([])
    expect(counts.filter((count) => count === null).length).toBeGreaterThan(10)
    expect((await listFreeTexts(context, { surveyId, words: 'バス' })).length).toBeGreaterThan(2)
  })
})
