import { expect, test } from 'vitest'
import { type AuditEntry, type ChainedEntry, chainHash, checkNext, genesis } from './chain.ts'

const entry = (seq: number): AuditEntry => ({
  seq,
  at: '2026-04-01T00:00:00.000Z',
  actor: 'ac_0000000001',
  role: 'secretariat',
  action: 'edit-item',
  object: 'me_0000000001',
  version: '',
  beforeHash: '',
  afterHash: '',
  source: '/staff',
  result: 'done',
  reason: '',
})

function chain(length: number): ChainedEntry[] {
  const entries: ChainedEntry[] = []
  for (let seq = 1; seq <= length; seq++) {
    const prevHash = entries.at(-1)?.hash ?? genesis
    entries.push({ ...entry(seq), prevHash, hash: chainHash(prevHash, entry(seq)) })
  }
  return entries
}

/** The first thing wrong, as `audit verify` finds it. */
function firstProblem(entries: readonly ChainedEntry[]) {
  let last: ChainedEntry | undefined
  for (const one of entries) {
    const problem = checkNext(last, one)
    if (problem) return problem
    last = one
  }
  return undefined
}

test('an untouched chain holds', () => {
  expect(firstProblem(chain(5))).toBeUndefined()
})

test.each(['actor', 'action', 'object', 'at', 'reason'] as const)(
  'a changed %s is found in its row',
  (field) => {
    const entries = chain(5).map((one) => (one.seq === 3 ? { ...one, [field]: 'changed' } : one))
    expect(firstProblem(entries)).toEqual({ seq: 3, problem: 'changed' })
  },
)

test('a row taken out, or all rows after one rebuilt without the head, is found', () => {
  expect(firstProblem(chain(5).filter(({ seq }) => seq !== 3))).toEqual({ seq: 3, problem: 'missing' })
  const changed = { ...entry(3), actor: 'somebody' }
  const rebuilt = chain(5).map((one) =>
    one.seq === 3 ? { ...changed, prevHash: one.prevHash, hash: chainHash(one.prevHash, changed) } : one,
  )
  expect(firstProblem(rebuilt)).toEqual({ seq: 4, problem: 'unchained' })
})
