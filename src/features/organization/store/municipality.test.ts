import { expect, test } from 'vitest'
import { as, onEveryDatabase } from '#test/context.ts'
import { changeMunicipality, setUpMunicipality } from './commands.ts'
import { findMunicipality, getMunicipality } from './queries.ts'

onEveryDatabase((contextAs) => {
  const city = {
    code: '082350',
    name: 'つくばみらい市',
    kana: 'つくばみらいし',
    districts: ['伊奈', '谷和原', 'みらい平'],
    contactOffice: '企画政策課',
    contactLines: ['電話 0297-00-0000'],
  }

  test('before an installation is set up there is no city', async () => {
    expect(await findMunicipality(contextAs('public'))).toBeUndefined()
    await expect(getMunicipality(contextAs('public'))).rejects.toMatchObject({ kind: 'not-found' })
  })

  test('a city is set up once, by those who may, and everybody can read it', async () => {
    const context = contextAs('system-administrator')
    await expect(
      setUpMunicipality(as('viewer', context), { ...city, isSample: false }),
    ).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await setUpMunicipality(context, { ...city, isSample: false })
    expect(await getMunicipality(contextAs('public'))).toEqual({
      ...city,
      prefecture: '茨城県',
      isSample: false,
      revision: 1,
    })
    await expect(setUpMunicipality(context, { ...city, isSample: true })).rejects.toMatchObject({
      kind: 'conflict',
    })
  })

  test('what somebody else saved meanwhile is not overwritten', async () => {
    const context = contextAs('secretariat')
    await changeMunicipality(context, { revision: 1, content: { ...city, districts: [] } })
    await expect(
      changeMunicipality(context, { revision: 1, content: { ...city, name: 'みらい市' } }),
    ).rejects.toMatchObject({ kind: 'stale' })
    expect(await getMunicipality(context)).toMatchObject({ name: city.name, districts: [], revision: 2 })
  })
})
