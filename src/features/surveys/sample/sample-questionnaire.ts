import type { Questionnaire, SurveyQuestion } from '#src/formats/survey-question.ts'
import { newOption, numbered, scaleOptions } from '../core/questionnaire/edit-questionnaire.ts'

const question = (
  code: string,
  type: SurveyQuestion['type'],
  rest: Partial<SurveyQuestion>,
): SurveyQuestion => ({
  code,
  number: '',
  type,
  text: '',
  plainText: '',
  showIf: '',
  options: [],
  importanceOptions: [],
  items: [{ label: '', column: code, lineageId: `sample-${code}`, isReworded: false }],
  unit: '',
  ...rest,
})

const list = (...labels: readonly string[]) =>
  labels.map((label, at) => newOption({ code: String(at + 1), label }))

const reasons = [
  ...list('買い物が不便', '通勤・通学が不便', '病院が遠い', '道路や公園が整っていない', '子育てがしにくい'),
  newOption({ code: '8', label: 'その他', hasText: true }),
  newOption({ code: '9', label: '特にない', isExclusive: true }),
]

/** The invented questionnaire: every kind of question once, some of them on a condition. */
export const sampleQuestionnaire = (measures: readonly { id: string; title: string }[]): Questionnaire =>
  numbered({
    version: 1,
    language: 'ja',
    sections: [
      { id: 's1', title: 'あなたご自身について', questions: aboutPerson },
      { id: 's2', title: '暮らしやすさについて', questions: aboutLiving },
      { id: 's3', title: '市の取組について', questions: aboutMeasures(measures) },
    ],
  })

const aboutPerson = [
  question('q1', 'single', {
    text: 'この市に住んで、何年になりますか。',
    options: list('5年未満', '5〜9年', '10〜19年', '20年以上'),
  }),
  question('q2', 'number', {
    text: 'ふだん、1週間に何日、外に出かけますか。',
    minimum: 0,
    maximum: 7,
    unit: '日',
  }),
]

const aboutLiving = [
  question('q3', 'rating', {
    text: 'この市の暮らしやすさを、どう感じていますか。',
    options: scaleOptions('満足', '不満'),
  }),
  question('q4', 'multiple', {
    text: '不満なのは、どのような点ですか。',
    showIf: "selected(q3, '4') or selected(q3, '5')",
    options: reasons,
    maximum: 3,
  }),
  question('q5', 'single', {
    text: 'これからも、この市に住み続けたいですか。',
    options: [
      ...list('住み続けたい', 'できれば移りたい'),
      newOption({ code: '9', label: 'わからない', missingKind: 'dont-know' }),
    ],
  }),
]

const aboutMeasures = (measures: readonly { id: string; title: string }[]) => [
  question('q6', 'matrix-dual', {
    text: '次の取組について、いまの満足度と、これからの重要度を選んでください。',
    options: scaleOptions('満足', '不満'),
    importanceOptions: scaleOptions('重要', '重要でない'),
    items: measures.map(({ id, title }, at) => ({
      label: title,
      column: `q6_${at + 1}`,
      importanceColumn: `q6_${at + 1}i`,
      lineageId: `sample-q6-${at + 1}`,
      isReworded: false,
      measureId: id,
    })),
  }),
  question('q7', 'text-long', {
    text: '市の計画に望むことを、自由に書いてください。',
    plainText: 'お名前など、あなただと分かることは書かないでください。',
  }),
  question('q8', 'ranking', {
    text: 'これから市に力を入れてほしいことを、大切な順に3つまで選んでください。',
    options: list('子育て・教育', '医療・福祉', '道路・交通', '防災・防犯', '産業・しごと', '自然・環境'),
    maximum: 3,
  }),
]
