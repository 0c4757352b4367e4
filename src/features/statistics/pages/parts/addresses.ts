export const citiesAddress = '/staff/statistics'
export const datasetsAddress = `${citiesAddress}/datasets`
export const importAddress = `${citiesAddress}/import`
export const comparisonAddress = `${citiesAddress}/comparison`
export const updatesAddress = `${citiesAddress}/updates`
export const groupsAddress = `${citiesAddress}/groups`

export const datasetAddress = (datasetId: string) => `${datasetsAddress}/${datasetId}`
export const cityAddress = (areaCode: string) => `${citiesAddress}/cities/${areaCode}`
export const seriesAddress = (areaCode: string, itemId: string) => `${cityAddress(areaCode)}/items/${itemId}`

/** The page of a series the published plan rests on, for everybody. */
export const publicSeriesAddress = (areaCode: string, itemId: string) => `/statistics/${areaCode}/${itemId}`

/** A comparison of a city with a group; with `item` the page of one item. */
export function comparisonOf(
  { city, group }: { city: string; group: string },
  { item, format = '' }: { item?: string; format?: '' | '.csv' | '.xlsx' } = {},
): string {
  const path = item ? `${comparisonAddress}/${item}` : `${comparisonAddress}${format}`
  return `${path}?${new URLSearchParams({ city, group })}`
}
