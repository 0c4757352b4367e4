import type { Context } from '#src/platform/context.ts'
import { setUpMunicipality } from './store/commands.ts'
import { addPerson } from './store/people-commands.ts'

/** The sample town and three invented people of the city as a whole. Its units come with its plan. */
export async function sample(context: Context) {
  await setUpMunicipality(context, {
    code: '082350',
    name: 'つくばみらい市',
    kana: 'つくばみらいし',
    districts: ['伊奈', '谷和原', 'みらい平'],
    contactOffice: '企画政策課（事務局）',
    contactLines: ['電話 0297-00-0000', 'FAX 0297-00-0001', '平日 8時30分〜17時15分'],
    isSample: true,
  })
  for (const [name, kana, title, validFrom] of people) {
    const post = { unitId: null, title, kind: 'regular', validFrom, validTo: undefined } as const
    await addPerson(context, { name, kana, posts: [post] })
  }
}

const people = [
  ['見本 市子', 'みほん いちこ', '市長', '2022-04-01'],
  ['見本 太郎', 'みほん たろう', '副市長', '2022-04-01'],
  ['架空 花子', 'かくう はなこ', '教育長', '2024-04-01'],
] as const
