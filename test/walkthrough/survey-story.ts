import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { openTown, type Town } from '#test/town.ts'
import { firstOfficer } from './office.ts'
import { Visitor } from './visitor.ts'

/** A town with a clock that can be moved, its officer, and one survey with the codes of its letters. */
export class SurveyStory {
  survey = ''
  codes: string[] = []
  late = 0
  readonly clock = () => new Date(Date.now() + this.late)
  #town: Town | undefined
  #officer: Visitor | undefined

  async begin() {
    this.#town = await openTown({ clock: this.clock })
    this.#officer = await firstOfficer(this.#town)
  }

  get town(): Town {
    if (!this.#town) throw new Error('the story has not begun')
    return this.#town
  }

  get officer(): Visitor {
    if (!this.#officer) throw new Error('the story has not begun')
    return this.#officer
  }

  get today() {
    return tokyoDay(this.clock())
  }

  staff = (part = '') => `/staff/surveys/${this.survey}${part}`
  answer = (part = '') => `/surveys/${this.survey}/answer${part}`

  /** Somebody with a letter at the door of the web form. */
  async person(code: string): Promise<Visitor> {
    const person = new Visitor(this.town.address)
    await person.open(this.answer())
    await person.pressWith('回答を始める・続ける', { 回答コード: code }, { consent: 'yes' })
    return person
  }

  async addQuestion(type: string, text: string, fields: Record<string, string>) {
    await this.officer.open(this.staff('/questionnaire'))
    await this.officer.pressWith('設問を加える', {}, { type })
    await this.officer.pressWith('保存する', { 設問の文: text }, fields)
    if (this.officer.status !== 200) throw new Error(this.officer.words)
  }

  /** The four questions of the story: the second only for who said いいえ, the last on a page of its own. */
  async addQuestions() {
    await this.addQuestion('single', '住みよいですか。', options('はい', 'いいえ'))
    await this.addQuestion('multiple', 'なぜですか。', {
      ...options('遠い', '高い', '暗い', '特にない'),
      'option-3-kind': 'exclusive',
      maximum: '2',
      branchOn: 'q1',
      branchCodes: '2',
    })
    await this.addQuestion('number', '何人で住んでいますか。', { minimum: '1', maximum: '20' })
    await this.addQuestion('text-long', 'ご意見をどうぞ。', {})
  }

  /** Draws 60 of 70 people of two districts and keeps the codes of the file that comes back. */
  async draw() {
    await this.officer.open(this.staff('/sample'))
    const people = Array.from({ length: 70 }, (_, at) => `${1000 + at},${at < 40 ? '北' : '南'}`)
    const file = csv('名簿.csv', `宛名番号,地区\n${people.join('\n')}\n`)
    const draw = { 抽出する人数: '60', '種（乱数のもとになる言葉）': '令和8年' }
    await this.officer.press('抽出して、回答コードを出す', { ...draw, '抽出名簿（CSV）': file })
    const lines = textOf(this.officer).split('\r\n').slice(1, -1)
    this.codes = lines.map((line) => line.split(',')[2] ?? '')
    return lines.map((line) => line.split(',').slice(0, 2).join())
  }

  /** The same survey as the story of its making tells, open. */
  async openPrepared() {
    const { officer } = this
    await officer.open('/staff/surveys/new')
    await officer.press('つくって、調査票へ進む', surveyFields(this.today))
    this.survey = /sv_[0-9a-z]{10}/.exec(officer.path)?.[0] ?? ''
    await this.addQuestions()
    await officer.open(this.staff('/questionnaire'))
    await officer.press('ページを加える', { 新しいページの題: 'おわりに' })
    await officer.press('下へ：問4')
    await this.draw()
    await officer.open(this.staff())
    await officer.press('調査を始める')
  }
}

export const surveyFields = (today: string) => ({
  調査名: '暮らしの調査',
  始まる日: today,
  終わる日: '2099-12-31',
  層と人口: '地区,人口\n北,400\n南,300',
})

export const csv = (name: string, text: string) => new File([text], name, { type: 'text/csv' })
export const textOf = (visitor: Visitor) => new TextDecoder().decode(visitor.bytes)

const options = (...labels: string[]) =>
  Object.fromEntries(
    labels.flatMap((label, at) => [
      [`option-${at}-code`, String(at + 1)],
      [`option-${at}-label`, label],
    ]),
  )
