import { expect, test } from 'vitest'
import { as, onEveryDatabase } from '#test/context.ts'
import { addUnit } from './commands.ts'
import { addPerson, changePerson, deletePerson } from './people-commands.ts'
import { getPerson, listPeople } from './queries.ts'

onEveryDatabase((contextAs) => {
  const context = contextAs('secretariat')
  const mayor = {
    unitId: null,
    title: '市長',
    kind: 'regular' as const,
    validFrom: '2020-04-01',
    validTo: undefined,
  }

  test('a person is read back with all posts in the order they were given', async () => {
    const content = {
      name: 'いろは',
      kind: 'section' as const,
      parentId: null,
      validFrom: '2010-04-01',
      validTo: undefined,
    }
    const unitId = await addUnit(context, content)
    const posts = [mayor, { ...mayor, unitId, title: '課長', kind: 'acting' as const, validTo: '2026-12-31' }]
    const personId = await addPerson(context, { name: '見本 市子', kana: 'みほん いちこ', posts })
    expect(await getPerson(context, personId)).toEqual({
      id: personId,
      name: '見本 市子',
      kana: 'みほん いちこ',
      posts,
      revision: 1,
    })
  })

  test('people are listed by reading, not by the characters of their names', async () => {
    await addPerson(context, { name: '亜', kana: 'わ', posts: [] })
    await addPerson(context, { name: '和', kana: 'あ', posts: [] })
    const names = (await listPeople(context)).map(({ name }) => name)
    expect(names.indexOf('和')).toBeLessThan(names.indexOf('亜'))
  })

  test('a change counts only on what was seen', async () => {
    const personId = await addPerson(context, { name: '見本', kana: '', posts: [mayor] })
    const content = { name: '見本 改', kana: '', posts: [] }
    await changePerson(context, { personId, revision: 1, content })
    await expect(changePerson(context, { personId, revision: 1, content })).rejects.toMatchObject({
      kind: 'stale',
    })
    expect(await getPerson(context, personId)).toMatchObject({ ...content, revision: 2 })
  })

  test('a post in a unit that does not exist, or a second 本務, is refused', async () => {
    const person = (posts: (typeof mayor | { unitId: string })[]) =>
      addPerson(context, { name: '見本', kana: '', posts: posts.map((post) => ({ ...mayor, ...post })) })
    await expect(person([{ unitId: 'ou_0000000zzz' }])).rejects.toMatchObject({ kind: 'conflict' })
    await expect(person([mayor, mayor])).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('a deleted person is gone with all posts', async () => {
    const personId = await addPerson(context, { name: '消える人', kana: '', posts: [mayor] })
    await deletePerson(context, { personId })
    await expect(getPerson(context, personId)).rejects.toMatchObject({ kind: 'not-found' })
    const posts = await context.db.selectFrom('posts').selectAll().where('personId', '=', personId).execute()
    expect(posts).toEqual([])
  })

  test('names of people are not for everybody', async () => {
    for (const role of ['viewer', 'member', 'entry-clerk', 'public'] as const) {
      await expect(listPeople(as(role, context))).rejects.toMatchObject({ kind: 'forbidden' })
    }
    await expect(deletePerson(as('section-editor', context), { personId: 'pe_1' })).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })
})
