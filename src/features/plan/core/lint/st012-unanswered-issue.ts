import type { Rule } from './finding.ts'

/** ST012: an issue no direction answers, or a direction that answers none. */
export const unansweredIssue: Rule = {
  id: 'ST012',
  group: 'ST',
  severity: 'W',
  gate: 'G2',
  title: '課題と施策の方向が結び付いていない',
  rationale: '答えのない課題と、課題のない方向は、どちらも読む人に理由が伝わりません。',
  needs: [],
  check: ({ measures }) =>
    measures.flatMap(({ id, issues, directions }) => {
      const answered = new Set(directions.flatMap(({ addresses }) => addresses))
      return [
        ...issues
          .filter((issue) => !answered.has(issue.id))
          .map((issue) => ({
            subjectId: id,
            field: 'issues',
            paragraphId: issue.id,
            key: issue.id,
            message: `課題「${short(issue.text)}」に対応する施策の方向がありません。`,
            advice: '対応する方向を書くか、方向の「対応する課題」に番号を加えてください。',
          })),
        ...directions
          .filter(({ addresses }) => addresses.length === 0)
          .map((direction) => ({
            subjectId: id,
            field: 'directions',
            paragraphId: direction.id,
            key: direction.id,
            message: `施策の方向「${short(direction.heading || direction.text)}」が、どの課題にも対応していません。`,
            advice: '対応する課題の番号を書いてください。',
          })),
      ]
    }),
}

const short = (text: string) => (text.length > 24 ? `${text.slice(0, 24)}…` : text)
