/**
 * How a number moves through the years: it stays, it goes from a to b and stays there, or it has a value a
 * period.
 */
export type ValuePath =
  | { kind: 'constant'; value: number }
  | { kind: 'linear'; from: { year: number; value: number }; to: { year: number; value: number } }
  | { kind: 'table'; values: readonly { from: number; to: number; value: number }[] }

/** The value of a period is that of its middle. A table without the period is refused with RangeError. */
export function valueFor(path: ValuePath, period: { from: number; to: number }): number {
  const middle = (period.from + period.to) / 2
  switch (path.kind) {
    case 'constant':
      return path.value
    case 'linear': {
      const { from, to } = path
      if (to.year <= from.year) throw new RangeError(`${from.year}年から${to.year}年への変化は描けません`)
      const part = Math.min(1, Math.max(0, (middle - from.year) / (to.year - from.year)))
      return from.value + part * (to.value - from.value)
    }
    case 'table': {
      const row = path.values.find(({ from, to }) => from <= middle && middle < to)
      if (!row) throw new RangeError(`${period.from}～${period.to}年の値が表にありません`)
      return row.value
    }
  }
}
