// Prints the address of a PostgreSQL server that answers: TEST_DATABASE_URL, or the usual place of a test machine.
import pg from 'pg'

const candidates = [
  process.env.TEST_DATABASE_URL,
  'postgres://postgres@127.0.0.1:5432/test',
  'postgres://root@127.0.0.1:5432/test',
].filter(Boolean)

for (const connectionString of candidates) {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 2000 })
  try {
    await client.connect()
    await client.query('select 1')
    await client.end()
    console.log(connectionString)
    process.exit(0)
  } catch {
    // the next one
  }
}
process.exit(1)
