import { byCodeUnit, inIdOrder } from '../order.ts'
import { seededRandom, shuffled } from '../seeded-random.ts'
import { cohenKappa, type KappaResult } from './cohen-kappa.ts'

/** The codes each of two coders gave one unit, blind to the other. */
export type DoubleCoded = { id: string; first: readonly string[]; second: readonly string[] }

/**
 * Agreement on one code. `positive` and `negative` are the shares of agreement on giving and on not giving it
 * (Cicchetti and Feinstein 1990), worth more than κ when a code is rare or everywhere; absent when nobody
 * did.
 */
export type CodeAgreement = KappaResult & {
  code: string
  positive?: number
  negative?: number
  /** Who gave the code alone: material for a better rule. */
  onlyFirst: string[]
  onlySecond: string[]
}

export type CoderAgreement = {
  codes: CodeAgreement[]
  /** Over all codes: pooled κ, from the means of p_o and p_e (De Vries et al. 2008). */
  pooledKappa?: number
}

/**
 * Agreement of two coders on every code either of them used, codes in order of code units. Refuses an id
 * twice.
 */
export function coderAgreement(units: readonly DoubleCoded[]): CoderAgreement {
  const ordered = inIdOrder(units)
  const names = [...new Set(ordered.flatMap(({ first, second }) => [...first, ...second]))].sort(byCodeUnit)
  const codes = names.map((code) => agreementOn(code, ordered))
  const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length
  const agreement = mean(codes.map((code) => code.agreement))
  const expected = mean(codes.map((code) => code.expected))
  if (codes.length === 0 || expected > 1 - 1e-12) return { codes }
  return { codes, pooledKappa: (agreement - expected) / (1 - expected) }
}

function agreementOn(code: string, units: readonly DoubleCoded[]): CodeAgreement {
  const judged = units.map(({ id, first, second }) => ({
    id,
    a: first.includes(code),
    b: second.includes(code),
  }))
  const idsWhere = (a: boolean, b: boolean) =>
    judged.filter((one) => one.a === a && one.b === b).map(({ id }) => id)
  const [both, neither] = [idsWhere(true, true).length, idsWhere(false, false).length]
  const [onlyFirst, onlySecond] = [idsWhere(true, false), idsWhere(false, true)]
  const apart = onlyFirst.length + onlySecond.length
  return {
    code,
    ...cohenKappa(judged.map(({ a, b }) => [String(a), String(b)] as const)),
    ...(both + apart > 0 ? { positive: (2 * both) / (2 * both + apart) } : {}),
    ...(neither + apart > 0 ? { negative: (2 * neither) / (2 * neither + apart) } : {}),
    onlyFirst,
    onlySecond,
  }
}

/**
 * Which units both coders get: a share (0–1) of all, at least `least`, drawn by the seed. The same units in
 * any order give the same draw; in order of ids.
 */
export function drawDoubleCoded(
  ids: readonly string[],
  { share = 0.15, least = 100, seed }: { share?: number; least?: number; seed: string },
): string[] {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`share: ${share}`)
  const ordered = [...new Set(ids)].sort(byCodeUnit)
  const count = Math.min(ordered.length, Math.max(least, Math.ceil(ordered.length * share)))
  return shuffled(ordered, seededRandom(seed)).slice(0, count).sort(byCodeUnit)
}
