import { ageWords } from '#src/lib/demography/age-groups.ts'
import { ScrollFrame } from '#src/ui/parts.tsx'
import { tableAges } from '../../core/count-table.ts'
import { type DistrictCourse, shownAges } from '../../core/run-districts.ts'
import { percentOf, whole } from './age-tables.tsx'

type TableProps = { districts: readonly DistrictCourse[] }

/** The residents of every district by year; they add up to the city. */
export function DistrictTotals({ districts }: TableProps) {
  const years = districts[0]?.years.map(({ year }) => year) ?? []
  return (
    <ScrollFrame label="地区ごとの人口">
      <table class="dads-table dads-table--dense dads-table--wide">
        <caption>地区ごとの人口（人）</caption>
        <thead>
          <tr>
            <th scope="col">地区</th>
            {years.map((year) => (
              <th key={year} scope="col" class="is-num">
                {year}年
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {districts.map(({ name, years: course }) => (
            <tr key={name}>
              <th scope="row" class="is-nowrap">
                {name}
              </th>
              {course.map(({ year, total }) => (
                <td key={year} class="is-num">
                  {whole(total)}
                </td>
              ))}
            </tr>
          ))}
          <tr class="is-strong">
            <th scope="row">市の合計</th>
            {years.map((year, at) => (
              <td key={year} class="is-num">
                {whole(districts.reduce((sum, course) => sum + (course.years[at]?.total ?? 0), 0))}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </ScrollFrame>
  )
}

const classes = [
  ['0～14歳', 'child'],
  ['15～64歳', 'workingAge'],
  ['65歳以上', 'elderly'],
] as const

/** The three age classes of every district in one year. */
export function ClassTable({ districts, year }: TableProps & { year: number }) {
  return (
    <table class="dads-table dads-table--dense dads-table--wide">
      <caption>{year}年の地区ごとの年齢3区分（人）</caption>
      <thead>
        <tr>
          <th scope="col">地区</th>
          <th scope="col" class="is-num">
            人口
          </th>
          {classes.map(([label, key]) => (
            <th key={key} scope="col" class="is-num">
              {label}
            </th>
          ))}
          <th scope="col" class="is-num">
            65歳以上の割合
          </th>
        </tr>
      </thead>
      <tbody>
        {districts.map(({ name, years }) => {
          const row = years.find((one) => one.year === year)
          return (
            row && (
              <tr key={name}>
                <th scope="row" class="is-nowrap">
                  {name}
                </th>
                <td class="is-num">{whole(row.total)}</td>
                {classes.map(([, key]) => (
                  <td key={key} class="is-num">
                    {whole(row.classes[key])}
                  </td>
                ))}
                <td class="is-num">{percentOf(row.classes.elderly, row.total)}</td>
              </tr>
            )
          )
        })}
      </tbody>
    </table>
  )
}

/** One district by five-year age and year, where it may be shown. */
export function DistrictAges({ course }: { course: DistrictCourse }) {
  const rows = shownAges(course)
  if (!rows) return <p>「{course.name}」は1,000人より少ない年があるので、5歳階級は出しません。</p>
  const caption = `${course.name}の5歳階級別の人口（人）`
  return (
    <ScrollFrame label={caption}>
      <table class="dads-table dads-table--dense dads-table--wide">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">年齢</th>
            {course.years.map(({ year }) => (
              <th key={year} scope="col" class="is-num">
                {year}年
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, cells }, age) => (
            <tr key={label}>
              <th scope="row" class="is-nowrap">
                {ageWords(tableAges, age)}
              </th>
              {cells.map((cell, at) => (
                <td key={course.years[at]?.year} class="is-num">
                  {cell === 'few' ? '20人未満' : whole(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}
