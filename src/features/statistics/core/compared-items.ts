import type { Quotient } from './quotient.ts'

/** Which side is better; `none` where a city's value is neither good nor bad. */
export type Direction = 'higher' | 'lower' | 'none'

/** 比較の項目: what cities are compared by. Of direction `none` neither side is better, so it has no standard score. */
export type ComparedItem = Quotient & {
  id: string
  field: 'people' | 'children' | 'living' | 'health' | 'work' | 'finance'
  label: string
  unit: string
  decimals: number
  direction: Direction
  /** How it is made, in words. */
  method: string
}

export const fieldLabels: Record<ComparedItem['field'], string> = {
  people: '人口',
  children: '子育て・教育',
  living: '暮らし',
  health: '医療',
  work: '産業・雇用',
  finance: '財政',
}

const knownAges = ['A1301', 'A1302', 'A1303']
const residents = ['A1101']
/** Residents of the register, from the waste statistics: yearly, so near enough to events of years after a census. */
const registered = ['H5507']
const byRegister = '住民基本台帳の人口'
type Made = Omit<ComparedItem, 'above' | 'below' | 'factor'> & Quotient

const field = 'people'
const none = 'none'
const percent = { field, unit: '％', decimals: 1, factor: 100, direction: none } as const
const people: Made[] = [
  {
    ...percent,
    id: 'child-share',
    label: '15歳未満の割合',
    above: ['A1301'],
    below: knownAges,
    method: '年齢の分かる人口に対する割合',
  },
  {
    ...percent,
    id: 'elderly-share',
    label: '65歳以上の割合',
    above: ['A1303'],
    below: knownAges,
    method: '年齢の分かる人口に対する割合',
  },
  {
    ...percent,
    id: 'foreign-share',
    label: '外国人の割合',
    above: ['A1700'],
    below: residents,
    method: '総人口に対する割合',
  },
  {
    field,
    id: 'density',
    label: '可住地の人口密度',
    unit: '人/km²',
    decimals: 0,
    direction: none,
    above: registered,
    below: ['B1103'],
    factor: 100,
    method: `可住地面積1km²あたりの${byRegister}`,
  },
  {
    field,
    id: 'births',
    label: '出生数',
    unit: '人',
    decimals: 1,
    direction: 'higher',
    above: ['A4101'],
    below: registered,
    factor: 1000,
    method: `${byRegister}千人あたり`,
  },
  {
    field,
    id: 'net-moves',
    label: '転入超過（日本人）',
    unit: '人',
    decimals: 1,
    direction: 'higher',
    above: ['A5101'],
    minus: ['A5102'],
    below: registered,
    factor: 1000,
    method: `転入者から転出者を引き、${byRegister}千人あたり`,
  },
]

const more = { decimals: 1, direction: 'higher', below: residents } as const
const provision: Made[] = [
  {
    ...more,
    field: 'children',
    id: 'nurseries',
    label: '保育所等',
    unit: '所',
    above: ['J250302'],
    below: registered,
    factor: 10_000,
    decimals: 2,
    method: `${byRegister}1万人あたり`,
  },
  {
    ...more,
    field: 'children',
    id: 'pupils',
    label: '小学校教員1人あたりの児童',
    unit: '人',
    above: ['E2501'],
    below: ['E2401'],
    factor: 1,
    direction: 'lower',
    method: '児童数を教員数で割った数',
  },
  {
    ...more,
    field: 'living',
    id: 'libraries',
    label: '図書館・公民館',
    unit: '館',
    above: ['G1401', 'G1201'],
    factor: 10_000,
    decimals: 2,
    method: '総人口1万人あたり',
  },
  {
    ...more,
    field: 'living',
    id: 'shops',
    label: '小売店',
    unit: '店',
    above: ['H6130'],
    factor: 1000,
    method: '総人口千人あたり',
  },
  {
    ...more,
    field: 'health',
    id: 'doctors',
    label: '医師',
    unit: '人',
    above: ['I6100'],
    factor: 10_000,
    method: '総人口1万人あたり',
  },
  {
    ...more,
    field: 'health',
    id: 'clinics',
    label: '一般診療所',
    unit: '施設',
    above: ['I5102'],
    below: registered,
    factor: 10_000,
    method: `${byRegister}1万人あたり`,
  },
]

const work = { field: 'work', decimals: 1, direction: 'higher', below: residents, factor: 1000 } as const
const finance = { field: 'finance', decimals: 1, direction: 'lower', factor: 1 } as const
const workAndFinance: Made[] = [
  {
    ...work,
    id: 'businesses',
    label: '事業所（民営）',
    unit: '事業所',
    above: ['C2108'],
    method: '総人口千人あたり',
  },
  {
    ...work,
    id: 'workers',
    label: '従業者（民営）',
    unit: '人',
    above: ['C2208'],
    decimals: 0,
    method: '総人口千人あたり',
  },
  {
    ...work,
    id: 'unemployment',
    label: '完全失業率',
    unit: '％',
    above: ['F1107'],
    below: ['F1102', 'F1107'],
    factor: 100,
    direction: 'lower',
    method: '就業者と完全失業者に対する割合',
  },
  {
    ...finance,
    id: 'ordinary-balance',
    label: '経常収支比率',
    unit: '％',
    above: ['D2203'],
    method: '資料の値のまま',
  },
  {
    ...finance,
    id: 'debt-service',
    label: '実質公債費比率',
    unit: '％',
    above: ['D2211'],
    method: '資料の値のまま',
  },
  {
    ...finance,
    id: 'local-tax',
    label: '地方税',
    unit: '千円',
    above: ['D320101'],
    below: residents,
    direction: 'higher',
    method: '総人口1人あたり',
  },
]

/** The items of the room, all from SSDSE-A: 充実度 by residents, and what describes a city. */
export const comparedItems: readonly ComparedItem[] = [...people, ...provision, ...workAndFinance]

/** The item of an address. */
export const comparedItemOf = (id: string): ComparedItem | undefined =>
  comparedItems.find((item) => item.id === id)
