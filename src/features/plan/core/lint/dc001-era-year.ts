import { eras } from '#src/lib/japanese/fiscal-year.ts'
import type { Judgement, Rule } from './finding.ts'
import type { PlanIndex, ScannedText } from './plan-index.ts'

/** DC001: 和暦 and 西暦 side by side disagree, an era runs outside its dates, or 令和1年 stands for 元年. */
export const eraYear: Rule = {
  id: 'DC001',
  group: 'DC',
  severity: 'E',
  gate: 'G3',
  title: '和暦と西暦が合わない',
  rationale: '年の取り違えは、印刷の後に最もよく見つかる誤りの1つです。',
  needs: [],
  check: (index) =>
    allTexts(index)
      .filter(({ plain }) => anyEra.test(plain))
      .flatMap(judge),
}

/** The basic concept is read too: periods stand there. */
function allTexts({ plan, texts }: PlanIndex): ScannedText[] {
  const chapters = plan.concept.chapters.map(({ text }) => ({
    subjectId: plan.planId,
    field: 'concept',
    text,
    plain: text,
  }))
  return chapters.length > 0 ? [...texts, ...chapters] : [...texts]
}

/** Also as one sign (㋿), which stands for the two characters. */
const anyEra = /令和|平成|昭和|大正|明治|[㋿㍻-㍾]/
const eraShape = '(令和|平成|昭和|大正|明治)\\s*(元|\\d{1,3})\\s*(年度|年)?'
const pair = new RegExp(`${eraShape}\\s*[（(]\\s*(\\d{4})\\s*(?:年度|年)?\\s*[）)]`, 'g')
const reversed = new RegExp(`(\\d{4})\\s*(?:年度|年)?\\s*[（(]\\s*${eraShape}\\s*[）)]`, 'g')
const alone = new RegExp(eraShape, 'g')

function judge(scanned: ScannedText): Judgement[] {
  const text = scanned.plain.normalize('NFKC')
  const say = (key: string, message: string, advice: string, severity?: 'I'): Judgement => ({
    subjectId: scanned.subjectId,
    field: scanned.field,
    ...(scanned.paragraphId ? { paragraphId: scanned.paragraphId } : {}),
    key: `${scanned.paragraphId ?? ''}|${key}`,
    ...(severity ? { severity } : {}),
    message,
    advice,
  })
  const found: Judgement[] = []
  for (const [whole, era = '', year = '', , western] of text.matchAll(pair)) {
    if (westernOf(era, year) !== Number(western)) {
      found.push(
        say(
          whole,
          `「${whole}」は合いません。`,
          `${era}${year}年は${westernOf(era, year)}年です。どちらかを直してください。`,
        ),
      )
    }
  }
  for (const [whole, western, era = '', year = ''] of text.matchAll(reversed)) {
    if (westernOf(era, year) !== Number(western)) {
      found.push(
        say(
          whole,
          `「${whole}」は合いません。`,
          `${era}${year}年は${westernOf(era, year)}年です。どちらかを直してください。`,
        ),
      )
    }
  }
  for (const [whole, era = '', year = '', unit] of text.matchAll(alone)) {
    if (!unit) continue
    if (isOutside(era, year))
      found.push(say(whole, `「${whole}」という年はありません。`, '新しい元号か西暦に直してください。'))
    else if (year === '1')
      found.push(say(whole, `「${whole}」は「${era}元${unit}」と書きます。`, '「元」に直してください。', 'I'))
  }
  return found
}

const eraOf = (name: string) => eras.find((era) => era.name === name) ?? eras[0]
const numberOf = (year: string) => (year === '元' ? 1 : Number(year))
const westernOf = (era: string, year: string) => eraOf(era).firstYear + numberOf(year) - 1

/** After the era's last year (that in which the next began), or before its first. The present era has no end. */
function isOutside(era: string, year: string): boolean {
  const at = eras.findIndex(({ name }) => name === era)
  const next = eras[at - 1]
  return numberOf(year) < 1 || (next !== undefined && westernOf(era, year) > next.firstYear)
}
