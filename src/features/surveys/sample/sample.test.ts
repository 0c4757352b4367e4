import { expect, test } from 'vitest'
import { allMigrations } from '#src/features/migrations.ts'
import { staffRoles } from '#src/lib/permissions.ts'
import { openDatabase } from '#src/platform/database/open.ts'
import { onEveryDatabase } from '#test/context.ts'
import { sample } from '../sample.ts'
import { findPublication, listFreeTexts, listSurveys } from '../store/queries.ts'

onEveryDatabase((contextAs) => {
  test('the sample is the same every time, published, and shows no small count', async () => {
    const context = contextAs(...staffRoles)
    await sample(context)
    const published = (await listSurveys(context)).filter(({ publishedAt }) => publishedAt)
    expect(published.map(({ title }) => title)).toEqual([
      '令和8年度 市民意向調査　見本（架空）',
      '令和3年度 市民意向調査　見本（架空）',
    ])
    const surveyId = published[0]?.id ?? ''
    const publication = await findPublication(context, surveyId)
    expect(publication).toMatchObject({ valid: 414, sent: 1000, isWeighted: true, notes: [] })
    expect(publication?.tables.map(({ key }) => key)).toEqual(expect.arrayContaining(['q8~1', 'q8']))
    const waves = publication?.waves
    expect(waves?.earlierTitle).toBe('令和3年度 市民意向調査　見本（架空）')
    const changed = waves?.items.find(({ key }) => key === 'q6_1')
    expect(changed?.lines[0]?.change?.mark).toBe('up')
    // Worded otherwise and judged by nobody: shown with its words, without a figure of difference.
    const reworded = waves?.items.find(({ key }) => key === 'q5')
    expect(reworded).toMatchObject({ isSame: false, comparability: 'not-comparable' })
    expect(reworded?.lines.every(({ change }) => change === undefined)).toBe(true)
    const elsewhere = { ...context, db: await openDatabase({ path: ':memory:' }, allMigrations) }
    await sample(elsewhere)
    expect((await findPublication(elsewhere, surveyId))?.tables).toEqual(publication?.tables)
    await elsewhere.db.destroy()
    const counts = publication?.tables.flatMap(({ lines }) => lines.flatMap((line) => line.counts)) ?? []
    expect(counts.filter((count) => count !== null && count > 0 && count < 5)).toEqual([])
    expect(counts.filter((count) => count === null).length).toBeGreaterThan(10)
    expect((await listFreeTexts(context, { surveyId, words: 'バス' })).length).toBeGreaterThan(2)
  })
})
