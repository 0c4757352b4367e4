import type { LogicModel } from '#src/formats/plan-parts.ts'
import type { Rule } from './finding.ts'

/** EV005: a logic model that does not lead from what is done to what shall change. */
export const brokenLogic: Rule = {
  id: 'EV005',
  group: 'EV',
  severity: 'W',
  gate: 'G3',
  title: 'ロジックモデルがつながっていない',
  rationale: '活動から成果へのつながりが書かれて初めて、確かめられます。',
  needs: [],
  check: ({ plan }) =>
    plan.logicModels.flatMap((model) =>
      faultsOf(model).map(({ key, message, advice }) => ({
        subjectId: model.measureId,
        relatedIds: [model.id],
        key,
        message,
        advice,
      })),
    ),
}

function faultsOf(model: LogicModel) {
  const textOf = (key: string) => model.nodes.find((node) => node.key === key)?.text ?? key
  const silent = model.arrows
    .filter(({ because }) => because.trim() === '')
    .map(({ from, to }) => ({
      key: `${from}>${to}`,
      message: `「${textOf(from)}」から「${textOf(to)}」へのつながりに理由がありません。`,
      advice: 'なぜそうなるのかを、1文で書いてください。',
    }))
  const reached = reachedFrom(
    model,
    model.nodes.filter(({ kind }) => kind === 'activity').map(({ key }) => key),
  )
  const lost = model.nodes
    .filter(({ kind, key }) => kind.startsWith('outcome') && !reached.has(key))
    .map(({ key, text }) => ({
      key,
      message: `成果「${text}」に、どの活動からもつながりがありません。`,
      advice: '活動からのつながりを書くか、成果を見直してください。',
    }))
  const circle = model.nodes.find(({ key }) => reachedFrom(model, nextOf(model, key)).has(key))
  const circles = circle
    ? [
        {
          key: 'circle',
          message: `ロジックモデルが「${circle.text}」で輪になっています。`,
          advice: 'つながりの向きを見直してください。',
        },
      ]
    : []
  return [...silent, ...lost, ...circles]
}

const nextOf = ({ arrows }: LogicModel, key: string) =>
  arrows.filter(({ from }) => from === key).map(({ to }) => to)

function reachedFrom(model: LogicModel, starts: readonly string[]): Set<string> {
  const reached = new Set<string>()
  const waiting = [...starts]
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (reached.has(key)) continue
    reached.add(key)
    waiting.push(...nextOf(model, key))
  }
  return reached
}
