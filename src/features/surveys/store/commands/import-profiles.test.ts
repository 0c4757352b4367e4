import { expect, test } from 'vitest'
import { as, onEveryDatabase } from '#test/context.ts'
import { listImportProfiles } from '../import-profiles.ts'
import { deleteImportProfile, saveImportProfile } from './import-profiles.ts'

onEveryDatabase((contextAs) => {
  test('a way of reading is kept by name; another of that name is not replaced, nor a change of somebody else', async () => {
    const context = contextAs('secretariat')
    const mapping = {
      uses: { 設問: 'value:q1' },
      separator: ';' as const,
      isOtherFree: true,
      isByPlace: false,
      matches: [],
    }
    await saveImportProfile(context, { name: '県の電子申請', mapping, revision: undefined })
    const same = { name: '県の電子申請', mapping, revision: undefined }
    await expect(saveImportProfile(context, same)).rejects.toThrow('すでにあります')
    await saveImportProfile(context, { ...same, mapping: { ...mapping, separator: '、' }, revision: 1 })
    await expect(saveImportProfile(context, { ...same, revision: 1 })).rejects.toMatchObject({
      kind: 'stale',
    })
    expect(await listImportProfiles(context)).toEqual([
      { name: '県の電子申請', mapping: { ...mapping, separator: '、' }, revision: 2 },
    ])
    await expect(deleteImportProfile(as('entry-clerk', context), same)).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await deleteImportProfile(context, same)
    await expect(deleteImportProfile(context, same)).rejects.toMatchObject({ kind: 'not-found' })
  })
})
