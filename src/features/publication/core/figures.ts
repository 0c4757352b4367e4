/** Writes a value with the same number of decimals as its fellows. */
export type Figures = (value: number) => string

/**
 * Numbers of one series, so that they stand below one another: as many decimals (at most three) as any of them needs,
 * thousands grouped, and a true minus sign.
 */
export function figuresOf(values: readonly (number | null | undefined)[]): Figures {
  const decimals = Math.max(0, ...values.map((value) => decimalsOf(value ?? 0)))
  const format = formats[decimals]
  return (value) => (format?.format(value) ?? String(value)).replace(/^-(?=[0,.]*$)/, '').replace('-', '−')
}

// Making a format is slow, using one is not: there is one for each number of decimals.
const formats = [0, 1, 2, 3].map(
  (decimals) =>
    new Intl.NumberFormat('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
)

/** As many as the value needs, after rounding to the most there are. */
function decimalsOf(value: number): number {
  const most = formats.length - 1
  const rounded = Number(value.toFixed(most))
  return formats.findIndex((_, decimals) => decimals === most || Number(value.toFixed(decimals)) === rounded)
}
