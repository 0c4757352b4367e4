import { z } from 'zod'
import { hashOf } from '#src/formats/canonical-json.ts'
import { pastedRows, yearIn } from '#src/lib/table/pasted-rows.ts'
import { readCountTable } from './count-table.ts'

/** What the districts were counted on; they are fitted only to a case of the same basis. */
export const districtBasisLabels = {
  'census-adjusted': '国勢調査（小地域集計）',
  register: '住民基本台帳',
} as const
export type DistrictBasis = keyof typeof districtBasisLabels
const bases = Object.keys(districtBasisLabels) as [DistrictBasis, ...DistrictBasis[]]

const ages = z.array(z.number().min(0))
const counted = z.strictObject({ year: z.int(), M: ages, F: ages })

/** 地区の人口: the districts of the city by sex and five-year age, unknown ages distributed, in one or more years. */
export const districtSet = z.strictObject({
  basis: z.enum(bases),
  source: z.string(),
  districts: z.array(z.strictObject({ name: z.string(), counts: z.array(counted) })),
})
export type DistrictSet = z.infer<typeof districtSet>

export const noDistricts: DistrictSet = { basis: 'census-adjusted', source: '', districts: [] }

/** Names one state of the set: whoever saves says which one was looked at. */
export const versionOf = (set: DistrictSet): string => hashOf(set)

export type ReadDistricts =
  | { districts: DistrictSet['districts']; problems?: undefined }
  | { districts?: undefined; problems: string[] }

const mostDistricts = 60

/**
 * Reads a table pasted from a spreadsheet: 地区・性別・年齢 and a column a year. Ages as any Japanese table writes
 * them up to 90歳以上; totals are checked and unknown ages distributed. With one mistake nothing is taken.
 */
export function readDistrictTable(text: string): ReadDistricts {
  const [head, ...body] = pastedRows(text)
  if (!head) return { problems: ['表がありません'] }
  const columns = head.cells.map(columnOf)
  const { counts, years, problems } = readCountTable([{ cells: columns, line: head.line }, ...body])
  const wrong = problems.map(({ line, problem }) => `${line}行目：${problem}`)
  if (years.length === 0 || !columns.includes('code')) {
    return { problems: ['見出しに、地区・性別・年齢と、年（西暦4けた）の列を書いてください'] }
  }
  if (wrong.length > 0) return { problems: wrong }
  if (counts.has('')) return { problems: ['地区の名前のない行があります'] }
  if (counts.size < 2 || counts.size > mostDistricts) {
    return { problems: [`地区は2つから${mostDistricts}までです（${counts.size}ありました）`] }
  }
  const districts = [...counts].map(([name, byYear]) => ({
    name,
    counts: [...byYear].map(([year, { M, F }]) => ({ year, M, F })),
  }))
  return { districts }
}

function columnOf(cell: string): string {
  const year = yearIn(cell)
  if (year !== undefined) return String(year)
  if (/^(地区|地域|学区|小学校区|町名)/.test(cell)) return 'code'
  if (/^(性別|男女)/.test(cell)) return 'sex'
  return cell.startsWith('年齢') ? 'age' : cell
}
