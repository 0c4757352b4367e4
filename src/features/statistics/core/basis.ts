/**
 * What a count of people stands on. The census asks who lives here, the register who is registered here: for the
 * same city and day they differ by hundreds, so they never meet in one calculation.
 */
export type Basis = 'census' | 'register' | 'projection' | 'neutral'

/** What each basis is called on the screen. */
export const basisLabels: Record<Basis, string> = {
  census: '国勢調査',
  register: '住民基本台帳',
  projection: '推計（国勢調査が基準）',
  neutral: 'その他の統計',
}

type Based = { name: string; basis: Basis }

declare const checked: unique symbol

/** Series that were checked to stand on one basis: the only thing calculations accept. */
export type OneBasis<One> = readonly One[] & { readonly [checked]: true }

/** Projections start from a census, so they may follow it; counts of other things have no basis of their own. */
const sideOf = (basis: Basis) => (basis === 'projection' ? 'census' : basis)

/** Checks that series may be used together. `problem` says in words why not. */
export function onOneBasis<One extends Based>(
  series: readonly One[],
): { series: OneBasis<One>; problem?: undefined } | { problem: string } {
  const first = series.find(({ basis }) => sideOf(basis) === 'census')
  const other = series.find(({ basis }) => basis === 'register')
  if (!first || !other) return { series: series as OneBasis<One> }
  return {
    problem:
      `「${first.name}」は${basisLabels[first.basis]}、「${other.name}」は${basisLabels[other.basis]}に基づく数です。` +
      '国勢調査は実際に住んでいる人を、住民基本台帳は住民票のある人を数えるため、同じ日でも数が違います。' +
      '1つの計算や1本の線に混ぜると、その違いが増減に見えてしまうので、計算しません。',
  }
}
