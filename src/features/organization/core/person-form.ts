import { z } from 'zod'
import { hasTwoRegularPosts, type Person, type Post, postKinds } from './people.ts'
import { dayField, optionalDayField } from './read-day.ts'

export const personName = z
  .string()
  .trim()
  .min(1, '氏名を書いてください')
  .max(60, '氏名は60字以内で書いてください')
export const personKana = z.string().trim().max(80, 'よみは80字以内で書いてください')
export const postTitle = z
  .string()
  .trim()
  .min(1, '職を書いてください（例：係長）')
  .max(60, '職は60字以内で書いてください')

const nameForm = z.object({ name: personName, kana: personKana.default('') })
const postForm = z
  .object({
    title: postTitle,
    unitId: z
      .string()
      .default('')
      .transform((id) => id || null),
    kind: z.enum(postKinds, '種別を選んでください'),
    validFrom: dayField('発令の日'),
    validTo: optionalDayField('最後の日'),
  })
  .refine(({ validFrom, validTo }) => validTo === undefined || validTo >= validFrom, {
    path: ['validTo'],
    message: '最後の日が、発令の日より前になっています',
  })

const mostPosts = 30

export type PersonContent = { name: string; kana: string; posts: Post[] }
type Entered = Readonly<Record<string, string>>

/** Reads the form of a person: `name`, `kana`, and posts as rows of `title-1`, `unitId-1` … A ticked `drop-1` leaves it out. */
export function readPerson(
  entered: Entered,
  unitIds: ReadonlySet<string>,
): { values: PersonContent; problems?: undefined } | { problems: Record<string, string> } {
  const problems: Record<string, string> = {}
  const person = nameForm.safeParse({ ...entered })
  for (const issue of person.error?.issues ?? []) problems[String(issue.path[0])] ??= issue.message
  const posts = postRows(entered)
    .filter((row) => entered[`drop-${row}`] === undefined && isPostFilled(entered, row))
    .flatMap((row) => {
      const post = postForm.safeParse(postEntered(entered, row))
      for (const issue of post.error?.issues ?? [])
        problems[`${String(issue.path[0])}-${row}`] ??= issue.message
      if (!post.success) return []
      if (post.data.unitId && !unitIds.has(post.data.unitId)) {
        problems[`unitId-${row}`] = '所属を一覧から選んでください'
      }
      return [post.data]
    })
  if (Object.keys(problems).length === 0 && hasTwoRegularPosts(posts)) {
    problems['kind-1'] = '本務が2つ重なっています。どちらかを兼務にするか、最後の日を書いてください'
  }
  if (!person.success || Object.keys(problems).length > 0) return { problems }
  return { values: { ...person.data, posts } }
}

const postFields = ['title', 'unitId', 'kind', 'validFrom', 'validTo'] as const

const postEntered = (entered: Entered, row: number) =>
  Object.fromEntries(postFields.map((field) => [field, entered[`${field}-${row}`] ?? '']))

/** The numbers of the rows a form was sent with. */
export const postRows = (entered: Entered): number[] =>
  Array.from({ length: mostPosts }, (_, position) => position + 1).filter(
    (row) => entered[`kind-${row}`] !== undefined,
  )

/** A row is blank while nobody has written a post, a unit or a day into it. */
const isPostFilled = (entered: Entered, row: number) =>
  ['title', 'unitId', 'validFrom', 'validTo'].some(
    (field) => (entered[`${field}-${row}`] ?? '').trim() !== '',
  )

/** What stands in the form of a saved person, with one blank row for another post. */
export function enteredOfPerson({ name, kana, posts }: PersonContent | Person): Record<string, string> {
  const rows = posts.length < mostPosts ? [...posts, blankPost] : posts
  const fields = rows.flatMap((post, position) => [
    [`title-${position + 1}`, post.title],
    [`unitId-${position + 1}`, post.unitId ?? ''],
    [`kind-${position + 1}`, post.kind],
    [`validFrom-${position + 1}`, post.validFrom],
    [`validTo-${position + 1}`, post.validTo ?? ''],
  ])
  return { name, kana, ...Object.fromEntries(fields) }
}

const blankPost: Post = { unitId: null, title: '', kind: 'regular', validFrom: '', validTo: undefined }
