import type { PlanDocument } from '#src/formats/plan-document.ts'
import { titleParts } from './book-title.ts'

/** Words of the book that follow what the city calls the levels of its plan. */
export type BookWords = {
  vision: string
  policy: string
  measure: string
  program: string
  priority: string
  directions: string
  tree: string
  measuresOf: string
  principles: string
  goals: string
  concept: string
  plan: string
}

export function bookWords({ labels, kind, title, municipalityName }: PlanDocument): BookWords {
  const { subtitle } = titleParts(title)
  const isComprehensive = kind === 'comprehensive'
  return {
    vision: labels.vision,
    policy: labels.policy,
    measure: labels.measure,
    program: labels.program,
    priority: `重点${labels.measure}`,
    directions: `${labels.measure}の方向`,
    tree: `${labels.measure}の体系`,
    measuresOf: `この${labels.policy}の${labels.measure}`,
    principles: municipalityName ? 'まちづくりの理念' : '基本理念',
    goals: '総括的な目標',
    concept: isComprehensive ? '基本構想' : '計画がめざすもの',
    plan: subtitle.endsWith('計画') ? subtitle : isComprehensive ? '基本計画' : '計画の内容',
  }
}
