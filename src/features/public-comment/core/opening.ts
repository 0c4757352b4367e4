import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { type CaseSheet, daysOf, sheetWarnings } from './case.ts'
import type { DraftSums } from './draft-sums.ts'

/** 公表の前の点検: one thing that was looked at, whether it stops the announcement, and why or why not. */
export type OpeningCheck = { label: string; state: 'ready' | 'stops' | 'passes'; words: string[] }

export const openingStateLabels: Readonly<Record<OpeningCheck['state'], string>> = {
  ready: 'そろっています',
  stops: '公表を止めます',
  passes: '公表は止めません',
}

export type OpeningFacts = DraftSums & {
  today: string
  versionLabel: string
  /** Papers made of the version. */
  madePapers: number
}

/** What must be there before anybody is asked: draft, papers, places, a period that lasts, and sums that agree. */
export function openingChecks(sheet: CaseSheet, facts: OpeningFacts): OpeningCheck[] {
  return [
    { label: '案', state: 'ready', words: [`公開した版「${facts.versionLabel}」について募ります。`] },
    papersCheck(sheet, facts),
    sheet.places.trim() === ''
      ? { label: '閲覧場所', state: 'stops', words: ['案を紙で見られる場所がありません。'] }
      : { label: '閲覧場所', state: 'ready', words: [sheet.places.split('\n').join('、')] },
    periodCheck(sheet, facts.today),
    ...sumChecks(facts),
    ...otherChecks(facts),
  ]
}

function papersCheck({ papers }: CaseSheet, { madePapers }: OpeningFacts): OpeningCheck {
  const label = '資料'
  if (madePapers === 0 && papers === '')
    return {
      label,
      state: 'stops',
      words: ['資料がありません。「資料をつくる」でつくるか、案件に関係資料を書いてください。'],
    }
  const made = madePapers > 0 ? `版からつくった資料が${madePapers}点あります。` : ''
  return { label, state: 'ready', words: [made, papers && '関係資料を書いています。'].filter(Boolean) }
}

/** A case that is announced after its first day is open for what is left of its period only. */
function periodCheck(sheet: CaseSheet, today: string): OpeningCheck {
  const label = '期間'
  if (sheet.closesOn < today)
    return { label, state: 'stops', words: [`終わりの日（${eraDay(sheet.closesOn)}）が過ぎています。`] }
  const left = daysOf({ opensOn: today, closesOn: sheet.closesOn })
  const isLate = sheet.opensOn < today
  const begun = `始まりの日（${eraDay(sheet.opensOn)}）が過ぎています。きょう公表すると、募集の期間は残りの${left}日です。`
  if (isLate && left < Number(sheet.minimumDays) && sheet.shortReason === '')
    return {
      label,
      state: 'stops',
      words: [
        `${begun}決まりの${sheet.minimumDays}日より短いので、日を直すか、短くする理由を書いてください。`,
      ],
    }
  const words = [...(isLate ? [begun] : []), ...sheetWarnings(sheet)]
  return words.length > 0
    ? { label, state: 'passes', words }
    : { label, state: 'ready', words: [`${daysOf(sheet)}日間です。`] }
}

function sumChecks({ wrong, waived }: OpeningFacts): OpeningCheck[] {
  const label = '計算の点検'
  const checks: OpeningCheck[] =
    wrong.length > 0
      ? [{ label, state: 'stops', words: wrong.map((message) => `案の計算が合いません。${message}`) }]
      : waived.length > 0
        ? []
        : [{ label, state: 'ready', words: ['案の合計・割合・財源・本文の数は、計算し直すと合っています。'] }]
  if (waived.length === 0) return checks
  const words = waived.map(
    ({ message, reason, grantedBy, expiresOn }) =>
      `${message}例外にしたので止めません（理由：${reason}${grantedBy && `、認めた課：${grantedBy}`}、${eraDay(expiresOn)}まで）。例外は、公開サイトの「点検の例外」に出ます。`,
  )
  return [...checks, { label: `${label}（例外にした指摘）`, state: 'passes', words }]
}

function otherChecks({ others }: OpeningFacts): OpeningCheck[] {
  if (others === 0) return []
  const words = `計算のほかの指摘（誤り・注意）が${others}件あります。版をつくるときに関門で確かめたことなので、意見を募るのは止めません。`
  return [{ label: 'そのほかの点検', state: 'passes', words: [words] }]
}

/** What stands in the way, one sentence each. */
export const openingProblems = (checks: readonly OpeningCheck[]): string[] =>
  checks.flatMap(({ state, words }) => (state === 'stops' ? words : []))
