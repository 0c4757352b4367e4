import type { KyselyPlugin } from 'kysely'
import type { Context } from '#src/platform/context.ts'

/** How many times a reading asks the database. */
export async function countQueries(context: Context, read: (context: Context) => Promise<unknown>) {
  let count = 0
  const counter: KyselyPlugin = {
    transformQuery: ({ node }) => {
      count++
      return node
    },
    transformResult: async ({ result }) => result,
  }
  await read({ ...context, db: context.db.withPlugin(counter) })
  return count
}
