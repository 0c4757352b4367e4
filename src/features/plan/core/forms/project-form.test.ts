import { describe, expect, test } from 'vitest'
import { project as projectSchema } from '#src/formats/plan-parts.ts'
import { fullPlan } from '#test/full-plan.ts'
import { projectEntered, readProject } from './project-form.ts'

const [project = projectSchema.parse({})] = fullPlan().projects
const years = [2023, 2024]
const base = { project, years, parents: new Set([project.parentId]), units: new Set(['ou_0000000001']) }
const entered = projectEntered(project, years)

describe('a project as a form', () => {
  test('what is not touched stays', () => {
    expect(readProject(entered, base).project).toEqual(project)
  })

  test('amounts as people type them; the total is their sum; an empty year has no row', () => {
    const typed = {
      ...entered,
      'national-2024': '１，２００',
      'general-2024': '△300',
      'certainty-2024': 'budget',
      'national-2023': '',
      'prefectural-2023': '',
      'bond-2023': '',
      'other-2023': '',
      'general-2023': '',
    }
    expect(readProject(typed, base).project?.budget).toEqual([
      {
        fiscalYear: 2024,
        national: 1200,
        prefectural: 0,
        bond: 0,
        other: 0,
        general: -300,
        total: 900,
        certainty: 'budget',
      },
    ])
  })

  test('a budget outside the years of the form is kept', () => {
    const other = {
      ...project,
      budget: [...project.budget, { ...project.budget[0], fiscalYear: 2030 }] as typeof project.budget,
    }
    expect(readProject(projectEntered(other, years), { ...base, project: other }).project).toEqual(other)
  })

  test.each([
    ['title', ' ', /事業名/],
    ['parentId', 'me_9999999999', /置く施策/],
    ['ownerId', 'ou_9999999999', /担当課/],
    ['from', '令和5', /西暦/],
    ['to', '2020', /前です/],
    ['to', '', /両方/],
    ['bond-2023', '1.5', /2023年度の地方債/],
  ])('%s “%s” comes back with what is wrong', (field, text, message) => {
    expect(readProject({ ...entered, [field]: text }, base).problems?.[field]).toMatch(message)
  })
})
