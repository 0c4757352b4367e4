import { presentCode, readAreaCode } from '../areas.ts'
import { type Finding, gapNote, type Item, type Observation, type Reading, readValue } from '../figures.ts'
import { ageItem } from './age-items.ts'
import { ageReaderOf, type Dimension } from './estat-ages.ts'
import { asList, basisOfTitle, member, memberAt, refusal, textOf } from './json-text.ts'

/** Whether a JSON value is an answer of the e-Stat API. */
export const isEstat = (value: unknown): boolean => member(value, 'GET_STATS_DATA') !== undefined

/** e-Stat API 3.0 (getStatsData) saved as a file. The position of a wrong value is its place in VALUE, from 1. */
export function readEstat(value: unknown): Reading {
  const answer = member(value, 'GET_STATS_DATA')
  const status = textOf(memberAt(answer, 'RESULT', 'STATUS'))
  if (status !== '0') {
    return refusal(
      `e-Stat がエラーを返したときのファイルです：${textOf(memberAt(answer, 'RESULT', 'ERROR_MSG'))}`,
    )
  }
  const table = memberAt(answer, 'STATISTICAL_DATA')
  const title = [
    textOf(memberAt(table, 'TABLE_INF', 'STAT_NAME')),
    textOf(memberAt(table, 'TABLE_INF', 'TITLE')),
  ].join(' ')
  const classes = classesOf(memberAt(table, 'CLASS_INF', 'CLASS_OBJ'))
  if (!classes.has('area') || !classes.has('time')) {
    return refusal('地域（area）と時間（time）のある表だけを取り込めます', 'CLASS_INF')
  }
  const reading = valuesOf(asList(memberAt(table, 'DATA_INF', 'VALUE')), { classes, title })
  if ('findings' in reading) return reading
  return { ...reading, recognised: `e-Stat API の表（${title.trim()}、${reading.observations.length}件）` }
}

type Classes = Map<string, Dimension>

/** The dimensions with the names of their codes. */
function classesOf(objects: unknown): Classes {
  return new Map(
    asList(objects).map((object) => [
      textOf(member(object, '@id')),
      {
        name: textOf(member(object, '@name')),
        classes: new Map(
          asList(member(object, 'CLASS')).map((one) => [
            textOf(member(one, '@code')),
            textOf(member(one, '@name')),
          ]),
        ),
      },
    ]),
  )
}

type Table = { classes: Classes; title: string }

function valuesOf(values: readonly unknown[], { classes, title }: Table): Reading {
  const dimensions = [...classes.keys()].filter((id) => id !== 'area' && id !== 'time')
  const basis = basisOfTitle(title)
  const ageOf = ageReaderOf(dimensions.map((id) => classes.get(id) ?? { name: '', classes: new Map() }))
  const items = new Map<string, Item>()
  const observations: Observation[] = []
  const findings: Finding[] = []
  for (const [index, one] of values.entries()) {
    const attribute = (name: string) => textOf(member(one, `@${name}`))
    const tell = (column: string, value: string, problem: string) =>
      findings.push({ line: index + 1, column, value, problem })
    const area = readAreaCode(attribute('area'))
    const time = readEstatTime(attribute('time'))
    const value = readValue(textOf(one))
    if ('problem' in area) tell('@area', attribute('area'), area.problem)
    if (!time) tell('@time', attribute('time'), '時間として読めません')
    if (value === undefined) tell('$', textOf(one), '数ではありません')
    if ('problem' in area || !time || value === undefined) continue
    const codes = dimensions.map((id) => attribute(id))
    const unit = attribute('unit')
    const about = unit === '人' ? ageOf?.(codes) : undefined
    const item = about
      ? ageItem(basis, about.sex, about.age)
      : ownItem(codes, { dimensions, classes, basis, unit })
    items.set(item.code, item)
    const areaCode = presentCode(area.code)
    const areaName = classes.get('area')?.classes.get(attribute('area')) ?? areaCode
    observations.push({ areaCode, areaName, item: item.code, time, value, unit })
  }
  if (values.length === 0) return refusal('値（VALUE）が1つもありません')
  if (findings.length > 0) return { findings }
  return { recognised: '', items: [...items.values()], observations, notes: gapNote(observations) }
}

type Own = { dimensions: readonly string[]; classes: Classes; basis: Item['basis']; unit: string }

/** An item by the codes of its dimensions, named by their names. */
function ownItem(codes: readonly string[], { dimensions, classes, basis, unit }: Own): Item {
  const nameAt = (id: string, code = '') => classes.get(id)?.classes.get(code) ?? code
  const names = dimensions.map((id, at) => nameAt(id, codes[at]))
  return { code: `E-${codes.join('-')}`, name: names.filter(Boolean).join('・'), unit, basis }
}

/** `2020000000` a year, `2020100000` a fiscal year, `2020000101` a month (from and to), `2020000103` a quarter. */
function readEstatTime(code: string): string | undefined {
  const match = /^(\d{4})(\d{2})?(\d{2})?(\d{2})?$/.exec(code)
  if (!match) return undefined
  const [, year = '', kind = '00', from = '00', to = '00'] = match
  if (kind === '10' && from === '00') return `${year}FY`
  if (from === '00') return year
  if (from === to || to === '00') return Number(from) <= 12 ? `${year}-${from}` : undefined
  return Number(to) - Number(from) === 2 ? `${year}Q${Math.ceil(Number(to) / 3)}` : undefined
}
