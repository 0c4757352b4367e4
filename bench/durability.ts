// Kills under load, counted: npm run bench:durability [rounds]. With TEST_DATABASE_URL on PostgreSQL, else on the embedded database.
import { killUnderLoad, victim } from '#test/durability.ts'

const rounds = Number(process.argv[2] ?? 1000)
const server = await victim(process.env['TEST_DATABASE_URL'])
const began = performance.now()
const { acknowledged, lost, doubled } = await killUnderLoad(server, rounds, () => 100 + Math.random() * 900)
const minutes = ((performance.now() - began) / 60_000).toFixed(1)
console.log(
  `${rounds} kills in ${minutes} minutes: ${acknowledged} acknowledged, ${lost.length} lost, ${doubled.length} doubled`,
)
await server.remove()
process.exit(lost.length + doubled.length === 0 ? 0 : 1)
