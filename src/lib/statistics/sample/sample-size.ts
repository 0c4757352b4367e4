import { normalQuantile } from '../distributions/distributions.ts'

/** What a sample is planned for. `population` absent: taken as infinite. */
export type SampleAim = { error: number; population?: number; share?: number; level?: number }

/**
 * Valid answers needed for ± `error` (0–1): n = N/[(e/z)²(N−1)/(P(1−P)) + 1], without N z²P(1−P)/e². Not
 * rounded.
 *
 * P = 0.5 and 95 % unless given; z is 1.96 at 95 %, as reports print it, and the exact quantile at other
 * levels.
 */
export function neededAnswers({ error, population, share = 0.5, level = 0.95 }: SampleAim): number {
  if (!(error > 0 && error < 1)) throw new RangeError('標本誤差は0と1の間の数です')
  if (!(share > 0 && share < 1)) throw new RangeError('割合は0と1の間の数です')
  const spread = share * (1 - share)
  const z = reportQuantile(level)
  if (population === undefined) return (z * z * spread) / (error * error)
  if (!(population >= 1)) throw new RangeError('母集団は1人以上です')
  return population / (((error / z) ** 2 * (population - 1)) / spread + 1)
}

/** Forms to send for so many valid answers: ⌈n / expected return rate⌉, n rounded up before. */
export function formsToSend(answers: number, returnRate: number): number {
  if (!(returnRate > 0 && returnRate <= 1)) throw new RangeError('回収率は0より大きく1以下の数です')
  return Math.ceil(Math.ceil(answers - 1e-9) / returnRate - 1e-9)
}

/**
 * What the margin of error is of. `twoStage` doubles the variance, as some reports of two-stage samples do.
 */
export type MarginOf = {
  answers: number
  share: number
  population?: number
  level?: number
  twoStage?: boolean
}

/**
 * 標本誤差 as reports print it: ±z·√[(N−n)/(N−1)·P(1−P)/n] (0–1), without N (N−n)/(N−1) = 1.
 *
 * True for a simple random sample of valid answers only. Refuses n = 1, n > N and shares outside 0–1.
 */
export function marginOfError({
  answers,
  share,
  population,
  level = 0.95,
  twoStage = false,
}: MarginOf): number {
  if (!(answers > 1)) throw new RangeError('回答が2つ以上要ります')
  if (!(share >= 0 && share <= 1)) throw new RangeError('割合は0から1の数です')
  if (population !== undefined && population < answers)
    throw new RangeError('回答が母集団より多くなっています')
  const finite = population === undefined ? 1 : (population - answers) / (population - 1)
  return reportQuantile(level) * Math.sqrt(((twoStage ? 2 : 1) * finite * share * (1 - share)) / answers)
}

const reportQuantile = (level: number) => (level === 0.95 ? 1.96 : normalQuantile((1 + level) / 2))
