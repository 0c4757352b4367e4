import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal, refuseIfStale } from '#src/platform/errors.ts'
import { hasTwoRegularPosts, type Post } from '../core/people.ts'
import { permissions } from '../core/permissions.ts'
import type { PersonContent } from '../core/person-form.ts'
import { getPerson, listUnits } from './queries.ts'
import { inBatches, tables } from './tables.ts'

export const addPerson = command(
  permissions,
  'change-people',
  async (context, { name, kana, posts }: PersonContent) => {
    await refuseWrongPosts(context, posts)
    const id = context.newId('pe')
    await tables(context).insertInto('people').values({ id, name, kana, revision: 1 }).execute()
    await replacePosts(context, id, posts)
    return id
  },
)

type PersonChange = { personId: string; revision: number; content: PersonContent }

export const changePerson = command(
  permissions,
  'change-people',
  async (context, { personId, revision, content }: PersonChange) => {
    refuseIfStale(await getPerson(context, personId), revision)
    await refuseWrongPosts(context, content.posts)
    const { name, kana, posts } = content
    await tables(context)
      .updateTable('people')
      .set({ name, kana, revision: revision + 1 })
      .where('id', '=', personId)
      .execute()
    await replacePosts(context, personId, posts)
  },
)

/** Deletes a person with all posts and places in subcommittees: a name is kept only as long as it is needed. */
export const deletePerson = command(
  permissions,
  'change-people',
  async (context, { personId }: { personId: string }) => {
    await getPerson(context, personId)
    await tables(context).deleteFrom('posts').where('personId', '=', personId).execute()
    await tables(context)
      .deleteFrom('subcommitteeAssignments')
      .where('kind', '=', 'person')
      .where('subjectId', '=', personId)
      .execute()
    await tables(context).deleteFrom('people').where('id', '=', personId).execute()
  },
)

async function refuseWrongPosts(context: Context, posts: readonly Post[]) {
  const known = new Set((await listUnits(context)).map(({ id }) => id))
  if (posts.some(({ unitId }) => unitId !== null && !known.has(unitId))) {
    throw new Refusal('conflict', '所属の組織が見つかりません')
  }
  if (hasTwoRegularPosts(posts)) throw new Refusal('conflict', '本務が2つ重なっています')
}

/** Writes the posts of a person anew, in the order given. */
export async function replacePosts(context: Context, personId: string, posts: readonly Post[]) {
  await tables(context).deleteFrom('posts').where('personId', '=', personId).execute()
  const rows = posts.map(({ unitId, title, kind, validFrom, validTo }, position) => ({
    personId,
    order: position + 1,
    unitId,
    title,
    kind,
    validFrom,
    validTo: validTo ?? null,
  }))
  await inBatches(rows, (some) => tables(context).insertInto('posts').values(some).execute())
}
