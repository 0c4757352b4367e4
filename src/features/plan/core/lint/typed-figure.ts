/** A number somebody typed into a text. */
export type TypedFigure = { words: string; value: number; decimals: number; isAbout: boolean }

/** The first number of a text with this unit. */
export function firstFigure(text: string, unit: string): TypedFigure | undefined {
  const plain = text.normalize('NFKC')
  const escaped = unit.normalize('NFKC').replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const found = new RegExp(`(約|およそ|おおよそ)?(-?\\d[\\d,]*(?:\\.\\d+)?)(万|億)?${escaped}`).exec(plain)
  if (!found) return undefined
  const [, about, digits = '', scale = ''] = found
  const number = digits.replaceAll(',', '')
  const factor = scale === '億' ? 1e8 : scale === '万' ? 1e4 : 1
  return {
    words: `${digits}${scale}`,
    value: Number(number) * factor,
    decimals: number.split('.')[1]?.length ?? 0,
    isAbout: about !== undefined || scale !== '',
  }
}

/** The same to the decimals that were typed; about the same where the text says so, within the digits it gives. */
export function isSame({ value, decimals, isAbout }: TypedFigure, exact: number): boolean {
  if (Number(exact.toFixed(decimals)) === value) return true
  if (!isAbout) return false
  const zeros = /0*$/.exec(String(Math.round(value)))?.[0].length ?? 0
  const unit = 10 ** zeros
  return Math.round(exact / unit) * unit === value
}
