/** What has one place of a ranking, as other services write rankings: `q8#2` is what was put second. No column of ours has a `#`. */
export const placeColumn = (column: string, place: number) => `${column}#${place}`

export function placeOfColumn(name: string): { column: string; place: string } {
  const [column = '', place = ''] = name.split('#')
  return { column, place }
}
