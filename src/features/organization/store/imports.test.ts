import { expect, test } from 'vitest'
import { writeCsv } from '#src/lib/csv/csv.ts'
import { as, onEveryDatabase } from '#test/context.ts'
import { peopleTable, planPeopleImport } from '../core/people-import.ts'
import { planUnitImport, unitTable } from '../core/unit-import.ts'
import { importPeople, importUnits, rehearsalHash } from './import-commands.ts'
import { listPeople, listUnits } from './queries.ts'

const today = '2026-04-01'

onEveryDatabase((contextAs) => {
  const context = contextAs('secretariat')
  const units = '名前,種類,上の組織,設置の日\n'

  test('units are taken in with those above them, wherever these stand', async () => {
    await importUnits(context, { text: `${units}福祉課,課,福祉部,2010-04-01\n福祉部,部,,2010-04-01\n` })
    const [section, department] = await listUnits(context)
    expect(section).toMatchObject({ name: '福祉課', parentId: department?.id })
    expect(department).toMatchObject({ name: '福祉部', parentId: null })
    await importUnits(context, { text: `${units}福祉課,室,福祉部,2010-04-01\n児童係,係,福祉課,2010-04-01\n` })
    const [office, , subsection] = await listUnits(context)
    expect(office).toMatchObject({ id: section?.id, kind: 'office', revision: 2 })
    expect(subsection?.parentId).toBe(section?.id)
  })

  test('one mistake, and nothing at all is taken in', async () => {
    const before = await listUnits(context)
    await expect(
      importUnits(context, { text: `${units}正しい課,課,,2010-04-01\n違う課,班,,2010-04-01\n` }),
    ).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining('3行目') })
    expect(await listUnits(context)).toEqual(before)
  })

  test('what was shown before must still hold when it is done', async () => {
    const text = `${units}後の課,課,,2010-04-01\n`
    const seen = rehearsalHash(planUnitImport(text, await listUnits(context), today).reports)
    await importUnits(context, { text: `${units}後の課,課,,2010-04-01\n` })
    await expect(importUnits(context, { text, seen })).rejects.toMatchObject({ kind: 'stale' })
  })

  test('people are taken in with their posts; a second time nothing changes', async () => {
    const text =
      '氏名,よみ,所属,職,発令の日\n見本太郎,みほん,福祉課,課長,2026-04-01\n見本太郎,みほん,,参与,2020-04-01\n'
    const withKind = text
      .replaceAll('発令の日', '種別,発令の日')
      .replace('課長,', '課長,本務,')
      .replace('参与,', '参与,兼務,')
    await importPeople(context, { text: withKind })
    const known = { people: await listPeople(context), units: await listUnits(context) }
    expect(known.people).toMatchObject([
      { name: '見本太郎', posts: [{ title: '課長' }, { title: '参与', unitId: null }] },
    ])
    const again = writeCsv(peopleTable(known.people, known.units))
    expect(planPeopleImport(again, known)).toMatchObject({ people: [], findings: [] })
    await importPeople(context, { text: '氏名,所属,職,発令の日\n見本太郎,児童係,部長,2027-04-01\n' })
    const [person] = await listPeople(context)
    expect(person).toMatchObject({ revision: 2, posts: [{ validTo: '2027-03-31' }, {}, { title: '部長' }] })
  })

  test('what was written out is taken in again without a change', async () => {
    const known = await listUnits(context)
    await importUnits(context, { text: writeCsv(unitTable(known, today)) })
    expect(await listUnits(context)).toEqual(known)
  })

  test('a section editor takes nothing in', async () => {
    const editor = as('section-editor', context)
    await expect(importUnits(editor, { text: units })).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(importPeople(editor, { text: '' })).rejects.toMatchObject({ kind: 'forbidden' })
  })
})
