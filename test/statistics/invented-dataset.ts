import counted from './invented-survey.json' with { type: 'json' }
import { inventedSurvey } from './invented-survey.ts'

const scale = (ends: readonly [string, string]) =>
  [ends[0], `やや${ends[0]}`, 'どちらともいえない', `やや${ends[1]}`, ends[1]].map((label, place) => ({
    code: String(5 - place),
    label,
    points: 2 - place,
  }))
const labels = ['公共交通', '子育て支援', '防災・防犯', '道路・歩道', '高齢者福祉', '公園・緑地']
const column = (place: number) => `q${String(place).padStart(2, '0')}`

/** The invented survey of the tests as `shirube-survey/1`: six items by satisfaction and importance, two frame variables. */
export function inventedDataset() {
  const { item, district, age } = inventedSurvey()
  const names = (of: 'district' | 'age') => [...new Set(counted.strata.map((stratum) => stratum[of]))]
  const frame = (['district', 'age'] as const).map((name) => ({
    name,
    label: name === 'district' ? '地区' : '年齢',
    options: names(name).map((code) => ({ code, label: code })),
  }))
  const questions = [
    {
      code: 'm1',
      number: '問1',
      type: 'matrix-dual',
      text: '次の取組について、満足度と重要度を選んでください',
      options: scale(['満足', '不満']),
      importanceOptions: scale(['重要', '重要でない']),
      items: labels.map((label, place) => ({
        label,
        column: column(place + 1),
        importanceColumn: column(place + 7),
        lineageId: `item-0${place + 1}`,
      })),
    },
  ]
  return {
    schema: 'shirube-survey/1',
    surveyId: 'sv_1nventedsv',
    title: '市民意向調査（架空）',
    isInvented: true,
    universe: '市内に住む18歳以上',
    questionnaire: { version: 1, sections: [{ id: 's1', title: '取組', questions }] },
    frame,
    answers: {
      count: district.codes.length,
      columns: [
        { name: 'district', kind: 'choice', codes: [...district.codes] },
        { name: 'age', kind: 'choice', codes: [...age.codes] },
        ...Array.from({ length: 12 }, (_, place) => ({
          name: column(place + 1),
          kind: 'choice',
          codes: [...item(column(place + 1)).codes],
        })),
      ],
    },
    design: {
      kind: 'stratified',
      population: counted.strata.reduce((sum, { population }) => sum + population, 0),
      strata: {
        by: ['district', 'age'],
        cells: counted.strata.map(({ district: place, age: years, population }) => ({
          codes: [place, years],
          population,
        })),
      },
      finiteCorrection: true,
    },
  }
}
