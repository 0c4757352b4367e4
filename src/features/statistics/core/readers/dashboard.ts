import { presentCode, readAreaCode } from '../areas.ts'
import { type Finding, gapNote, type Item, type Observation, type Reading, readValue } from '../figures.ts'
import { asList, basisOfTitle, member, memberAt, refusal, textOf } from './json-text.ts'

/** Whether a JSON value is an answer of the 統計ダッシュボード API. */
export const isDashboard = (value: unknown): boolean => member(value, 'GET_STATS') !== undefined

/**
 * 統計ダッシュボード API 1.0 (getData) saved as a file. Names of indicators and regions come in their own list where
 * the file has one (CLASS_INF), else codes stand for them.
 */
export function readDashboard(value: unknown): Reading {
  const answer = member(value, 'GET_STATS')
  const status = textOf(memberAt(answer, 'RESULT', 'status'))
  if (status !== '0') {
    const words = textOf(memberAt(answer, 'RESULT', 'errorMsg'))
    return refusal(`統計ダッシュボードがエラーを返したときのファイルです：${words}`)
  }
  const data = memberAt(answer, 'STATISTICAL_DATA')
  const names = namesOf(memberAt(data, 'CLASS_INF', 'CLASS_OBJ'))
  const values = asList(memberAt(data, 'DATA_INF', 'DATA_OBJ')).flatMap((one) => asList(member(one, 'VALUE')))
  if (values.length === 0) return refusal('値（VALUE）が1つもありません')
  const items = new Map<string, Item>()
  const observations: Observation[] = []
  const findings: Finding[] = []
  let provisional = 0
  for (const [index, one] of values.entries()) {
    const read = readOne(one, { line: index + 1, names }, findings)
    if (!read) continue
    if (textOf(member(one, '@isProvisional')) === '1') provisional += 1
    items.set(read.item.code, read.item)
    observations.push(read.observation)
  }
  if (findings.length > 0) return { findings }
  return {
    recognised: `統計ダッシュボードの系列（${items.size}項目、${observations.length}件）`,
    items: [...items.values()],
    observations,
    notes: [...gapNote(observations), ...(provisional > 0 ? [`速報値が${provisional}件あります`] : [])],
  }
}

function namesOf(objects: unknown): Map<string, string> {
  const classes = asList(objects).flatMap((object) => asList(member(object, 'CLASS')))
  return new Map(classes.map((one) => [textOf(member(one, '@code')), textOf(member(one, '@name'))]))
}

type Where = { line: number; names: ReadonlyMap<string, string> }

function readOne(one: unknown, { line, names }: Where, findings: Finding[]) {
  const attribute = (name: string) => textOf(member(one, `@${name}`))
  const tell = (column: string, value: string, problem: string) => {
    findings.push({ line, column, value, problem })
  }
  const indicator = attribute('indicator')
  const area = readAreaCode(attribute('regionCode'))
  const time = readDashboardTime(attribute('time'))
  const value = readValue(textOf(one))
  if (indicator === '') tell('@indicator', '', '系列の符号がありません')
  if ('problem' in area) tell('@regionCode', attribute('regionCode'), area.problem)
  if (!time) tell('@time', attribute('time'), '時間として読めません')
  if (value === undefined) tell('$', textOf(one), '数ではありません')
  if (indicator === '' || 'problem' in area || !time || value === undefined) return undefined
  const name = names.get(indicator) ?? `系列${indicator}`
  const unit = names.get(attribute('unit')) ?? ''
  const item: Item = { code: `D-${indicator}`, name, unit, basis: basisOfTitle(name) }
  const areaCode = presentCode(area.code)
  const areaName = names.get(attribute('regionCode')) ?? areaCode
  const observation: Observation = { areaCode, areaName, item: item.code, time, value, unit }
  return { item, observation }
}

/** `20260700` a month, `20263Q00` a quarter, `2025CY00` a year, `2025FY00` a fiscal year. */
function readDashboardTime(code: string): string | undefined {
  const year = /^(\d{4})(CY|FY)00$/i.exec(code)
  if (year) return year[2]?.toUpperCase() === 'FY' ? `${year[1]}FY` : year[1]
  const quarter = /^(\d{4})([1-4])Q00$/i.exec(code)
  if (quarter) return `${quarter[1]}Q${quarter[2]}`
  const month = /^(\d{4})(0[1-9]|1[0-2])00$/.exec(code)
  return month ? `${month[1]}-${month[2]}` : undefined
}
