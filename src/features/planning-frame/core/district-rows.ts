import { type DistrictCourse, shownAges } from './run-districts.ts'

/** Districts as a tidy table: totals and age classes, and five-year ages where they may be shown. */
export function districtRows(
  districts: readonly DistrictCourse[],
  caseName: string,
): (readonly (string | number)[])[] {
  const rows = districts.flatMap((course) => {
    const row = (year: number, age: string, value: number) => [course.name, caseName, year, age, value]
    const totals = course.years.flatMap(({ year, total, classes }) => [
      row(year, 'total', total),
      row(year, '0-14', classes.child),
      row(year, '15-64', classes.workingAge),
      row(year, '65+', classes.elderly),
    ])
    const ages = (shownAges(course) ?? []).flatMap(({ label, cells }) =>
      cells.flatMap((cell, at) => (cell === 'few' ? [] : [row(course.years[at]?.year ?? 0, label, cell)])),
    )
    return [...totals, ...ages]
  })
  return [['district', 'case', 'year', 'age', 'value'], ...rows]
}
